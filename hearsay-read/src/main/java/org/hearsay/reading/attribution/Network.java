package org.hearsay.reading.attribution;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small recurrent network that gives its word beside the CRFs': it has few features, but sees
 * what stands around as a whole, and learns which of them go together. Every token is the sum of a
 * row for each of its features, read from both sides; a small layer tells whether it belongs to a
 * cue. What stands around a cue is read again as seen from it (as around a predicate, He et al.
 * 2017), to tell what belongs to its source or content. Its scores are added to theirs (a product
 * of experts, Hinton 2002).
 */
final class Network {
  static final int SIZE = 64;
  static final int HALF = 48;
  static final int INNER = 64;

  /** Units a side that read what stands around a cue. */
  static final int AROUND = 24;

  /** Sentences are read together up to so many tokens. */
  private static final int TOGETHER = 70;

  /** How much its word counts, and that of the CRF beside it. */
  private static final double SHARE = .8;

  private static final double OTHER_SHARE = .6;

  /** Where it gives a label this log-probability or more, the CRF would hardly change it. */
  private static final double SURE = Math.log(.99);

  /** How exactly weights are written. */
  static final int STEPS = 127;

  final FeatureRows tokens;
  final FeatureRows relative;
  final BiLstm reader;
  final Dense cueInner;
  final Dense cueOuter;

  /** What a token, and the cue it is seen from, bring to the layer inside. */
  final Dense roleToken;

  final Dense roleCue;
  final BiLstm roleReader;
  final Dense roleOuter;

  /**
   * @param tokens rows of what tokens are
   * @param relative rows of what tokens are as seen from a cue
   */
  Network(FeatureRows tokens, FeatureRows relative) {
    this.tokens = tokens;
    this.relative = relative;
    reader = new BiLstm(SIZE, HALF, false);
    cueInner = new Dense(2 * HALF + SIZE, INNER);
    cueOuter = new Dense(INNER, Roles.CUE_LABELS);
    roleToken = new Dense(2 * HALF, INNER);
    roleCue = new Dense(2 * HALF, INNER);
    roleReader = new BiLstm(INNER, AROUND, true);
    roleOuter = new Dense(2 * AROUND + INNER, Roles.ROLE_LABELS);
  }

  Network(Network other, FeatureRows tokens, FeatureRows relative) {
    this.tokens = tokens;
    this.relative = relative;
    reader = other.reader;
    cueInner = other.cueInner;
    cueOuter = other.cueOuter;
    roleToken = other.roleToken;
    roleCue = other.roleCue;
    roleReader = other.roleReader;
    roleOuter = other.roleOuter;
  }

  /** What is learnt but for the rows of features, in a fixed order. */
  List<float[][]> parameters() {
    var all = new ArrayList<>(reader.parameters());
    for (var layer : List.of(cueInner, cueOuter, roleToken, roleCue, roleOuter)) {
      all.addAll(layer.parameters());
    }
    all.addAll(roleReader.parameters());
    return all;
  }

  /** A stretch as it is read; nothing is done before it is asked for. */
  final class Reading {
    private final Range stretch;
    private final int[][] features;
    private float @Nullable [][] inputs;
    private final float[][] states;
    private final float[][] seen;

    /**
     * @param features of each token of the stretch
     */
    Reading(Range stretch, int[][] features) {
      this.stretch = stretch;
      this.features = features;
      states = new float[features.length][];
      seen = new float[features.length][];
    }

    Range stretch() {
      return stretch;
    }

    /** What each token is; all are read when the first is asked for. */
    private float[][] inputs() {
      if (inputs == null) {
        inputs = new float[features.length][SIZE];
        for (var t = 0; t < features.length; t++) {
          tokens.add(features[t], inputs[t]);
          states[t] = new float[2 * HALF];
        }
        reader.run(inputs, new Range(0, features.length), states, null);
      }
      return inputs;
    }

    /** What was read up to a token of the text from both sides. */
    float[] state(int token) {
      inputs();
      return states[token - stretch.first()];
    }

    /** What tokens of the text bring to any cue that they are seen from. */
    float[][] seen(Range tokens) {
      inputs();
      var first = tokens.first() - stretch.first();
      var end = tokens.end() - stretch.first();
      for (var t = first; t < end; t++) {
        if (seen[t] == null) {
          // Most often nothing of the sentence was seen before.
          var last = t;
          while (last < end && seen[last] == null) {
            last++;
          }
          var brought = roleToken.apply(states, new Range(t, last));
          System.arraycopy(brought, 0, seen, t, brought.length);
        }
      }
      return Arrays.copyOfRange(seen, first, end);
    }

    /** The logarithms of the probabilities of the labels of a sentence that cues have. */
    double[] cues(Range sentence) {
      var known = new float[sentence.length()][2 * HALF + SIZE];
      for (var k = 0; k < known.length; k++) {
        var t = sentence.first() + k;
        join(state(t), inputs()[t - stretch.first()], known[k]);
      }
      var inner = cueInner.apply(known, new Range(0, known.length));
      var outer = new float[Roles.CUE_LABELS];
      var logs = new double[known.length * outer.length];
      for (var k = 0; k < known.length; k++) {
        positive(inner[k]);
        cueOuter.apply(inner[k], outer);
        toLogs(outer, logs, k * outer.length);
      }
      return logs;
    }
  }

  /**
   * The logarithms of the probabilities of the labels in a window around a cue.
   *
   * @param cue the state of the token that carries its meaning
   * @param seen what each token of the window brings
   * @param features of each token of the window as seen from the cue
   */
  double[] roles(float[] cue, float[][] seen, int[][] features) {
    var asked = new float[INNER];
    roleCue.apply(cue, asked);
    var inner = new float[features.length][];
    for (var k = 0; k < inner.length; k++) {
      inner[k] = asked.clone();
      Dense.add(seen[k], inner[k]);
      relative.add(features[k], inner[k]);
      positive(inner[k]);
    }
    var states = new float[inner.length][2 * AROUND];
    roleReader.run(inner, new Range(0, inner.length), states, null);
    var known = new float[2 * AROUND + INNER];
    var outer = new float[Roles.ROLE_LABELS];
    var logs = new double[inner.length * outer.length];
    for (var k = 0; k < inner.length; k++) {
      join(states[k], inner[k], known);
      roleOuter.apply(known, outer);
      toLogs(outer, logs, k * outer.length);
    }
    return logs;
  }

  /** Whether it is not nearly certain of any of the labels of a token. */
  static boolean doubts(double[] logs, int at, int labels) {
    for (var y = 0; y < labels; y++) {
      if (logs[at + y] > SURE) {
        return false;
      }
    }
    return true;
  }

  /** Puts what it says of labels to the scores that a CRF gives them, from a place on. */
  static void add(double[] logs, double[] scores, int at) {
    for (var i = 0; i < logs.length; i++) {
      scores[at + i] = OTHER_SHARE * scores[at + i] + SHARE * logs[i];
    }
  }

  /** The stretches of a text that are read each by itself: some sentences together. */
  static List<Range> together(List<Range> sentences) {
    var stretches = new ArrayList<Range>();
    for (var sentence : sentences) {
      var last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
      if (last != null && sentence.end() - last.first() <= TOGETHER) {
        stretches.set(stretches.size() - 1, new Range(last.first(), sentence.end()));
      } else {
        stretches.add(sentence);
      }
    }
    return stretches;
  }

  static void join(float[] state, float[] input, float[] all) {
    System.arraycopy(state, 0, all, 0, state.length);
    System.arraycopy(input, 0, all, state.length, input.length);
  }

  /** Rectifies (Nair and Hinton 2010). */
  static void positive(float[] inner) {
    for (var i = 0; i < inner.length; i++) {
      inner[i] = Math.max(0, inner[i]);
    }
  }

  /** Writes the logarithms of the probabilities that outputs stand for. */
  private static void toLogs(float[] outer, double[] logs, int at) {
    var top = Float.NEGATIVE_INFINITY;
    for (var o : outer) {
      top = Math.max(top, o);
    }
    var sum = 0.0;
    for (var o : outer) {
      sum += Math.exp(o - top);
    }
    var log = top + Math.log(sum);
    for (var y = 0; y < outer.length; y++) {
      logs[at + y] = outer[y] - log;
    }
  }

  void write(OutputStream out) throws IOException {
    tokens.write(out);
    relative.write(out);
    for (var matrix : parameters()) {
      write(out, matrix, STEPS);
    }
  }

  static Network read(InputStream in) throws IOException {
    var network = new Network(FeatureRows.read(in, SIZE), FeatureRows.read(in, INNER));
    for (var matrix : network.parameters()) {
      read(in, matrix);
    }
    network.reader.settle();
    network.roleReader.settle();
    return network;
  }

  /**
   * Writes a matrix: how much a step is, and how many steps each number takes, a byte each.
   *
   * @param steps of the greatest number, up to 127
   */
  static void write(OutputStream out, float[][] matrix, int steps) throws IOException {
    var top = Float.MIN_NORMAL;
    for (var row : matrix) {
      for (var x : row) {
        top = Math.max(top, Math.abs(x));
      }
    }
    var data = new DataOutputStream(out);
    data.writeFloat(top / steps);
    for (var row : matrix) {
      for (var x : row) {
        data.writeByte(Math.round(x / top * steps));
      }
    }
    data.flush();
  }

  /** Fills a matrix of the same shape with what was written. */
  static void read(InputStream in, float[][] matrix) throws IOException {
    var data = new DataInputStream(in);
    var step = data.readFloat();
    for (var row : matrix) {
      for (var i = 0; i < row.length; i++) {
        row[i] = data.readByte() * step;
      }
    }
  }
}
