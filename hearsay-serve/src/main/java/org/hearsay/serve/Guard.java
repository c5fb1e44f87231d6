package org.hearsay.serve;

import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites away from the desk. It has no log-in: whoever reaches it on this machine may
 * use it. So a page of another site, open in the same browser, must not: a name that was made to
 * point at this machine is refused (DNS rebinding), and so is a request to change something that
 * another origin sends. What the desk itself shows may load nothing but the desk's own files.
 */
final class Guard {

  /** For the desk's own pages: its scripts and styles, nothing inline, nothing from outside. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** For captured pages: no script, no network, no origin of their own. */
  static final String CAPTURED_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
          + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

  private static final Set<String> READ_ONLY = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> hosts;

  Guard(int port) {
    hosts =
        port == 80
            ? Set.of("127.0.0.1", "localhost", "[::1]", "127.0.0.1:80", "localhost:80", "[::1]:80")
            : Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
  }

  /** Runs before every handler. */
  void check(Context request) {
    secure(request);
    var host = request.header("Host");
    if (host == null || !hosts.contains(host)) {
      throw new Problem(
          403, "wrong-host", "The desk answers only under the address that it printed.");
    }
    if (!READ_ONLY.contains(request.method().name())
        && !ownOrigin(request.header("Origin"), request.header("Sec-Fetch-Site"))) {
      throw new Problem(403, "cross-site", "This request was sent by another site.");
    }
  }

  /** Browsers send {@code Origin} with every request that changes something; programs need not. */
  private boolean ownOrigin(@Nullable String origin, @Nullable String site) {
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    return origin == null
        || origin.startsWith("http://") && hosts.contains(origin.substring("http://".length()));
  }

  private static void secure(Context request) {
    request.header("Content-Security-Policy", PAGE_POLICY);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("Referrer-Policy", "same-origin"); // with no-referrer, forms send Origin: null
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    request.header("Cache-Control", "no-store");
  }
}
