package org.hearsay.time;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every match of a pattern has a word of: {@code {n} {unit} ago} needs a {@code unit} and the
 * word "ago". A need is a set of which one is enough: classes of words by name, words themselves,
 * and {@link #DIGITS}. Where no such word follows, the rule need not be tried.
 */
final class NeededWords {

  /** Stands for a run of digits. */
  static final String DIGITS = "#";

  /** Before a word itself, which is no class: {@code =ago}. */
  static final char WORD = '=';

  private static final int SHORTEST_WORD = 3;
  private static final int MOST_CHOICES = 40;

  private final String pattern;
  private final RuleSyntax syntax;
  private final Function<String, Set<Set<String>>> named;

  private NeededWords(String pattern, Function<String, Set<Set<String>>> named) {
    this.pattern = pattern;
    this.syntax = new RuleSyntax(pattern);
    this.named = named;
  }

  /**
   * @param named what the pattern or class of a name needs
   * @return needs, all of which must be met
   */
  static Set<Set<String>> of(String pattern, Function<String, Set<Set<String>>> named) {
    return new NeededWords(pattern, named).alternatives(0, pattern.length(), false, false);
  }

  /**
   * What all alternatives need, and one need made of one of each.
   *
   * @param left whether a letter stands right before
   * @param right whether one stands right after
   */
  private Set<Set<String>> alternatives(int from, int to, boolean left, boolean right) {
    @Nullable Set<Set<String>> common = null;
    @Nullable Set<String> any = new HashSet<>();
    var start = from;
    for (var i = from; i <= to; i++) {
      if (i == to || pattern.charAt(i) == '|') {
        var needs = sequence(start, i, left, right);
        var fewest = fewest(needs);
        if (fewest == null || any == null || any.size() + fewest.size() > MOST_CHOICES) {
          any = null;
        } else {
          any.addAll(fewest);
        }
        if (common == null) {
          common = needs;
        } else {
          common.retainAll(needs);
        }
        start = i + 1;
      } else {
        i = syntax.skip(i) - 1;
      }
    }
    var all = common == null ? new LinkedHashSet<Set<String>>() : common;
    if (any != null && all.isEmpty()) {
      all.add(any);
    }
    return all;
  }

  private static @Nullable Set<String> fewest(Set<Set<String>> needs) {
    Set<String> fewest = null;
    for (var need : needs) {
      if (fewest == null || need.size() < fewest.size()) {
        fewest = need;
      }
    }
    return fewest;
  }

  private Set<Set<String>> sequence(int from, int to, boolean left, boolean right) {
    var needed = new LinkedHashSet<Set<String>>();
    var i = from;
    while (i < to) {
      if (Character.isLetter(pattern.charAt(i))) {
        i = word(i, from, to, left, right, needed);
        continue;
      }
      var end = syntax.skip(i);
      var quantified = end < to && syntax.isQuantifier(end);
      var after = quantified ? afterQuantifier(end, to) : end;
      if (!quantified || !syntax.isOptional(end)) {
        var before = i > from ? isLetter(i - 1) : left;
        needed.addAll(atom(i, end, before, mayGoOn(after, to, right)));
      }
      i = after;
    }
    return needed;
  }

  private int afterQuantifier(int at, int to) {
    var i = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
    return i < to && (pattern.charAt(i) == '+' || pattern.charAt(i) == '?') ? i + 1 : i;
  }

  /** Takes a run of letters, which is a need when it is a whole word. */
  private int word(int at, int from, int to, boolean left, boolean right, Set<Set<String>> needed) {
    var end = at;
    while (end < to && isLetter(end)) {
      end++;
    }
    if (end < to && syntax.isQuantifier(end)) {
      return afterQuantifier(end, to); // Its last letter may be missing.
    }
    var begins = at > from ? " '-,".indexOf(pattern.charAt(at - 1)) >= 0 : !left;
    var ends = !mayGoOn(end, to, right);
    if (begins && ends && end - at >= SHORTEST_WORD) {
      needed.add(Set.of(WORD + pattern.substring(at, end)));
    }
    return end;
  }

  /** Whether the word before may go on here: unless a blank, mark or look-around is sure. */
  private boolean mayGoOn(int at, int to, boolean right) {
    var i = at;
    while (i < to && " ',-".indexOf(pattern.charAt(i)) >= 0) {
      if (i + 1 == to || pattern.charAt(i + 1) != '?') {
        return false;
      }
      i += 2;
    }
    if (i >= to) {
      return right;
    }
    if (pattern.charAt(i) != '(') {
      return true;
    }
    return !pattern.startsWith("(?!", i)
        && !pattern.startsWith("(?=", i)
        && !pattern.startsWith("(?<=", i)
        && !pattern.startsWith("(?<!", i)
        && (" ,".indexOf(pattern.charAt(syntax.groupBody(i))) < 0
            || pattern.charAt(syntax.groupBody(i) + 1) == '?');
  }

  private boolean isLetter(int at) {
    return Character.isLetter(pattern.charAt(at));
  }

  private Set<Set<String>> atom(int from, int to, boolean left, boolean right) {
    var c = pattern.charAt(from);
    if (c == '(') {
      var aside =
          pattern.startsWith("(?!", from)
              || pattern.startsWith("(?<=", from)
              || pattern.startsWith("(?<!", from);
      return aside
          ? Set.of()
          : alternatives(
              pattern.startsWith("(?=", from) ? from + 3 : syntax.groupBody(from),
              to - 1,
              left,
              right);
    }
    if (c == '{') {
      return left || right
          ? Set.of()
          : named.apply(RuleSyntax.name(pattern.substring(from + 1, to - 1)));
    }
    return Character.isDigit(c) || pattern.startsWith("\\d", from)
        ? Set.of(Set.of(DIGITS))
        : Set.of();
  }
}
