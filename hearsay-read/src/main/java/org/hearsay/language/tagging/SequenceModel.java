package org.hearsay.language.tagging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear-chain model: a weight for each feature and label, one for each pair of neighbouring
 * labels, and the best sequence by Viterbi. Weights are bytes; features are known by 32-bit hashes,
 * and one that the model has not seen weighs nothing. Immutable, thread-safe.
 *
 * <p>The file: gzip of big-endian {@code "HSM2"}, label count and names, scale, the pair weights as
 * floats, feature count, the hashes in ascending order, each less the one before it, first the
 * lowest byte of each, last the highest, which takes half the room; then one byte for each feature
 * and label.
 */
public final class SequenceModel {

  private static final int MAGIC = 0x48534d32;

  /** The weight of a pair of labels that may not stand side by side. */
  public static final float NEVER = -1e4f;

  /** A word has at most so many features. */
  static final int MOST = 257;

  /** Eight weights at once. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Turns signed bytes into their values plus 128. */
  private static final long SIGNS = 0x8080808080808080L;

  /** Every other byte, with room for the sum of {@link #MOST}. */
  private static final long EVEN = 0x00FF00FF00FF00FFL;

  private final List<String> labels;
  private final float scale;
  private final float[] pairs;

  /** The least and the greatest of the weights that a label has with those behind it. */
  private final float[] least;

  private final float[] greatest;

  /** For each slot a feature, or zero, and where its weights are, side by side for the caches. */
  private final int[] table;

  private final byte[] weights;

  /** How far a hash is shifted to its slot: slots are in the order of the hashes. */
  private final int shift;

  private SequenceModel(
      List<String> labels, float scale, float[] pairs, int[] features, byte[] weights) {
    this.labels = List.copyOf(labels);
    this.scale = scale;
    this.pairs = pairs;
    this.weights = weights;
    var n = labels.size();
    least = new float[n];
    greatest = new float[n];
    for (var before = 0; before < n; before++) {
      var row = Arrays.copyOfRange(pairs, (before + 1) * n, (before + 2) * n);
      Arrays.sort(row);
      least[before] = row[0];
      greatest[before] = row[n - 1];
    }
    var slots = Math.max(16, Integer.highestOneBit(features.length * 2) * 2);
    table = new int[slots * 2];
    shift = Integer.numberOfLeadingZeros(slots) + 1;
    for (var i = 0; i < features.length; i++) {
      var cell = cell(features[i]);
      table[cell] = features[i];
      table[cell + 1] = i * n;
    }
  }

  /** The cell to begin with. */
  private int slot(int feature) {
    return (feature ^ Integer.MIN_VALUE) >>> shift << 1;
  }

  /** Where a feature is in the table, or is to be put. */
  private int cell(int feature) {
    var mask = table.length - 1;
    var cell = slot(feature);
    while (table[cell] != feature && table[cell] != 0) {
      cell = cell + 2 & mask;
    }
    return cell;
  }

  /** The labels, in the order of their numbers. */
  public List<String> labels() {
    return labels;
  }

  /** A feature's hash as the model keeps it: zero is taken for "no feature". */
  public static int key(int hash) {
    return hash == 0 ? 1 : hash;
  }

  /**
   * @throws IOException when the stream is not a model
   */
  public static SequenceModel read(InputStream stream) throws IOException {
    try (var in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a sequence model");
      }
      var labels = new ArrayList<String>();
      for (var i = in.readInt(); i > 0; i--) {
        labels.add(in.readUTF());
      }
      var scale = in.readFloat();
      var pairs = new float[(labels.size() + 1) * labels.size()];
      for (var i = 0; i < pairs.length; i++) {
        pairs[i] = in.readFloat();
      }
      var features = new int[in.readInt()];
      var bytes = new byte[features.length];
      for (var shift = 0; shift < 32; shift += 8) {
        in.readFully(bytes);
        add(bytes, shift, features);
      }
      for (var i = 1; i < features.length; i++) {
        features[i] += features[i - 1];
      }
      var weights = new byte[features.length * labels.size() + 7];
      in.readFully(weights, 0, weights.length - 7);
      return new SequenceModel(labels, scale, pairs, features, weights);
    }
  }

  private static void add(byte[] bytes, int shift, int[] into) {
    for (var i = 0; i < into.length; i++) {
      into[i] |= (bytes[i] & 255) << shift;
    }
  }

  /**
   * Writes a model, the same bytes for the same weights.
   *
   * @param pairs at {@code (before + 1) * labels + label}; the first row is for the sentence's
   *     start
   * @param features hashes, ascending, none zero
   * @param rows one byte for each feature and label
   */
  public static void write(
      OutputStream stream,
      List<String> labels,
      float scale,
      float[] pairs,
      int[] features,
      byte[] rows)
      throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(stream, 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(labels.size());
      for (var label : labels) {
        out.writeUTF(label);
      }
      out.writeFloat(scale);
      for (var pair : pairs) {
        out.writeFloat(pair);
      }
      out.writeInt(features.length);
      for (var shift = 0; shift < 32; shift += 8) {
        for (var i = 0; i < features.length; i++) {
          out.write(features[i] - (i == 0 ? 0 : features[i - 1]) >> shift);
        }
      }
      out.write(rows);
    }
  }

  /** Room for the decoding of one text after another; not shared between threads. */
  public static final class Workspace {
    private int[] features = new int[64];
    private int[] seen = new int[64];
    private float[] scores = new float[0];
    private byte[] back = new byte[0];
    private int[] sums = new int[64];
    private int[] likely = new int[64];
    private long[] lanes = new long[0];

    private void fit(int most, int cells, int labels) {
      if (most > MOST) {
        throw new IllegalArgumentException(most + " features for a word, at most " + MOST);
      }
      if (features.length < most) {
        features = new int[most];
        seen = new int[most];
      }
      if (scores.length < cells) {
        scores = new float[cells + cells / 2];
        back = new byte[cells + cells / 2];
      }
      if (sums.length < labels) {
        sums = new int[labels];
        likely = new int[labels];
      }
      if (lanes.length != (labels + 7) / 8 * 2) {
        lanes = new long[(labels + 7) / 8 * 2];
      }
    }
  }

  /** Writes the best labels of the words of one sentence, at their indices in the document. */
  public void decode(Features source, int first, int end, int[] into, Workspace room) {
    if (end <= first) {
      return;
    }
    var n = labels.size();
    room.fit(source.most(), (end - first) * n, n);
    var scores = room.scores;
    for (var i = first; i < end; i++) {
      emission(source, i, first, end, room);
      step((i - first) * n, i == first, room);
    }
    var best = 0;
    var last = (end - first - 1) * n;
    for (var label = 1; label < n; label++) {
      if (scores[last + label] > scores[last + best]) {
        best = label;
      }
    }
    for (var i = end - 1; i >= first; i--) {
      into[i] = best;
      best = room.back[(i - first) * n + best];
    }
  }

  /**
   * Sums the weights of a word's features. All are looked for at once, before any is used, so that
   * the memory answers them together; most are not in the model.
   */
  private void emission(Features source, int word, int first, int end, Workspace room) {
    var n = labels.size();
    var sums = room.sums;
    var features = room.features;
    var seen = room.seen;
    var count = source.of(word, first, end, features);
    var some = 0;
    for (var f = 0; f < count; f++) {
      var feature = key(features[f]);
      var there = table[slot(feature)];
      seen[some] = feature;
      some += (there | -there) >>> 31; // one more unless it is zero, without a branch
    }
    var lanes = room.lanes;
    Arrays.fill(lanes, 0);
    var known = 0;
    for (var f = 0; f < some; f++) {
      var cell = cell(seen[f]);
      if (table[cell] != 0) {
        known++;
        var at = table[cell + 1];
        for (var k = 0; k < lanes.length; k += 2, at += 8) {
          var eight = (long) EIGHT.get(weights, at) ^ SIGNS;
          lanes[k] += eight & EVEN;
          lanes[k + 1] += eight >>> 8 & EVEN;
        }
      }
    }
    for (var label = 0; label < n; label++) {
      var lane = lanes[label / 8 * 2 + label % 2] >>> label % 8 / 2 * 16;
      sums[label] = (int) (lane & 0xFFFF) - 128 * known;
    }
  }

  private void step(int row, boolean start, Workspace room) {
    var n = labels.size();
    var scores = room.scores;
    var likely = room.likely;
    var some = start ? 0 : likely(scores, row - n, likely);
    for (var label = 0; label < n; label++) {
      var best = start ? pairs[label] : Float.NEGATIVE_INFINITY;
      var from = 0;
      for (var k = 0; k < some; k++) {
        var before = likely[k];
        var score = scores[row - n + before] + pairs[(before + 1) * n + label];
        if (score > best) {
          best = score;
          from = before;
        }
      }
      scores[row + label] = best + room.sums[label] * scale;
      room.back[row + label] = (byte) from;
    }
  }

  /** The labels of a word, in their order, that are not too far behind to be before any label. */
  private int likely(float[] scores, int row, int[] into) {
    var top = 0;
    for (var label = 1; label < least.length; label++) {
      top = scores[row + label] > scores[row + top] ? label : top;
    }
    var surely = scores[row + top] + least[top];
    var some = 0;
    for (var label = 0; label < least.length; label++) {
      if (scores[row + label] + greatest[label] >= surely) {
        into[some++] = label;
      }
    }
    return some;
  }
}
