package org.hearsay.time;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds its way in the text of a rule's pattern: a regular expression in which <code>{name}</code>
 * stands for a class of words or another pattern.
 */
final class RuleSyntax {

  private final String pattern;

  RuleSyntax(String pattern) {
    this.pattern = pattern;
  }

  /** The name itself of {@code :month} or {@code month2}. */
  static String name(String braced) {
    var last = braced.length() - 1;
    return braced.substring(
        braced.startsWith(":") ? 1 : 0, Character.isDigit(braced.charAt(last)) ? last : last + 1);
  }

  /** Whether a quantifier stands here, not a name in braces. */
  boolean isQuantifier(int at) {
    return pattern.charAt(at) == '{'
        ? Character.isDigit(pattern.charAt(at + 1))
        : "?*+".indexOf(pattern.charAt(at)) >= 0;
  }

  /** Whether this quantifier allows none. */
  boolean isOptional(int quantifier) {
    return "?*".indexOf(pattern.charAt(quantifier)) >= 0 || pattern.startsWith("{0,", quantifier);
  }

  /** The index after a quantifier, with what makes it lazy or possessive. */
  int afterQuantifier(int at, int to) {
    var i = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
    return i < to && (pattern.charAt(i) == '+' || pattern.charAt(i) == '?') ? i + 1 : i;
  }

  /** Whether this group only looks at what is around. */
  boolean isLookAround(int group) {
    return pattern.startsWith("(?!", group)
        || pattern.startsWith("(?=", group)
        || pattern.startsWith("(?<=", group)
        || pattern.startsWith("(?<!", group);
  }

  /** Where the body of a group begins, after {@code (?:}, {@code (?<name>} or {@code (?i:}. */
  int groupBody(int from) {
    if (!pattern.startsWith("(?", from)) {
      return from + 1;
    }
    if (pattern.charAt(from + 2) == '<') {
      return pattern.indexOf('>', from) + 1;
    }
    return pattern.charAt(from + 2) == '>' ? from + 3 : pattern.indexOf(':', from) + 1;
  }

  /** The index after the atom that begins here. */
  int skip(int from) {
    return switch (pattern.charAt(from)) {
      case '\\' ->
          from + 2 < pattern.length()
                  && "pP".indexOf(pattern.charAt(from + 1)) >= 0
                  && pattern.charAt(from + 2) == '{'
              ? pattern.indexOf('}', from) + 1
              : from + escaped(pattern.charAt(from + 1));
      case '[' -> classEnd(from);
      case '(' -> groupEnd(from);
      case '{' -> pattern.indexOf('}', from) + 1;
      default -> from + 1;
    };
  }

  /** One alternative of a stretch: where it begins and ends. */
  record Alternative(int from, int to) {
    boolean isEmpty() {
      return from == to;
    }
  }

  /** The alternatives of a stretch of the pattern, in order; one when there is no bar. */
  List<Alternative> alternatives(int from, int to) {
    var alternatives = new ArrayList<Alternative>();
    var start = from;
    for (var i = from; i <= to; i++) {
      if (i == to || pattern.charAt(i) == '|') {
        alternatives.add(new Alternative(start, i));
        start = i + 1;
      } else {
        i = skip(i) - 1;
      }
    }
    return alternatives;
  }

  private int classEnd(int from) {
    var i = from + 1;
    while (pattern.charAt(i) != ']') {
      i += pattern.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /** The length of an escape of this kind: {@code \d}, {@code \x20}, {@code \u00A0}. */
  static int escaped(char kind) {
    return kind == 'u' ? 6 : kind == 'x' ? 4 : 2;
  }

  private int groupEnd(int from) {
    var i = from + 1;
    while (pattern.charAt(i) != ')') {
      i = skip(i);
    }
    return i + 1;
  }
}
