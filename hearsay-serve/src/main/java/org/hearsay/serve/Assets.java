package org.hearsay.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.hearsay.capture.Capture;

/** The desk's own scripts and styles, from the class path, and htmx from its WebJar. */
final class Assets {

  private static final Map<String, String> TYPES =
      Map.of(
          "desk.css", "text/css; charset=utf-8",
          "theme.js", "text/javascript; charset=utf-8",
          "desk.js", "text/javascript; charset=utf-8",
          "intake.js", "text/javascript; charset=utf-8",
          "document.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml",
          "htmx.min.js", "text/javascript; charset=utf-8");

  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Asset(byte[] bytes, String type, String tag) {}

  void serve(Context request) {
    var name = request.pathParam("file");
    var type = TYPES.get(name);
    if (type == null) {
      throw new Problem(404, "no-page", "There is no file " + name + ".");
    }
    var asset = loaded.computeIfAbsent(name, n -> load(n, type));
    request.header("Cache-Control", "no-cache");
    request.header("ETag", asset.tag);
    if (asset.tag.equals(request.header("If-None-Match"))) {
      request.status(304);
    } else {
      request.contentType(asset.type).result(asset.bytes);
    }
  }

  private static Asset load(String name, String type) {
    var bytes = read(name.equals("htmx.min.js") ? htmx() : "/org/hearsay/serve/assets/" + name);
    return new Asset(bytes, type, '"' + Capture.of(name, bytes).sha256().substring(0, 16) + '"');
  }

  private static String htmx() {
    var about = new Properties();
    try (var in =
        Assets.class.getResourceAsStream(
            "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
      if (in == null) {
        throw new IllegalStateException("the htmx WebJar is not on the class path");
      }
      about.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/webjars/htmx.org/"
        + about.getProperty("version")
        + "/dist/htmx.min.js";
  }

  /** A resource that is part of the desk. */
  static byte[] read(String resource) {
    try (var in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
