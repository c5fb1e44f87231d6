package org.hearsay.language.tagging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.language.Token;

/**
 * Where a text spells an acronym out: {@code union burundaise des journalistes (UBJ)}, {@code UBJ
 * (union burundaise des journalistes)}. The words' initials must be the letters, all of them in
 * order; short words may stand between, and one longer word (a simpler form of Schwartz and Hearst
 * 2003).
 */
final class Expansions {

  private static final int LONGEST_ACRONYM = 8;

  /** Words looked at on either side of the acronym. */
  private static final int REACH = 16;

  /** Articles and prepositions have at most so many letters. */
  private static final int SHORT = 3;

  private final String text;
  private final List<Token> tokens;

  /** For each word the first one of the expansion that it is part of, or -1. */
  final int[] first;

  /** For each acronym the first word of its expansion, wherever it stands; or -1. */
  final int[] of;

  private Expansions(String text, List<Token> tokens, Columns columns) {
    this.text = text;
    this.tokens = tokens;
    first = new int[tokens.size()];
    Arrays.fill(first, -1);
    of = first.clone();
    Map<Integer, Integer> known = new HashMap<>();
    for (var i = 1; i + 2 < tokens.size(); i++) {
      if (is(i, '(')) {
        var start = isAcronym(i + 1) && !isWord(i + 2) ? start(i, i + 1) : -1;
        if (start >= 0) {
          Arrays.fill(first, start, i, start);
          known.putIfAbsent(columns.word[i + 1], start);
        }
        var end = isAcronym(i - 1) ? end(i + 1, i - 1) : -1;
        if (end >= 0) {
          Arrays.fill(first, i + 1, end, i + 1);
          known.putIfAbsent(columns.word[i - 1], i + 1);
        }
      }
    }
    if (!known.isEmpty()) {
      for (var i = 0; i < of.length; i++) {
        of[i] = columns.capital[i] ? known.getOrDefault(columns.word[i], -1) : -1;
      }
    }
  }

  static Expansions in(String text, List<Token> tokens, Columns columns) {
    return new Expansions(text, tokens, columns);
  }

  private boolean is(int i, char mark) {
    return tokens.get(i).length() == 1 && text.charAt(tokens.get(i).start()) == mark;
  }

  private boolean isWord(int i) {
    return tokens.get(i).kind() == Token.Kind.WORD;
  }

  private boolean isAcronym(int i) {
    var token = tokens.get(i);
    return token.kind() == Token.Kind.WORD
        && token.length() > 1
        && token.length() <= LONGEST_ACRONYM
        && Character.isUpperCase(text.charAt(token.start()));
  }

  /** The first of the words before a bracket that spell an acronym; -1 when they do not. */
  private int start(int bracket, int acronym) {
    var letter = tokens.get(acronym).end();
    var others = 0;
    for (var i = bracket - 1; i >= Math.max(0, bracket - REACH) && isWord(i); i--) {
      var before = letter;
      letter = behind(acronym, letter, i);
      if (letter == tokens.get(acronym).start()) {
        return i;
      }
      if (before == letter && tokens.get(i).length() > SHORT && ++others > 1) {
        return -1;
      }
    }
    return -1;
  }

  /** Takes the initials of a word, the last one first, off the letters of an acronym. */
  private int behind(int acronym, int letter, int word) {
    var token = tokens.get(word);
    for (var at = Math.min(token.end(), token.start() + 64) - 1; at >= token.start(); at--) {
      if ((at == token.start() || text.charAt(at - 1) == '-')
          && letter > tokens.get(acronym).start()
          && initial(text.charAt(at)) == initial(text.charAt(letter - 1))) {
        letter--;
      }
    }
    return letter;
  }

  /** Behind the last of the words in brackets that spell an acronym; -1 when they do not. */
  private int end(int from, int acronym) {
    var close = from;
    while (close < Math.min(tokens.size(), from + REACH) && isWord(close)) {
      close++;
    }
    return close < tokens.size()
            && close > from + 1
            && is(close, ')')
            && start(close, acronym) == from
        ? close
        : -1;
  }

  private static char initial(char c) {
    var lower = Character.toLowerCase(c);
    return switch (lower) {
      case 'é', 'è', 'ê' -> 'e';
      case 'à', 'â' -> 'a';
      case 'î' -> 'i';
      case 'ô' -> 'o';
      default -> lower;
    };
  }
}
