package org.hearsay.train.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * ScrapingHub's article extraction benchmark, as its {@code evaluate.py} counts: multisets of four
 * words in a row, case kept, a text of fewer words being one; precision is the mean over pages that
 * gave something, recall over pages that have something, F1 made of the two means.
 */
final class Shingles {
  private Shingles() {}

  /** Shares of one page's shingles, summing to 1, or all 0 where both texts are empty. */
  record Page(double truePositive, double falsePositive, double falseNegative) {

    double precision() {
      return part(truePositive, falsePositive, falseNegative);
    }

    double recall() {
      return part(truePositive, falseNegative, falsePositive);
    }

    private static double part(double right, double wrong, double other) {
      if (wrong == 0 && other == 0) {
        return 1;
      }
      return right == 0 && wrong == 0 ? 0 : right / (right + wrong);
    }
  }

  private static final int WORDS = 4;
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  static Page of(String truth, String found) {
    var expected = shingles(truth);
    var seen = shingles(found);
    var keys = new HashSet<>(expected.keySet());
    keys.addAll(seen.keySet());
    var right = 0;
    var wrong = 0;
    var missed = 0;
    for (var key : keys) {
      var a = expected.getOrDefault(key, 0);
      var b = seen.getOrDefault(key, 0);
      right += Math.min(a, b);
      wrong += Math.max(0, b - a);
      missed += Math.max(0, a - b);
    }
    var all = (double) Math.max(1, right + wrong + missed);
    return new Page(right / all, wrong / all, missed / all);
  }

  /** Precision and recall over pages; F1 is {@link Overlap#f1()}. */
  static Overlap mean(List<Page> pages) {
    return new Overlap(
        pages.stream()
            .filter(page -> page.truePositive() + page.falsePositive() > 0)
            .mapToDouble(Page::precision)
            .average()
            .orElse(0),
        pages.stream()
            .filter(page -> page.truePositive() + page.falseNegative() > 0)
            .mapToDouble(Page::recall)
            .average()
            .orElse(0));
  }

  private static Map<List<String>, Integer> shingles(String text) {
    var words = new ArrayList<String>();
    var match = WORD.matcher(text);
    while (match.find()) {
      words.add(match.group());
    }
    var counts = new HashMap<List<String>, Integer>();
    for (var i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
      var shingle = List.copyOf(words.subList(i, Math.min(words.size(), i + WORDS)));
      if (!shingle.isEmpty()) {
        counts.merge(shingle, 1, Integer::sum);
      }
    }
    return counts;
  }
}
