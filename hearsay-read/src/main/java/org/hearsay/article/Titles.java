package org.hearsay.article;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The headline, without the outlet's name that titles carry along. */
final class Titles {
  private Titles() {}

  /**
   * The headline of JSON-LD, else Open Graph's title, other meta elements, the main heading, the
   * page's title. A kicker before the headline is kept if Open Graph keeps it. Pages that are no
   * news often have a title for search engines in their data: there the heading counts for more
   * where another origin agrees with it.
   */
  static Optional<String> choose(
      Map<String, Object> article, PageHead head, VisibleData seen, String site, boolean news) {
    var headline = clean(Metadata.string(article, "headline"), seen, site);
    var graph = clean(head.first("og:title"), seen, site);
    var shown = clean(seen.heading(head.title()), seen, site);
    if (!news
        && headline.isPresent()
        && graph.isEmpty()
        && shown.isPresent()
        && Words.folded(head.title()).startsWith(Words.folded(shown.get()))) {
      return shown; // what data call the headline of a thing may be a description of it
    }
    if (headline.isPresent() && graph.isPresent()) {
      var one = Words.folded(headline.get());
      var two = Words.folded(graph.get());
      var three = shown.map(Words::folded).orElse("");
      if ((one.equals(three) || joined(two).equals(joined(three)))
          && two.endsWith(" " + one)
          && two.length() < one.length() + 60) {
        return graph;
      }
      if (one.endsWith(" " + two) && two.length() > 15 && one.length() < two.length() + 60) {
        return graph;
      }
      if (one.equals(three) && !two.equals(one) && seen.showsToo(two)) {
        return graph;
      }
      if (two.equals(three) && !one.equals(two) && (!news || two.startsWith(one))) {
        return shown;
      }
      if (!news && one.equals(two) && kin(three, one)) {
        return shown;
      }
    }
    if (headline.isEmpty() && graph.isPresent() && shown.isPresent()) {
      var same = withoutKickers(graph.get(), shown.get());
      if (!same.isEmpty()) {
        return Optional.of(same);
      }
      var two = Words.folded(graph.get());
      var three = Words.folded(shown.get());
      if (part(shown.get(), graph.get()) || !article(head) && kin(three, two)) {
        return shown;
      }
    }
    return headline
        // where no heading says it, other data may tell it from section and outlet after it
        .or(
            () ->
                graph.flatMap(all -> bare(head, seen, site).filter(told -> barredAfter(told, all))))
        .or(() -> graph)
        .or(
            () ->
                clean(
                    head.first("twitter:title", "dc.title", "dcterms.title", "title"), seen, site))
        .or(() -> bare(head, seen, site))
        .or(() -> shown)
        .or(() -> clean(Optional.of(head.title()), seen, site))
        .or(() -> seen.heading(head.title()));
  }

  /** What meta elements say that hold a headline and nothing more. */
  private static Optional<String> bare(PageHead head, VisibleData seen, String site) {
    return clean(head.first("parsely-title", "headline"), seen, site);
  }

  /** Whether a title is a headline and what a bar parts from it. */
  private static boolean barredAfter(String headline, String title) {
    return headline.length() >= LEAST_HEADLINE
        && title.startsWith(headline)
        && barred(title.substring(headline.length()));
  }

  private static boolean article(PageHead head) {
    return head.first("og:type").filter(type -> type.contains("article")).isPresent();
  }

  /**
   * Whether two wordings share half of their words: one headline, put twice, not one in the other.
   */
  static boolean kin(String one, String other) {
    if (one.contains(other)) {
      return false;
    }
    var words = new HashSet<>(Arrays.asList(one.split(" ")));
    var all = words.size();
    if (all < 3) {
      return false;
    }
    var others = new HashSet<>(Arrays.asList(other.split(" ")));
    words.retainAll(others);
    return 2 * words.size() >= Math.min(all, others.size());
  }

  private static final int LEAST_HEADLINE = 15;

  /**
   * What two wordings have in common after kickers that differ: {@code Fire: Mill burns down} and
   * {@code Saint-Orval - Mill burns down} give {@code Mill burns down}; empty where they do not.
   */
  static String withoutKickers(String one, String other) {
    var same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
      same++;
    }
    var common = one.substring(one.length() - same);
    var before = one.substring(0, one.length() - same);
    var beforeOther = other.substring(0, other.length() - same);
    return common.strip().length() >= LEAST_HEADLINE
            && kicker(before)
            && kicker(beforeOther)
            && Collections.disjoint(words(before), words(beforeOther))
        ? common.strip()
        : "";
  }

  private static List<String> words(String text) {
    return Arrays.asList(Words.folded(text).split(" "));
  }

  private static boolean kicker(String text) {
    var stripped = text.strip();
    return stripped.length() > 2 && BARS.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
  }

  private static String joined(String folded) {
    return folded.replace(" ", "");
  }

  /** Whether a heading has no word that the title has not, and is not all capitals. */
  private static boolean part(String heading, String title) {
    var words = Words.folded(heading).split(" ");
    return (words.length > 2 || Words.folded(heading).equals(Words.folded(title)))
        && heading.chars().anyMatch(Character::isLowerCase)
        && new HashSet<>(Arrays.asList(Words.folded(title).split(" ")))
            .containsAll(Arrays.asList(words));
  }

  private static Optional<String> clean(Optional<String> given, VisibleData seen, String site) {
    return given
        .map(title -> spaced(Metadata.plain(title)))
        .map(title -> clean(title, seen.headingTexts(), site))
        .filter(title -> !title.isBlank() && !Words.folded(title).equals(Words.folded(site)));
  }

  /** A title without what nobody sees, its white space one plain space each. */
  private static String spaced(String title) {
    for (var i = 0; i < title.length(); i++) {
      var c = title.charAt(i);
      if (c < ' '
          || c == ' ' && i + 1 < title.length() && title.charAt(i + 1) == ' '
          || c >= '\u007F' && !Letters.letterOrDigit(c)) {
        return SPACES.matcher(UNSEEN.matcher(title).replaceAll("")).replaceAll(" ").strip();
      }
    }
    return title.strip();
  }

  private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private static final String BARS = "|–—-·•:»«/\\~›ㅣ";

  /**
   * Cuts a site's name off either end; what a heading of the page says alone is the title. What
   * stands before a colon is a kicker, and stays.
   */
  static String clean(String title, List<String> headings, String site) {
    for (var heading : headings) {
      if (heading.length() < LEAST_HEADLINE
          || heading.length() >= title.length()
          || !title.startsWith(heading) && !title.endsWith(heading)) {
        continue;
      }
      var before = title.substring(0, title.length() - heading.length());
      var kicker = before.strip().endsWith(":") && !before.strip().endsWith("::");
      if (barredAfter(heading, title)
          || title.endsWith(heading)
              && !kicker
              && barred(new StringBuilder(before).reverse().toString())) {
        return heading;
      }
    }
    var name = Words.folded(site);
    if (name.isEmpty()) {
      return title;
    }
    for (var i = title.length() - 2; i > 0; i--) {
      if (bar(title, i) && same(Words.folded(title.substring(i + 1)), name)) {
        return title.substring(0, i).strip();
      }
    }
    return title;
  }

  /** The outlet's name, with or without its domain's ending or a word more. */
  private static boolean same(String rest, String name) {
    return rest.equals(name)
        || rest.length() > 3 && name.startsWith(rest + " ")
        || name.length() > 3 && rest.startsWith(name + " ") && rest.length() < name.length() + 12;
  }

  private static boolean bar(String title, int i) {
    return BARS.indexOf(title.charAt(i)) >= 0
        && (i == 0 || title.charAt(i - 1) == ' ' || "|ㅣ".indexOf(title.charAt(i)) >= 0);
  }

  private static boolean barred(String rest) {
    var stripped = rest.stripLeading();
    return !stripped.isEmpty() && BARS.indexOf(stripped.charAt(0)) >= 0 && stripped.length() < 60;
  }
}
