package org.hearsay.language.tagging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How much each language speaks from the words of a text and from their pieces of one to four
 * letters, ends included (character n-grams after Cavnar and Trenkle 1994, weighed by a logistic
 * regression). Immutable, thread-safe.
 *
 * <p>The file: gzip of big-endian {@code "HSL1"}, label count and names, scale, feature count, the
 * hashes in ascending order, then one byte for each feature and label.
 */
public final class LanguageModel {

  private static final int MAGIC = 0x48534c31;

  /** Longer words are known by their beginning. */
  private static final int LONGEST_WORD = 24;

  private static final int LONGEST_PIECE = 4;

  private final List<String> labels;
  private final float scale;
  private final int[] keys;
  private final byte[] weights;
  private final int mask;

  private LanguageModel(List<String> labels, float scale, int[] features, byte[] rows) {
    this.labels = List.copyOf(labels);
    this.scale = scale;
    var n = labels.size();
    var slots = Math.max(16, Integer.highestOneBit(features.length * 2) * 2);
    mask = slots - 1;
    keys = new int[slots];
    weights = new byte[slots * n];
    for (var i = 0; i < features.length; i++) {
      var slot = slot(features[i]);
      keys[slot] = features[i];
      System.arraycopy(rows, i * n, weights, slot * n, n);
    }
  }

  private int slot(int key) {
    var slot = key & mask;
    while (keys[slot] != key && keys[slot] != 0) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The languages, in the order of their numbers; the last is for all others. */
  public List<String> labels() {
    return labels;
  }

  /** Receives the hashes of a text's words and pieces, none zero. */
  public interface Receiver {
    void accept(int hash);
  }

  /**
   * Makes the features of a part of a text.
   *
   * @return the number of letters seen
   */
  public static int features(String text, int start, int end, Receiver into) {
    var word = new char[LONGEST_WORD + 2];
    var letters = 0;
    for (var at = start; at < end; ) {
      if (!Character.isLetter(text.charAt(at))) {
        at++;
        continue;
      }
      var n = 0;
      word[n++] = '_';
      var from = at;
      while (at < end && isPart(text.charAt(at))) {
        if (n <= LONGEST_WORD) {
          word[n++] = Character.toLowerCase(text.charAt(at));
        }
        at++;
      }
      letters += at - from;
      word[n++] = at < end && isApostrophe(text.charAt(at)) ? '\'' : '_';
      pieces(word, n, into);
    }
    return letters;
  }

  private static void pieces(char[] word, int n, Receiver into) {
    for (var i = 0; i < n; i++) {
      var h = 17;
      for (var k = 0; k < LONGEST_PIECE && i + k < n; k++) {
        h = h * 31 + word[i + k];
        if (k > 0 || i > 0 && i < n - 1) {
          into.accept(key(1 + k, h));
        }
      }
    }
    var h = 29;
    for (var i = 0; i < n; i++) {
      h = h * 31 + word[i];
    }
    into.accept(key(9, h));
  }

  private static int key(int template, int seen) {
    return SequenceModel.key(Features.hash(template, seen));
  }

  private static boolean isPart(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  /** What a part of a text says for each language. */
  public record Evidence(float[] scores, int letters) {}

  /** Adds up what the words of a part of a text say for each language. */
  public Evidence evidence(String text, int start, int end) {
    var n = labels.size();
    var sums = new long[n];
    var letters =
        features(
            text,
            start,
            end,
            key -> {
              var slot = slot(key);
              if (keys[slot] != 0) {
                for (var label = 0; label < n; label++) {
                  sums[label] += weights[slot * n + label];
                }
              }
            });
    var scores = new float[n];
    for (var label = 0; label < n; label++) {
      scores[label] = sums[label] * scale;
    }
    return new Evidence(scores, letters);
  }

  /**
   * @throws IOException when the stream is not a model
   */
  public static LanguageModel read(InputStream stream) throws IOException {
    try (var in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a language model");
      }
      var labels = new ArrayList<String>();
      for (var i = in.readInt(); i > 0; i--) {
        labels.add(in.readUTF());
      }
      var scale = in.readFloat();
      var features = new int[in.readInt()];
      for (var i = 0; i < features.length; i++) {
        features[i] = in.readInt();
      }
      return new LanguageModel(
          labels, scale, features, in.readNBytes(features.length * labels.size()));
    }
  }

  /** Writes a model, the same bytes for the same weights. */
  public static void write(
      OutputStream stream, List<String> labels, float scale, int[] features, byte[] rows)
      throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(stream, 1 << 16))) {
      out.writeInt(MAGIC);
      out.writeInt(labels.size());
      for (var label : labels) {
        out.writeUTF(label);
      }
      out.writeFloat(scale);
      out.writeInt(features.length);
      for (var feature : features) {
        out.writeInt(feature);
      }
      out.write(rows);
    }
  }
}
