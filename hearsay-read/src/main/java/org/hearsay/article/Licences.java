package org.hearsay.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Creative Commons licences by address and by name, as SPDX identifiers. */
final class Licences {
  private Licences() {}

  private static final Pattern URL =
      Pattern.compile(
          "creativecommons\\.org/(licenses|publicdomain)/([a-z-]{2,10})(?:/(\\d\\.\\d))?");
  private static final Pattern NAME =
      Pattern.compile(
          "\\bCC[ -](BY(?:[ -](?:NC|ND|SA)){0,2})(?:[ -]?v?(\\d\\.\\d))?\\b|\\bCC0\\b|creative commons (attribution(?:[ -](?:noncommercial|non-commercial|noderivatives|noderivs|sharealike|no derivatives|share alike)){0,2})(?: (\\d\\.\\d))?",
          Pattern.CASE_INSENSITIVE);

  static Optional<String> ofUrl(String url) {
    var found = URL.matcher(url.toLowerCase(Locale.ROOT));
    if (!found.find()) {
      return Optional.empty();
    }
    if (found.group(1).equals("publicdomain")) {
      return Optional.of(found.group(2).equals("zero") ? "CC0-1.0" : "CC-PDDC");
    }
    return Optional.of(id(found.group(2), found.group(3)));
  }

  static Optional<String> ofName(String text) {
    if (!mayName(text)) {
      return Optional.empty();
    }
    var found = NAME.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    if (found.group(1) != null) {
      return Optional.of(id(found.group(1), found.group(2)));
    }
    if (found.group(3) == null) {
      return Optional.of("CC0-1.0");
    }
    var words = found.group(3).toLowerCase(Locale.ROOT);
    return Optional.of(
        id(
            "by"
                + (words.contains("commercial") ? "-nc" : "")
                + (words.contains("deriv") ? "-nd" : "")
                + (words.contains("share") ? "-sa" : ""),
            found.group(4)));
  }

  /** Whether the letters are there that each name has: spares most texts the expression. */
  private static boolean mayName(String text) {
    for (var i = 0; i + 3 <= text.length(); i++) {
      if ((text.charAt(i) | 0x20) != 'c') {
        continue;
      }
      var second = text.charAt(i + 1) | 0x20;
      var third = text.charAt(i + 2);
      if (second == 'c' && (third == ' ' || third == '-' || third == '0')
          || second == 'r' && text.regionMatches(true, i, "creative", 0, 8)) {
        return true;
      }
    }
    return false;
  }

  private static String id(String kind, String version) {
    return "CC-"
        + kind.toUpperCase(Locale.ROOT).replace(' ', '-')
        + (version == null ? "" : "-" + version);
  }

  /** Whether it is an SPDX identifier: Creative Commons ones need their version. */
  static boolean complete(String licence) {
    return licence.equals("CC-PDDC") || Character.isDigit(licence.charAt(licence.length() - 1));
  }

  static List<String> conditions(String licence) {
    var conditions = new ArrayList<String>();
    if (licence.contains("-BY")) {
      conditions.add("attribution");
    }
    if (licence.contains("-NC")) {
      conditions.add("non-commercial");
    }
    if (licence.contains("-ND")) {
      conditions.add("no-derivatives");
    }
    if (licence.contains("-SA")) {
      conditions.add("share-alike");
    }
    return conditions;
  }
}
