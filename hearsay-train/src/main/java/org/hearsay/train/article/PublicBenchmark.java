package org.hearsay.train.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.hearsay.article.Article;
import org.hearsay.article.ArticleReader;
import org.hearsay.article.Block;
import org.hearsay.capture.Capture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public benchmarks of other projects, in their own layouts and with their own metrics. */
enum PublicBenchmark {
  /**
   * ScrapingHub's article extraction benchmark: {@code ground-truth.json} with the text of each
   * page, {@code html/ID.html.gz}, other extractors' texts in {@code output/NAME.json}, which are
   * scored beside.
   */
  SCRAPINGHUB {
    @Override
    void evaluate(Path root, int worst, PrintWriter out) throws IOException {
      var truth = JSON.readTree(root.resolve("ground-truth.json").toFile());
      var own = new ArrayList<Scored>();
      for (var entry : truth.properties()) {
        var article = read(root.resolve("html"), entry.getKey(), entry.getValue());
        var expected = entry.getValue().path("articleBody").asString("");
        var page = Shingles.of(expected, text(article));
        own.add(new Scored(entry.getKey(), new Overlap(page.precision(), page.recall()), page));
      }
      out.println("| extractor | pages | precision | recall | F1 |");
      out.println("| --- | --- | --- | --- | --- |");
      row(out, "hearsay", own);
      for (var file : jsonIn(root.resolve("output"))) {
        var others = new ArrayList<Scored>();
        var given = JSON.readTree(file.toFile());
        for (var entry : truth.properties()) {
          var page =
              Shingles.of(
                  entry.getValue().path("articleBody").asString(""),
                  given.path(entry.getKey()).path("articleBody").asString(""));
          others.add(
              new Scored(entry.getKey(), new Overlap(page.precision(), page.recall()), page));
        }
        row(out, file.getFileName().toString().replace(".json", ""), others);
      }
      worst(out, own, worst);
    }

    private void row(PrintWriter out, String name, List<Scored> pages) {
      var mean = Shingles.mean(pages.stream().map(Scored::shingles).toList());
      out.printf(
          Locale.ROOT,
          "| %s | %d | %.3f | %.3f | %.3f |%n",
          name,
          pages.size(),
          mean.precision(),
          mean.recall(),
          mean.f1());
    }
  },
  /**
   * Fundus's evaluation: {@code dataset/ground_truth.json} with the paragraphs of each page, those
   * in square brackets optional, and {@code dataset/html/ID}. ROUGE-LSum of the variant of the
   * truth that fits best, as there; the mean over pages.
   */
  FUNDUS_EVALUATION {
    @Override
    void evaluate(Path root, int worst, PrintWriter out) throws IOException {
      var folder = Files.isDirectory(root.resolve("dataset")) ? root.resolve("dataset") : root;
      var truth = JSON.readTree(folder.resolve("ground_truth.json").toFile());
      var pages = new ArrayList<Scored>();
      for (var entry : truth.properties()) {
        var article = read(folder.resolve("html"), entry.getKey(), entry.getValue());
        var paragraphs = new ArrayList<String>();
        entry.getValue().path("body").forEach(each -> paragraphs.add(each.asString()));
        var best = best(paragraphs, text(article));
        pages.add(new Scored(entry.getKey(), best, new Shingles.Page(0, 0, 0)));
      }
      out.println("| pages | precision | recall | ROUGE-LSum F1 |");
      out.println("| --- | --- | --- | --- |");
      out.printf(
          Locale.ROOT,
          "| %d | %.3f | %.3f | %.3f |%n",
          pages.size(),
          mean(pages, Overlap::precision),
          mean(pages, Overlap::recall),
          mean(pages, Overlap::f1));
      worst(out, pages, worst);
    }
  };

  private static final JsonMapper JSON = new JsonMapper();

  /** More optional paragraphs than this are tried one by one, not in all combinations. */
  private static final int MOST_COMBINED = 6;

  record Scored(String name, Overlap overlap, Shingles.Page shingles) {}

  abstract void evaluate(Path root, int worst, PrintWriter out) throws IOException;

  /** The truth with those optional paragraphs that make it fit best. */
  static Overlap best(List<String> paragraphs, String found) {
    var sentences = RougeLsum.sentences(found);
    var optional = new ArrayList<Integer>();
    for (var i = 0; i < paragraphs.size(); i++) {
      if (optional(paragraphs.get(i))) {
        optional.add(i);
      }
    }
    var best = new Overlap(0, 0);
    if (optional.size() <= MOST_COMBINED) {
      for (var choice = 0; choice < 1 << optional.size(); choice++) {
        var score = RougeLsum.of(chosen(paragraphs, optional, choice), sentences);
        best = score.f1() > best.f1() ? score : best;
      }
      return best;
    }
    var choice = 0L;
    for (var i = 0; i <= Math.min(optional.size(), 62); i++) {
      var with = i == 0 ? choice : choice | 1L << i - 1;
      var score = RougeLsum.of(chosen(paragraphs, optional, with), sentences);
      if (score.f1() > best.f1()) {
        best = score;
        choice = with;
      }
    }
    return best;
  }

  private static boolean optional(String paragraph) {
    return paragraph.length() > 1 && paragraph.startsWith("[") && paragraph.endsWith("]");
  }

  private static List<List<String>> chosen(
      List<String> paragraphs, List<Integer> optional, long choice) {
    var text = new StringBuilder();
    for (var i = 0; i < paragraphs.size(); i++) {
      var paragraph = paragraphs.get(i);
      var at = optional.indexOf(i);
      if (at >= 0 && (choice >> at & 1) == 0) {
        continue;
      }
      text.append(at < 0 ? paragraph : paragraph.substring(1, paragraph.length() - 1));
      text.append("\n\n");
    }
    return RougeLsum.sentences(text.toString());
  }

  private static double mean(List<Scored> pages, ToDoubleFunction<Overlap> part) {
    return pages.stream()
        .mapToDouble(page -> part.applyAsDouble(page.overlap()))
        .average()
        .orElse(0);
  }

  private static void worst(PrintWriter out, List<Scored> pages, int worst) {
    out.println();
    pages.stream()
        .sorted(
            Comparator.comparingDouble((Scored page) -> page.overlap().f1())
                .thenComparing(Scored::name))
        .limit(worst)
        .forEach(
            page ->
                out.printf(
                    Locale.ROOT,
                    "%-50s %.3f  precision %.3f recall %.3f%n",
                    page.name(),
                    page.overlap().f1(),
                    page.overlap().precision(),
                    page.overlap().recall()));
  }

  /** A page whose name may already end in {@code .html.gz}. */
  private static Article read(Path folder, String id, JsonNode about) throws IOException {
    for (var name : List.of(id, id + ".html.gz", id + ".html", id + ".gz")) {
      var file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        var bytes = Files.readAllBytes(file);
        if (name.endsWith(".gz")) {
          try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            bytes = in.readAllBytes();
          }
        }
        var uri = about.path("url").asString("");
        return new ArticleReader().read(new Capture(uri, bytes, "text/html", null, null)).article();
      }
    }
    throw new IOException(folder + ": no page " + id + ".html.gz nor .html");
  }

  /** Both truths leave captions and the headline out. */
  private static String text(Article article) {
    return article.blocks().stream()
        .filter(block -> block.kind() != Block.Kind.CAPTION)
        .map(block -> block.in(article.text()))
        .collect(Collectors.joining("\n\n"));
  }

  private static List<Path> jsonIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
