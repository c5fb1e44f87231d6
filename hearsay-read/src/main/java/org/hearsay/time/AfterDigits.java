package org.hearsay.time;

import java.util.Arrays;

/**
 * Which characters can stand after the digits that a pattern begins with, and how many digits those
 * are: {@code \d\d?[/.]\d\d?} wants a slash or a full stop after one digit or two. With it, a rule
 * is not tried where another one stands. Takes kinds of blanks, hyphens and apostrophes for the
 * same, and all letters; and runs of five digits and more.
 */
final class AfterDigits {

  /** The longest run that is told from longer ones. */
  private static final int LONGEST = 5;

  /** As states: no digit read yet, a run of some length (a bit each), or of any. */
  private static final int NOTHING = 1;

  private static final int DIGITS = (1 << LONGEST + 1) - 2;
  private static final int KINDS = 128;
  private static final char OTHER = 1;
  private static final char LETTER = 'a';

  private final Definitions defined;
  private final boolean[] found;

  private AfterDigits(Definitions defined, boolean[] found) {
    this.defined = defined;
    this.found = found;
  }

  /** For each kind of digits and what follows, see {@link #kind}, whether they can stand there. */
  static boolean[] of(String pattern, Definitions defined) {
    var found = new boolean[LONGEST * KINDS];
    var after = new AfterDigits(defined, found);
    after.any(after.run(pattern, "", NOTHING));
    return found;
  }

  /** The kind of a run of digits and of the character after it, or of the end of the text. */
  static int kind(String text, int from, int to) {
    return KINDS * (Math.min(to - from, LONGEST) - 1)
        + (to < text.length() ? kind(text.charAt(to)) : OTHER);
  }

  private static int kind(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\r', '\u00A0', '\u2009', '\u202F' -> ' ';
      case '-', '‐', '‑' -> '-';
      case '\'', '’' -> '\'';
      default -> Character.isLetter(c) ? LETTER : c < KINDS ? c : OTHER;
    };
  }

  /** Whatever may follow runs of these lengths. */
  private void any(int states) {
    for (var length = 1; length <= LONGEST; length++) {
      if ((states >> length & 1) != 0) {
        Arrays.fill(found, KINDS * (length - 1), KINDS * length, true);
      }
    }
  }

  /**
   * @param self the name that the pattern defines; empty for none
   * @param states what may have been read before: nothing, so many digits
   * @return what may have been read after, of nothing and only digits
   */
  private int run(String pattern, String self, int states) {
    return new Run(pattern, self).alternatives(0, pattern.length(), states);
  }

  private int step(char c, int states) {
    if (Character.isDigit(c)) {
      // One more digit for each run; the longest stay what they are.
      return (states << 1 | states & 1 << LONGEST) & DIGITS;
    }
    for (var length = 1; length <= LONGEST; length++) {
      if ((states >> length & 1) != 0) {
        found[KINDS * (length - 1) + kind(c)] = true;
      }
    }
    return 0;
  }

  private int unknown(int states) {
    if ((states & NOTHING) != 0) {
      Arrays.fill(found, true);
    }
    any(states);
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
          var once = next;
          for (var n = 2; n <= LONGEST && pattern.charAt(end) != '?'; n++) {
            next |= atom(i, end, next);
          }
          // "\d{3}" is three digits; other repetitions need not be told so finely.
          var exact = exactly(end);
          for (var n = 2; n <= exact; n++) {
            once = atom(i, end, once);
          }
          next = exact > 0 ? once : next | (syntax.isOptional(end) ? now : 0);
          end = syntax.afterQuantifier(end, to);
        }
        now = next;
        i = end;
      }
      return now;
    }

    /** How often an atom comes, when it comes just so often; 0 when that may differ. */
    private int exactly(int quantifier) {
      var end = pattern.charAt(quantifier) == '{' ? pattern.indexOf('}', quantifier) : -1;
      var range = end < 0 ? "" : pattern.substring(quantifier + 1, end);
      return range.isEmpty() || range.indexOf(',') >= 0
          ? 0
          : Math.min(LONGEST + 1, Integer.parseInt(range));
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
