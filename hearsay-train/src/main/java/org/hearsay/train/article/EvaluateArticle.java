package org.hearsay.train.article;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.article.ArticleReader;
import org.hearsay.article.CrossValidation;
import org.hearsay.article.UnseenReader;
import org.hearsay.capture.Capture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearsay-train evaluate article --corpus fundus PATH}. */
@Command(
    name = "article",
    description =
        "Scores the extraction of articles on a public corpus, with that corpus's metric.",
    mixinStandardHelpOptions = true)
public final class EvaluateArticle implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--corpus",
      required = true,
      description = "fundus, wcxb, trafilatura, readability, scrapinghub or fundus-evaluation")
  private String corpus = "";

  @Option(
      names = "--worst",
      defaultValue = "20",
      description = "how many of the worst pages to list")
  private int worst;

  @Option(names = "--rouge", description = "also give the mean ROUGE-LSum F1")
  private boolean rouge;

  @Option(
      names = "--unseen",
      description =
          "scores by models that have not seen the page's site, as 'train article' writes them")
  private @Nullable Path unseen;

  @Option(
      names = "--speed",
      paramLabel = "ROUNDS",
      description = "measure time instead, the best of so many rounds over all pages")
  private int speed;

  @Parameters(paramLabel = "PATH", description = "the corpus's folder")
  private Path path = Path.of("");

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var name = corpus.toUpperCase(Locale.ROOT).replace('-', '_');
    for (var benchmark : PublicBenchmark.values()) {
      if (benchmark.name().equals(name)) {
        benchmark.evaluate(path, worst, out);
        out.flush();
        return 0;
      }
    }
    var kind = Corpus.valueOf(name);
    if (speed > 0) {
      Speed.measure(kind.read(path), speed, out);
      out.flush();
      return 0;
    }
    var reader = new ArticleReader();
    var given = unseen == null ? Map.<String, float[]>of() : CrossValidation.read(unseen);
    var scores = new ArrayList<PageScore>();
    for (var page : kind.read(path)) {
      var capture = new Capture(page.uri(), page.html(), "text/html", null, null);
      var own = given.get(CrossValidation.key(kind, page));
      var article = own == null ? reader.read(capture).article() : UnseenReader.read(capture, own);
      scores.add(PageScore.of(kind, page, article));
    }
    Table.print(out, kind, scores, worst);
    if (rouge) {
      var mean =
          scores.stream()
              .filter(score -> score.page().text() != null)
              .mapToDouble(score -> PageScore.rouge(score.page(), score.article()).f1())
              .average()
              .orElse(Double.NaN);
      out.printf(Locale.ROOT, "%nROUGE-LSum F1, mean over pages: %.3f%n", mean);
    }
    out.flush();
    return 0;
  }
}
