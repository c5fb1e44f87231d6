package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hearsay.language.Morphology;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.language.WordForm;
import org.hearsay.language.tagging.Columns;
import org.hearsay.language.tagging.PosFeatures;
import org.hearsay.language.tagging.SequenceModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Of each feature of word forms, precision and recall over its values, with found parts of speech.
 */
@Command(
    name = "morphology",
    description = "Precision and recall of mood, tense, person, number and gender.",
    mixinStandardHelpOptions = true)
final class MorphologyEvaluation implements Callable<Integer> {

  private static final Map<String, Function<WordForm, String>> FEATURES =
      new TreeMap<>(
          Map.of(
              "mood", WordForm::mood,
              "tense", WordForm::tense,
              "verb form", WordForm::verbForm,
              "person", WordForm::person,
              "number", WordForm::number,
              "gender", WordForm::gender,
              "conditional", form -> form.isConditional() ? "Cnd" : ""));

  @Option(names = "--pos", required = true, description = "The part-of-speech model.")
  private Path pos = Path.of("");

  @Option(names = "--language", required = true)
  private String language = "";

  @Parameters(paramLabel = "FILE.conllu")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    var tagger = NameCorpus.model(pos);
    var morphology = Morphology.load(language);
    for (var file : files) {
      var counts = new TreeMap<String, int[]>();
      for (var sentence : Conllu.read(file)) {
        count(sentence, tagger, morphology, counts);
      }
      System.out.println(file.getFileName());
      counts.forEach(
          (feature, c) -> {
            var p = c[1] == 0 ? 0 : 100.0 * c[2] / c[1];
            var r = c[0] == 0 ? 0 : 100.0 * c[2] / c[0];
            var f = p + r == 0 ? 0 : 2 * p * r / (p + r);
            System.out.printf("  %-12s %6d  P %5.1f  R %5.1f  F %5.1f%n", feature, c[0], p, r, f);
          });
    }
    return 0;
  }

  private static void count(
      Conllu sentence, SequenceModel tagger, Morphology morphology, Map<String, int[]> counts) {
    var words = WordText.of(sentence.words().stream().map(Conllu.Word::form).toList());
    var tags = new int[sentence.words().size()];
    tagger.decode(
        new PosFeatures(new Columns(words.text(), words.tokens())),
        0,
        tags.length,
        tags,
        new SequenceModel.Workspace());
    for (var i = 0; i < tags.length; i++) {
      var word = sentence.words().get(i);
      var gold = WordForm.parse(word.features());
      var found = morphology.of(word.form(), PartOfSpeech.values()[tags[i]]);
      for (var feature : FEATURES.entrySet()) {
        var c = counts.computeIfAbsent(feature.getKey(), k -> new int[3]);
        var a = feature.getValue().apply(gold);
        var b = feature.getValue().apply(found);
        c[0] += a.isEmpty() ? 0 : 1;
        c[1] += b.isEmpty() ? 0 : 1;
        c[2] += !a.isEmpty() && a.equals(b) ? 1 : 0;
      }
    }
  }
}
