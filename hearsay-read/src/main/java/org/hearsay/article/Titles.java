package org.hearsay.article;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The headline, without the outlet's name that titles carry along. */
final class Titles {
  private Titles() {}

  /**
   * The headline of JSON-LD, else Open Graph's title, other meta elements, the main heading, the
   * page's title. A kicker that Open Graph sets before the headline is kept.
   */
  static Optional<String> choose(
      Map<String, Object> article, PageHead head, VisibleData seen, String site) {
    var headline = clean(Metadata.string(article, "headline"), seen, site);
    var graph = clean(head.first("og:title"), seen, site);
    var shown = clean(seen.mainHeading(), seen, site);
    if (headline.isPresent() && graph.isPresent()) {
      var one = Words.folded(headline.get());
      var two = Words.folded(graph.get());
      var three = shown.map(Words::folded).orElse("");
      if (one.equals(three) && two.endsWith(" " + one) && two.length() < one.length() + 60) {
        return graph;
      }
    }
    return headline
        .or(() -> graph)
        .or(
            () ->
                clean(
                    head.first("twitter:title", "dc.title", "dcterms.title", "title"), seen, site))
        .or(() -> clean(head.first("parsely-title", "headline"), seen, site))
        .or(() -> shown)
        .or(() -> clean(Optional.of(head.title()), seen, site));
  }

  private static Optional<String> clean(Optional<String> given, VisibleData seen, String site) {
    return given
        .map(title -> SPACES.matcher(Metadata.plain(title)).replaceAll(" ").strip())
        .map(title -> clean(title, seen.headingTexts(), site))
        .filter(title -> !title.isBlank() && !Words.folded(title).equals(Words.folded(site)));
  }

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u00AD\\u200B]+");

  private static final String BARS = "|–—-·•:»«/\\~";

  /** Cuts a site's name off either end; what a heading of the page says alone is the title. */
  static String clean(String title, List<String> headings, String site) {
    for (var heading : headings) {
      if (heading.length() >= 15
          && heading.length() < title.length()
          && (title.startsWith(heading) && barred(title.substring(heading.length()))
              || title.endsWith(heading)
                  && barred(
                      new StringBuilder(title.substring(0, title.length() - heading.length()))
                          .reverse()
                          .toString()))) {
        return heading;
      }
    }
    var name = Words.folded(site);
    if (name.isEmpty()) {
      return title;
    }
    for (var i = title.length() - 2; i > 0; i--) {
      if (bar(title, i) && Words.folded(title.substring(i + 1)).equals(name)) {
        return title.substring(0, i).strip();
      }
    }
    return title;
  }

  private static boolean bar(String title, int i) {
    return BARS.indexOf(title.charAt(i)) >= 0
        && (i == 0 || title.charAt(i - 1) == ' ' || title.charAt(i) == '|');
  }

  private static boolean barred(String rest) {
    var stripped = rest.stripLeading();
    return !stripped.isEmpty() && BARS.indexOf(stripped.charAt(0)) >= 0 && stripped.length() < 60;
  }
}
