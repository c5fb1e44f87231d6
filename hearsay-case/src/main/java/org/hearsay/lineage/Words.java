package org.hearsay.lineage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hearsay.article.Span;

/**
 * The words of a text as numbers, the same word having the same number in all texts of one {@link
 * Vocabulary}. Case, accents, punctuation and layout do not count: {@code «L’Été»} and {@code
 * l'ete} are the same two words. Where words are not set apart (Chinese, Japanese), each character
 * is one.
 */
final class Words {
  /** Texts are compared up to here, so that one huge document cannot take all memory. */
  static final int MOST = 1 << 20;

  private final int[] ids;
  private final int[] bounds;

  private Words(int[] ids, int[] bounds) {
    this.ids = ids;
    this.bounds = bounds;
  }

  /** Numbers given to words, in the order they are met. Not thread-safe. */
  static final class Vocabulary {
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** The number of a word as written; folding it is what costs, so written forms are kept too. */
    private int id(String written) {
      var known = seen.get(written);
      if (known == null) {
        known = ids.computeIfAbsent(Folding.fold(written), word -> ids.size());
        seen.put(written, known);
      }
      return known;
    }
  }

  static Words of(String text, Vocabulary vocabulary) {
    var ids = new int[64];
    var bounds = new int[128];
    var count = 0;
    for (var at = 0; at < text.length() && count < MOST; ) {
      var first = text.codePointAt(at);
      var end = at + Character.charCount(first);
      if (!inWord(first)) {
        at = end;
        continue;
      }
      if (!Character.isIdeographic(first)) {
        end = wordEnd(text, end);
      }
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, count * 2);
        bounds = Arrays.copyOf(bounds, count * 4);
      }
      ids[count] = vocabulary.id(text.substring(at, end));
      bounds[2 * count] = at;
      bounds[2 * count + 1] = end;
      count++;
      at = end;
    }
    return new Words(Arrays.copyOf(ids, count), Arrays.copyOf(bounds, 2 * count));
  }

  private static int wordEnd(String text, int from) {
    var end = from;
    while (end < text.length()) {
      var next = text.codePointAt(end);
      if (Character.isIdeographic(next) || !inWord(next)) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  private static boolean inWord(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  int size() {
    return ids.length;
  }

  /** Callers must not write into it. */
  int[] ids() {
    return ids;
  }

  /** The stretch of the text from one word to before another. */
  Span span(int from, int to) {
    return new Span(bounds[2 * from], bounds[2 * to - 1]);
  }
}
