package org.hearsay.train;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.language.tagging.Columns;
import org.hearsay.language.tagging.PosFeatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a part-of-speech model on Universal Dependencies files. */
@Command(
    name = "pos",
    description = "Trains a part-of-speech model.",
    mixinStandardHelpOptions = true)
final class PosTraining implements Callable<Integer> {

  @Option(names = "--out", required = true, description = "The model file to write.")
  private Path out = Path.of("");

  @Option(names = "--epochs", defaultValue = "12")
  private int epochs;

  @Option(names = "--rate", defaultValue = "0.1")
  private float rate;

  @Option(names = "--l2", defaultValue = "0.0005")
  private float l2;

  @Option(names = "--least", defaultValue = "2")
  private int least;

  @Option(names = "--prune", defaultValue = "0.05")
  private float prune;

  @Parameters(paramLabel = "FILE.conllu")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    var labels = Arrays.stream(PartOfSpeech.values()).map(Enum::name).toList();
    var trainer =
        new CrfTrainer(
            labels,
            new boolean[(labels.size() + 1) * labels.size()],
            new boolean[labels.size()],
            new CrfTrainer.Settings(epochs, rate, l2, least, prune, 0, false, 1, 1e-6f, 1));
    for (var sentence : Conllu.read(files.toArray(Path[]::new))) {
      var words = WordText.of(sentence.words().stream().map(Conllu.Word::form).toList());
      var gold = sentence.words().stream().mapToInt(w -> w.tag().ordinal()).toArray();
      trainer.add(new PosFeatures(new Columns(words.text(), words.tokens())), 0, gold.length, gold);
    }
    trainer.train();
    var bytes = new ByteArrayOutputStream();
    trainer.write(bytes, new float[labels.size()]);
    Files.write(out, bytes.toByteArray());
    System.out.println(out + ": " + bytes.size() + " bytes");
    return 0;
  }
}
