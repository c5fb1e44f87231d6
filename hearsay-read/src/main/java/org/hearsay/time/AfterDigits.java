package org.hearsay.time;

import java.util.Arrays;

/**
 * Which characters can stand after the digits that a pattern begins with: {@code \d\d?[/.]\d\d?}
 * wants a slash or a full stop. With it, a rule is not tried where another one stands. Takes kinds
 * of blanks, hyphens and apostrophes for the same, and all letters.
 */
final class AfterDigits {

  private static final int NOTHING = 1;
  private static final int DIGITS = 2;
  private static final int KINDS = 128;
  private static final char OTHER = 1;
  private static final char LETTER = 'a';

  private final Definitions defined;
  private final boolean[] found;

  private AfterDigits(Definitions defined, boolean[] found) {
    this.defined = defined;
    this.found = found;
  }

  /** For each kind of character, see {@link #kind}, whether it can stand there. */
  static boolean[] of(String pattern, Definitions defined) {
    var found = new boolean[KINDS];
    var after = new AfterDigits(defined, found).run(pattern, "", NOTHING);
    if ((after & DIGITS) != 0) {
      any(found);
    }
    return found;
  }

  /** The kind of the character at an offset, or of the end of the text. */
  static int kind(String text, int at) {
    return at < text.length() ? kind(text.charAt(at)) : OTHER;
  }

  private static int kind(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\r', '\u00A0', '\u2009', '\u202F' -> ' ';
      case '-', '‐', '‑' -> '-';
      case '\'', '’' -> '\'';
      default -> Character.isLetter(c) ? LETTER : c < KINDS ? c : OTHER;
    };
  }

  private static void any(boolean[] found) {
    Arrays.fill(found, true);
  }

  /**
   * @param self the name that the pattern defines; empty for none
   * @param states what may have been read before: nothing, digits
   * @return what may have been read after, of nothing and only digits
   */
  private int run(String pattern, String self, int states) {
    return new Run(pattern, self).alternatives(0, pattern.length(), states);
  }

  private int step(char c, int states) {
    if (Character.isDigit(c)) {
      return states == 0 ? 0 : DIGITS;
    }
    if ((states & DIGITS) != 0) {
      found[kind(c)] = true;
    }
    return 0;
  }

  private int unknown(int states) {
    if (states != 0) {
      any(found);
    }
    return 0;
  }

  private int word(String form, int states) {
    var now = states;
    for (var i = 0; i < form.length(); i++) {
      now = step(form.charAt(i), now);
    }
    return now;
  }

  /** One pattern on the way. */
  private final class Run {
    private final String pattern;
    private final String self;
    private final RuleSyntax syntax;

    Run(String pattern, String self) {
      this.pattern = pattern;
      this.self = self;
      this.syntax = new RuleSyntax(pattern);
    }

    int alternatives(int from, int to, int states) {
      var all = 0;
      for (var each : syntax.alternatives(from, to)) {
        all |= sequence(each.from(), each.to(), states);
      }
      return all;
    }

    private int sequence(int from, int to, int states) {
      var now = states;
      for (var i = from; i < to && now != 0; ) {
        var end = syntax.skip(i);
        var next = atom(i, end, now);
        if (end < to && syntax.isQuantifier(end)) {
          next |= atom(i, end, next) | (syntax.isOptional(end) ? now : 0);
          end = syntax.afterQuantifier(end, to);
        }
        now = next;
        i = end;
      }
      return now;
    }

    private int atom(int from, int to, int states) {
      var c = pattern.charAt(from);
      return switch (c) {
        case '(' ->
            syntax.isLookAround(from)
                ? states
                : alternatives(syntax.groupBody(from), to - 1, states);
        case '{' -> named(RuleSyntax.name(pattern.substring(from + 1, to - 1)), states);
        case '[' -> members(pattern.substring(from + 1, to - 1), states);
        case '\\' -> escaped(pattern.charAt(from + 1), states);
        case '.' -> unknown(states);
        default -> step(c, states);
      };
    }

    private int named(String name, int states) {
      var definition = name.equals(self) ? null : defined.written(name);
      if (definition != null) {
        return run(definition, name, states);
      }
      var all = 0;
      for (var form : defined.forms(name)) {
        all |= word(form, states);
      }
      return all;
    }

    private int escaped(char kind, int states) {
      return switch (kind) {
        case 'b', 'B' -> states;
        case 'd' -> step('0', states);
        default -> Character.isLetter(kind) ? unknown(states) : step(kind, states);
      };
    }

    private int members(String members, int states) {
      if (members.startsWith("^")) {
        return unknown(states);
      }
      var all = 0;
      for (var i = 0; i < members.length(); i++) {
        var c = members.charAt(i);
        if (c == '\\') {
          var kind = members.charAt(i + 1);
          // \x20, \\u00A0: the rules write blanks so.
          all |= kind == 'x' || kind == 'u' ? step(' ', states) : escaped(kind, states);
          i += RuleSyntax.escaped(kind) - 1;
        } else if (i + 2 < members.length() && members.charAt(i + 1) == '-') {
          for (var in = c; in <= members.charAt(i + 2); in++) {
            all |= step(in, states);
          }
          i += 2;
        } else {
          all |= step(c, states);
        }
      }
      return all;
    }
  }
}
