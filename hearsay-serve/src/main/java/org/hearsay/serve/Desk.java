package org.hearsay.serve;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.Locale;
import org.hearsay.casefile.CaseException;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.fetch.Fetcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server over one case: pages for people under {@code /}, and the API that {@code
 * /openapi.yaml} describes under {@code /api}. It listens on the loopback address only, and asks
 * nothing of the network but the pages that its user tells it to fetch.
 */
public final class Desk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_MEGABYTES = 256;

  /**
   * What the desk runs with.
   *
   * @param port 0 for any free one
   * @param allowPrivate whether pages may be fetched from private and loopback addresses
   */
  public record Options(int port, boolean allowPrivate) {}

  private final Fetcher fetcher;
  private final Pages pages;
  private final Api api;
  private final Javalin server;

  private Desk(CaseFolder cases, Options options) {
    fetcher = new Fetcher(options.allowPrivate());
    var people = new People(cases);
    var intake = new Intake(cases, fetcher);
    var originals = new Originals(cases);
    pages = new Pages(cases, people, intake, originals);
    api = new Api(cases, people, intake, originals);
    server = Javalin.create(this::configure);
  }

  /**
   * Starts serving; returns once the address answers. The caller closes the case after the desk.
   *
   * @throws CaseException when the port cannot be had
   */
  public static Desk start(CaseFolder cases, Options options) {
    var desk = new Desk(cases, options);
    try {
      desk.server.start(LOOPBACK, options.port());
    } catch (JavalinBindException e) {
      desk.fetcher.close();
      throw new CaseException(
          "port " + options.port() + " is in use; choose another with --port", e);
    }
    return desk;
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jsonMapper(new Json());
    config.http.compressionStrategy = CompressionStrategy.NONE; // it all stays on this machine
    config.http.maxRequestSize = 1 << 20; // bodies held in memory; files go through multipart
    config.http.prefer405over404 = true;
    config.jetty.multipartConfig.maxFileSize(MOST_MEGABYTES, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(MOST_MEGABYTES, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.routes.before(request -> new Guard(request.req().getLocalPort()).check(request));
    config.routes.exception(Problem.class, (e, request) -> tell(request, e));
    config.routes.exception(HttpResponseException.class, (e, request) -> tell(request, problem(e)));
    config.routes.exception(CaseException.class, (e, request) -> tell(request, problem(e)));
    config.routes.exception(Exception.class, (e, request) -> tell(request, unexpected(e)));
    pages.add(config.routes);
    api.add(config.routes);
  }

  private void tell(Context request, Problem problem) {
    request.status(problem.status());
    if (request.path().startsWith("/api/")) {
      request.json(problem.body());
    } else {
      pages.problem(request, problem);
    }
  }

  private static Problem problem(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> new Problem(404, "no-page", "There is nothing at this address.");
      case 405 -> new Problem(405, "bad-method", "This address does not take such a request.");
      case 413 -> new Problem(413, "too-large", "The request is too large.");
      default ->
          new Problem(
              e.getStatus(), "refused", String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
    };
  }

  private static Problem problem(CaseException e) {
    LOG.warn("the case could not do what was asked", e);
    return new Problem(500, "case", String.valueOf(e.getMessage()));
  }

  private static Problem unexpected(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getSimpleName().equals("BadMessageException")
          || cause instanceof IllegalStateException && String.valueOf(cause).contains("exceed")) {
        return new Problem(
            413, "too-large", "An upload may hold at most " + MOST_MEGABYTES + " MB.");
      }
    }
    LOG.error("the desk failed", e);
    return new Problem(500, "failed", "Something went wrong here; the log says more.");
  }

  /** The routes it serves, for the test that holds the description true. */
  Javalin server() {
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** The address to open, such as {@code http://127.0.0.1:8080/}. */
  public String address() {
    return "http://" + LOOPBACK + ":" + port() + "/";
  }

  @Override
  public void close() {
    server.stop();
    fetcher.close();
  }
}
