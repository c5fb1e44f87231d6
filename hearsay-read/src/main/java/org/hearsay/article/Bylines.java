package org.hearsay.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The authors, one name each. */
final class Bylines {
  private Bylines() {}

  private static final String[] META = {
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "dc.contributor",
    "cxenseparse:author",
    "article:author_name",
    "citation_author",
    "authors",
    "og:article:author",
    "twitter:data1"
  };

  static List<String> choose(
      Map<String, Object> article, PageHead head, VisibleData seen, String site) {
    var names = new ArrayList<String>();
    for (var key : new String[] {"author", "creator"}) {
      if (names.isEmpty()) {
        ofItem(article.get(key), head, names, 0);
      }
    }
    for (var key : META) {
      if (!names.isEmpty() || key.equals("twitter:data1") && !writtenBy(head)) {
        break;
      }
      for (var value : head.all(key)) {
        split(Metadata.plain(value), names);
      }
    }
    if (names.isEmpty()) {
      seen.authors().forEach(name -> split(name, names));
    }
    return Metadata.distinct(names);
  }

  private static boolean writtenBy(PageHead head) {
    var label = head.first("twitter:label1").orElse("").toLowerCase(Locale.ROOT);
    return label.startsWith("written") || label.startsWith("écrit") || label.startsWith("verfasst");
  }

  private static void ofItem(@Nullable Object value, PageHead head, List<String> names, int depth) {
    if (depth > 4) {
      return;
    }
    for (var each : Metadata.list(value)) {
      if (each instanceof String text) {
        split(Metadata.plain(text), names);
      } else if (each instanceof Map<?, ?> map) {
        if (map.get("name") != null) {
          ofItem(map.get("name"), head, names, depth + 1);
        } else if (map.get("@id") != null) {
          Metadata.byId(head, map.get("@id"))
              .ifPresent(item -> ofItem(item.get("name"), head, names, depth + 1));
        } else if (map.get("@list") != null) {
          ofItem(map.get("@list"), head, names, depth + 1);
        }
      }
    }
  }

  private static final Pattern BY =
      Pattern.compile(
          "^(?:(?:written |posted |article |story )?by|par|von|por|di|door|av|af|by:|propos recueillis par)\\s*:?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*(?:;|\\||\\n|\\s+(?:and|et|und|y|e|en|och|og|&)\\s+|,\\s+(?:and|et|und|y)\\s+)\\s*",
          Pattern.CASE_INSENSITIVE);

  /** Takes a byline apart: {@code By Ann Lee and Bob Ray} is two names. */
  static void split(String byline, List<String> names) {
    var text = byline.strip();
    if (text.length() > 300) {
      return;
    }
    text = BY.matcher(text).replaceFirst("");
    for (var part : BETWEEN.split(text)) {
      var commas = part.split("\\s*,\\s*");
      // "Lee, Ann" is one name; "Ann Lee, Bob Ray" are two
      var people = commas.length > 1;
      for (var piece : commas) {
        people = people && piece.indexOf(' ') > 0;
      }
      for (var name : people ? commas : new String[] {part}) {
        var clean = name.strip().replaceAll("\\s+", " ");
        if (plausible(clean) && names.size() < 30) {
          names.add(clean);
        }
      }
    }
  }

  private static boolean plausible(String name) {
    if (name.length() < 2
        || name.length() > 100
        || name.startsWith("http")
        || name.startsWith("@")
        || name.indexOf('/') >= 0 && name.indexOf(' ') < 0
        || name.indexOf('@') > 0) {
      return false;
    }
    return name.codePoints().anyMatch(Character::isLetter);
  }
}
