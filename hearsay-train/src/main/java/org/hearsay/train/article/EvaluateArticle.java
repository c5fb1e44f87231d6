package org.hearsay.train.article;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
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

  @Option(names = "--corpus", required = true, description = "${COMPLETION-CANDIDATES}")
  private String corpus = "";

  @Option(
      names = "--worst",
      defaultValue = "20",
      description = "how many of the worst pages to list")
  private int worst;

  @Parameters(paramLabel = "PATH", description = "the corpus's folder")
  private Path path = Path.of("");

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var kind = Corpus.valueOf(corpus.toUpperCase(Locale.ROOT));
    var reader = new ArticleReader();
    var scores = new ArrayList<PageScore>();
    for (var page : kind.read(path)) {
      var article =
          reader.read(new Capture(page.uri(), page.html(), "text/html", null, null)).article();
      scores.add(PageScore.of(kind, page, article));
    }
    Table.print(out, kind, scores, worst);
    out.flush();
    return 0;
  }
}
