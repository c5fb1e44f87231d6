package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fits a {@link Network} by Adam (Kingma and Ba 2015) with a falling rate, on batches of texts;
 * inputs, states and features are dropped at random (Srivastava et al. 2014). The texts of a batch
 * are read side by side, each with chance of its own, and what they give is summed in order: the
 * same texts give the same weights, however many threads there are.
 */
final class NetworkTrainer {

  /**
   * A text to learn from.
   *
   * @param features of each token, as hashes, first the one that tells which word it is
   * @param stretches that are read each by itself
   * @param cues for each token, the labels it may have, as bits
   * @param foreign of another language: features that the language itself does not have are not
   *     kept
   */
  record Text(
      int[][] features,
      List<Range> stretches,
      int[] cues,
      List<Role> roles,
      float weight,
      boolean foreign) {}

  /**
   * What is marked around a cue.
   *
   * @param first token of the window
   * @param cue the token that carries its meaning
   * @param features of each token of the window, as hashes
   * @param gold for each token of the window, its label as a bit
   */
  record Role(int first, int cue, int[][] features, int[] gold) {}

  private static final int SEED = 20261126;
  private static final int BATCH = 8;

  /** Groups of texts that are read at the same time. */
  private static final int LANES = 2;

  private static final float RATE = .003f;
  private static final float FIRST_MOMENT = .9f;
  private static final float SECOND_MOMENT = .99f;
  private static final float LONGEST = 5;

  /**
   * What a batch's gradient is divided by for each text, so that {@link #LONGEST} has a meaning.
   */
  private static final float PER_TEXT = 20;

  /** Features seen fewer times are left out. */
  private static final int LEAST = 8;

  private static final float DROPPED = .4f;
  private static final float FEATURES_DROPPED = .15f;

  /** How much what stands around cues weighs beside the cues. */
  private static final float ROLE_WEIGHT = .3f;

  /** What is as good as right teaches nothing. */
  private static final float RIGHT = .001f;

  // Where the parameters of each layer stand, as Network gives them.
  private static final int CUE_INNER = 6;
  private static final int CUE_OUTER = 8;
  private static final int ROLE_TOKEN = 10;
  private static final int ROLE_CUE = 12;
  private static final int ROLE_OUTER = 14;

  private final List<Text> texts;
  private final Map<Integer, float[]> vectors;
  private final BitSet ownTokens;
  private final BitSet ownRelative;
  private final Network network;
  private final List<Learnt> learnt = new ArrayList<>();
  private final Learnt tokens;
  private final Learnt relative;

  /** How the vector of a word becomes a row: a row for each of its numbers. */
  private final Learnt projection;

  /**
   * @param vectors of words, by the {@link CueFeatures#word feature} that tells which it is; all of
   *     one length
   */
  NetworkTrainer(List<Text> texts, Map<Integer, float[]> vectors) {
    this.texts = texts;
    this.vectors = vectors;
    var own = texts.stream().filter(t -> !t.foreign()).toList();
    ownTokens = frequentTokens(own);
    ownRelative = frequentRelative(own);
    network =
        new Network(
            new FeatureRows(frequentTokens(texts), Network.SIZE),
            new FeatureRows(frequentRelative(texts), Network.INNER));
    var random = new Random(SEED);
    for (var row : network.tokens.rows) {
      fill(row, random, .15);
    }
    for (var row : network.relative.rows) {
      fill(row, random, .1);
    }
    for (var matrix : network.parameters()) {
      // A bias starts at nothing.
      if (matrix.length > 1) {
        for (var row : matrix) {
          fill(row, random, .6 / Math.sqrt(matrix.length));
        }
      }
      learnt.add(new Learnt(matrix, matrix.length > 1));
    }
    for (var lstm : List.of(network.onward, network.backward)) {
      Arrays.fill(lstm.input().bias(), Network.HALF, 2 * Network.HALF, 1);
    }
    tokens = new Learnt(network.tokens.rows, false);
    relative = new Learnt(network.relative.rows, false);
    var numbers = vectors.values().stream().mapToInt(v -> v.length).findAny().orElse(0);
    projection = new Learnt(new float[numbers][Network.SIZE], false);
    for (var row : projection.weights) {
      fill(row, random, .05);
    }
  }

  private static void fill(float[] row, Random random, double spread) {
    for (var i = 0; i < row.length; i++) {
      row[i] = (float) (random.nextGaussian() * spread);
    }
  }

  private static BitSet frequentTokens(List<Text> texts) {
    return CrfTrainer.frequent(texts.stream().map(Text::features), LEAST);
  }

  private static BitSet frequentRelative(List<Text> texts) {
    return CrfTrainer.frequent(
        texts.stream().flatMap(t -> t.roles().stream()).map(Role::features), LEAST);
  }

  /** A matrix, the gradient of each lane, and the moments. */
  private static final class Learnt {
    final float[][] weights;
    final float[][][] gradients = new float[LANES][][];
    private final float[][] first;
    private final float[][] second;

    /** The weights with rows and columns changed. */
    final float[][] turned;

    Learnt(float[][] weights, boolean turning) {
      this.weights = weights;
      turned = turning ? new float[weights[0].length][weights.length] : new float[0][];
      first = new float[weights.length][];
      second = new float[weights.length][];
      for (var lane = 0; lane < LANES; lane++) {
        gradients[lane] = new float[weights.length][];
      }
    }

    /** The gradient of a row, to add to. */
    float[] gradient(int lane, int row) {
      var gradient = gradients[lane][row];
      if (gradient == null) {
        gradient = new float[weights[row].length];
        gradients[lane][row] = gradient;
      }
      return gradient;
    }

    void turn() {
      for (var j = 0; j < turned.length; j++) {
        for (var k = 0; k < weights.length; k++) {
          turned[j][k] = weights[k][j];
        }
      }
    }

    /** Sums what the lanes gave into the first. */
    double squares(float factor) {
      var sum = 0.0;
      for (var row = 0; row < weights.length; row++) {
        float[] all = null;
        for (var lane = 0; lane < LANES; lane++) {
          var one = gradients[lane][row];
          gradients[lane][row] = null;
          if (one == null) {
            continue;
          }
          if (all == null) {
            all = one;
          } else {
            Dense.add(one, all);
          }
        }
        gradients[0][row] = all;
        if (all != null) {
          for (var i = 0; i < all.length; i++) {
            all[i] *= factor;
            sum += all[i] * all[i];
          }
        }
      }
      return sum;
    }

    void step(float factor, float rate, float firstBias, float secondBias) {
      for (var row = 0; row < weights.length; row++) {
        var gradient = gradients[0][row];
        gradients[0][row] = null;
        if (gradient == null) {
          continue;
        }
        if (first[row] == null) {
          first[row] = new float[gradient.length];
          second[row] = new float[gradient.length];
        }
        var w = weights[row];
        var m = first[row];
        var v = second[row];
        for (var i = 0; i < gradient.length; i++) {
          var g = gradient[i] * factor;
          m[i] = FIRST_MOMENT * m[i] + (1 - FIRST_MOMENT) * g;
          v[i] = SECOND_MOMENT * v[i] + (1 - SECOND_MOMENT) * g * g;
          w[i] -= rate * (m[i] / firstBias) / ((float) Math.sqrt(v[i] / secondBias) + 1e-8f);
        }
      }
    }
  }

  Network train(int epochs) {
    var order = new ArrayList<>(texts);
    var random = new Random(SEED + 1);
    var batches = (texts.size() + BATCH - 1) / BATCH;
    var steps = 0;
    for (var epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      var loss = 0.0;
      for (var b = 0; b < batches; b++) {
        learnt.forEach(Learnt::turn);
        var batch = order.subList(b * BATCH, Math.min(order.size(), (b + 1) * BATCH));
        loss += gradients(batch, steps);
        steps++;
        step(steps, (float) steps / (epochs * batches), batch.size());
      }
      System.err.printf("network, epoch %d: loss %.2f%n", epoch + 1, loss / texts.size());
    }
    return new Network(network, tokenRows(), network.relative.only(ownRelative));
  }

  /** The rows of the language's own features; those of words have in them what vectors give. */
  private FeatureRows tokenRows() {
    var known = (BitSet) ownTokens.clone();
    vectors.keySet().forEach(known::set);
    var rows = new FeatureRows(known, Network.SIZE);
    for (var feature = known.nextSetBit(0); feature >= 0; feature = known.nextSetBit(feature + 1)) {
      var row = rows.rows[rows.number(feature)];
      if (ownTokens.get(feature)) {
        Dense.add(network.tokens.rows[network.tokens.number(feature)], row);
      }
      var vector = vectors.get(feature);
      if (vector != null) {
        Dense.add(vector, projection.weights, row);
      }
    }
    return rows;
  }

  private double gradients(List<Text> batch, int step) {
    return IntStream.range(0, LANES)
        .parallel()
        .mapToObj(
            lane -> {
              var loss = 0.0;
              for (var k = lane; k < batch.size(); k += LANES) {
                var chance = new SplittableRandom(SEED + (long) step * BATCH + k);
                loss += new Pass(batch.get(k), lane, chance).run();
              }
              return loss;
            })
        .toList()
        .stream()
        .mapToDouble(l -> l)
        .sum();
  }

  private void step(int steps, float done, int size) {
    var all = new ArrayList<>(learnt);
    all.add(tokens);
    all.add(relative);
    all.add(projection);
    var squares = 0.0;
    for (var one : all) {
      squares += one.squares(1 / (size * PER_TEXT));
    }
    var factor = (float) Math.min(1, LONGEST / Math.sqrt(squares + 1e-12));
    var rate = RATE * (1 - done);
    var firstBias = 1 - (float) Math.pow(FIRST_MOMENT, steps);
    var secondBias = 1 - (float) Math.pow(SECOND_MOMENT, steps);
    for (var one : all) {
      one.step(factor, rate, firstBias, secondBias);
    }
  }

  /** One text read forth, and its gradient back. */
  private final class Pass {
    private final Text text;
    private final int lane;
    private final SplittableRandom chance;
    private final int n;
    private final int[][] rows;
    private final float[] @Nullable [] known;
    private final float[][] inputs;
    private final float[][] inputMask;
    private final float[][] states;
    private final float[][] stateMask;
    private final float[][] inputGradient;
    private final float[][] stateGradient;
    private double loss;

    Pass(Text text, int lane, SplittableRandom chance) {
      this.text = text;
      this.lane = lane;
      this.chance = chance;
      n = text.features().length;
      rows = new int[n][];
      known = new float[n][];
      inputs = new float[n][Network.SIZE];
      inputMask = new float[n][];
      states = new float[n][2 * Network.HALF];
      stateMask = new float[n][];
      inputGradient = new float[n][Network.SIZE];
      stateGradient = new float[n][2 * Network.HALF];
    }

    double run() {
      for (var t = 0; t < n; t++) {
        rows[t] = noised(network.tokens, text.features()[t]);
        known[t] = noised(vectors.get(text.features()[t][0]));
        if (known[t] != null) {
          Dense.add(known[t], projection.weights, inputs[t]);
        }
        sum(network.tokens, rows[t], inputs[t]);
        inputMask[t] = mask(inputs[t]);
      }
      var onward = new Lstm.Trace(n);
      var backward = new Lstm.Trace(n);
      for (var stretch : text.stretches()) {
        network.onward.run(inputs, stretch, false, states, 0, onward);
        network.backward.run(inputs, stretch, true, states, Network.HALF, backward);
      }
      var clear = new float[n][];
      for (var t = 0; t < n; t++) {
        clear[t] = states[t].clone();
        stateMask[t] = mask(states[t]);
      }
      cues();
      roles();
      for (var t = 0; t < n; t++) {
        times(stateGradient[t], stateMask[t]);
      }
      for (var stretch : text.stretches()) {
        back(network.onward, 0, onward, clear, 0, stretch, false);
        back(network.backward, 3, backward, clear, Network.HALF, stretch, true);
      }
      for (var t = 0; t < n; t++) {
        times(inputGradient[t], inputMask[t]);
        spread(tokens, rows[t], inputGradient[t]);
        if (known[t] != null) {
          for (var k = 0; k < known[t].length; k++) {
            Dense.add(known[t][k], inputGradient[t], projection.gradient(lane, k));
          }
        }
      }
      return loss;
    }

    /** The rows of the features that are left; each stands for those that are not. */
    private int[] noised(FeatureRows of, int[] features) {
      var left = new int[features.length];
      var count = 0;
      for (var f : features) {
        var number = of.number(f);
        if (number >= 0 && chance.nextDouble() >= FEATURES_DROPPED) {
          left[count++] = number;
        }
      }
      return Arrays.copyOf(left, count);
    }

    private float @Nullable [] noised(float @Nullable [] vector) {
      return vector != null && chance.nextDouble() >= FEATURES_DROPPED ? vector : null;
    }

    private static void sum(FeatureRows of, int[] rows, float[] sums) {
      for (var row : rows) {
        Dense.add(of.rows[row], sums);
      }
      for (var i = 0; i < sums.length; i++) {
        sums[i] /= 1 - FEATURES_DROPPED;
      }
    }

    private void spread(Learnt table, int[] rows, float[] gradient) {
      for (var i = 0; i < gradient.length; i++) {
        gradient[i] /= 1 - FEATURES_DROPPED;
      }
      for (var row : rows) {
        Dense.add(gradient, table.gradient(lane, row));
      }
    }

    private float[] mask(float[] values) {
      var mask = new float[values.length];
      for (var i = 0; i < mask.length; i++) {
        mask[i] = chance.nextDouble() < DROPPED ? 0 : 1 / (1 - DROPPED);
      }
      times(values, mask);
      return mask;
    }

    private static void times(float[] values, float[] factors) {
      for (var i = 0; i < values.length; i++) {
        values[i] *= factors[i];
      }
    }

    private void cues() {
      var all = new float[2 * Network.HALF + Network.SIZE];
      var inner = new float[Network.INNER];
      var outer = new float[Roles.CUE_LABELS];
      var allGradient = new float[all.length];
      var innerGradient = new float[Network.INNER];
      for (var t = 0; t < n; t++) {
        if (Integer.bitCount(text.cues()[t]) != 1) {
          continue;
        }
        Network.join(states[t], inputs[t], all);
        network.cueInner.apply(all, inner);
        Network.positive(inner);
        network.cueOuter.apply(inner, outer);
        if (!wrong(outer, text.cues()[t], text.weight())) {
          continue;
        }
        Arrays.fill(innerGradient, 0);
        layerBack(CUE_OUTER, inner, outer, innerGradient);
        rectified(inner, innerGradient);
        Arrays.fill(allGradient, 0);
        layerBack(CUE_INNER, all, innerGradient, allGradient);
        for (var i = 0; i < all.length; i++) {
          if (i < 2 * Network.HALF) {
            stateGradient[t][i] += allGradient[i];
          } else {
            inputGradient[t][i - 2 * Network.HALF] += allGradient[i];
          }
        }
      }
    }

    private void roles() {
      if (text.roles().isEmpty()) {
        return;
      }
      var seen = new float[n][];
      var seenGradient = new float[n][];
      var asked = new float[Network.INNER];
      var askedGradient = new float[Network.INNER];
      var inner = new float[Network.INNER];
      var outer = new float[Roles.ROLE_LABELS];
      var innerGradient = new float[Network.INNER];
      for (var role : text.roles()) {
        network.roleCue.apply(states[role.cue()], asked);
        Arrays.fill(askedGradient, 0);
        for (var k = 0; k < role.gold().length; k++) {
          if (role.gold()[k] == 1 << Roles.CUE) {
            continue;
          }
          var t = role.first() + k;
          if (seen[t] == null) {
            seen[t] = new float[Network.INNER];
            seenGradient[t] = new float[Network.INNER];
            network.roleToken.apply(states[t], seen[t]);
          }
          var left = noised(network.relative, role.features()[k]);
          Arrays.fill(inner, 0);
          sum(network.relative, left, inner);
          Dense.add(asked, inner);
          Dense.add(seen[t], inner);
          Network.positive(inner);
          network.roleOuter.apply(inner, outer);
          if (!wrong(outer, role.gold()[k], text.weight() * ROLE_WEIGHT)) {
            continue;
          }
          Arrays.fill(innerGradient, 0);
          layerBack(ROLE_OUTER, inner, outer, innerGradient);
          rectified(inner, innerGradient);
          Dense.add(innerGradient, seenGradient[t]);
          Dense.add(innerGradient, askedGradient);
          spread(relative, left, innerGradient);
        }
        layerBack(ROLE_CUE, states[role.cue()], askedGradient, stateGradient[role.cue()]);
      }
      for (var t = 0; t < n; t++) {
        if (seenGradient[t] != null) {
          layerBack(ROLE_TOKEN, states[t], seenGradient[t], stateGradient[t]);
        }
      }
    }

    /**
     * Makes of the outputs the gradient of the loss, times a weight.
     *
     * @return whether there is anything to learn
     */
    private boolean wrong(float[] outer, int gold, float weight) {
      var top = Float.NEGATIVE_INFINITY;
      for (var o : outer) {
        top = Math.max(top, o);
      }
      var sum = 0f;
      for (var y = 0; y < outer.length; y++) {
        outer[y] = (float) Math.exp(outer[y] - top);
        sum += outer[y];
      }
      var label = Integer.numberOfTrailingZeros(gold);
      var missing = 1 - outer[label] / sum;
      loss -= weight * Math.log(Math.max(1e-12, outer[label] / sum));
      if (missing < RIGHT) {
        return false;
      }
      for (var y = 0; y < outer.length; y++) {
        outer[y] = weight * (outer[y] / sum - (y == label ? 1 : 0));
      }
      return true;
    }

    private static void rectified(float[] inner, float[] gradient) {
      for (var i = 0; i < inner.length; i++) {
        gradient[i] = inner[i] > 0 ? gradient[i] : 0;
      }
    }

    /** From the gradient of a layer's outputs to those of its weights, and of its inputs. */
    private void layerBack(int number, float[] inputs, float[] gradient, float[] inputGradient) {
      back(number, inputs, gradient, inputGradient);
      Dense.add(gradient, learnt.get(number + 1).gradient(lane, 0));
    }

    private void back(int number, float[] inputs, float[] gradient, float[] inputGradient) {
      var matrix = learnt.get(number);
      Dense.add(gradient, matrix.turned, inputGradient);
      for (var k = 0; k < inputs.length; k++) {
        if (inputs[k] != 0) {
          Dense.add(inputs[k], gradient, matrix.gradient(lane, k));
        }
      }
    }

    /** Back through time. */
    private void back(
        Lstm lstm,
        int number,
        Lstm.Trace trace,
        float[][] clear,
        int offset,
        Range stretch,
        boolean reversed) {
      var units = lstm.units();
      var state = new float[units];
      var memory = new float[units];
      var gate = new float[4 * units];
      var before = new float[units];
      for (var k = stretch.length() - 1; k >= 0; k--) {
        var t = reversed ? stretch.end() - 1 - k : stretch.first() + k;
        var previous = reversed ? t + 1 : t - 1;
        var gates = trace.gates()[t];
        var now = trace.memory()[t];
        var old = k == 0 ? null : trace.memory()[previous];
        for (var i = 0; i < units; i++) {
          var in = gates[i];
          var forget = gates[units + i];
          var out = gates[2 * units + i];
          var candidate = gates[3 * units + i];
          var h = stateGradient[t][offset + i] + state[i];
          var squashed = Lstm.tanh(now[i]);
          var c = memory[i] + h * out * (1 - squashed * squashed);
          gate[i] = c * candidate * in * (1 - in);
          gate[units + i] = old == null ? 0 : c * old[i] * forget * (1 - forget);
          gate[2 * units + i] = h * squashed * out * (1 - out);
          gate[3 * units + i] = c * in * (1 - candidate * candidate);
          memory[i] = c * forget;
        }
        layerBack(number, inputs[t], gate, inputGradient[t]);
        Arrays.fill(state, 0);
        if (k > 0) {
          System.arraycopy(clear[previous], offset, before, 0, units);
          back(number + 2, before, gate, state);
        }
      }
    }
  }
}
