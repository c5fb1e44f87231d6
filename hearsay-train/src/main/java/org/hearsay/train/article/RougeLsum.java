package org.hearsay.train.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ROUGE-LSum (Lin 2004, section 3.2) as the package {@code rouge-score} counts it: for each
 * sentence of the truth the union of its longest common subsequences with every found sentence, no
 * word counted more often than both texts have it. Words are runs of {@code a-z0-9} in lower case.
 * The package splits sentences with a trained model; here they end at a mark and a space.
 */
final class RougeLsum {
  private RougeLsum() {}

  /** Words that a sentence is cut at, so that a text without marks takes bounded time. */
  private static final int LONGEST = 2000;

  static Overlap of(String truth, String found) {
    return of(sentences(truth), sentences(found));
  }

  /** Sentences as lists of words. */
  static Overlap of(List<List<String>> truth, List<List<String>> found) {
    var inTruth = counts(truth);
    var inFound = counts(found);
    var expected = inTruth.values().stream().mapToInt(Integer::intValue).sum();
    var given = inFound.values().stream().mapToInt(Integer::intValue).sum();
    if (expected == 0 || given == 0) {
      return new Overlap(0, 0);
    }
    var hits = 0;
    for (var sentence : truth) {
      var union = new BitSet();
      for (var other : found) {
        union.or(common(sentence, other));
      }
      for (var i = union.nextSetBit(0); i >= 0; i = union.nextSetBit(i + 1)) {
        var word = sentence.get(i);
        if (inTruth.getOrDefault(word, 0) > 0 && inFound.getOrDefault(word, 0) > 0) {
          hits++;
          inTruth.merge(word, -1, Integer::sum);
          inFound.merge(word, -1, Integer::sum);
        }
      }
    }
    return new Overlap((double) hits / given, (double) hits / expected);
  }

  private static Map<String, Integer> counts(List<List<String>> sentences) {
    var counts = new HashMap<String, Integer>();
    sentences.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
    return counts;
  }

  /** Which words of the first are in one longest common subsequence, found from the end. */
  private static BitSet common(List<String> one, List<String> other) {
    var rows = one.size();
    var columns = other.size();
    var length = new int[rows + 1][columns + 1];
    for (var i = 1; i <= rows; i++) {
      for (var j = 1; j <= columns; j++) {
        length[i][j] =
            one.get(i - 1).equals(other.get(j - 1))
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    var found = new BitSet();
    var i = rows;
    var j = columns;
    while (i > 0 && j > 0) {
      if (one.get(i - 1).equals(other.get(j - 1))) {
        found.set(--i);
        j--;
      } else if (length[i][j - 1] > length[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
    return found;
  }

  static List<List<String>> sentences(String text) {
    var sentences = new ArrayList<List<String>>();
    for (var sentence : text.split("(?<=[.!?][\"'”’)\\]]{0,2})\\s+")) {
      var words = new ArrayList<String>();
      for (var word : sentence.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
        if (!word.isEmpty() && words.size() < LONGEST) {
          words.add(word);
        }
      }
      if (!words.isEmpty()) {
        sentences.add(words);
      }
    }
    return sentences;
  }
}
