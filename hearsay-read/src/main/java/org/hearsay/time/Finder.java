package org.hearsay.time;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds where rules match, from left to right, the longest first. For one text; not thread-safe.
 *
 * <p>Every try looks at {@value #REACH} characters at most, so that a text costs no more than a
 * constant for each of its words.
 */
final class Finder {

  /**
   * What {@value #STRETCH} characters cost at most, in tries of a rule: half as much again as the
   * densest of 4,900 kilobytes of news (322), tables among them; the middle one costs 41. What is
   * beyond is no text, but made to cost time, and is passed over.
   */
  private static final int MOST_TRIES = 500;

  private static final int STRETCH = 1024;

  /** What working out an expression costs, in tries of a rule. */
  private static final int TRIES_OF_MATCH = 3;

  /** The longest expression, with what stands before it, in UTF-16 units. */
  static final int REACH = 160;

  /** How many characters without a letter, to both sides, are no prose any more. */
  private static final int WORDLESS = 100;

  private static final int MOST_BEFORE = 3;
  private static final int LONGEST_LINK = 20;
  private static final int WIDEST_GAP = 14;

  private final RuleBook book;
  private final String text;
  private final @Nullable Matcher[] matchers;
  final TextWords words;

  /** Where, after so many prefixes, nothing was found. */
  private final BitSet nothing = new BitSet();

  /** How often rules were tried in the stretch at hand, and where it begins. */
  private int tries;

  private int stretch;

  /** Where no expression of its own begins. */
  private final BitSet noExpression = new BitSet();

  /** The link rules that are all of a stretch, by what it says. */
  private final Map<String, int[]> links = new HashMap<>();

  Finder(RuleBook book, String text) {
    this.book = book;
    this.text = text;
    this.words = new TextWords(book.index, text);
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
      if (i >= stretch + STRETCH) {
        stretch = i;
        tries = 0;
      }
      var match = tries < MOST_TRIES ? at(i, 0) : null;
      if (match == null) {
        i = wordEnd(i);
        continue;
      }
      if (match.rule.sense() != Sense.NONE) {
        tries += TRIES_OF_MATCH;
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
    for (var r : links.computeIfAbsent(text.substring(from, to), this::links)) {
      var rule = book.rules.get(r);
      if (rule.sense() == sense
          && rule.fields().containsKey("between") == between
          && (first.isEmpty() || first.equals(rule.fields().get("first")))) {
        return new Match(rule, from, to, Fields.of(rule, book.numbers));
      }
    }
    return null;
  }

  private int[] links(String stretch) {
    return book.links()
        .filter(r -> book.rules.get(r).match().pattern().matcher(stretch).matches())
        .toArray();
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
    var mayBe = !noExpression.get(from);
    var word = words.at(from);
    var digits = word < words.count() && words.start(word) == from && words.isNumber(word);
    var kind = digits ? AfterDigits.kind(text, from, words.end(word)) : 0;
    for (var r : rules(from, word)) {
      if (digits && !book.index.mayFollowDigits(r, kind)) {
        continue;
      }
      var sense = book.rules.get(r).sense();
      var prefix = sense.isPrefix() && depth < MOST_BEFORE;
      if ((prefix || mayBe && sense.isExpression())
          && words.has(book.index.neededBy(r), word, from + REACH)) {
        var longest = best == null ? 0 : best.end;
        best = longer(best, prefix ? withPrefix(r, from, depth) : expression(r, from, longest));
      }
    }
    if (best == null) {
      noExpression.set(from);
    }
    return best;
  }

  private static @Nullable Match longer(@Nullable Match best, @Nullable Match next) {
    return next != null && (best == null || next.end > best.end) ? next : best;
  }

  /** The match of a rule, with what stands after it; null when it is no longer than that. */
  private @Nullable Match expression(int r, int from, int than) {
    var rule = book.rules.get(r);
    var matcher = matcher(r, from);
    if (!matcher.lookingAt()) {
      return null;
    }
    var end = matcher.end();
    var after = rule.sense() == Sense.NONE ? null : after(rule.sense(), end);
    var whole = after == null ? end : after.end;
    if (whole <= than) {
      return null;
    }
    var fields =
        rule.sense() == Sense.NONE
            ? Fields.of(rule, book.numbers)
            : Fields.of(rule, matcher, book.vocabulary, book.numbers);
    var match = new Match(rule, from, whole, fields);
    if (after != null) {
      match.beside.add(after);
    }
    return match;
  }

  private @Nullable Match withPrefix(int r, int from, int depth) {
    var rule = book.rules.get(r);
    var matcher = matcher(r, from);
    if (!matcher.lookingAt()) {
      return null;
    }
    var end = matcher.end();
    var next = end;
    while (next < text.length() && isBlank(next) && next < end + 4) {
      next++;
    }
    if (next >= text.length() || !begins(next)) {
      return null;
    }
    var match = at(next, depth + 1);
    if (match == null || match.rule.sense() == Sense.NONE || !fits(rule, match.rule.sense())) {
      return null;
    }
    match.beside.add(0, new Match(rule, from, end, Fields.of(rule, book.numbers)));
    if (rule.sense() == Sense.BEFORE) {
      match.start = from;
    }
    return match;
  }

  /** Whether what a rule stands beside is of the kind that it asks for. */
  private static boolean fits(Rule rule, Sense sense) {
    return rule.only().isEmpty() || rule.only().contains(sense);
  }

  /** What belongs to an expression that ends here; null for nothing. */
  private @Nullable Match after(Sense sense, int end) {
    var next = end;
    if (next >= text.length() || text.charAt(next) != ' ' && text.charAt(next) != ',') {
      return null;
    }
    while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next))) {
      next++;
      if (next > end + 2) {
        return null;
      }
    }
    if (next >= text.length()) {
      return null;
    }
    for (var r : rules(next, words.at(next))) {
      var rule = book.rules.get(r);
      if (rule.sense() == Sense.AFTER && fits(rule, sense)) {
        var matcher = matcher(r, next);
        if (matcher.lookingAt()) {
          return new Match(rule, next, matcher.end(), Fields.of(rule, book.numbers));
        }
      }
    }
    return null;
  }

  /** The matcher of a rule, which looks at what begins there and no further than it may. */
  private Matcher matcher(int r, int from) {
    tries++;
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
    return matcher.region(from, Math.min(text.length(), from + REACH));
  }

  /**
   * The rules that can begin here, by the two words that stand here.
   *
   * @param word the first that begins here or later
   */
  private int[] rules(int at, int word) {
    var letters = Character.isLetterOrDigit(text.charAt(at));
    var second = letters ? word + 1 : word;
    var end = letters ? words.end(word) : at + 1;
    return book.index.beginningWith(
        letters ? words.number(word) : book.index.apostrophe,
        second < words.count() && words.start(second) - end < WIDEST_GAP
            ? words.number(second)
            : WordTable.UNKNOWN);
  }
}
