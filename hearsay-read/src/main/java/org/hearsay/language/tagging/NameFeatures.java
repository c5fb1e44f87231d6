package org.hearsay.language.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.language.Sentence;

/**
 * What the name tagger looks at: words, ends, shapes and parts of speech around a word, the
 * gazetteer, and how the document writes the word elsewhere (after Ratinov and Roth 2009): in small
 * letters, which speaks against a name at the start of a sentence, or with a capital inside one.
 */
public final class NameFeatures implements Features {

  private static final int NONE = 0x5bd1e995;

  /** Elsewhere in the document in small letters. */
  private static final int SEEN_LOWER = 1;

  /** Elsewhere in the document with a capital, not at the start of a sentence. */
  private static final int SEEN_CAPITAL = 2;

  private final Columns columns;
  private final int[] pos;
  private final int[] known;
  private final int[] elsewhere;

  /**
   * @param pos the part of speech of each word, by its number in the model that gave it
   */
  public NameFeatures(Columns columns, int[] pos, List<Sentence> sentences, Gazetteer gazetteer) {
    this.columns = columns;
    this.pos = pos;
    known = gazetteer.flags(columns);
    elsewhere = elsewhere(columns, sentences);
  }

  private static int[] elsewhere(Columns columns, List<Sentence> sentences) {
    Map<Integer, Integer> seen = new HashMap<>();
    for (var sentence : sentences) {
      for (var i = sentence.firstToken(); i < sentence.endToken(); i++) {
        if (columns.lower[i]) {
          seen.merge(columns.word[i], SEEN_LOWER, (a, b) -> a | b);
        } else if (columns.capital[i] && i > sentence.firstToken() && columns.lower[i - 1]) {
          seen.merge(columns.word[i], SEEN_CAPITAL, (a, b) -> a | b);
        }
      }
    }
    var flags = new int[columns.size];
    for (var i = 0; i < flags.length; i++) {
      if (columns.capital[i]) {
        flags[i] = seen.getOrDefault(columns.word[i], 0);
      }
    }
    return flags;
  }

  @Override
  public int most() {
    return 40;
  }

  @Override
  public int of(int i, int first, int end, int[] into) {
    var c = columns;
    var n = 0;
    var w = c.word[i];
    var w1 = at(c.word, i - 1, first, end);
    var v1 = at(c.word, i + 1, first, end);
    var s = c.shape[i];
    var s1 = at(c.shape, i - 1, first, end);
    var t1 = at(c.shape, i + 1, first, end);
    var p = pos[i];
    into[n++] = Features.hash(1, w);
    into[n++] = Features.hash(2, w1);
    into[n++] = Features.hash(3, v1);
    into[n++] = Features.hash(4, at(c.word, i - 2, first, end));
    into[n++] = Features.hash(5, at(c.word, i + 2, first, end));
    into[n++] = Features.hash(6, s);
    into[n++] = Features.hash(7, s, w1);
    into[n++] = Features.hash(8, s, v1);
    into[n++] = Features.hash(9, s1, t1);
    into[n++] = Features.hash(10, s, s1);
    into[n++] = Features.hash(11, s, t1);
    into[n++] = Features.hash(12, p);
    into[n++] = Features.hash(13, p, at(pos, i - 1, first, end));
    into[n++] = Features.hash(14, p, at(pos, i + 1, first, end));
    into[n++] = Features.hash(15, known[i] * 4 + elsewhere[i], i == first ? 1 : 0);
    into[n++] = Features.hash(16, at(known, i - 1, first, end), known[i]);
    into[n++] = Features.hash(17, known[i], at(known, i + 1, first, end));
    if (c.capital[i]) {
      into[n++] = Features.hash(18, w1, at(c.word, i - 2, first, end));
      into[n++] = Features.hash(19, v1, at(c.word, i + 2, first, end));
      into[n++] = Features.hash(20, elsewhere[i], i == first ? p + 32 : p);
      for (var k = 0; k < Columns.AFFIX; k++) {
        if (c.suffix[k][i] != 0) {
          into[n++] = Features.hash(24 + k, c.suffix[k][i]);
        }
        if (k > 0 && c.prefix[k][i] != 0) {
          into[n++] = Features.hash(28 + k, c.prefix[k][i]);
        }
      }
    }
    into[n++] = Features.hash(32, w, w1);
    into[n++] = Features.hash(33, w, v1);
    if (i > first) {
      into[n++] = Features.hash(34, c.suffix[2][i - 1], s);
    }
    if (i + 1 < end) {
      into[n++] = Features.hash(35, c.suffix[2][i + 1], s);
    }
    into[n++] = Features.hash(36, at(c.shape, i - 2, first, end), s1 * 31 + s);
    into[n++] = Features.hash(37, at(c.shape, i + 2, first, end), t1 * 31 + s);
    return n;
  }

  private static int at(int[] column, int i, int first, int end) {
    return i < first ? NONE : i >= end ? NONE + 1 : column[i];
  }
}
