package org.hearsay.time;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds where rules match, from left to right, the longest first. For one text; not thread-safe.
 *
 * <p>Every try looks at {@value #REACH} characters at most, so that a text costs no more than a
 * constant for each of its words.
 */
final class Finder {

  /** The longest expression, with what stands before it, in UTF-16 units. */
  static final int REACH = 160;

  /** How many characters without a letter, to both sides, are no prose any more. */
  private static final int WORDLESS = 100;

  private static final int MOST_BEFORE = 3;
  private static final int LONGEST_LINK = 20;
  private static final int LONGEST_WORD = 40;
  private static final int WIDEST_GAP = 14;
  private static final int[] NONE = {};

  private final RuleBook book;
  private final String text;
  private final @Nullable Matcher[] matchers;
  private final TextWords words;

  /** Where, after so many prefixes, nothing was found. */
  private final BitSet nothing = new BitSet();

  Finder(RuleBook book, String text) {
    this.book = book;
    this.text = text;
    this.words = new TextWords(book, text);
    this.matchers = new Matcher[book.rules.size()];
  }

  /** All matches, in order, none overlapping another. */
  List<Match> find() {
    var found = new ArrayList<Match>();
    var lastLetter = -1;
    var nextLetter = 0;
    var i = 0;
    while (i < text.length()) {
      if (Character.isLetter(text.charAt(i))) {
        lastLetter = i;
      }
      if (!begins(i)) {
        i++;
        continue;
      }
      nextLetter = Math.max(nextLetter, i);
      while (nextLetter < text.length() && !Character.isLetter(text.charAt(nextLetter))) {
        nextLetter++;
      }
      if (i - lastLetter > WORDLESS && nextLetter - i > WORDLESS) {
        i = wordEnd(i); // A table of figures, or an attack: no sentence names a time here.
        continue;
      }
      var match = at(i, 0);
      if (match == null) {
        i = wordEnd(i);
        continue;
      }
      if (match.rule.sense() != Sense.NONE) {
        found.add(match);
      }
      i = Math.max(match.end, i + 1);
    }
    return found;
  }

  /** The link rule of this sense that all of a stretch between two matches is; null for none. */
  @Nullable Match link(int from, int to, Sense sense, boolean between) {
    return link(from, to, sense, between, "");
  }

  /**
   * @param first what stands before it ({@code first=day}); empty for anything
   */
  @Nullable Match link(int from, int to, Sense sense, boolean between, String first) {
    while (from < to && isBlank(from)) {
      from++;
    }
    while (from < to && isBlank(to - 1)) {
      to--;
    }
    if (to < from || to - from > LONGEST_LINK || to == from && sense != Sense.JOIN) {
      return null; // Only a time and its day may stand together with nothing between them.
    }
    for (var r : book.of(sense)) {
      var rule = book.rules.get(r);
      if (rule.fields().containsKey("between") == between
          && (first.isEmpty() || first.equals(rule.fields().get("first")))) {
        var matcher = matcher(r).region(from, to);
        if (matcher.matches()) {
          return new Match(rule, from, to, fields(rule, matcher));
        }
      }
    }
    return null;
  }

  /** Whether a word, a number or an apostrophe that stands for digits begins here. */
  private boolean begins(int at) {
    var c = text.charAt(at);
    var before = at == 0 ? ' ' : text.charAt(at - 1);
    if (Character.isLetterOrDigit(c)) {
      return !Character.isLetterOrDigit(before);
    }
    return (c == '\'' || c == '’') && !Character.isLetterOrDigit(before);
  }

  /** A blank within a line, or one line break: a link does not cross a paragraph. */
  private boolean isBlank(int at) {
    var c = text.charAt(at);
    return c == ' '
        || c == '\u00A0'
        || c == '\u202F'
        || c == '\t'
        || c == '\n' && (at == 0 || text.charAt(at - 1) != '\n');
  }

  private int wordEnd(int at) {
    var end = at + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The longest match that begins here, with what stands before and after it. */
  private @Nullable Match at(int from, int depth) {
    var place = from * (MOST_BEFORE + 1) + depth;
    if (depth > 0 && nothing.get(place)) {
      return null;
    }
    var best = longest(from, depth);
    if (depth > 0 && best == null) {
      nothing.set(place);
    }
    return best;
  }

  private @Nullable Match longest(int from, int depth) {
    Match best = null;
    for (var r : rules(from)) {
      if (!words.has(book.neededBy(r), from, from + REACH)) {
        continue;
      }
      var sense = book.rules.get(r).sense();
      if (sense.isExpression()) {
        best = longer(best, expression(r, from));
      } else if (sense.isPrefix() && depth < MOST_BEFORE) {
        best = longer(best, withPrefix(r, from, depth));
      }
    }
    return best;
  }

  private static @Nullable Match longer(@Nullable Match best, @Nullable Match next) {
    return next != null && (best == null || next.end > best.end) ? next : best;
  }

  private @Nullable Match expression(int r, int from) {
    var rule = book.rules.get(r);
    var matcher = matcher(r).region(from, Math.min(text.length(), from + REACH));
    if (!matcher.lookingAt()) {
      return null;
    }
    var match = new Match(rule, from, matcher.end(), fields(rule, matcher));
    if (rule.sense() != Sense.NONE) {
      after(match);
    }
    return match;
  }

  private @Nullable Match withPrefix(int r, int from, int depth) {
    var rule = book.rules.get(r);
    var matcher = matcher(r).region(from, Math.min(text.length(), from + REACH));
    if (!matcher.lookingAt()) {
      return null;
    }
    var prefix = new Match(rule, from, matcher.end(), fields(rule, matcher));
    var next = prefix.end;
    while (next < text.length() && isBlank(next) && next < prefix.end + 4) {
      next++;
    }
    if (next >= text.length() || !begins(next)) {
      return null;
    }
    var match = at(next, depth + 1);
    if (match == null || match.rule.sense() == Sense.NONE || !fits(rule, match)) {
      return null;
    }
    match.beside.add(0, prefix);
    if (rule.sense() == Sense.BEFORE) {
      match.start = from;
    }
    return match;
  }

  /** Whether what a rule stands beside is of the kind that it asks for. */
  private static boolean fits(Rule rule, Match match) {
    var only = rule.fields().get("only");
    if (only == null) {
      return true;
    }
    for (var name : only.split(",")) {
      if (name.equals(match.rule.sense().name().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private void after(Match match) {
    var next = match.end;
    if (next >= text.length() || text.charAt(next) != ' ' && text.charAt(next) != ',') {
      return;
    }
    while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next))) {
      next++;
      if (next > match.end + 2) {
        return;
      }
    }
    if (next >= text.length()) {
      return;
    }
    for (var r : rules(next)) {
      var rule = book.rules.get(r);
      if (rule.sense() == Sense.AFTER && fits(rule, match)) {
        var matcher = matcher(r).region(next, Math.min(text.length(), next + REACH));
        if (matcher.lookingAt()) {
          match.beside.add(new Match(rule, next, matcher.end(), fields(rule, matcher)));
          match.end = matcher.end();
          return;
        }
      }
    }
  }

  private Fields fields(Rule rule, Matcher matcher) {
    return Fields.of(rule, matcher, book.vocabulary, book.numbers);
  }

  private Matcher matcher(int r) {
    var matcher = matchers[r];
    if (matcher == null) {
      matcher =
          book.rules
              .get(r)
              .match()
              .pattern()
              .matcher(text)
              .useTransparentBounds(true)
              .useAnchoringBounds(false);
      matchers[r] = matcher;
    }
    return matcher;
  }

  /** The rules that can begin here, by the two words that stand here. */
  private int[] rules(int at) {
    var end = runEnd(at);
    var first = key(at, end);
    if (!book.begins(first)) {
      return NONE;
    }
    var next = end;
    while (next < text.length()
        && next - end < WIDEST_GAP
        && !Character.isLetterOrDigit(text.charAt(next))) {
      next++;
    }
    return book.beginningWith(
        first, next - end == WIDEST_GAP || next >= text.length() ? "" : key(next, runEnd(next)));
  }

  /** The end of a run of letters, or of digits; no longer than any word of the rules. */
  private int runEnd(int at) {
    var digits = Character.isDigit(text.charAt(at));
    var end = at + 1;
    while (end < text.length()
        && end - at < LONGEST_WORD
        && (digits ? Character.isDigit(text.charAt(end)) : Character.isLetter(text.charAt(end)))) {
      end++;
    }
    return end;
  }

  private String key(int from, int to) {
    var c = text.charAt(from);
    return Character.isDigit(c)
        ? FirstWords.DIGIT
        : Character.isLetter(c) ? text.substring(from, to).toLowerCase(Locale.ROOT) : "'";
  }
}
