package org.hearsay.language;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Groups the tokens of a block into sentences.
 *
 * <p>A sentence ends at a full stop, question or exclamation mark or ellipsis, takes the closing
 * quotation marks and brackets after it along, and the next one starts with a capital, a digit, an
 * opening mark or a dash. {@code « Non ! » a-t-il dit. « Jamais. »} has two: what follows the
 * exclamation mark goes on in lower case. Nothing ends inside brackets, nor inside a short
 * quotation after which the sentence goes on. Linear in the tokens.
 */
final class SentenceSplitter {

  /** A bracket that closes later than this many tokens is taken for a slip of the pen. */
  private static final int LONGEST_BRACKET = 80;

  /** A quotation longer than this many tokens is cut into its sentences in any case. */
  private static final int LONGEST_QUOTE = 40;

  /** A dateline has at most this many tokens: {@code PARIS , 3 mai 2020 . –}. */
  private static final int LONGEST_DATELINE = 9;

  private final WordRules rules;

  SentenceSplitter(WordRules rules) {
    this.rules = rules;
  }

  /** Adds the sentences of the tokens from {@code first} to the end of the list. */
  void split(String text, List<Token> tokens, int first, List<Sentence> into) {
    var pairEnd = pairs(text, tokens, first);
    var start = first;
    var quoteOpen = false;
    var insideUntil = -1;
    for (var i = first; i < tokens.size(); i++) {
      var c = text.charAt(tokens.get(i).start());
      if (c == '"') {
        quoteOpen = straightOpens(text, tokens, i, quoteOpen);
      }
      insideUntil = Math.max(insideUntil, pairEnd[i - first]);
      if (i < insideUntil || !mayEnd(text, tokens, i)) {
        continue;
      }
      var last = i;
      while (last + 1 < tokens.size() && closes(text, tokens, last + 1, quoteOpen)) {
        last++;
        if (text.charAt(tokens.get(last).start()) == '"') {
          quoteOpen = false;
        }
      }
      if (last + 1 < tokens.size()
          && begins(text, tokens, i, last)
          && !isDateline(text, tokens, start, last)) {
        into.add(sentence(tokens, start, last + 1));
        start = last + 1;
      }
      i = last;
    }
    if (start < tokens.size()) {
      into.add(sentence(tokens, start, tokens.size()));
    }
  }

  /** {@code 1er mars 2017 . –} before the first words of the article. */
  private static boolean isDateline(String text, List<Token> tokens, int start, int last) {
    if (last - start > LONGEST_DATELINE
        || "–—-".indexOf(text.charAt(tokens.get(last + 1).start())) < 0) {
      return false;
    }
    return tokens.subList(start, last).stream().anyMatch(t -> t.kind() == Token.Kind.NUMBER);
  }

  private static Sentence sentence(List<Token> tokens, int first, int end) {
    return new Sentence(tokens.get(first).start(), tokens.get(end - 1).end(), first, end);
  }

  /**
   * For each token that opens a bracket, or a quotation that its sentence goes on after, the index
   * of the one that closes it; -1 elsewhere.
   */
  private static int[] pairs(String text, List<Token> tokens, int first) {
    var ends = new int[tokens.size() - first];
    var open = new ArrayDeque<Integer>();
    var quotes = new ArrayDeque<Integer>();
    var straight = false;
    for (var i = first; i < tokens.size(); i++) {
      ends[i - first] = -1;
      switch (text.charAt(tokens.get(i).start())) {
        case '(', '[' -> open.push(i);
        case ')', ']' -> close(open, ends, first, i, LONGEST_BRACKET);
        case '«', '“' -> quotes.push(i);
        case '»', '”' -> close(quotes, ends, first, i, goesOn(text, tokens, i) ? LONGEST_QUOTE : 0);
        case '"' -> {
          var opens = straightOpens(text, tokens, i, straight);
          if (straight && !opens) {
            close(quotes, ends, first, i, goesOn(text, tokens, i) ? LONGEST_QUOTE : 0);
          } else {
            quotes.push(i);
          }
          straight = opens;
        }
        default -> {}
      }
    }
    return ends;
  }

  private static void close(ArrayDeque<Integer> open, int[] ends, int first, int at, int longest) {
    if (!open.isEmpty()) {
      var start = open.pop();
      if (at - start <= longest) {
        ends[start - first] = at;
      }
    }
  }

  /** Whether the sentence goes on after a closing mark: a word in lower case or a comma is next. */
  private static boolean goesOn(String text, List<Token> tokens, int closing) {
    if (closing + 1 >= tokens.size()) {
      return false;
    }
    var c = text.charAt(tokens.get(closing + 1).start());
    return c == ',' || Character.isLowerCase(c);
  }

  /** Whether a straight quotation mark opens: the spaces around it tell, else they alternate. */
  private static boolean straightOpens(String text, List<Token> tokens, int i, boolean open) {
    var token = tokens.get(i);
    var before = token.start() == 0 || Tokenizer.isBlank(text.charAt(token.start() - 1));
    var after = token.end() >= text.length() || Tokenizer.isBlank(text.charAt(token.end()));
    return before == after ? !open : before;
  }

  private boolean mayEnd(String text, List<Token> tokens, int i) {
    var token = tokens.get(i);
    var c = text.charAt(token.start());
    if (c == '!' || c == '?' || c == '…' || c == '‽' || c == '。') {
      return true;
    }
    if (c == '.') {
      return true;
    }
    return token.kind() == Token.Kind.WORD
        && text.charAt(token.end() - 1) == '.'
        && endsAfterAbbreviation(text, tokens, i);
  }

  private boolean endsAfterAbbreviation(String text, List<Token> tokens, int i) {
    var next = i + 1;
    while (next < tokens.size() && closes(text, tokens, next, true)) {
      next++;
    }
    if (next >= tokens.size()) {
      return true;
    }
    var kind = rules.abbreviations().get(tokens.get(i).in(text));
    if (kind != null && !kind.equals("final")) {
      return false;
    }
    var following = tokens.get(next);
    return opens(text.charAt(following.start()))
        || Character.isUpperCase(text.charAt(following.start()))
            && following.length() <= 12
            && rules.starters().contains(WordRules.plain(following.in(text)));
  }

  private static boolean closes(String text, List<Token> tokens, int i, boolean quoteOpen) {
    var token = tokens.get(i);
    var c = text.charAt(token.start());
    return switch (c) {
      case '»', '”', ')', ']', '›', '’' -> true;
      case '\'' -> token.length() == 2 || token.start() == tokens.get(i - 1).end();
      case '"' -> quoteOpen && !straightOpens(text, tokens, i, true);
      case '.', '!', '?', '…' -> true;
      default -> false;
    };
  }

  private static boolean opens(char c) {
    return switch (c) {
      case '«', '“', '"', '(', '[', '‹', '‘', '„', '–', '—', '-', '•', '*', '`', '¿', '¡' -> true;
      default -> false;
    };
  }

  /** Whether the token after {@code last} can begin a sentence. */
  private static boolean begins(String text, List<Token> tokens, int mark, int last) {
    var next = tokens.get(last + 1);
    var c = text.charAt(next.start());
    if (opens(c)) {
      return goesOnInCapitals(text, tokens, last + 2);
    }
    var spaced = next.start() > tokens.get(last).end();
    if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
      return spaced || last > mark;
    }
    if (Character.isDigit(c)) {
      return spaced;
    }
    // Scripts without capitals.
    return spaced && Character.isLetter(c) && !Character.isLowerCase(c)
        || next.kind() == Token.Kind.SYMBOL && spaced;
  }

  /** After an opening mark: whether the first word or number is not in lower case. */
  private static boolean goesOnInCapitals(String text, List<Token> tokens, int from) {
    for (var i = from; i < tokens.size() && i < from + 4; i++) {
      var c = text.charAt(tokens.get(i).start());
      if (Character.isLetterOrDigit(c)) {
        return !Character.isLowerCase(c);
      }
    }
    return true;
  }
}
