package org.hearsay.train.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearsay.article.Article;
import org.hearsay.article.Block;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * How well one page was read. Not annotated is NaN.
 *
 * @param text overlap of the text, by the corpus's convention
 * @param segments precision and recall over the must and must-not segments; null without segments
 */
public record PageScore(
    GoldPage page,
    @Nullable Overlap text,
    @Nullable Overlap whole,
    int with,
    int withFound,
    int without,
    int withoutFound,
    double title,
    double authors,
    double day,
    Article article) {

  static PageScore of(Corpus corpus, GoldPage page, Article article) {
    var all = corpus == Corpus.READABILITY || corpus == Corpus.WCXB;
    var lead = corpus == Corpus.READABILITY; // wcxb's truths leave out the pictures over a text
    var body = (all ? standfirst(page, article) : "") + body(article, all, lead);
    var shown = (article.standfirst() == null ? "" : article.standfirst()) + "\n\n" + body;
    var n = corpus == Corpus.WCXB ? 1 : 4;
    var folded = fold(shown);
    return new PageScore(
        page,
        page.text() == null ? null : Overlap.of(page.text(), body, n),
        page.text() == null ? null : Overlap.of(page.standfirst() + "\n\n" + page.text(), shown, n),
        page.with().size(),
        count(page.with(), folded),
        page.without().size(),
        count(page.without(), folded),
        page.title() == null ? Double.NaN : same(page.title(), article.title()) ? 1 : 0,
        page.authors() == null ? Double.NaN : authors(page.authors(), article.bylines()),
        page.date() == null ? Double.NaN : day(page.date(), article.published()) ? 1 : 0,
        article);
  }

  /** ROUGE-LSum of the text without captions. */
  static Overlap rouge(GoldPage page, Article article) {
    return RougeLsum.of(java.util.Objects.requireNonNull(page.text()), body(article, false, false));
  }

  private static int count(List<String> segments, String text) {
    return (int) segments.stream().filter(each -> text.contains(fold(each))).count();
  }

  /** Marks that nobody sees are no part of a word: truths keep them, readings do not. */
  private static String fold(String text) {
    return text.replaceAll("[\\u00AD\\u200B]+", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /** The standfirst where the page shows it: the truths of some corpora hold it in the text. */
  private static String standfirst(GoldPage page, Article article) {
    var text = article.standfirst();
    if (text == null) {
      return "";
    }
    try (var html = new ByteArrayInputStream(page.html())) {
      var seen = fold(Jsoup.parse(html, null, "").body().text());
      return seen.contains(fold(text)) && !article.text().contains(text) ? text + "\n\n" : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param lead whether captions that stand before the text count where captions do
   */
  private static String body(Article article, boolean captions, boolean lead) {
    return article.blocks().stream()
        .dropWhile(block -> !lead && block.kind() == Block.Kind.CAPTION)
        .filter(block -> captions || block.kind() != Block.Kind.CAPTION)
        .map(block -> block.in(article.text()))
        .collect(Collectors.joining("\n\n"));
  }

  private static boolean same(String truth, @Nullable String found) {
    return found != null && fold(truth).equals(fold(found));
  }

  /** F1 of the two sets of names. */
  public static double authors(List<String> truth, List<String> found) {
    var expected = names(truth);
    var seen = names(found);
    if (expected.isEmpty() && seen.isEmpty()) {
      return 1;
    }
    var common = new HashSet<>(expected);
    common.retainAll(seen);
    return 2.0 * common.size() / (expected.size() + seen.size());
  }

  private static Set<String> names(List<String> names) {
    var set = new TreeSet<String>();
    names.forEach(name -> set.add(fold(name).toLowerCase(Locale.ROOT)));
    return set;
  }

  public static boolean day(String truth, @Nullable String found) {
    if (found == null) {
      return false;
    }
    return days(truth).stream().anyMatch(days(found)::contains);
  }

  /** The day as written and the day in UTC: corpora keep the one or the other. */
  private static Set<String> days(String date) {
    var days = new TreeSet<String>();
    var iso = date.strip().replace(' ', 'T');
    days.add(iso.substring(0, Math.min(10, iso.length())));
    try {
      days.add(
          java.time.OffsetDateTime.parse(iso)
              .withOffsetSameInstant(java.time.ZoneOffset.UTC)
              .toLocalDate()
              .toString());
    } catch (java.time.DateTimeException e) {
      // a day alone
    }
    return days;
  }

  /** What the table ranks pages by. */
  double main() {
    if (whole != null && text != null) {
      return Math.max(text.f1(), whole.f1());
    }
    var found = withFound + (without - withoutFound);
    return with + without == 0 ? 1 : (double) found / (with + without);
  }
}
