package org.hearsay.train;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hearsay.language.tagging.Features;
import org.hearsay.language.tagging.SequenceModel;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link SequenceModel}: a linear-chain conditional random field (Lafferty et al. 2001) by
 * AdaGrad (Duchi et al. 2011), one sentence at a time. The same sentences in the same order with
 * the same settings give the same bytes on every machine: one thread, {@code StrictMath}, a seeded
 * shuffle.
 */
final class CrfTrainer {

  /**
   * Stands for a label that the annotation does not tell: any of the open ones may be right, and
   * none of them is taught (Tsuboi et al. 2008).
   */
  static final int OPEN = -1;

  /**
   * @param epochs passes over the data
   * @param rate the step of AdaGrad
   * @param l2 the pull of every weight towards zero
   * @param least features seen fewer times are dropped
   * @param drop the share of features that a word loses at each visit, so that the rest learn to do
   *     without (Sutton et al. 2006, Srivastava et al. 2014)
   * @param mean whether the weights are the mean over the later half of the passes, which wavers
   *     less than the last (Polyak and Juditsky 1992)
   * @param runs how often it is learnt from the start, in another order each time; the weights are
   *     the mean of all
   * @param still a smaller gradient than this teaches nothing; saves time
   * @param prune features none of whose weights reaches this are dropped at the end
   */
  record Settings(
      int epochs,
      float rate,
      float l2,
      int least,
      float prune,
      float drop,
      boolean mean,
      int runs,
      float still,
      long seed) {}

  private record Sequence(int[][] features, int[] gold) {}

  private final Settings settings;
  private final List<String> labels;
  private final int n;
  private final boolean[] forbidden;
  private final boolean[] open;

  /** The labels that may stand before and after each. */
  private final int[][] before;

  private final int[][] after;
  private final List<Sequence> sequences = new ArrayList<>();
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final Random random;
  private int[] hashes = new int[0];
  private float[] weights = new float[0];
  private float[] squares = new float[0];
  private final float[] pairs;
  private final float[] pairSquares;

  /**
   * @param forbidden for {@code (before + 1) * labels + label} whether the pair may not occur
   * @param open for each label whether {@link #OPEN} leaves it possible
   */
  CrfTrainer(List<String> labels, boolean[] forbidden, boolean[] open, Settings settings) {
    this.labels = List.copyOf(labels);
    this.open = open;
    this.settings = settings;
    this.forbidden = forbidden;
    random = new Random(settings.seed());
    n = labels.size();
    before = new int[n][];
    after = new int[n][];
    for (var y = 0; y < n; y++) {
      var label = y;
      before[y] = IntStream.range(0, n).filter(x -> !forbidden[(x + 1) * n + label]).toArray();
      after[y] = IntStream.range(0, n).filter(x -> !forbidden[(label + 1) * n + x]).toArray();
    }
    pairs = new float[(n + 1) * n];
    pairSquares = new float[(n + 1) * n];
  }

  /** Adds one sentence: the words from {@code first} to {@code end} and their labels. */
  void add(Features source, int first, int end, int[] gold) {
    var features = new int[end - first][];
    var room = new int[source.most()];
    for (var i = first; i < end; i++) {
      var count = source.of(i, first, end, room);
      features[i - first] = new int[count];
      for (var f = 0; f < count; f++) {
        var key = SequenceModel.key(room[f]);
        features[i - first][f] = key;
        counts.merge(key, 1, Integer::sum);
      }
    }
    sequences.add(new Sequence(features, gold));
  }

  void train() {
    index();
    var sum = new float[weights.length];
    var pairSum = new float[pairs.length];
    for (var run = 0; run < settings.runs(); run++) {
      Arrays.fill(weights, 0);
      Arrays.fill(squares, 0);
      Arrays.fill(pairs, 0);
      Arrays.fill(pairSquares, 0);
      run();
      add(weights, sum);
      add(pairs, pairSum);
    }
    if (settings.runs() > 1) {
      divide(sum, settings.runs(), weights);
      divide(pairSum, settings.runs(), pairs);
    }
  }

  private void run() {
    var order = new ArrayList<>(sequences);
    var sum = new float[weights.length];
    var pairSum = new float[pairs.length];
    var passes = 0;
    for (var epoch = 0; epoch < settings.epochs(); epoch++) {
      Collections.shuffle(order, random);
      var loss = 0.0;
      for (var sequence : order) {
        loss += learn(thinned(sequence));
      }
      if (settings.mean() && epoch >= settings.epochs() / 2) {
        add(weights, sum);
        add(pairs, pairSum);
        passes++;
      }
      System.err.printf("epoch %d: loss %.0f, %d features%n", epoch + 1, loss, hashes.length);
    }
    if (passes > 0) {
      divide(sum, passes, weights);
      divide(pairSum, passes, pairs);
    }
  }

  private static void divide(float[] sum, int by, float[] into) {
    for (var i = 0; i < into.length; i++) {
      into[i] = sum[i] / by;
    }
  }

  private static void add(float[] values, float[] sum) {
    for (var i = 0; i < values.length; i++) {
      sum[i] += values[i];
    }
  }

  /** Numbers the features that are frequent enough, in the order of their hashes. */
  private void index() {
    hashes =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= settings.least())
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    weights = new float[hashes.length * n];
    squares = new float[hashes.length * n];
    var numbers = new HashMap<Integer, Integer>();
    for (var i = 0; i < hashes.length; i++) {
      numbers.put(hashes[i], i);
    }
    for (var sequence : sequences) {
      for (var i = 0; i < sequence.features.length; i++) {
        sequence.features[i] =
            Arrays.stream(sequence.features[i])
                .filter(numbers::containsKey)
                .map(numbers::get)
                .toArray();
      }
    }
    counts.clear();
  }

  /** The sentence without a share of its features. */
  private Sequence thinned(Sequence sequence) {
    if (settings.drop() == 0) {
      return sequence;
    }
    var kept = new int[sequence.features.length][];
    for (var i = 0; i < kept.length; i++) {
      var all = sequence.features[i];
      var some = new int[all.length];
      var n = 0;
      for (var f : all) {
        if (random.nextFloat() >= settings.drop()) {
          some[n++] = f;
        }
      }
      kept[i] = Arrays.copyOf(some, n);
    }
    return new Sequence(kept, sequence.gold);
  }

  private double learn(Sequence sequence) {
    var length = sequence.features.length;
    var emit = new double[length * n];
    var shift = 0.0;
    for (var i = 0; i < length; i++) {
      shift += emission(sequence.features[i], emit, i * n);
    }
    var pair = new double[pairs.length];
    for (var i = 0; i < pair.length; i++) {
      pair[i] = forbidden[i] ? 0 : StrictMath.exp(pairs[i]);
    }
    var all = new Chain(emit, pair, length);
    var open = IntStream.of(sequence.gold).anyMatch(label -> label == OPEN);
    var told = open ? new Chain(allowed(emit, sequence.gold), pair, length) : null;
    var loss = all.log - (told == null ? goldScore(sequence) - shift : told.log);
    update(sequence, all, told);
    return loss;
  }

  /** Writes the scores of a word's labels, their exponentials, and returns what was taken off. */
  private double emission(int[] features, double[] emit, int at) {
    var sums = new float[n];
    for (var f : features) {
      var row = f * n;
      for (var y = 0; y < n; y++) {
        sums[y] += weights[row + y];
      }
    }
    var max = Double.NEGATIVE_INFINITY;
    for (var y = 0; y < n; y++) {
      sums[y] /= 1 - settings.drop();
      emit[at + y] = sums[y];
      max = Math.max(max, sums[y]);
    }
    for (var y = 0; y < n; y++) {
      emit[at + y] = StrictMath.exp(emit[at + y] - max);
    }
    return max;
  }

  /** The scores of the labels that the annotation allows. */
  private double[] allowed(double[] emit, int[] gold) {
    var some = emit.clone();
    for (var i = 0; i < gold.length; i++) {
      for (var y = 0; y < n; y++) {
        if (gold[i] == OPEN ? !open[y] : gold[i] != y) {
          some[i * n + y] = 0;
        }
      }
    }
    return some;
  }

  /** How likely the labels of a sentence are, by the forward-backward algorithm. */
  private final class Chain {
    private final double[] emit;
    private final double[] pair;
    private final double[] alpha;
    private final double[] beta;
    private final double[] norm;
    private final double log;

    Chain(double[] emit, double[] pair, int length) {
      this.emit = emit;
      this.pair = pair;
      alpha = new double[length * n];
      norm = new double[length];
      var sum = 0.0;
      for (var i = 0; i < length; i++) {
        forward(i);
        sum += StrictMath.log(norm[i]);
      }
      log = sum;
      beta = new double[length * n];
      Arrays.fill(beta, (length - 1) * n, length * n, 1.0);
      for (var i = length - 2; i >= 0; i--) {
        backward(i);
      }
    }

    private void forward(int i) {
      for (var y = 0; y < n; y++) {
        var sum = 0.0;
        if (i == 0) {
          sum = pair[y];
        } else {
          for (var x : before[y]) {
            sum += alpha[(i - 1) * n + x] * pair[(x + 1) * n + y];
          }
        }
        alpha[i * n + y] = sum * emit[i * n + y];
        norm[i] += alpha[i * n + y];
      }
      for (var y = 0; y < n; y++) {
        alpha[i * n + y] /= norm[i];
      }
    }

    private void backward(int i) {
      for (var x = 0; x < n; x++) {
        var sum = 0.0;
        for (var y : after[x]) {
          sum += pair[(x + 1) * n + y] * emit[(i + 1) * n + y] * beta[(i + 1) * n + y];
        }
        beta[i * n + x] = sum / norm[i + 1];
      }
    }

    double likely(int i, int label) {
      return alpha[i * n + label] * beta[i * n + label];
    }

    /** Adds how likely each pair of labels is, of a word and the one before it. */
    void addPairs(int i, double[] into, int sign) {
      for (var y = 0; i == 0 && y < n; y++) {
        into[y] += sign * likely(0, y);
      }
      for (var x = 0; i > 0 && x < n; x++) {
        var a = sign * alpha[(i - 1) * n + x] / norm[i];
        if (Math.abs(a) < 1e-9) {
          continue;
        }
        for (var y : after[x]) {
          into[(x + 1) * n + y] += a * pair[(x + 1) * n + y] * emit[i * n + y] * beta[i * n + y];
        }
      }
    }
  }

  private double goldScore(Sequence sequence) {
    var score = 0.0;
    for (var i = 0; i < sequence.features.length; i++) {
      var y = sequence.gold[i];
      for (var f : sequence.features[i]) {
        score += weights[f * n + y] / (1 - settings.drop());
      }
      score += pairs[(i == 0 ? 0 : sequence.gold[i - 1] + 1) * n + y];
    }
    return score;
  }

  /**
   * @param told the labels that the annotation allows; null when it tells each
   */
  private void update(Sequence sequence, Chain all, @Nullable Chain told) {
    var gradient = new float[n];
    for (var i = 0; i < sequence.features.length; i++) {
      for (var y = 0; y < n; y++) {
        gradient[y] = (float) (all.likely(i, y) - (told == null ? 0 : told.likely(i, y)));
      }
      if (told == null) {
        gradient[sequence.gold[i]] -= 1;
      }
      for (var f : sequence.features[i]) {
        for (var y = 0; y < n; y++) {
          step(weights, squares, f * n + y, gradient[y]);
        }
      }
    }
    var expected = new double[pairs.length];
    for (var i = 0; i < sequence.gold.length; i++) {
      all.addPairs(i, expected, 1);
      if (told == null) {
        expected[(i == 0 ? 0 : sequence.gold[i - 1] + 1) * n + sequence.gold[i]] -= 1;
      } else {
        told.addPairs(i, expected, -1);
      }
    }
    for (var i = 0; i < pairs.length; i++) {
      if (!forbidden[i]) {
        step(pairs, pairSquares, i, (float) expected[i]);
      }
    }
  }

  private void step(float[] values, float[] sums, int i, float gradient) {
    if (Math.abs(gradient) < settings.still()) {
      return;
    }
    var g = gradient + settings.l2() * values[i];
    sums[i] += g * g;
    values[i] -= settings.rate() * g / (float) Math.sqrt(sums[i] + 1e-8f);
  }

  /**
   * Writes the model, its weights rounded to bytes.
   *
   * @param held for each label how much it is held back, which trades the recall of one for the
   *     precision of another
   */
  void write(OutputStream out, float[] held) throws IOException {
    var max = 0f;
    for (var w : weights) {
      max = Math.max(max, Math.abs(w));
    }
    var scale = max / 127;
    var kept = new ArrayList<Integer>();
    for (var f = 0; f < hashes.length; f++) {
      for (var y = 0; y < n; y++) {
        if (Math.abs(weights[f * n + y]) >= settings.prune()) {
          kept.add(f);
          break;
        }
      }
    }
    var rows = new byte[kept.size() * n];
    var features = new int[kept.size()];
    for (var k = 0; k < features.length; k++) {
      features[k] = hashes[kept.get(k)];
      for (var y = 0; y < n; y++) {
        rows[k * n + y] = (byte) Math.round(weights[kept.get(k) * n + y] / scale);
      }
    }
    var table = pairs.clone();
    for (var i = 0; i < table.length; i++) {
      if (forbidden[i]) {
        table[i] = SequenceModel.NEVER;
      } else {
        table[i] -= held[i % n];
      }
    }
    System.err.printf("%d of %d features kept, scale %f%n", features.length, hashes.length, scale);
    SequenceModel.write(out, labels, scale, table, features, rows);
  }
}
