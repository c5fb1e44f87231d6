package org.hearsay.fetch;

import java.io.IOException;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses as people type and pages write them: {@code https://médias.example/à la une} is {@code
 * https://xn--mdias-bsa.example/%C3%A0%20la%20une}.
 */
final class WebAddress {
  private WebAddress() {}

  private static final Pattern PARTS =
      Pattern.compile("(?is)(https?)://([^/?#\\\\]*)([^#]*)(?:#.*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]@]+)(?::(\\d{1,5})?)?");

  /**
   * @return with scheme, host and path; without fragment
   * @throws IOException when it is no http or https address; the message is for people
   */
  static URI of(String typed) throws IOException {
    var parts = PARTS.matcher(typed.strip());
    if (!parts.matches()) {
      throw new Fetcher.Refused("not an http or https address");
    }
    var given = parts.group(2);
    if (given.contains("@")) {
      throw new Fetcher.Refused("an address with a user name in it is not fetched");
    }
    var authority = AUTHORITY.matcher(given);
    if (!authority.matches()) {
      throw new Fetcher.Refused("the address names no server; check it");
    }
    try {
      var host = authority.group(1);
      var ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      var port = authority.group(2) == null ? "" : ":" + authority.group(2);
      var path = parts.group(3);
      var uri =
          URI.create(
              parts.group(1).toLowerCase(Locale.ROOT)
                  + "://"
                  + ascii.toLowerCase(Locale.ROOT)
                  + port
                  + (path.startsWith("/") ? "" : "/")
                  + escaped(path));
      if (uri.getHost() == null || uri.getPort() > 65535) {
        throw new Fetcher.Refused("the address names no server; check it");
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw new Fetcher.Refused("the address is not well formed; check it");
    }
  }

  /** Where a {@code Location} header leads (RFC 3986, section 5). */
  static URI resolve(URI base, String location) throws IOException {
    var target = location.strip().replaceFirst("(?s)#.*", "");
    var root = base.getScheme() + "://" + base.getRawAuthority();
    if (target.matches("(?is)[a-z][a-z0-9+.-]*:.*")) {
      return of(target);
    } else if (target.startsWith("//")) {
      return of(base.getScheme() + ":" + target);
    } else if (target.isEmpty()) {
      return base;
    } else if (target.startsWith("?")) {
      return of(root + base.getRawPath() + target);
    }
    try {
      return of(base.resolve(escaped(target)).toString());
    } catch (IllegalArgumentException e) {
      throw new Fetcher.Refused("the server redirects to an address that is not well formed");
    }
  }

  /** The name or address of the server, an IPv6 address without its brackets. */
  static String host(URI address) {
    return address.getHost().replaceAll("^\\[|\\]$", "");
  }

  private static String escaped(String path) {
    var escaped = new StringBuilder();
    var bytes = path.getBytes(StandardCharsets.UTF_8);
    for (var i = 0; i < bytes.length; i++) {
      var c = (char) (bytes[i] & 0xff);
      var escape =
          c == '%'
              ? !(i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]))
              : c <= ' ' || c > '~' || "\"<>\\^`{|}[]".indexOf(c) >= 0;
      escaped.append(escape ? String.format(Locale.ROOT, "%%%02X", (int) c) : String.valueOf(c));
    }
    return escaped.toString();
  }

  private static boolean isHex(byte b) {
    return Character.digit(b, 16) >= 0;
  }
}
