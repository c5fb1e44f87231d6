package org.hearsay.train.attribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.reading.attribution.ParserTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearsay-train train parser --test dev.conllu train.conllu}. */
@Command(
    name = "parser",
    description = "Trains the dependency parser that attributions use.",
    mixinStandardHelpOptions = true)
public final class TrainParser implements Callable<Integer> {

  @Option(names = "--epochs", defaultValue = "8")
  private int epochs;

  @Option(names = "--test", description = "Files to score it on.")
  private List<Path> test = List.of();

  @Option(names = "--out", required = true, description = "The model file to write.")
  private Path out = Path.of("");

  @Parameters(paramLabel = "FILE.conllu")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    var model = ParserTrainer.train(files, epochs);
    model.write(out);
    for (var file : test) {
      System.out.println(model.score(file));
    }
    return 0;
  }
}
