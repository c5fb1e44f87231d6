package org.hearsay.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headline, without the outlet's name that titles carry along. */
final class Titles {
  private Titles() {}

  static Optional<String> choose(
      Map<String, Object> article, PageHead head, VisibleData seen, String site) {
    var candidates = new ArrayList<String>();
    Metadata.string(article, "headline").ifPresent(candidates::add);
    head.first("og:title").ifPresent(candidates::add);
    head.first("twitter:title", "dc.title", "dcterms.title", "title", "parsely-title", "headline")
        .ifPresent(candidates::add);
    Metadata.string(article, "name").ifPresent(candidates::add);
    seen.mainHeading().ifPresent(candidates::add);
    if (!head.title().isBlank()) {
      candidates.add(head.title());
    }
    for (var candidate : candidates) {
      var title =
          clean(Metadata.plain(candidate).replaceAll("\\s+", " "), seen.headingTexts(), site);
      if (!title.isBlank() && !Words.folded(title).equals(Words.folded(site))) {
        return Optional.of(title);
      }
    }
    return Optional.empty();
  }

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
