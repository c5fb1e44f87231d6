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
  private final List<Shown> authors = new ArrayList<>();
  private final List<Shown> shownAuthors = new ArrayList<>();
  private int headingAt = -1;
  private String mainHeading = "";
  private String published = "";
  private String modified = "";

  /** What elements show that may be dates, in the order of the page, and where they stand. */
  private final List<Dated> dated = new ArrayList<>();

  private final HtmlTree tree;
  private final String language;

  private VisibleData(HtmlTree tree, String language) {
    this.tree = tree;
    this.language = language;
  }

  /**
   * @param language as the page declares it, in which its dates are written; may be empty
   */
  static VisibleData of(HtmlTree tree, PageElements elements, String language) {
    var seen = new VisibleData(tree, language);
    for (var i = 0; i < tree.size(); i++) {
      var tag = tree.tag(i);
      switch (tag) {
        case TEXT -> {}
        case H1, H2 -> seen.heading(tree, i);
        case SCRIPT, STYLE, SVG, NOSCRIPT, META, LINK -> i = tree.last(i);
        default -> {
          if (tree.openEnd(i) - tree.start(i) > 8
              && (tag == Tag.FORM || tag == Tag.TIME || elements.shows(i))
              && seen.element(tree, elements, i)) {
            i = tree.last(i);
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
      headingAt = mainHeading.isEmpty() ? node : headingAt;
      mainHeading = mainHeading.isEmpty() ? text : mainHeading;
    }
  }

  /** Whether what the element holds is of no use: comments and forms of moderate size. */
  private boolean element(HtmlTree tree, PageElements elements, int node) {
    var itemprop = "";
    var rel = "";
    var when = "";
    for (var each = tree.attributesOf(node); each.next(); ) {
      if (each.is("itemprop") || each.is("property") && itemprop.isEmpty()) {
        itemprop = each.value().toLowerCase(Locale.ROOT);
      } else if (each.is("rel")) {
        rel = each.value().toLowerCase(Locale.ROOT);
      } else if (each.is("datetime") || each.is("content")) {
        when = when.isEmpty() ? each.value() : when;
      } else if (each.is("pubdate")) {
        itemprop = itemprop.isEmpty() ? "datepublished" : itemprop;
      }
    }
    if ((elements.named(node, ClassWords.COMMENT) || tree.tag(node) == Tag.FORM)
        && tree.last(node) - node < tree.size() / 3
        && headingAt >= 0) {
      return true;
    }
    if (itemprop.contains("author") || rel.equals("author")) {
      authors(tree, node, authors);
    } else if (byline(elements, node) || elements.toAuthor(node)) {
      authors(tree, node, shownAuthors);
    }
    if (itemprop.contains("datepublished") || itemprop.contains("datecreated")) {
      published = published.isEmpty() ? date(tree, node, when) : published;
    } else if (itemprop.contains("datemodified")) {
      modified = modified.isEmpty() ? date(tree, node, when) : modified;
    } else if (dated.size() < MOST_DATES && (tree.tag(node) == Tag.TIME || dated(elements, node))) {
      dated.add(new Dated(node, when));
    }
    return false;
  }

  /**
   * @param when as its attributes say; else its text counts
   */
  private record Dated(int node, String when) {}

  private static final int MOST_DATES = 2000;

  private static String date(HtmlTree tree, int node, String when) {
    return when.isEmpty() ? text(tree, node, 300) : when;
  }

  /** Names that an element shows: each of its texts by itself, for names stand without spaces. */
  private void authors(HtmlTree tree, int node, List<Shown> found) {
    if (found.size() >= MOST_AUTHORS || tree.last(node) - node > 60 || inPicture(tree, node)) {
      return;
    }
    var lines = new StringBuilder();
    var before = -1;
    for (var i = node; i <= tree.last(node); i++) {
      if (tree.tag(i).dropped()) {
        i = tree.last(i);
      } else if (tree.tag(i) == Tag.TEXT) {
        var line =
            SourceText.of(tree.chars(), tree.start(i), tree.openEnd(i), false).text().strip();
        if (line.length() > 1
            && line.length() < 100
            && Words.count(line) <= 10
            && line.chars().noneMatch(Character::isDigit)) {
          // first and last name may be in spans of one link; two links are two names
          var holder = holder(tree, i);
          lines.append(lines.length() == 0 ? "" : holder == before ? " " : "\n").append(line);
          before = holder;
        }
      }
    }
    if (lines.length() > 2 && lines.length() < 300) {
      found.add(new Shown(node, lines.toString()));
    }
  }

  /** Who is named with a picture or a sound has made that. */
  private static boolean inPicture(HtmlTree tree, int node) {
    var up = 0;
    for (var i = node; i >= 0 && up < 6; i = tree.parent(i), up++) {
      if (tree.tag(i) == Tag.FIGURE || tree.tag(i) == Tag.FIGCAPTION) {
        return true;
      }
    }
    return false;
  }

  private static int holder(HtmlTree tree, int text) {
    var up = 0;
    for (var i = tree.parent(text); i >= 0 && up < 4; i = tree.parent(i), up++) {
      if (tree.tag(i) == Tag.A) {
        return i;
      }
    }
    return tree.parent(text);
  }

  /** A text that may be a byline, and the element that shows it. */
  private record Shown(int node, String text) {}

  private static final int MOST_AUTHORS = 40;

  /** Dates that are looked at on either side of the headline. */
  private static final int DATES_READ = 4;

  private static final int MOST_READ_ELSEWHERE = 50;

  /** How many nodes may be between a headline and its byline, and between two names of one. */
  private static final int FROM_HEADLINE = 300;

  private static final int BETWEEN_NAMES = 60;

  /** How many nodes may be between a date and the headline under it. */
  private static final int ABOVE_HEADLINE = 60;

  /** And between a headline and its date: further down dates are of other articles. */
  private static final int BELOW_HEADLINE = 100;

  /**
   * The names that stand together: those that follow the main heading first, else the first. What
   * stands further down is of comments and other articles.
   */
  private List<String> together(List<Shown> all) {
    var from = 0;
    while (from < all.size() && all.get(from).node() < headingAt) {
      from++;
    }
    if (from == all.size()
        || headingAt >= 0 && all.get(from).node() > headingAt + FROM_HEADLINE && from > 0) {
      from = 0;
    }
    var found = new ArrayList<String>();
    for (var i = from;
        i < all.size()
            && found.size() < 6
            && (i == from || all.get(i).node() - all.get(i - 1).node() < BETWEEN_NAMES);
        i++) {
      found.add(all.get(i).text());
    }
    return found;
  }

  private static boolean byline(PageElements elements, int node) {
    return elements.named(node, ClassWords.BYLINE)
        || elements.named(node, ClassWords.AUTHOR) && !elements.named(node, ClassWords.AUTHORITY);
  }

  private static boolean dated(PageElements elements, int node) {
    return elements.named(node, ClassWords.DATE) && !elements.named(node, ClassWords.UPDATE)
        || elements.named(node, ClassWords.PUBLISH)
        || elements.named(node, ClassWords.TIME) && !elements.named(node, ClassWords.SOMETIME);
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

  /**
   * Whether one of the two headings after the main one ends with this headline: some pages have a
   * wording for search engines in their first heading, above the headline that readers see.
   *
   * @param headline folded
   */
  boolean showsToo(String headline) {
    var main = headingTexts.indexOf(mainHeading);
    for (var i = main + 1; main >= 0 && i < Math.min(headingTexts.size(), main + 3); i++) {
      if (Words.folded(headingTexts.get(i)).endsWith(headline)) {
        return headline.length() > 15;
      }
    }
    return false;
  }

  /** Letters that a heading has to have to be found again in a page's title. */
  private static final int TELLING = 10;

  /**
   * The main heading; the one that is most of the page's title where the main heading is no more
   * than a part of that or has little of it: a page's first heading may be the name of the site, of
   * a section or of a menu.
   *
   * @param title of the page, as its head has it
   */
  Optional<String> heading(String title) {
    var folded = Words.folded(title);
    var main = Words.folded(mainHeading);
    var within = folded.contains(main);
    var best = mainHeading;
    if (within || !Titles.kin(main, folded)) {
      var most = Math.max(TELLING, within ? main.length() : 0);
      for (var each : headingTexts) {
        var other = Words.folded(each);
        if (other.length() > most && folded.contains(other)) {
          best = each;
          most = other.length();
        }
      }
    }
    return Optional.of(best).filter(text -> !text.isBlank());
  }

  Optional<String> mainHeading() {
    return Optional.of(mainHeading).filter(text -> !text.isEmpty());
  }

  List<String> authors() {
    var marked = together(authors);
    return marked.isEmpty() ? together(shownAuthors) : marked;
  }

  /** Dates that stand right below the headline, then those right above it. */
  private List<Dated> datesAtHeadline() {
    var below = new ArrayList<Dated>();
    var above = new ArrayList<Dated>();
    for (var each : dated) {
      if (each.node() < headingAt) {
        if (each.node() > headingAt - ABOVE_HEADLINE) {
          above.add(0, each);
        }
      } else if (headingAt < 0 || each.node() < headingAt + BELOW_HEADLINE) {
        below.add(each);
      }
    }
    var all = new ArrayList<>(below.subList(0, Math.min(DATES_READ, below.size())));
    all.addAll(above.subList(0, Math.min(DATES_READ, above.size())));
    return all;
  }

  private String shown(Dated each) {
    return date(tree, each.node(), each.when());
  }

  /** A date that could be read, and what shows it. */
  private record Told(String date, String shown) {}

  /** The first that can be read at the headline, once it was looked for. */
  private Optional<Told> atHeadline = Optional.empty();

  private boolean looked;

  private Optional<Told> atHeadline() {
    if (!looked) {
      looked = true;
      atHeadline =
          datesAtHeadline().stream()
              .map(this::shown)
              .flatMap(shown -> Dates.parse(shown, language).map(d -> new Told(d, shown)).stream())
              .findFirst();
    }
    return atHeadline;
  }

  Optional<String> published() {
    return Dates.parse(published, language).or(() -> atHeadline().map(Told::date));
  }

  /** The first date that the page shows, wherever that is: often that of another article. */
  Optional<String> elsewhere() {
    return dated.stream()
        .limit(MOST_READ_ELSEWHERE)
        .flatMap(each -> Dates.parse(shown(each), language).stream())
        .findFirst();
  }

  Optional<String> modified() {
    return Dates.parse(modified, language)
        .or(() -> atHeadline().flatMap(told -> Dates.revised(told.shown(), language)));
  }
}
