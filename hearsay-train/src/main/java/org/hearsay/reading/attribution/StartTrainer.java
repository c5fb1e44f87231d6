package org.hearsay.reading.attribution;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.hearsay.language.AnnotatedText;

/**
 * Teaches the lower part of a {@link Network}, before it sees any marks, to tell from its states
 * what a large language model makes of each word where it stands ("hints" of Romero et al. 2015).
 * So it knows what words mean beside each other from more text than is marked.
 */
public final class StartTrainer {
  /** How much a number that is wrong by one weighs. */
  private static final float WEIGHT = 1 / 8f;

  private static final int SEED = 20261127;

  /**
   * A text to learn from.
   *
   * @param features of each token, as hashes
   * @param stretches that are read each by itself
   * @param states what the large model made of each token
   */
  private record Text(int[][] features, List<Range> stretches, byte[][] states) {}

  private final List<Text> texts = new ArrayList<>();
  private final String language;

  /**
   * @param states for each token of the texts a row of signed bytes, and a row more after each text
   * @throws IOException if the file holds more or fewer of them
   */
  public StartTrainer(List<AnnotatedText> texts, String language, Path states) throws IOException {
    this.language = language;
    try (var rows = new BufferedInputStream(Files.newInputStream(states))) {
      for (var text : texts) {
        var read = AttributionTrainer.lesson(text, language, List.of(), true).forNetwork(List.of());
        var known = new byte[read.features().length][];
        for (var t = 0; t < known.length; t++) {
          known[t] = row(rows, states);
        }
        row(rows, states);
        this.texts.add(new Text(read.features(), read.stretches(), known));
      }
      if (rows.read() >= 0) {
        throw new IOException(states + " holds the states of more words than the texts have");
      }
    }
  }

  private static byte[] row(BufferedInputStream rows, Path states) throws IOException {
    var row = rows.readNBytes(WordVectors.NUMBERS);
    if (row.length < WordVectors.NUMBERS) {
      throw new EOFException(states + " holds the states of fewer words than the texts have");
    }
    return row;
  }

  /** Learns, and writes what is learnt. */
  public void train(int epochs, OutputStream out) throws IOException {
    var frequent = CrfTrainer.frequent(texts.stream().map(Text::features), LearningNetwork.LEAST);
    var network =
        new Network(
            new FeatureRows(frequent, Network.SIZE), new FeatureRows(new BitSet(), Network.INNER));
    var learning = new LearningNetwork(network, WordVectors.of(language));
    var told = new Dense(2 * Network.HALF, WordVectors.NUMBERS);
    LearningNetwork.fill(told.weights(), new Random(SEED), .6 / Math.sqrt(2 * Network.HALF));
    var weights = new Learnt(told.weights(), true);
    var bias = new Learnt(new float[][] {told.bias()}, false);
    learning.add(weights);
    learning.add(bias);
    learning.learn(
        "start",
        texts,
        epochs,
        (text, lane, chance) -> {
          var read = learning.new Reading(text.features(), text.stretches(), lane, chance);
          var wrong = new float[WordVectors.NUMBERS];
          var loss = 0.0;
          for (var t = 0; t < read.n; t++) {
            told.apply(read.states[t], wrong);
            for (var i = 0; i < WordVectors.NUMBERS; i++) {
              wrong[i] = WEIGHT * (wrong[i] - text.states()[t][i] * WordVectors.STEP);
              loss += wrong[i] * wrong[i] / WEIGHT / 2;
            }
            read.back(weights, read.states[t], wrong, read.stateGradient[t]);
            Dense.add(wrong, bias.gradient(lane, 0));
          }
          read.back();
          return loss;
        });
    learning.start().write(out);
  }
}
