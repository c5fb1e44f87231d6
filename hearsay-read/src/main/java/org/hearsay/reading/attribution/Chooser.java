package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the ways to fill a cue: a log-linear model over all that can be seen of the whole
 * attribution, which the taggers see only word by word (Collins and Koo 2005).
 */
final class Chooser {
  static final int ROWS = 1 << 17;

  /** The weights in training; empty once they were read. */
  final float[] weights;

  /** The weights that were read; null in training. */
  private final @Nullable WeightBytes packed;

  /** By {@link Confidence.Signal}, of those that are known before one is chosen. */
  final float[] signalWeights;

  Chooser() {
    this(new float[ROWS], null, new float[Confidence.Signal.BEFORE_CHOICE]);
  }

  private Chooser(float[] weights, @Nullable WeightBytes packed, float[] signalWeights) {
    this.weights = weights;
    this.packed = packed;
    this.signalWeights = signalWeights;
  }

  /** The one that is shipped for a language; one that leaves the order when there is none. */
  static Chooser shipped(String language) {
    var name = language + "/choice.model";
    try (var stream = Chooser.class.getResourceAsStream(name)) {
      return stream == null ? new Chooser() : read(WeightTable.whole(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static Chooser read(InputStream in) throws IOException {
    return new Chooser(new float[0], WeightBytes.read(in), WeightTable.read(in));
  }

  void write(OutputStream out) throws IOException {
    WeightTable.write(out, WeightTable.telling(packed == null ? weights : packed.floats()));
    WeightTable.write(out, signalWeights);
  }

  /** One way to fill a cue, as it is weighed. */
  record Option(Draft draft, int[] features, double[] signals) {}

  /** The probability of each. */
  double[] probabilities(List<Option> options) {
    var p = new double[options.size()];
    for (var i = 0; i < p.length; i++) {
      var option = options.get(i);
      p[i] = packed == null ? sum(option.features()) : packed.sum(option.features());
      for (var s = 0; s < signalWeights.length; s++) {
        p[i] += signalWeights[s] * option.signals()[s];
      }
    }
    return SourceRanker.normalised(p);
  }

  private double sum(int[] features) {
    var sum = 0.0;
    for (var f : features) {
      sum += weights[f];
    }
    return sum;
  }

  /** The drafts, the best first. */
  List<Draft> ordered(List<Option> options) {
    return Agreement.ordered(options.stream().map(Option::draft).toList(), probabilities(options));
  }
}
