package org.hearsay.train.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much of two texts is the same: precision and recall over multisets of word n-grams, as in
 * ScrapingHub's article extraction benchmark. Characters count as words in scripts without spaces.
 */
public record Overlap(double precision, double recall) {

  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  public static Overlap of(String truth, String found, int n) {
    var expected = grams(words(truth), n);
    var seen = grams(words(found), n);
    var common = 0;
    for (var entry : seen.entrySet()) {
      common += Math.min(entry.getValue(), expected.getOrDefault(entry.getKey(), 0));
    }
    var all = total(expected);
    var given = total(seen);
    if (all == 0 && given == 0) {
      return new Overlap(1, 1);
    }
    return new Overlap(
        given == 0 ? 0 : (double) common / given, all == 0 ? 0 : (double) common / all);
  }

  public static List<String> words(String text) {
    var words = new ArrayList<String>();
    var lower = text.toLowerCase(Locale.ROOT).replace("\u00AD", "");
    var start = -1;
    for (var i = 0; i <= lower.length(); i++) {
      var c = i < lower.length() ? lower.charAt(i) : ' ';
      var dense =
          c >= 0x0E00 && c <= 0x0EFF || c >= 0x3040 && c <= 0x30FF || c >= 0x3400 && c <= 0x9FFF;
      var part =
          !dense
              && (Character.isLetterOrDigit(c)
                  || c == '_'
                  || Character.isSurrogate(c)
                  || Character.getType(c) == Character.NON_SPACING_MARK
                  || Character.getType(c) == Character.COMBINING_SPACING_MARK);
      if (part) {
        start = start < 0 ? i : start;
      } else {
        if (start >= 0) {
          words.add(lower.substring(start, i));
          start = -1;
        }
        if (dense) {
          words.add(String.valueOf(c));
        }
      }
    }
    return words;
  }

  private static Map<String, Integer> grams(List<String> words, int n) {
    var counts = new HashMap<String, Integer>();
    var size = Math.min(n, words.size());
    if (size > 0) {
      for (var i = 0; i + size <= words.size(); i++) {
        counts.merge(String.join(" ", words.subList(i, i + size)), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
