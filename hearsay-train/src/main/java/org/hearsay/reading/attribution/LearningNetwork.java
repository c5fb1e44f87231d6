package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Network} while it learns, by Adam with a falling rate, on batches of texts; inputs,
 * states and features are dropped at random (Srivastava et al. 2014). The texts of a batch are read
 * side by side, each with chance of its own, and what they give is summed in order: the same texts
 * give the same weights, however many threads there are.
 */
final class LearningNetwork {
  /** Features seen fewer times are left out. */
  static final int LEAST = 8;

  private static final int SEED = 20261126;
  private static final int BATCH = 8;
  private static final float RATE = .003f;
  private static final float LONGEST = 5;

  /**
   * What a batch's gradient is divided by for each text, so that {@link #LONGEST} has a meaning.
   */
  private static final float PER_TEXT = 20;

  private static final float DROPPED = .4f;
  private static final float FEATURES_DROPPED = .15f;

  final Network network;
  final Map<Integer, float[]> vectors;

  /** What {@link Network#parameters} gives, in its order. */
  private final List<Learnt> parameters = new ArrayList<>();

  private final Learnt tokens;
  private final Learnt relative;

  /** How the vector of a word becomes a row: a row for each of its numbers. */
  final Learnt projection;

  private final List<Learnt> all;

  /**
   * Begins at random.
   *
   * @param vectors of words, by the {@link CueFeatures#word feature} that tells which it is; all of
   *     one length
   */
  LearningNetwork(Network network, Map<Integer, float[]> vectors) {
    this.network = network;
    this.vectors = vectors;
    var random = new Random(SEED);
    fill(network.tokens.rows, random, .15);
    fill(network.relative.rows, random, .1);
    for (var matrix : network.parameters()) {
      // A bias starts at nothing.
      if (matrix.length > 1) {
        fill(matrix, random, .6 / Math.sqrt(matrix.length));
      }
      parameters.add(new Learnt(matrix, matrix.length > 1));
    }
    for (var reader : List.of(network.reader, network.roleReader)) {
      remember(reader.onward);
      remember(reader.backward);
    }
    tokens = new Learnt(network.tokens.rows, false);
    relative = new Learnt(network.relative.rows, false);
    var numbers = vectors.values().stream().mapToInt(v -> v.length).findAny().orElse(0);
    projection = new Learnt(new float[numbers][Network.SIZE], false);
    fill(projection.weights, random, .05);
    all = new ArrayList<>(parameters);
    all.addAll(List.of(tokens, relative, projection));
  }

  /** Lets it begin with its memory open. */
  private static void remember(Lstm lstm) {
    Arrays.fill(lstm.input().bias(), lstm.units(), 2 * lstm.units(), 1);
  }

  /** Takes over what has been learnt already. */
  void begin(NetworkStart start) {
    network.tokens.take(start.tokens());
    copy(start.projection(), projection.weights);
    var known = start.reader().parameters();
    for (var k = 0; k < known.size(); k++) {
      copy(known.get(k), network.reader.parameters().get(k));
    }
  }

  private static void copy(float[][] from, float[][] to) {
    for (var row = 0; row < to.length; row++) {
      System.arraycopy(from[row], 0, to[row], 0, to[row].length);
    }
  }

  /** What it has learnt for another to begin with. */
  NetworkStart start() {
    return new NetworkStart(network.tokens, projection.weights, network.reader);
  }

  static void fill(float[][] matrix, Random random, double spread) {
    for (var row : matrix) {
      for (var i = 0; i < row.length; i++) {
        row[i] = (float) (random.nextGaussian() * spread);
      }
    }
  }

  /** What is learnt beside the network's own numbers. */
  void add(Learnt more) {
    all.add(more);
  }

  /** How far a text is from what it should give, and what follows from it for the weights. */
  interface Lesson<T> {
    /**
     * @param lane whose gradients are added to
     * @return the loss
     */
    double learn(T text, int lane, SplittableRandom chance);
  }

  /** Reads all texts so often, in an order of its own each time. */
  <T> void learn(String name, List<T> texts, int epochs, Lesson<T> lesson) {
    var order = new ArrayList<>(texts);
    var random = new Random(SEED + 1);
    var batches = (texts.size() + BATCH - 1) / BATCH;
    var steps = 0;
    for (var epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      var loss = 0.0;
      for (var b = 0; b < batches; b++) {
        all.forEach(Learnt::turn);
        var batch = order.subList(b * BATCH, Math.min(order.size(), (b + 1) * BATCH));
        loss += gradients(batch, steps, lesson);
        steps++;
        step(steps, (float) steps / (epochs * batches), batch.size());
      }
      System.err.printf("%s, epoch %d: loss %.2f%n", name, epoch + 1, loss / texts.size());
    }
  }

  private static <T> double gradients(List<T> batch, int step, Lesson<T> lesson) {
    return IntStream.range(0, Learnt.LANES)
        .parallel()
        .mapToObj(
            lane -> {
              var loss = 0.0;
              for (var k = lane; k < batch.size(); k += Learnt.LANES) {
                var chance = new SplittableRandom(SEED + (long) step * BATCH + k);
                loss += lesson.learn(batch.get(k), lane, chance);
              }
              return loss;
            })
        .toList()
        .stream()
        .mapToDouble(l -> l)
        .sum();
  }

  private void step(int steps, float done, int size) {
    var squares = 0.0;
    for (var one : all) {
      squares += one.squares(1 / (size * PER_TEXT));
    }
    var factor = (float) Math.min(1, LONGEST / Math.sqrt(squares + 1e-12));
    for (var one : all) {
      one.step(factor, RATE * (1 - done), steps);
    }
  }

  /**
   * A text read from both sides, and the gradient of what is made of its states back to the rows.
   */
  final class Reading {
    final int n;
    final float[][] inputs;
    final float[][] states;
    final float[][] inputGradient;
    final float[][] stateGradient;
    private final int[][] features;
    private final int lane;
    private final SplittableRandom chance;
    private final int[][] rows;
    private final float[] @Nullable [] known;
    private final float[][] inputMask;
    private final BothSides both;

    /**
     * @param features of each token, as hashes, first the one that tells which word it is
     * @param stretches that are read each by itself
     */
    Reading(int[][] features, List<Range> stretches, int lane, SplittableRandom chance) {
      this.features = features;
      this.lane = lane;
      this.chance = chance;
      n = features.length;
      rows = new int[n][];
      known = new float[n][];
      inputs = new float[n][Network.SIZE];
      inputMask = new float[n][];
      inputGradient = new float[n][Network.SIZE];
      stateGradient = new float[n][2 * Network.HALF];
      addFeatures();
      both = new BothSides(network.reader, 0, inputs, stretches);
      states = both.states;
    }

    private void addFeatures() {
      for (var t = 0; t < n; t++) {
        rows[t] = noised(network.tokens, features[t]);
        known[t] = noised(vectors.get(features[t][0]));
        if (known[t] != null) {
          Dense.add(known[t], projection.weights, inputs[t]);
        }
        sum(network.tokens, rows[t], inputs[t]);
        inputMask[t] = mask(inputs[t]);
      }
    }

    /** From the gradients of states and inputs to those of the rows. */
    void back() {
      both.back(stateGradient, inputGradient);
      for (var t = 0; t < n; t++) {
        times(inputGradient[t], inputMask[t]);
        spread(tokens, rows[t], inputGradient[t]);
        if (known[t] != null) {
          for (var k = 0; k < known[t].length; k++) {
            Dense.add(known[t][k], inputGradient[t], projection.gradient(lane, k));
          }
        }
      }
    }

    /** The rows of the features that are left; each stands for those that are not. */
    int[] noised(FeatureRows of, int[] features) {
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

    static void sum(FeatureRows of, int[] rows, float[] sums) {
      for (var row : rows) {
        Dense.add(of.rows[row], sums);
      }
      for (var i = 0; i < sums.length; i++) {
        sums[i] /= 1 - FEATURES_DROPPED;
      }
    }

    /** From a sum of rows to each of them. */
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

    /** From a sum of rows of what tokens are as seen from a cue to each of them. */
    void spreadRelative(int[] rows, float[] gradient) {
      spread(relative, rows, gradient);
    }

    /** From the gradient of a layer's outputs to those of its weights, and of its inputs. */
    void layerBack(int number, float[] inputs, float[] gradient, float[] inputGradient) {
      back(parameters.get(number), inputs, gradient, inputGradient);
      Dense.add(gradient, parameters.get(number + 1).gradient(lane, 0));
    }

    /** The same for a matrix alone. */
    void back(Learnt matrix, float[] inputs, float[] gradient, float[] inputGradient) {
      Dense.add(gradient, matrix.turned, inputGradient);
      for (var k = 0; k < inputs.length; k++) {
        if (inputs[k] != 0) {
          Dense.add(inputs[k], gradient, matrix.gradient(lane, k));
        }
      }
    }

    /** One reading from both sides, and the gradient of its states back to its inputs. */
    final class BothSides {
      final float[][] states;
      private final BiLstm reader;
      private final int number;
      private final float[][] inputs;
      private final List<Range> stretches;
      private final BiLstm.Trace trace;
      private final float[][] clear;
      private final float[][] mask;

      /**
       * @param number of its first parameter, as {@link Network#parameters} gives them
       * @param inputs of all positions
       * @param stretches that are read each by itself
       */
      BothSides(BiLstm reader, int number, float[][] inputs, List<Range> stretches) {
        this.reader = reader;
        this.number = number;
        this.inputs = inputs;
        this.stretches = stretches;
        var n = inputs.length;
        states = new float[n][2 * reader.onward.units()];
        trace = new BiLstm.Trace(n);
        for (var stretch : stretches) {
          reader.run(inputs, stretch, states, trace);
        }
        clear = new float[n][];
        mask = new float[n][];
        for (var t = 0; t < n; t++) {
          clear[t] = states[t].clone();
          mask[t] = mask(states[t]);
        }
      }

      /**
       * @param stateGradient which is spoilt
       * @param inputGradient that is added to
       */
      void back(float[][] stateGradient, float[][] inputGradient) {
        for (var t = 0; t < stateGradient.length; t++) {
          times(stateGradient[t], mask[t]);
        }
        for (var stretch : stretches) {
          back(false, stretch, stateGradient, inputGradient);
          back(true, stretch, stateGradient, inputGradient);
        }
      }

      /** Back through time. */
      private void back(
          boolean reversed, Range stretch, float[][] stateGradient, float[][] inputGradient) {
        var lstm = reversed ? reader.backward : reader.onward;
        var traced = reversed ? trace.backward() : trace.onward();
        var first = reversed ? number + lstm.parameters().size() : number;
        var units = lstm.units();
        var offset = reversed ? units : 0;
        var state = new float[units];
        var memory = new float[units];
        var gate = new float[4 * units];
        var before = new float[units];
        for (var k = stretch.length() - 1; k >= 0; k--) {
          var t = reversed ? stretch.end() - 1 - k : stretch.first() + k;
          var previous = reversed ? t + 1 : t - 1;
          var gates = traced.gates()[t];
          var now = traced.memory()[t];
          var old = k == 0 ? null : traced.memory()[previous];
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
          layerBack(first, inputs[t], gate, inputGradient[t]);
          Arrays.fill(state, 0);
          if (k > 0) {
            System.arraycopy(clear[previous], offset, before, 0, units);
            Reading.this.back(parameters.get(first + 2), before, gate, state);
          }
        }
      }
    }
  }
}
