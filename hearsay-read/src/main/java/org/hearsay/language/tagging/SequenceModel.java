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

  private static final VarHandle FEATURE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Every other byte, with room for the sum of {@link #MOST}. */
  private static final long EVEN = 0x00FF00FF00FF00FFL;

  private final List<String> labels;
  private final float scale;
  private final float[] pairs;

  /** The least and the greatest of the weights that a label has with those behind it. */
  private final float[] least;

  private final float[] greatest;

  /**
   * Slots, half of them free, in the order of the hashes: a feature, or zero, and its weights, so
   * that both are found in one place of the memory. The last slot is free.
   */
  private final byte[] table;

  private final int slots;

  /** The bytes of a slot. */
  private final int width;

  private SequenceModel(
      List<String> labels, float scale, float[] pairs, int[] features, byte[] weights) {
    this.labels = List.copyOf(labels);
    this.scale = scale;
    this.pairs = pairs;
    var n = labels.size();
    least = new float[n];
    greatest = new float[n];
    for (var before = 0; before < n; before++) {
      var row = Arrays.copyOfRange(pairs, (before + 1) * n, (before + 2) * n);
      Arrays.sort(row);
      least[before] = row[0];
      greatest[before] = row[n - 1];
    }
    width = (Integer.BYTES + n + 7) / 8 * 8;
    slots = 2 * features.length + 1;
    var end = 0;
    for (var feature : features) {
      end = Math.max(end, slot(feature)) + width;
    }
    table = new byte[Math.max(end, slots * width) + 2 * width];
    var cell = 0;
    for (var i = 0; i < features.length; i++, cell += width) {
      cell = Math.max(cell, slot(features[i]));
      put(cell, features[i], weights, i * n);
    }
  }

  /** Fills a slot; a method of its own, which is compiled long before the loop around it. */
  private void put(int cell, int feature, byte[] weights, int from) {
    for (var k = 0; k < Integer.BYTES; k++) {
      table[cell + k] = (byte) (feature >> (8 * k));
    }
    System.arraycopy(weights, from, table, cell + Integer.BYTES, labels.size());
  }

  /** The feature in the slot that begins here; zero when it is free. */
  private int feature(int cell) {
    return (int) FEATURE.get(table, cell);
  }

  /** Where the slot to begin with is: as far in the table as the hash is among all hashes. */
  private int slot(int feature) {
    var hash = Integer.toUnsignedLong(feature ^ Integer.MIN_VALUE);
    return (int) ((hash * slots) >>> Integer.SIZE) * width;
  }

  /** Where a feature is in the table, or the free slot where it would be. */
  private int cell(int feature) {
    var cell = slot(feature);
    for (var there = feature(cell); there != feature && there != 0; there = feature(cell)) {
      cell += width;
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
      var weights = new byte[features.length * labels.size()];
      in.readFully(weights);
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
   * the memory answers them together; many are not in the model.
   */
  private void emission(Features source, int word, int first, int end, Workspace room) {
    var features = room.features;
    var seen = room.seen;
    var count = source.of(word, first, end, features);
    var some = 0;
    for (var f = 0; f < count; f++) {
      var feature = key(features[f]);
      var there = feature(slot(feature));
      seen[some] = feature;
      some += (there | -there) >>> 31; // one more unless it is zero, without a branch
    }
    var cells = room.features; // none of them is needed any more
    var known = 0;
    for (var f = 0; f < some; f++) {
      var cell = cell(seen[f]);
      cells[known] = cell + Integer.BYTES;
      known += feature(cell) == 0 ? 0 : 1;
    }
    for (var label = 0; label < labels.size(); label += 8) {
      sum(label, cells, known, room.sums);
    }
  }

  /** Sums the weights of eight labels, or of those that there are, from the first one on. */
  private void sum(int first, int[] cells, int count, int[] into) {
    var even = 0L;
    var odd = 0L;
    for (var i = 0; i < count; i++) {
      var eight = (long) EIGHT.get(table, cells[i] + first) ^ SIGNS;
      even += eight & EVEN;
      odd += eight >>> 8 & EVEN;
    }
    for (var label = first; label < Math.min(labels.size(), first + 8); label++) {
      into[label] = (int) ((label % 2 == 0 ? even : odd) & 0xFFFF) - 128 * count;
      if (label % 2 == 1) {
        even >>>= 16;
        odd >>>= 16;
      }
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
