package org.hearsay.fetch;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Captures;
import org.hearsay.capture.HttpReply;

/**
 * Fetches pages that a person asks for, one at a time. Thread-safe.
 *
 * <p>Like a browser, and unlike a crawler, it follows no links and does not ask for robots.txt,
 * which is meant for programs that choose their pages themselves (RFC 9309). It says who it is,
 * asks once, and sends back no cookies but those of the same fetch. A proxy is not used.
 */
public final class Fetcher implements AutoCloseable {

  /** How long to wait, and for how much. */
  record Limits(Duration connect, Duration silence, Duration total, int bytes) {
    static final Limits USUAL =
        new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Captures.DEFAULT_LIMIT);
  }

  private static final int MOST_REDIRECTS = 10;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final boolean allowPrivate;
  private final Limits limits;
  private final Connections connections;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param allowPrivate whether private and loopback addresses may be reached
   */
  public Fetcher(boolean allowPrivate) {
    this(allowPrivate, Captures.DEFAULT_LIMIT);
  }

  /**
   * @param limit the largest page, in bytes
   */
  public Fetcher(boolean allowPrivate, int limit) {
    this(
        allowPrivate,
        new Limits(Limits.USUAL.connect(), Limits.USUAL.silence(), Limits.USUAL.total(), limit),
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  Fetcher(boolean allowPrivate, Limits limits, SSLSocketFactory tls) {
    this.allowPrivate = allowPrivate;
    this.limits = limits;
    this.connections = new Connections(limits, tls);
  }

  /**
   * Fetches a page. Its {@code uri} is the address that gave it, after redirects; its time is that
   * of the answer, in whole seconds.
   *
   * @throws IOException when it cannot be fetched; the message is one line for people, without the
   *     address
   */
  public Capture fetch(URI address) throws IOException {
    return fetch(address.toString());
  }

  /** The same for an address as typed: with letters of any language, spaces, a fragment. */
  public Capture fetch(String address) throws IOException {
    try {
      return follow(WebAddress.of(address));
    } catch (IOException | RuntimeException e) {
      throw new IOException(Reasons.reason(e, limits), e);
    }
  }

  private Capture follow(URI start) throws IOException {
    var cookies = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    var seen = new HashSet<String>();
    var deadline = System.nanoTime() + limits.total().toNanos();
    var address = start;
    for (var redirects = 0; ; redirects++) {
      var request = request(address, cookies);
      if (!seen.add(address.getScheme() + request)) {
        throw new Refused("the server redirects in a circle");
      }
      if (redirects > MOST_REDIRECTS) {
        throw new Refused("more than " + MOST_REDIRECTS + " redirects, one after the other");
      }
      try (var connection = connections.open(address, checked(address), deadline)) {
        connection.out().write(request.getBytes(StandardCharsets.US_ASCII));
        connection.out().flush();
        var reply = HttpReply.read(connection.in(), HttpReply.Origin.NETWORK);
        var location = reply.header("Location");
        if (!REDIRECTS.contains(reply.status()) || location.isEmpty()) {
          return page(address, reply);
        }
        cookies.put(address, reply.headers());
        address = WebAddress.resolve(address, location.get());
      } catch (IOException e) {
        throw System.nanoTime() >= deadline ? new DeadlineReached() : e;
      }
    }
  }

  private Capture page(URI address, HttpReply reply) throws IOException {
    var status = reply.status();
    if (status / 100 != 2) {
      throw new Refused(Reasons.status(status));
    }
    var fetched = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return reply
        .capture(address.toString(), fetched, limits.bytes())
        .orElseThrow(() -> new Refused(Reasons.noPage(reply)));
  }

  /** The addresses of the host; all of them must be public, or the host is not to be trusted. */
  private List<InetAddress> checked(URI address) throws IOException {
    var found = InetAddress.getAllByName(WebAddress.host(address));
    if (found.length == 0) {
      throw new UnknownHostException();
    }
    for (var one : found) {
      if (!allowPrivate && !PublicAddresses.contains(one)) {
        throw new Refused(
            address.getHost()
                + " is a private or reserved address ("
                + one.getHostAddress()
                + "); allow private addresses if that is meant");
      }
    }
    return Arrays.asList(found);
  }

  private static String request(URI address, CookieManager cookies) throws IOException {
    var target = address.getRawPath();
    if (address.getRawQuery() != null) {
      target += "?" + address.getRawQuery();
    }
    var request = new StringBuilder();
    request.append("GET ").append(target).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(address.getRawAuthority()).append("\r\n");
    request.append(
        "User-Agent: Mozilla/5.0 (compatible; Hearsay; pages on a person's request)\r\n");
    request.append(
        "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1\r\n");
    request.append("Accept-Encoding: gzip\r\n");
    cookies
        .get(address, java.util.Map.of())
        .getOrDefault("Cookie", List.of())
        .forEach(cookie -> request.append("Cookie: ").append(cookie).append("\r\n"));
    return request.append("Connection: close\r\n\r\n").toString();
  }

  @Override
  public void close() {
    connections.close();
  }

  /** What a server or an address did, said for people. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** The time for the whole fetch is over. */
  static final class DeadlineReached extends IOException {
    private static final long serialVersionUID = 1;
  }
}
