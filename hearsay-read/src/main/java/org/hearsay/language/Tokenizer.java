package org.hearsay.language;

import java.util.List;

/**
 * Cuts a stretch of text into words, numbers, marks and symbols, in one pass, without changing a
 * character.
 *
 * <p>{@code "Qu'a-t-il dit à M. O'Brien ?"} gives {@code Qu' a -t- il dit à M. O'Brien ?}. White
 * space and control characters belong to no token. Web addresses, mail addresses, {@code @handles}
 * and {@code #tags} are one symbol each. Any input is accepted; time and memory are linear in it.
 */
final class Tokenizer {

  /** Parts longer than this are no word of a list: they are not looked up. */
  private static final int LONGEST_LISTED = 40;

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char ZERO_WIDTH_JOINER = '\u200D';

  private final WordRules rules;

  Tokenizer(WordRules rules) {
    this.rules = rules;
  }

  /** Adds the tokens between two offsets. */
  void tokenize(String text, int start, int end, List<Token> into) {
    var at = start;
    while (at < end) {
      var c = text.charAt(at);
      if (isBlank(c)) {
        at++;
      } else if (startsAddress(text, at, end)) {
        at = address(text, at, end, into);
      } else if ((c == '@' || c == '#') && at + 1 < end && isWord(text, at + 1)) {
        at = add(into, at, tag(text, at + 1, end), Token.Kind.SYMBOL);
      } else if (c >= '0' && c <= '9' || Character.isDigit(c)) {
        at = add(into, at, number(text, at, end), Token.Kind.NUMBER);
      } else if (isWord(text, at)) {
        at = word(text, at, end, into);
      } else {
        at = mark(text, at, end, into);
      }
    }
  }

  static boolean isBlank(char c) {
    return c <= ' '
        || c == '\u00A0'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == '\uFEFF'
        || c == '\u200B'
        || c == SOFT_HYPHEN;
  }

  private static boolean isWord(String text, int at) {
    var c = text.charAt(at);
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
    var point = Character.isHighSurrogate(c) ? text.codePointAt(at) : c;
    return Character.isLetter(point) || isMark(point);
  }

  private static boolean isMark(int point) {
    var type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isDigit(String text, int at, int end) {
    return at < end && Character.isDigit(text.charAt(at));
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == 'ʼ';
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '‐' || c == '‑';
  }

  private static int add(List<Token> into, int start, int end, Token.Kind kind) {
    into.add(new Token(start, end, kind));
    return end;
  }

  // --- addresses and tags

  private static boolean startsAddress(String text, int at, int end) {
    var c = text.charAt(at);
    return (c == 'h' || c == 'H')
            && (text.regionMatches(true, at, "http://", 0, 7)
                || text.regionMatches(true, at, "https://", 0, 8))
            && at + 8 < end
        || (c == 'w' || c == 'W') && text.regionMatches(true, at, "www.", 0, 4) && at + 4 < end;
  }

  private static int address(String text, int at, int end, List<Token> into) {
    var to = at;
    while (to < end && !isBlank(text.charAt(to)) && "<>\"«»“”".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    while (to > at + 4 && ".,;:!?)]'’…".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return add(into, at, to, Token.Kind.SYMBOL);
  }

  private static int tag(String text, int at, int end) {
    var to = at;
    while (to < end && (unit(text, to, end) > 0 || text.charAt(to) == '_')) {
      to += Math.max(1, unit(text, to, end));
    }
    return to;
  }

  // --- numbers

  /**
   * {@code 1,200.50}, {@code 10 000}, {@code 2020-06-09}, {@code 20h30}, {@code 1er}, {@code 3rd}.
   */
  private static int number(String text, int at, int end) {
    var to = digits(text, at, end);
    var lead = to - at;
    var grouped = false;
    if (lead <= 3) {
      while (to + 3 < end && isGroupSpace(text.charAt(to)) && digits(text, to + 1, end) == to + 4) {
        to += 4;
        grouped = true;
      }
    }
    if (!grouped && lead == 4 && isoDate(text, at, end)) {
      return at + 10;
    }
    while (to + 1 < end && ".,:/".indexOf(text.charAt(to)) >= 0 && isDigit(text, to + 1, end)) {
      to = digits(text, to + 1, end);
    }
    while (to < end && unit(text, to, end) > 0) {
      to += unit(text, to, end);
    }
    return to;
  }

  private static boolean isGroupSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }

  private static int digits(String text, int at, int end) {
    var to = at;
    while (isDigit(text, to, end)) {
      to++;
    }
    return to;
  }

  private static boolean isoDate(String text, int at, int end) {
    return at + 10 <= end
        && text.charAt(at + 4) == '-'
        && digits(text, at + 5, end) == at + 7
        && text.charAt(at + 7) == '-'
        && digits(text, at + 8, end) == at + 10;
  }

  // --- words

  private int word(String text, int start, int end, List<Token> into) {
    var to = wordEnd(text, start, end);
    if (to < end && "@._+".indexOf(text.charAt(to)) >= 0 && isMail(text, to, end)) {
      return mail(text, start, end, into);
    }
    if (to < end && text.charAt(to) == '.') {
      var stop = abbreviation(text, start, to, end);
      if (stop > to) {
        return elisionsThen(text, start, stop, into);
      }
    }
    return elisionsThen(text, start, to, into);
  }

  /** Code units of the letter, mark or digit that stands here; 0 when none does. */
  private static int unit(String text, int at, int end) {
    if (!isWord(text, at) && !Character.isDigit(text.charAt(at))) {
      return 0;
    }
    return Character.isHighSurrogate(text.charAt(at)) && at + 1 < end ? 2 : 1;
  }

  /** The end of letters and digits joined by hyphens and apostrophes. */
  private static int wordEnd(String text, int start, int end) {
    var to = start;
    while (to < end) {
      var unit = unit(text, to, end);
      if (unit == 0 && !(to > start && to + 1 < end && joins(text, start, to, end))) {
        break;
      }
      to += Math.max(unit, 1);
    }
    return to;
  }

  private static boolean joins(String text, int start, int at, int end) {
    var c = text.charAt(at);
    return (isApostrophe(c) || c == SOFT_HYPHEN || c == ZERO_WIDTH_JOINER) && isWord(text, at + 1)
        || isHyphen(c) && unit(text, at + 1, end) > 0
        || c == '&' && isCapitals(text, start, at);
  }

  /** {@code AT&T}: an ampersand between capitals without spaces. */
  private static boolean isCapitals(String text, int start, int at) {
    return at - start <= 3
        && Character.isUpperCase(text.charAt(at - 1))
        && Character.isUpperCase(text.charAt(at + 1));
  }

  /** Whether an at sign follows soon, with nothing but letters, digits and dots on the way. */
  private static boolean isMail(String text, int from, int end) {
    var to = from;
    while (to < end && to < from + LONGEST_LISTED && text.charAt(to) != '@') {
      if (unit(text, to, end) == 0 && "._+-".indexOf(text.charAt(to)) < 0) {
        return false;
      }
      to++;
    }
    return to + 1 < end && text.charAt(to) == '@' && isWord(text, to + 1);
  }

  private static int mail(String text, int start, int end, List<Token> into) {
    var to = start;
    while (to < end
        && (unit(text, to, end) > 0
            || "@._-+".indexOf(text.charAt(to)) >= 0
                && to + 1 < end
                && unit(text, to + 1, end) > 0)) {
      to += Math.max(1, unit(text, to, end));
    }
    return add(into, start, to, Token.Kind.SYMBOL);
  }

  /**
   * The end of the abbreviation or initials, with their stop: {@code U.S.}, {@code J.}, {@code
   * Mme.}; {@code stop} itself when the word is neither.
   */
  private int abbreviation(String text, int start, int stop, int end) {
    var from = afterElisions(text, start, stop);
    if (stop - from == 1) {
      var to = from;
      while (to + 1 < end && Character.isLetter(text.charAt(to)) && text.charAt(to + 1) == '.') {
        to += 2;
      }
      return to > from + 2 || Character.isUpperCase(text.charAt(from)) ? to : stop;
    }
    return stop - from <= LONGEST_LISTED
            && rules.abbreviations().containsKey(text.substring(from, stop) + ".")
        ? stop + 1
        : stop;
  }

  private int afterElisions(String text, int start, int end) {
    var at = start;
    for (var next = elision(text, at, end); next > at; next = elision(text, at, end)) {
      at = next;
    }
    return at;
  }

  /** The offset after the elided word that starts here; {@code start} when none does. */
  private int elision(String text, int start, int end) {
    if (rules.elisions().isEmpty()) {
      return start;
    }
    for (var at = start; at < end && at - start <= 7; at++) {
      if (isApostrophe(text.charAt(at))) {
        return rules.elisions().contains(WordRules.plain(text.substring(start, at)))
            ? at + 1
            : start;
      }
    }
    return start;
  }

  private boolean isWhole(String text, int start, int end) {
    return end - start <= LONGEST_LISTED
        && rules.whole().contains(WordRules.plain(text.substring(start, end)));
  }

  private int elisionsThen(String text, int start, int end, List<Token> into) {
    var at = start;
    while (at < end && !isWhole(text, at, end)) {
      var next = elision(text, at, end);
      if (next == at) {
        break;
      }
      add(into, at, next, Token.Kind.WORD);
      at = next;
    }
    if (at == end) {
      return trailing(text, end, into);
    }
    if (isWhole(text, at, end)) {
      return add(into, at, end, Token.Kind.WORD);
    }
    var suffix = suffix(text, at, end);
    if (suffix < end) {
      add(into, at, suffix, Token.Kind.WORD);
      return add(into, suffix, end, Token.Kind.WORD);
    }
    var clitic = clitics(text, at, end);
    add(into, at, clitic, Token.Kind.WORD);
    cliticTokens(text, clitic, end, into);
    return trailing(text, end, into);
  }

  /** An elided word before a space, {@code l' eau}: the apostrophe joins it. */
  private int trailing(String text, int end, List<Token> into) {
    if (end < text.length() && isApostrophe(text.charAt(end)) && !into.isEmpty()) {
      var last = into.get(into.size() - 1);
      if (last.end() == end
          && last.length() <= 7
          && rules.elisions().contains(WordRules.plain(last.in(text)))) {
        into.set(into.size() - 1, new Token(last.start(), end + 1, Token.Kind.WORD));
        return end + 1;
      }
    }
    return end;
  }

  /** Where an English ending starts; {@code end} when there is none. */
  private int suffix(String text, int start, int end) {
    for (var length = 2; length <= 3 && length < end - start; length++) {
      var at = end - length;
      if (rules.suffixes().contains(WordRules.plain(text.substring(at, end)))) {
        return at;
      }
    }
    return end;
  }

  /** Where the clitics at the end of a word start, with their hyphen; {@code end} without any. */
  private int clitics(String text, int start, int end) {
    if (rules.clitics().isEmpty()) {
      return end;
    }
    var at = end;
    for (var part = lastPart(text, start, at); part > start; part = lastPart(text, start, at)) {
      var word = text.substring(part + 1, at);
      if (!rules.clitics().contains(word) && !(at < end && rules.links().contains(word))) {
        break;
      }
      at = part;
    }
    return at;
  }

  private static int lastPart(String text, int start, int end) {
    for (var at = end - 1; at > start && at >= end - 6; at--) {
      if (isHyphen(text.charAt(at))) {
        return at;
      }
    }
    return -1;
  }

  private void cliticTokens(String text, int from, int end, List<Token> into) {
    var at = from;
    while (at < end) {
      var word = at + 1;
      var next = word;
      while (next < end && !isHyphen(text.charAt(next))) {
        next++;
      }
      if (next < end && rules.links().contains(text.substring(word, next))) {
        at = add(into, at, next + 1, Token.Kind.PUNCTUATION);
        next = at;
        while (next < end && !isHyphen(text.charAt(next))) {
          next++;
        }
        at = add(into, at, next, Token.Kind.WORD);
      } else {
        add(into, at, word, Token.Kind.PUNCTUATION);
        at = add(into, word, next, Token.Kind.WORD);
      }
    }
  }

  // --- marks

  private static int mark(String text, int at, int end, List<Token> into) {
    var c = text.charAt(at);
    if (c == '.' || c == '!' || c == '?' || c == '…') {
      var to = at + 1;
      while (to < end && (text.charAt(to) == c || c != '.' && "!?".indexOf(text.charAt(to)) >= 0)) {
        to++;
      }
      return add(into, at, to, Token.Kind.PUNCTUATION);
    }
    if (c == '`' || c == '\'') {
      var to = at + 1 < end && text.charAt(at + 1) == c ? at + 2 : at + 1;
      return add(into, at, to, Token.Kind.PUNCTUATION);
    }
    if (c == '-') {
      var to = at + 1;
      while (to < end && to < at + 3 && text.charAt(to) == '-') {
        to++;
      }
      return add(into, at, to, Token.Kind.PUNCTUATION);
    }
    var point = text.codePointAt(at);
    var to = Math.min(end, at + Character.charCount(point));
    return add(into, at, to, isPunctuation(point) ? Token.Kind.PUNCTUATION : Token.Kind.SYMBOL);
  }

  private static boolean isPunctuation(int point) {
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          "%&@#".indexOf(point) < 0;
      default -> point == '`' || point == '´';
    };
  }
}
