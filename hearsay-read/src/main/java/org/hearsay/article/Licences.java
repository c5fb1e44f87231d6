package org.hearsay.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creative Commons and open government licences by address and by name, as SPDX identifiers. */
final class Licences {
  private Licences() {}

  private static final Set<String> PORTS =
      Lexicon.rows("licence-ports.tsv").stream()
          .map(row -> row.get(0))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern URL =
      Pattern.compile(
          "creativecommons\\.org/(licenses|publicdomain)/([a-z-]{2,13})(?:/(\\d\\.\\d))?(?:/([a-z]{2,3})\\b)?");

  private static final Pattern NAME =
      Pattern.compile(
          "\\bCC[ -](BY(?:[ -](?:NC|ND|SA)){0,2})(?:[ -]?v?(\\d\\.\\d))?(?:[ -](DE|AT|FR|UK|US|AU|NL|JP|IGO)\\b)?\\b|\\bCC0\\b",
          Pattern.CASE_INSENSITIVE);

  /** The words of a licence's full name, in the order and with the fillers that pages write. */
  private static final Pattern LONG_NAME =
      Pattern.compile(
          "creative commons[ :\u2013-]{1,3}(?:licen[cs]e )?(?:attribution|paternit\u00e9|namensnennung)([^.;()\\d]{0,80})(\\d\\.\\d)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern OGL =
      Pattern.compile("nationalarchives\\.gov\\.uk/doc/open-government-licence(?:/version/(\\d))?");

  static Optional<String> ofUrl(String url) {
    var lower = url.toLowerCase(Locale.ROOT);
    var found = lower.contains("creativecommons.org/") ? URL.matcher(lower) : null;
    if (found != null && found.find()) {
      if (found.group(1).equals("publicdomain")) {
        return Optional.of(
            switch (found.group(2)) {
              case "zero" -> "CC0-1.0";
              case "mark" -> "CC-PDM-1.0";
              default -> "CC-PDDC";
            });
      }
      return Optional.of(id(found.group(2), found.group(3), found.group(4)));
    }
    var ogl = lower.contains("/doc/open-government-licence") ? OGL.matcher(lower) : null;
    if (ogl != null && ogl.find() && ogl.group(1) != null) {
      return Optional.of("OGL-UK-" + ogl.group(1) + ".0");
    }
    return lower.contains("etalab.gouv.fr/licence-ouverte")
            || lower.contains("github.com/etalab/licence-ouverte")
        ? Optional.of("etalab-2.0")
        : Optional.empty();
  }

  static Optional<String> ofName(String text) {
    if (!mayName(text)) {
      return Optional.empty();
    }
    var found = NAME.matcher(text);
    if (found.find()) {
      return Optional.of(
          found.group(1) == null ? "CC0-1.0" : id(found.group(1), found.group(2), found.group(3)));
    }
    var name = LONG_NAME.matcher(text);
    if (!name.find()) {
      return Optional.empty();
    }
    var words = name.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(
        id(
            "by"
                + (words.contains("commercial") || words.contains("kommerziell") ? "-nc" : "")
                + (words.contains("deriv")
                        || words.contains("pas de modification")
                        || words.contains("bearbeitung")
                    ? "-nd"
                    : "")
                + (words.contains("share")
                        || words.contains("m\u00eames conditions")
                        || words.contains("gleichen bedingungen")
                    ? "-sa"
                    : ""),
            name.group(2),
            null));
  }

  /** Whether the letters of a licence's name are there at all: in most texts they are not. */
  private static boolean mayName(String text) {
    for (var i = 0; i + 2 < text.length(); i++) {
      if ((text.charAt(i) | 0x20) == 'c') {
        var next = text.charAt(i + 1) | 0x20;
        var after = text.charAt(i + 2);
        if (next == 'c' && (after == ' ' || after == '-' || after == '0')
            || next == 'r' && text.regionMatches(true, i, "creative commons", 0, 16)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String id(String kind, @Nullable String version, @Nullable String port) {
    var id = "CC-" + kind.toUpperCase(Locale.ROOT).replace(' ', '-');
    if (version == null) {
      return id;
    }
    id += "-" + version;
    var ported = port == null ? id : id + "-" + port.toUpperCase(Locale.ROOT);
    return PORTS.contains(ported) ? ported : id;
  }

  /** Whether it is an SPDX identifier: Creative Commons ones need their version. */
  static boolean complete(String licence) {
    return licence.equals("CC-PDDC")
        || PORTS.contains(licence)
        || Character.isDigit(licence.charAt(licence.length() - 1));
  }

  /**
   * Whether one of two is the other, said with less: {@code CC-BY-SA} and {@code CC-BY-SA-4.0},
   * {@code CC-BY-3.0} and {@code CC-BY-3.0-DE}.
   */
  static boolean sameSaidWithLess(String one, String other) {
    return other.startsWith(one + "-")
        && (PORTS.contains(other) && complete(one)
            || !complete(one) && Character.isDigit(other.charAt(one.length() + 1)));
  }

  static List<String> conditions(String licence) {
    var conditions = new ArrayList<String>();
    if (licence.contains("-BY") || licence.startsWith("OGL") || licence.startsWith("etalab")) {
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
