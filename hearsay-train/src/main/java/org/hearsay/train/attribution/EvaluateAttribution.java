package org.hearsay.train.attribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hearsay.reading.attribution.AttributionFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hearsay-train evaluate attribution --corpus gold ../shared/corpora/fr-attribution/dev}.
 */
@Command(
    name = "attribution",
    description = "Scores attributions, flags and hedges.",
    mixinStandardHelpOptions = true)
public final class EvaluateAttribution implements Callable<Integer> {

  @Option(names = "--corpus", required = true, description = "gold or polnear")
  private String corpus = "";

  @Option(names = "--errors", description = "Also prints what was missed and what was wrong.")
  private boolean errors;

  @Parameters(paramLabel = "PATH")
  private Path path = Path.of("");

  @Override
  public Integer call() throws IOException {
    var told = corpus.equals("polnear") ? Corpora.polnear(path) : Corpora.gold(path);
    var finder = new AttributionFinder();
    var score = new Score();
    for (var article : told) {
      var text = Reader.read(article);
      var said = finder.find(text, Reader.people(text));
      score.add(article, said);
      if (errors) {
        System.out.print(Errors.of(article, said));
      }
    }
    System.out.print(score.table());
    return 0;
  }
}
