package org.hearsay.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Metadata that a page shows or marks up in its text: headings, microdata, {@code rel=author},
 * {@code time} elements, elements called byline or date. The weakest origin, and often the only
 * one.
 */
final class VisibleData {

  private final List<String> headingTexts = new ArrayList<>();
  private final Set<String> headings = new LinkedHashSet<>();
  private final List<String> authors = new ArrayList<>();
  private final List<String> shownAuthors = new ArrayList<>();
  private String mainHeading = "";
  private String published = "";
  private String shownDate = "";
  private String modified = "";

  private VisibleData() {}

  static VisibleData of(HtmlTree tree) {
    var seen = new VisibleData();
    for (var i = 0; i < tree.size(); i++) {
      var tag = tree.tag(i);
      switch (tag) {
        case TEXT -> {}
        case H1, H2 -> seen.heading(tree, i);
        case SCRIPT, STYLE, SVG, NOSCRIPT, META, LINK -> i = tree.last(i);
        default -> {
          if (tree.openEnd(i) - tree.start(i) > 8) {
            seen.element(tree, i);
          }
        }
      }
    }
    return seen;
  }

  private void heading(HtmlTree tree, int node) {
    var text = text(tree, node, 600);
    if (text.isBlank() || headingTexts.size() > 60) {
      return;
    }
    headingTexts.add(text);
    headings.add(Words.folded(text));
    if (tree.tag(node) == Tag.H1 && Words.count(text) > Math.min(3, Words.count(mainHeading))) {
      mainHeading = mainHeading.isEmpty() ? text : mainHeading;
    }
  }

  private void element(HtmlTree tree, int node) {
    var names = "";
    var itemprop = "";
    var rel = "";
    var when = "";
    var attributes = tree.attributes(node);
    for (var i = 0; i < attributes.length; i += 2) {
      switch (attributes[i]) {
        case "class", "id", "data-testid" ->
            names += " " + attributes[i + 1].toLowerCase(Locale.ROOT);
        case "itemprop" -> itemprop = attributes[i + 1].toLowerCase(Locale.ROOT);
        case "rel" -> rel = attributes[i + 1].toLowerCase(Locale.ROOT);
        case "datetime", "content" -> when = when.isEmpty() ? attributes[i + 1] : when;
        case "pubdate" -> itemprop = itemprop.isEmpty() ? "datepublished" : itemprop;
        default -> {}
      }
    }
    if (itemprop.contains("author") || rel.equals("author")) {
      authors(tree, node, authors);
    } else if (byline(names)) {
      authors(tree, node, shownAuthors);
    }
    if (itemprop.contains("datepublished") || itemprop.contains("datecreated")) {
      published = published.isEmpty() ? date(tree, node, when) : published;
    } else if (itemprop.contains("datemodified")) {
      modified = modified.isEmpty() ? date(tree, node, when) : modified;
    } else if (shownDate.isEmpty() && (tree.tag(node) == Tag.TIME || dated(names))) {
      shownDate = Dates.parse(date(tree, node, when)).orElse("");
    }
  }

  private static String date(HtmlTree tree, int node, String when) {
    return when.isEmpty() ? text(tree, node, 300) : when;
  }

  private void authors(HtmlTree tree, int node, List<String> found) {
    var name = text(tree, node, 400);
    if (found.size() < 6
        && name.length() > 2
        && name.length() < 60
        && Words.count(name) <= 8
        && name.chars().noneMatch(Character::isDigit)) {
      found.add(name);
    }
  }

  private static boolean byline(String names) {
    return names.contains("byline")
        || names.contains("author") && !names.contains("authority")
        || names.contains("auteur");
  }

  private static boolean dated(String names) {
    return names.contains("date") && !names.contains("update")
        || names.contains("publish")
        || names.contains("time") && !names.contains("sometime");
  }

  private static String text(HtmlTree tree, int node, int most) {
    return SourceText.of(
            tree.chars(),
            tree.openEnd(node),
            Math.min(tree.end(node), tree.openEnd(node) + most),
            false)
        .text();
  }

  List<String> headingTexts() {
    return headingTexts;
  }

  /** All first and second headings, folded. */
  Set<String> headings() {
    return headings;
  }

  Optional<String> mainHeading() {
    return Optional.of(mainHeading).filter(text -> !text.isEmpty());
  }

  List<String> authors() {
    return authors.isEmpty() ? shownAuthors : authors;
  }

  Optional<String> published() {
    return Dates.parse(published).or(() -> Dates.parse(shownDate));
  }

  Optional<String> modified() {
    return Dates.parse(modified);
  }
}
