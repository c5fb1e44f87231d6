package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Chooses among the ways to fill a cue: a log-linear model over all that can be seen of the whole
 * attribution, which the taggers see only word by word (Collins and Koo 2005).
 */
final class Chooser {
  static final int ROWS = 1 << 17;

  final LinearWeights weights;

  /** By {@link Confidence.Signal}, of those that are known before one is chosen. */
  final float[] signalWeights;

  Chooser() {
    this(new LinearWeights(ROWS), new float[Confidence.Signal.BEFORE_CHOICE]);
  }

  private Chooser(LinearWeights weights, float[] signalWeights) {
    this.weights = weights;
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
    return new Chooser(LinearWeights.read(in), WeightTable.read(in));
  }

  void write(OutputStream out) throws IOException {
    weights.write(out);
    WeightTable.write(out, signalWeights);
  }

  /** One way to fill a cue, as it is weighed. */
  record Option(Draft draft, int[] features, double[] signals) {}

  /** The probability of each. */
  double[] probabilities(List<Option> options) {
    var p = new double[options.size()];
    for (var i = 0; i < p.length; i++) {
      var option = options.get(i);
      p[i] = weights.sum(option.features());
      for (var s = 0; s < signalWeights.length; s++) {
        p[i] += signalWeights[s] * option.signals()[s];
      }
    }
    return SourceRanker.normalised(p);
  }

  /** The drafts, the best first. */
  List<Draft> ordered(List<Option> options) {
    return Agreement.ordered(options.stream().map(Option::draft).toList(), probabilities(options));
  }
}
