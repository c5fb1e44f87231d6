package org.hearsay.train.attribution;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hearsay.reading.attribution.StartTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearsay-train train network-start --language fr --states FILE --out FILE CORPORA}. */
@Command(
    name = "network-start",
    description = {
      "Makes what the network of attributions begins with,",
      "from the states that context_vectors.py made of the words of vector-words."
    },
    mixinStandardHelpOptions = true)
public final class TrainNetworkStart implements Callable<Integer> {

  @Option(names = "--language", required = true)
  private String language = "";

  @Option(names = "--states", required = true, description = "What the large model makes of them.")
  private Path states = Path.of("");

  @Option(names = "--epochs", description = "How often all texts are read: ${DEFAULT-VALUE}.")
  private int epochs = 10;

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  @Parameters(paramLabel = "CORPORA")
  private Path corpora = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (VectorWords.missing(language)) {
      return 2;
    }
    var trainer = new StartTrainer(VectorWords.texts(corpora, language), language, states);
    try (var stream = new BufferedOutputStream(Files.newOutputStream(out))) {
      trainer.train(epochs, stream);
    }
    return 0;
  }
}
