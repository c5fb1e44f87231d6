package org.hearsay.time;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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

  private static final int SHORTEST_WORD = 2;
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
    for (var each : syntax.alternatives(from, to)) {
      var needs = sequence(each.from(), each.to(), left, right);
      var fewest = fewest(needs);
      if (fewest == null || any == null || any.size() + fewest.size() > MOST_CHOICES) {
        any = null;
      } else {
        any.addAll(fewest);
      }
      common = common == null ? needs : both(common, needs);
    }
    var all = common == null ? new LinkedHashSet<Set<String>>() : common;
    if (any != null && all.isEmpty()) {
      all.add(any);
    }
    return all;
  }

  /** What either of two alternatives needs: where one need is part of another, the larger one. */
  private static Set<Set<String>> both(Set<Set<String>> one, Set<Set<String>> other) {
    var both = new LinkedHashSet<Set<String>>();
    for (var need : one) {
      for (var its : other) {
        if (its.containsAll(need)) {
          both.add(its);
        } else if (need.containsAll(its)) {
          both.add(need);
        }
      }
    }
    return both;
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
      var after = quantified ? syntax.afterQuantifier(end, to) : end;
      if (!quantified || !syntax.isOptional(end)) {
        var before = i > from ? isLetter(i - 1) : left;
        needed.addAll(atom(i, end, before, mayGoOn(after, to, right)));
      }
      i = after;
    }
    return needed;
  }

  /** Takes a run of letters, which is a need when it is a whole word. */
  private int word(int at, int from, int to, boolean left, boolean right, Set<Set<String>> needed) {
    var end = at;
    while (end < to && isLetter(end)) {
      end++;
    }
    var optional = end < to && pattern.charAt(end) == '?';
    if (!optional && end < to && syntax.isQuantifier(end)) {
      return syntax.afterQuantifier(end, to); // Its last letter may be missing, or come again.
    }
    var after = optional ? syntax.afterQuantifier(end, to) : end;
    var begins =
        at > from
            ? " '-,".indexOf(pattern.charAt(at - 1)) >= 0 || pattern.startsWith("[- ]", at - 4)
            : !left;
    if (begins && !mayGoOn(after, to, right) && end - at >= SHORTEST_WORD) {
      var word = WORD + pattern.substring(at, end);
      needed.add(optional ? Set.of(word, word.substring(0, word.length() - 1)) : Set.of(word));
    }
    return after;
  }

  /** Whether the word before may go on here: unless a blank, mark or look-around is sure. */
  private boolean mayGoOn(int at, int to, boolean right) {
    var i = at;
    while (i < to) {
      var end = syntax.skip(i);
      var quantified = end < to && syntax.isQuantifier(end);
      if (mayBeLetter(i, end)) {
        return true;
      }
      if (!quantified || !syntax.isOptional(end)) {
        return pattern.charAt(i) == '(' && mayBeEmpty(i, end) && mayGoOn(end, to, right);
      }
      i = syntax.afterQuantifier(end, to);
    }
    return right;
  }

  /** Whether what an atom matches may begin with a letter. */
  private boolean mayBeLetter(int from, int to) {
    var c = pattern.charAt(from);
    if (c == '(') {
      return !syntax.isLookAround(from)
          && bodies(from, to).stream().anyMatch(body -> mayGoOn(body.from(), body.to(), false));
    }
    if (c == '[') {
      return pattern.substring(from + 1, to - 1).chars().anyMatch(m -> " ',.-".indexOf(m) < 0);
    }
    return " ',-".indexOf(c) < 0 && !pattern.startsWith("\\.", from);
  }

  /** Whether a group that is no look-around has an alternative without anything in it. */
  private boolean mayBeEmpty(int from, int to) {
    return !syntax.isLookAround(from)
        && bodies(from, to).stream().anyMatch(RuleSyntax.Alternative::isEmpty);
  }

  /** The alternatives of a group. */
  private List<RuleSyntax.Alternative> bodies(int from, int to) {
    return syntax.alternatives(syntax.groupBody(from), to - 1);
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
