package org.hearsay.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /**
   * The first origin that names somebody other than the outlet itself; the outlet's own name when
   * it is all there is.
   */
  static List<String> choose(
      Map<String, Object> article, PageHead head, VisibleData seen, String site) {
    var outlets = outlets(article, site);
    var fallback = new ArrayList<String>();
    for (var key : new String[] {"author", "creator"}) {
      var names = new ArrayList<String>();
      ofItem(article.get(key), head, names, 0);
      if (people(names, outlets, fallback)) {
        return Metadata.distinct(names);
      }
    }
    for (var key : META) {
      if (key.equals("twitter:data1") && !writtenBy(head)) {
        break;
      }
      var names = new ArrayList<String>();
      for (var value : head.all(key)) {
        split(Metadata.plain(value), names);
      }
      if (people(names, outlets, fallback)) {
        return Metadata.distinct(names);
      }
    }
    var names = new ArrayList<String>();
    seen.authors().forEach(name -> split(name, names));
    return people(names, outlets, fallback)
        ? Metadata.distinct(names)
        : Metadata.distinct(fallback);
  }

  /** Drops the outlet's names; whether anybody is left. */
  private static boolean people(List<String> names, Set<String> outlets, List<String> fallback) {
    var own = names.stream().filter(name -> outlets.contains(Words.folded(name))).toList();
    if (own.size() < names.size()) {
      names.removeAll(own);
    } else {
      names.clear();
      if (fallback.isEmpty()) {
        fallback.addAll(own);
      }
    }
    return !names.isEmpty();
  }

  private static Set<String> outlets(Map<String, Object> article, String site) {
    var outlets = new HashSet<String>();
    outlets.add(Words.folded(site));
    Metadata.string(article, "publisher").map(Words::folded).ifPresent(outlets::add);
    outlets.remove("");
    return outlets;
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
        var clean = TAIL.matcher(name.strip().replaceAll("\\s+", " ")).replaceFirst("");
        if (plausible(clean) && names.size() < 30) {
          names.add(clean);
        }
      }
    }
  }

  /** A signature or an office after the name: {@code Ann Lee (al)}, {@code Ann Lee, Reporter}. */
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*\\([^()]{1,40}\\)$|\\s+기자$|,\\s*(?:staff writer|reporter|correspondent|editor|journaliste)$",
          Pattern.CASE_INSENSITIVE);

  private static boolean plausible(String name) {
    if (name.length() < 2
        || name.length() > 100
        || name.startsWith("http")
        || name.startsWith("@")
        || name.startsWith("(")
        || name.indexOf(':') >= 0
        || name.indexOf('/') >= 0 && name.indexOf(' ') < 0
        || name.indexOf('@') > 0) {
      return false;
    }
    return name.codePoints().anyMatch(Character::isLetter);
  }
}
