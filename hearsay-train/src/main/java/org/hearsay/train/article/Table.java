package org.hearsay.train.article;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Prints scores as a Markdown table, then the worst pages. */
final class Table {
  private Table() {}

  static void print(PrintWriter out, Corpus corpus, List<PageScore> scores, int worst) {
    var groups = new TreeMap<String, List<PageScore>>();
    for (var score : scores) {
      groups.computeIfAbsent(score.page().group(), k -> new ArrayList<>()).add(score);
    }
    out.println(
        "| group | pages | precision | recall | F1 | with standfirst F1 | title | authors | day |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    if (groups.size() > 1) {
      groups.forEach((group, pages) -> row(out, group, pages));
    }
    row(out, "all", scores);
    out.println();
    scores.stream()
        .sorted(
            Comparator.comparingDouble(PageScore::main).thenComparing(score -> score.page().name()))
        .limit(worst)
        .forEach(score -> worst(out, score));
  }

  private static void row(PrintWriter out, String group, List<PageScore> scores) {
    var text = mean(scores, false);
    var whole = mean(scores, true);
    out.printf(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
        group,
        scores.size(),
        text.precision(),
        text.recall(),
        text.f1(),
        whole.f1(),
        average(scores, PageScore::title),
        average(scores, PageScore::authors),
        average(scores, PageScore::day));
  }

  /** Mean precision and recall over pages; for segments, over all of them together. */
  static Overlap mean(List<PageScore> scores, boolean withStandfirst) {
    if (scores.stream().allMatch(score -> score.text() == null)) {
      var found = scores.stream().mapToInt(PageScore::withFound).sum();
      var wrong = scores.stream().mapToInt(PageScore::withoutFound).sum();
      var all = scores.stream().mapToInt(PageScore::with).sum();
      return new Overlap(
          found + wrong == 0 ? 0 : (double) found / (found + wrong),
          all == 0 ? 0 : (double) found / all);
    }
    ToDoubleFunction<Overlap> precision = Overlap::precision;
    ToDoubleFunction<Overlap> recall = Overlap::recall;
    return new Overlap(
        average(scores, withStandfirst, precision), average(scores, withStandfirst, recall));
  }

  private static double average(
      List<PageScore> scores, boolean whole, ToDoubleFunction<Overlap> part) {
    return scores.stream()
        .map(score -> whole ? score.whole() : score.text())
        .filter(java.util.Objects::nonNull)
        .mapToDouble(part)
        .average()
        .orElse(0);
  }

  private static double average(List<PageScore> scores, ToDoubleFunction<PageScore> field) {
    return scores.stream()
        .mapToDouble(field)
        .filter(x -> !Double.isNaN(x))
        .average()
        .orElse(Double.NaN);
  }

  private static void worst(PrintWriter out, PageScore score) {
    var text = score.text();
    out.printf(
        Locale.ROOT,
        "%-50s %.3f  %s%n",
        score.page().name(),
        score.main(),
        text == null
            ? "with %d of %d, without %d of %d"
                .formatted(score.withFound(), score.with(), score.withoutFound(), score.without())
            : String.format(
                Locale.ROOT, "precision %.3f recall %.3f", text.precision(), text.recall()));
  }
}
