package org.hearsay.train;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.hearsay.language.Lexicon;
import org.hearsay.language.tagging.LanguageModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Trains the model that tells languages: a logistic regression over pieces of words, by AdaGrad, on
 * snippets of 10 to 300 characters. One thread, {@code StrictMath}, a seeded choice of snippets:
 * the same bytes at every run.
 */
@Command(
    name = "language-id",
    description = "Trains the model that tells languages.",
    mixinStandardHelpOptions = true)
final class LanguageTraining implements Callable<Integer> {

  private static final List<String> LABELS =
      List.of("fr", "en", "es", "de", "it", "pt", "nl", LanguageTexts.OTHER);

  @Option(names = "--out", required = true, description = "The model file to write.")
  private Path out = Path.of("");

  @Option(names = "--snippets", defaultValue = "12000", description = "For each language.")
  private int snippets;

  @Option(names = "--epochs", defaultValue = "4")
  private int epochs;

  @Option(names = "--rate", defaultValue = "0.05")
  private float rate;

  @Option(names = "--features", defaultValue = "60000", description = "How many are kept.")
  private int most;

  @Parameters(paramLabel = "FORMAT:PATH")
  private List<String> corpora = List.of();

  private record Snippet(int[] features, int label) {}

  private final Random random = new Random(1);

  @Override
  public Integer call() throws IOException {
    var texts = new ArrayList<LanguageTexts>();
    for (var corpus : corpora) {
      texts.addAll(LanguageTexts.read(corpus));
    }
    texts.addAll(smallWords());
    var chosen = new ArrayList<Snippet>();
    var counts = new HashMap<Integer, Integer>();
    for (var label = 0; label < LABELS.size(); label++) {
      var language = LABELS.get(label);
      var own = texts.stream().filter(t -> t.language().equals(language)).toList();
      var count = language.equals(LanguageTexts.OTHER) ? 4 * snippets : snippets;
      System.err.printf(
          "%s: %d texts, %d characters%n",
          language, own.size(), own.stream().mapToInt(t -> t.text().length()).sum());
      for (var i = 0; i < count; i++) {
        var features = snippet(own, language);
        Arrays.stream(features).forEach(f -> counts.merge(f, 1, Integer::sum));
        chosen.add(new Snippet(features, label));
      }
    }
    learn(chosen, counts);
    return 0;
  }

  /** Function words in any order: they are what a short text has. */
  private List<LanguageTexts> smallWords() {
    var texts = new ArrayList<LanguageTexts>();
    for (var row : Lexicon.read(LanguageTraining.class, "function-words.tsv").rows()) {
      var words = row.get(2).split(" ");
      var text = new StringBuilder();
      for (var i = 0; i < 1500; i++) {
        text.append(words[(int) (words.length * Math.pow(random.nextDouble(), 2))]).append(' ');
      }
      texts.add(
          new LanguageTexts(
              LABELS.contains(row.get(0)) ? row.get(0) : LanguageTexts.OTHER, text.toString()));
    }
    return texts;
  }

  /** A text by chance, long ones oftener for a known language, and a piece of it by chance. */
  private int[] snippet(List<LanguageTexts> texts, String language) {
    var length =
        (int) StrictMath.exp(StrictMath.log(10) + random.nextDouble() * StrictMath.log(30));
    String text;
    if (language.equals(LanguageTexts.OTHER)) {
      text = texts.get(random.nextInt(texts.size())).text();
    } else {
      var weights = texts.stream().mapToDouble(t -> StrictMath.sqrt(t.text().length())).toArray();
      var at = random.nextDouble() * Arrays.stream(weights).sum();
      var i = 0;
      while (i + 1 < weights.length && at > weights[i]) {
        at -= weights[i++];
      }
      text = texts.get(i).text();
    }
    var start = random.nextInt(Math.max(1, text.length() - length));
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    var found = new ArrayList<Integer>();
    LanguageModel.features(text, start, Math.min(text.length(), start + length), found::add);
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private void learn(List<Snippet> chosen, Map<Integer, Integer> counts) throws IOException {
    var hashes =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= 4)
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    var numbers = new HashMap<Integer, Integer>();
    for (var i = 0; i < hashes.length; i++) {
      numbers.put(hashes[i], i);
    }
    var examples = new ArrayList<Snippet>();
    for (var snippet : chosen) {
      examples.add(
          new Snippet(
              Arrays.stream(snippet.features)
                  .filter(numbers::containsKey)
                  .map(numbers::get)
                  .toArray(),
              snippet.label));
    }
    var n = LABELS.size();
    var weights = new float[hashes.length * n];
    var squares = new float[hashes.length * n];
    for (var epoch = 0; epoch < epochs; epoch++) {
      java.util.Collections.shuffle(examples, random);
      var loss = 0.0;
      for (var example : examples) {
        loss += step(example, weights, squares);
      }
      System.err.printf("epoch %d: loss %.0f, %d features%n", epoch + 1, loss, hashes.length);
    }
    write(hashes, weights);
  }

  private double step(Snippet example, float[] weights, float[] squares) {
    var n = LABELS.size();
    var scores = new double[n];
    for (var f : example.features) {
      for (var y = 0; y < n; y++) {
        scores[y] += weights[f * n + y];
      }
    }
    var max = Arrays.stream(scores).max().orElse(0);
    var sum = 0.0;
    for (var y = 0; y < n; y++) {
      scores[y] = StrictMath.exp(scores[y] - max);
      sum += scores[y];
    }
    for (var y = 0; y < n; y++) {
      var gradient = (float) (scores[y] / sum) - (y == example.label ? 1 : 0);
      if (Math.abs(gradient) > 1e-4f) {
        for (var f : example.features) {
          var at = f * n + y;
          var g = gradient + 1e-4f * weights[at];
          squares[at] += g * g;
          weights[at] -= rate * g / (float) Math.sqrt(squares[at] + 1e-6f);
        }
      }
    }
    return -StrictMath.log(Math.max(scores[example.label] / sum, 1e-12));
  }

  private void write(int[] hashes, float[] weights) throws IOException {
    var n = LABELS.size();
    var strength = new float[hashes.length];
    var max = 0f;
    for (var f = 0; f < hashes.length; f++) {
      for (var y = 0; y < n; y++) {
        strength[f] = Math.max(strength[f], Math.abs(weights[f * n + y]));
      }
      max = Math.max(max, strength[f]);
    }
    var sorted = strength.clone();
    Arrays.sort(sorted);
    var least = sorted[Math.max(0, sorted.length - most)];
    var scale = max / 127;
    var kept = new ArrayList<Integer>();
    for (var f = 0; f < hashes.length; f++) {
      if (strength[f] >= least) {
        kept.add(f);
      }
    }
    var rows = new byte[kept.size() * n];
    for (var k = 0; k < kept.size(); k++) {
      for (var y = 0; y < n; y++) {
        rows[k * n + y] = (byte) Math.round(weights[kept.get(k) * n + y] / scale);
      }
    }
    var bytes = new ByteArrayOutputStream();
    LanguageModel.write(
        bytes, LABELS, scale, kept.stream().mapToInt(k -> hashes[k]).toArray(), rows);
    Files.write(out, bytes.toByteArray());
    System.out.println(out + ": " + bytes.size() + " bytes");
  }
}
