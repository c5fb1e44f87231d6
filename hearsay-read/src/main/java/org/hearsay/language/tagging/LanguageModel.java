package org.hearsay.language.tagging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * How much each language speaks from the words of a text and from their pieces of one to four
 * letters, ends included (character n-grams after Cavnar and Trenkle 1994, weighed by a logistic
 * regression). Thread-safe.
 *
 * <p>The file: gzip of big-endian {@code "HSL1"}, label count and names, scale, feature count, the
 * hashes in ascending order, then one byte for each feature and label.
 */
public final class LanguageModel {

  private static final int MAGIC = 0x48534c31;

  /** Longer words are known by their beginning. */
  private static final int LONGEST_WORD = 24;

  private static final int LONGEST_PIECE = 4;

  /** A model tells at most so many languages apart: their weights are in one word. */
  private static final int MOST_LABELS = 8;

  /** Added to each weight, so that eight of them are summed at a time. */
  private static final int BIAS = 128;

  /** Every other byte, with room for the sum of {@link #MOST} of them. */
  private static final long EVEN = 0x00FF00FF00FF00FFL;

  private static final int MOST = 257;

  private final List<String> labels;
  private final float scale;

  /** For each slot a hash, or zero, and its weights, side by side for the caches. */
  private final long[] table;

  /**
   * The words met last, most of them met in every text. Threads may overwrite each other's: what is
   * kept of a word is always the same.
   */
  private final @Nullable Weight[] met = new Weight[1 << PLACES];

  private static final int PLACES = 12;

  private LanguageModel(List<String> labels, float scale, int[] features, byte[] rows) {
    this.labels = List.copyOf(labels);
    this.scale = scale;
    var n = labels.size();
    var slots = Math.max(16, Integer.highestOneBit(features.length * 2) * 2);
    table = new long[slots * 2];
    for (var i = 0; i < features.length; i++) {
      var cell = cell(features[i]);
      table[cell] = features[i];
      var weights = 0L;
      for (var label = 0; label < n; label++) {
        weights |= (rows[i * n + label] + BIAS & 255L) << 8 * label;
      }
      table[cell + 1] = weights;
    }
  }

  /** Where a hash is in the table, or is to be put. */
  private int cell(int key) {
    var cell = key * 2 & table.length - 1;
    while (table[cell] != key && table[cell] != 0) {
      cell = cell + 2 & table.length - 1;
    }
    return cell;
  }

  /** The languages, in the order of their numbers; the last is for all others. */
  public List<String> labels() {
    return labels;
  }

  /** Receives the hashes of a text's words and pieces, none zero. */
  public interface Receiver {
    void accept(int hash);
  }

  /** Receives words in small letters between the marks for their ends, in an array used again. */
  private interface Words {
    void accept(char[] word, int length);
  }

  /**
   * Makes the features of a part of a text.
   *
   * @return the number of letters seen
   */
  public static int features(String text, int start, int end, Receiver into) {
    return words(text, start, end, (word, length) -> pieces(word, length, into));
  }

  private static int words(String text, int start, int end, Words into) {
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
      into.accept(word, n);
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
    into.accept(key(9, hash(word, n)));
  }

  private static int hash(char[] word, int n) {
    var h = 29;
    for (var i = 0; i < n; i++) {
      h = h * 31 + word[i];
    }
    return h;
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
    var sums = new long[MOST_LABELS];
    var tally = new Tally();
    var letters =
        words(
            text,
            start,
            end,
            (word, length) -> {
              var weight = weight(word, length);
              if (tally.known + weight.known > MOST) {
                tally.empty(sums);
              }
              tally.add(weight.even, weight.odd, weight.known);
            });
    tally.empty(sums);
    var scores = new float[labels.size()];
    for (var label = 0; label < scores.length; label++) {
      scores[label] = sums[label] * scale;
    }
    return new Evidence(scores, letters);
  }

  /** What a word and its pieces say, which is kept until another word takes its place. */
  private Weight weight(char[] word, int length) {
    var place = hash(word, length) * 0x9E3779B9 >>> 32 - PLACES;
    var weight = met[place];
    if (weight == null || !Arrays.equals(weight.word, 0, weight.word.length, word, 0, length)) {
      var tally = new Tally();
      pieces(word, length, hash -> add(hash, tally));
      weight = new Weight(Arrays.copyOf(word, length), tally.even, tally.odd, tally.known);
      met[place] = weight;
    }
    return weight;
  }

  private void add(int hash, Tally tally) {
    var cell = cell(hash);
    if (table[cell] != 0) {
      var weights = table[cell + 1];
      tally.add(weights & EVEN, weights >>> 8 & EVEN, 1);
    }
  }

  /**
   * The sum of the weights of a word.
   *
   * @param even those of every other label, each with {@link #BIAS} for each feature
   * @param odd those of the labels between
   * @param known how many features the sum is of
   */
  private record Weight(char[] word, long even, long odd, int known) {}

  /** The sum of the weights of {@link #MOST} features at most. */
  private static final class Tally {
    private long even;
    private long odd;
    private int known;

    void add(long moreEven, long moreOdd, int more) {
      even += moreEven;
      odd += moreOdd;
      known += more;
    }

    /** Moves what was added up into the sums of the labels. */
    void empty(long[] sums) {
      for (var label = 0; label < MOST_LABELS; label++) {
        var lane = (label % 2 == 0 ? even : odd) >>> label / 2 * 16;
        sums[label] += (lane & 0xFFFF) - BIAS * known;
      }
      even = 0;
      odd = 0;
      known = 0;
    }
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
      if (labels.size() > MOST_LABELS) {
        throw new IOException(labels.size() + " languages, at most " + MOST_LABELS);
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
