package org.hearsay.language.tagging;

import java.util.List;
import org.hearsay.language.Token;

/**
 * The words of a document as columns of numbers, one array for each property, so that features are
 * made without a string. Case is folded and digits read as zero in all but {@link #shape}.
 */
public final class Columns {

  /** How many letters the longest suffix has; a longer word is hashed to its ends only. */
  static final int AFFIX = 4;

  /** The {@link #kind} of capital letters. */
  private static final int UPPER = 2;

  /** Words longer than this are hashed by their first letters only. */
  static final int LONGEST = 64;

  final int size;
  final int[] word;

  /** The word with its case, as {@link WordClusters} knows it. */
  final int[] exact;

  final int[] shape;
  final int[][] suffix = new int[AFFIX][];
  final int[][] prefix = new int[AFFIX][];

  /** Words that begin with a capital, or have one later and no hyphen: {@code iTV}, {@code 6PR}. */
  final boolean[] capital;

  final boolean[] lower;

  final Expansions expansions;

  public Columns(String text, List<Token> tokens) {
    size = tokens.size();
    word = new int[size];
    exact = new int[size];
    shape = new int[size];
    capital = new boolean[size];
    lower = new boolean[size];
    for (var i = 0; i < AFFIX; i++) {
      suffix[i] = new int[size];
      prefix[i] = new int[size];
    }
    for (var i = 0; i < size; i++) {
      fill(text, tokens.get(i), i);
    }
    expansions = Expansions.in(text, tokens, this);
  }

  private void fill(String text, Token token, int i) {
    var start = token.start();
    var end = token.end();
    var h = 7;
    var s = 3;
    var before = 0;
    var hyphen = false;
    var upper = false;
    var to = Math.min(end, start + LONGEST);
    for (var at = start; at < to; at++) {
      var c = text.charAt(at);
      h = h * 31 + fold(c);
      if (at - start < AFFIX) {
        prefix[at - start][i] = h;
      }
      var kind = kind(c);
      upper |= kind == UPPER;
      hyphen |= c == '-';
      if (kind != before) {
        s = s * 31 + kind;
      }
      before = kind;
    }
    word[i] = h + (end - to);
    exact[i] = exact(text, start, to);
    shape[i] = s;
    var first = text.charAt(start);
    capital[i] = Character.isUpperCase(first) || Character.isTitleCase(first) || upper && !hyphen;
    lower[i] = !capital[i] && Character.isLowerCase(first);
    var t = 11;
    for (var at = end - 1; at >= start && end - at <= AFFIX; at--) {
      t = t * 31 + fold(text.charAt(at));
      suffix[end - 1 - at][i] = t;
    }
  }

  /** The hash of a word as {@link #word} has it. */
  static int hash(String text, int start, int end) {
    var h = 7;
    var to = Math.min(end, start + LONGEST);
    for (var at = start; at < to; at++) {
      h = h * 31 + fold(text.charAt(at));
    }
    return h + (end - to);
  }

  /** The hash of a word as {@link #exact} has it: digits as zeros, one apostrophe for all. */
  static int exact(String text, int start, int end) {
    var h = 5;
    for (var at = start; at < end; at++) {
      h = h * 31 + exact(text.charAt(at));
    }
    return h;
  }

  static char exact(char c) {
    return c >= '0' && c <= '9' ? '0' : c == '’' ? '\'' : c;
  }

  /** Stands for the word before a sentence; one more, for the word behind it. */
  static final int NONE = 0x5bd1e995;

  /** A column's value at a word of the sentence, or what stands for the words around it. */
  static int at(int[] column, int i, int first, int end) {
    return i < first ? NONE : i >= end ? NONE + 1 : column[i];
  }

  static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c >= '0' && c <= '9' ? '0' : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(c);
  }

  private static int kind(char c) {
    if (c >= 'a' && c <= 'z') {
      return 1;
    }
    if (c >= 'A' && c <= 'Z') {
      return UPPER;
    }
    if (c >= '0' && c <= '9') {
      return 3;
    }
    if (c < 128 || !Character.isLetter(c)) {
      return c == '’' ? '\'' : 16 + c;
    }
    return Character.isUpperCase(c) ? UPPER : Character.isLowerCase(c) ? 1 : 4;
  }
}
