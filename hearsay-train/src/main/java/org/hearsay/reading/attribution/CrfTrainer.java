package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Fits a {@link Crf} by stochastic gradient steps scaled as in AdaGrad (Duchi, Hazan and Singer
 * 2011). Positions whose label is not known take every label they may have: the likelihood sums
 * over them. Several runs in different orders are averaged: what hangs on the order of the examples
 * alone goes out. At each visit a position loses a share of its features, others each time, so that
 * none is relied on alone (feature noising, Wang et al. 2013). One thread, fixed seeds: the same
 * examples give the same weights.
 */
final class CrfTrainer {

  /**
   * One sequence with its labels.
   *
   * @param gold for each position, the labels it may be, as bits
   * @param foreign of another language: features that the language itself does not have are not
   *     kept
   */
  record Example(Crf.Sequence sequence, int[] gold, float weight, boolean foreign) {}

  private final Crf crf;
  private final float rate;
  private final float decay;
  private final float dropped;
  private final float[] squares;
  private final double[] transitionGradient;
  private final float[] transitionSquares;
  private final float[] startSquares;

  /**
   * @param dropped the share of the features that a position loses, 0 to below 1
   */
  CrfTrainer(Crf crf, double rate, double decay, double dropped) {
    this.crf = crf;
    this.dropped = (float) dropped;
    this.rate = (float) rate;
    this.decay = (float) decay;
    squares = new float[crf.weights.length];
    transitionGradient = new double[crf.transitions.length];
    transitionSquares = new float[crf.transitions.length];
    startSquares = new float[crf.starts.length];
  }

  private static final int SEED = 20261125;

  /** Features seen fewer times are left out. */
  private static final int LEAST = 3;

  void train(List<Example> all, int epochs, int runs) {
    var frequent = frequent(all);
    var kept = frequent(all.stream().filter(e -> !e.foreign()).toList());
    kept.and(frequent);
    crf.keep(null);
    var folded = folded(all, frequent);
    var tables = new float[][] {crf.weights, crf.transitions, crf.starts};
    var before = new float[tables.length][];
    var sums = new float[tables.length][];
    for (var k = 0; k < tables.length; k++) {
      before[k] = tables[k].clone();
      sums[k] = new float[tables[k].length];
    }
    for (var run = 0; run < runs; run++) {
      for (var k = 0; k < tables.length; k++) {
        System.arraycopy(before[k], 0, tables[k], 0, before[k].length);
      }
      Arrays.fill(squares, 0);
      Arrays.fill(transitionSquares, 0);
      Arrays.fill(startSquares, 0);
      learn(folded, epochs, SEED + run);
      for (var k = 0; k < tables.length; k++) {
        for (var i = 0; i < sums[k].length; i++) {
          sums[k][i] += tables[k][i] / runs;
        }
      }
    }
    for (var k = 0; k < tables.length; k++) {
      System.arraycopy(sums[k], 0, tables[k], 0, sums[k].length);
    }
    clearAllBut(kept);
    crf.keep(kept);
  }

  private void clearAllBut(BitSet kept) {
    var rows = new BitSet(crf.rows);
    kept.stream().forEach(f -> rows.set(f & crf.rows - 1));
    for (var row = rows.nextClearBit(0); row < crf.rows; row = rows.nextClearBit(row + 1)) {
      Arrays.fill(crf.weights, row * crf.labels, (row + 1) * crf.labels, 0);
    }
  }

  private static BitSet frequent(List<Example> all) {
    return frequent(all.stream().map(e -> e.sequence().features()), LEAST);
  }

  /**
   * The features that are seen so often.
   *
   * @param features of all positions of each sequence
   * @param least times, up to 127
   */
  static BitSet frequent(Stream<int[][]> features, int least) {
    var counts = new byte[Crf.SPACE];
    features
        .flatMap(Arrays::stream)
        .forEach(
            row -> {
              for (var f : row) {
                counts[f] = (byte) Math.min(least, counts[f] + 1);
              }
            });
    var frequent = new BitSet(Crf.SPACE);
    for (var f = 0; f < counts.length; f++) {
      frequent.set(f, counts[f] >= least);
    }
    return frequent;
  }

  /** With the features that are kept only, as rows of the table. */
  private List<Example> folded(List<Example> all, BitSet kept) {
    var result = new ArrayList<Example>();
    for (var example : all) {
      var features = example.sequence().features();
      var folded = new int[features.length][];
      for (var t = 0; t < features.length; t++) {
        folded[t] =
            Arrays.stream(features[t]).filter(kept::get).map(f -> f & crf.rows - 1).toArray();
      }
      var sequence = example.sequence().with(folded);
      result.add(new Example(sequence, example.gold(), example.weight(), example.foreign()));
    }
    return result;
  }

  private void learn(List<Example> examples, int epochs, int seed) {
    var order = new ArrayList<>(examples);
    var random = new Random(seed);
    for (var epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      for (var example : order) {
        step(example, noised(example.sequence(), random));
      }
    }
  }

  private Crf.Sequence noised(Crf.Sequence sequence, Random random) {
    var features = sequence.features();
    var left = new int[features.length][];
    for (var t = 0; t < left.length; t++) {
      left[t] = new int[features[t].length];
      var n = 0;
      for (var f : features[t]) {
        if (random.nextFloat() >= dropped) {
          left[t][n++] = f;
        }
      }
      left[t] = Arrays.copyOf(left[t], n);
    }
    return sequence.with(left);
  }

  private void step(Example example, Crf.Sequence sequence) {
    if (sequence.length() == 0) {
      return;
    }
    // what is left stands for all, when scores are summed and when weights change
    var scores = crf.scores(sequence);
    var factor = 1 / (1 - dropped);
    for (var i = 0; i < scores.length; i++) {
      scores[i] *= factor;
    }
    var all = crf.sums(sequence, scores, sequence.allowed());
    var gold = crf.sums(sequence, scores, example.gold());
    if (!Double.isFinite(all.logZ()) || !Double.isFinite(gold.logZ())) {
      return;
    }
    var labels = crf.labels;
    var weight = example.weight();
    for (var t = 0; t < sequence.length(); t++) {
      for (var y = 0; y < labels; y++) {
        var g = (float) (all.marginals[t * labels + y] - gold.marginals[t * labels + y]) * weight;
        if (Math.abs(g) < 1e-4f) {
          continue;
        }
        for (var row : sequence.features()[t]) {
          update(crf.weights, squares, row * labels + y, g * factor);
        }
        if (t == 0 && crf.starts[y] != Float.NEGATIVE_INFINITY) {
          update(crf.starts, startSquares, y, g);
        }
      }
    }
    Arrays.fill(transitionGradient, 0);
    all.count(transitionGradient, weight);
    gold.count(transitionGradient, -weight);
    for (var i = 0; i < transitionGradient.length; i++) {
      if (transitionGradient[i] != 0 && crf.transitions[i] != Float.NEGATIVE_INFINITY) {
        update(crf.transitions, transitionSquares, i, (float) transitionGradient[i]);
      }
    }
  }

  private void update(float[] weights, float[] squares, int i, float gradient) {
    var g = gradient + decay * weights[i];
    squares[i] += g * g;
    weights[i] -= rate * g / (float) Math.sqrt(squares[i] + 1e-6f);
  }
}
