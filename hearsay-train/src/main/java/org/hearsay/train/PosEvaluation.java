package org.hearsay.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.language.tagging.Columns;
import org.hearsay.language.tagging.PosFeatures;
import org.hearsay.language.tagging.SequenceModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accuracy of a part-of-speech model on Universal Dependencies files, and its speed. */
@Command(
    name = "pos",
    description = "Accuracy of a part-of-speech model.",
    mixinStandardHelpOptions = true)
final class PosEvaluation implements Callable<Integer> {

  @Option(names = "--model", required = true)
  private Path model = Path.of("");

  @Option(names = "--confusions", description = "Print the most frequent mistakes.")
  private boolean confusions;

  @Parameters(paramLabel = "FILE.conllu")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    SequenceModel tagger;
    try (InputStream in = Files.newInputStream(model)) {
      tagger = SequenceModel.read(in);
    }
    for (var file : files) {
      measure(tagger, file);
    }
    return 0;
  }

  private void measure(SequenceModel tagger, Path file) throws IOException {
    var room = new SequenceModel.Workspace();
    var wrong = new TreeMap<String, Integer>();
    var right = 0;
    var all = 0;
    var texts =
        Conllu.read(file).stream()
            .map(s -> Map.entry(s, WordText.of(s.words().stream().map(Conllu.Word::form).toList())))
            .toList();
    for (var entry : texts) {
      var words = entry.getKey().words();
      var found = new int[words.size()];
      var features =
          new PosFeatures(new Columns(entry.getValue().text(), entry.getValue().tokens()));
      tagger.decode(features, 0, found.length, found, room);
      for (var i = 0; i < found.length; i++) {
        all++;
        if (found[i] == words.get(i).tag().ordinal()) {
          right++;
        } else {
          wrong.merge(
              words.get(i).tag() + " as " + PartOfSpeech.values()[found[i]], 1, Integer::sum);
        }
      }
    }
    System.out.printf("%-28s %6d words  %5.2f %%%n", file.getFileName(), all, 100.0 * right / all);
    if (confusions) {
      wrong.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(12)
          .forEach(e -> System.out.println("    " + e.getKey() + ": " + e.getValue()));
    }
  }
}
