package org.hearsay.time;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which two words a pattern can begin with: {@code (?:la|le) (?:veille|jour)} begins with {@code la
 * veille}, {@code le jour} and so on. With it, a rule is only tried where its first words stand.
 *
 * <p>A word is a run of letters, or a run of digits under the key {@link #DIGIT}: "8h12" begins
 * with {@code 0} and {@code h}. Understands what the rules use: literals, alternatives, optional
 * parts, groups, character classes, look-around (which it passes over).
 */
final class FirstWords {

  /** The key of a run of digits. */
  static final String DIGIT = "0";

  /** Stands for any second word, or none. */
  static final String ANY = "*";

  /** Between the two words of a key. */
  static final char GAP = ' ';

  private static final int MOST = 5000;
  private static final int MOST_REPEATS = 5;

  private final String pattern;
  private final boolean firstOnly;
  private final Set<String> found = new TreeSet<>();

  private FirstWords(String pattern, boolean firstOnly) {
    this.pattern = pattern;
    this.firstOnly = firstOnly;
  }

  /**
   * The pairs, folded to lower case, the words parted by a {@link #GAP}.
   *
   * @throws IllegalArgumentException when the first word can be any
   */
  static Set<String> of(String pattern) {
    try {
      return pairs(pattern, false);
    } catch (TooMany e) {
      return pairs(pattern, true);
    }
  }

  private static Set<String> pairs(String pattern, boolean firstOnly) {
    var words = new FirstWords(pattern, firstOnly);
    for (var open : words.alternatives(0, pattern.length(), Set.of(""))) {
      words.end(open);
    }
    return words.found;
  }

  /** Too many pairs to keep: "vingt deux", "vingt trois" and so on. */
  private static final class TooMany extends IllegalStateException {
    private static final long serialVersionUID = 1;
  }

  /** The pattern ends here, or goes on with what cannot be told. */
  private void end(String open) {
    var gap = open.indexOf(GAP);
    if (open.isEmpty()) {
      throw new IllegalArgumentException("the pattern can begin with anything: " + pattern);
    }
    add(gap >= 0 && gap < open.length() - 1 ? open : (gap < 0 ? open + GAP : open) + ANY);
  }

  private void add(String pair) {
    found.add(firstOnly ? pair.substring(0, pair.indexOf(GAP) + 1) + ANY : pair);
    if (found.size() > MOST) {
      throw new TooMany();
    }
  }

  /** Runs all alternatives of a stretch on the words so far; gives those still open at its end. */
  private Set<String> alternatives(int from, int to, Set<String> open) {
    var all = new TreeSet<String>();
    var start = from;
    for (var i = from; i <= to; i++) {
      if (i == to || pattern.charAt(i) == '|') {
        all.addAll(sequence(start, i, open));
        start = i + 1;
      } else {
        i = skip(i) - 1;
      }
    }
    return all;
  }

  private Set<String> sequence(int from, int to, Set<String> open) {
    var i = from;
    while (i < to && !open.isEmpty()) {
      var end = skip(i);
      var next = atom(i, end, open);
      if (end < to && "?*+{".indexOf(pattern.charAt(end)) >= 0) {
        var most = most(end);
        for (var again = next; most > 1 && !again.isEmpty(); most--) {
          again = atom(i, end, again);
          next.addAll(again);
        }
        if (isOptional(end)) {
          next.addAll(open);
        }
        end = pattern.charAt(end) == '{' ? pattern.indexOf('}', end) + 1 : end + 1;
        if (end < to && (pattern.charAt(end) == '+' || pattern.charAt(end) == '?')) {
          end++;
        }
      }
      open = next;
      i = end;
    }
    return open;
  }

  private boolean isOptional(int quantifier) {
    return "?*".indexOf(pattern.charAt(quantifier)) >= 0 || pattern.startsWith("{0,", quantifier);
  }

  /** How often an atom may come at most, within reason. */
  private int most(int quantifier) {
    return switch (pattern.charAt(quantifier)) {
      case '?' -> 1;
      case '{' -> {
        var range = pattern.substring(quantifier + 1, pattern.indexOf('}', quantifier)).split(",");
        yield Math.min(MOST_REPEATS, Integer.parseInt(range[range.length - 1]));
      }
      default -> MOST_REPEATS;
    };
  }

  /** The words after one atom; those that it ends are put with the found. */
  private Set<String> atom(int from, int to, Set<String> open) {
    var c = pattern.charAt(from);
    if (c == '(') {
      if (pattern.startsWith("(?=", from)
          || pattern.startsWith("(?!", from)
          || pattern.startsWith("(?<=", from)
          || pattern.startsWith("(?<!", from)) {
        return new TreeSet<>(open);
      }
      return alternatives(groupBody(from), to - 1, open);
    }
    if (c == '[') {
      return characters(pattern.substring(from + 1, to - 1), open);
    }
    if (c == '\\') {
      var kind = pattern.charAt(from + 1);
      return switch (kind) {
        case 'b', 'B' -> new TreeSet<>(open);
        case 'd' -> extend(open, "0");
        case 'p', 'w', 'S' -> anyLetter(open);
        default -> extend(open, Character.isLetter(kind) ? " " : String.valueOf(kind));
      };
    }
    return c == '.' ? anyLetter(open) : extend(open, String.valueOf(c));
  }

  private Set<String> characters(String members, Set<String> open) {
    if (members.startsWith("^")) {
      return anyLetter(open);
    }
    var next = new TreeSet<String>();
    for (var i = 0; i < members.length(); i++) {
      if (members.charAt(i) == '\\') {
        var kind = members.charAt(i + 1);
        next.addAll(extend(open, kind == 'd' ? "0" : " "));
        i += escaped(kind) - 1;
      } else if (i + 2 < members.length() && members.charAt(i + 1) == '-') {
        for (var c = members.charAt(i); c <= members.charAt(i + 2); c++) {
          next.addAll(extend(open, String.valueOf(c)));
        }
        i += 2;
      } else {
        next.addAll(extend(open, members.substring(i, i + 1)));
      }
    }
    return next;
  }

  /** A letter or other character that cannot be told: the second word can be any from here. */
  private Set<String> anyLetter(Set<String> open) {
    for (var word : open) {
      if (word.indexOf(GAP) < 0 && !word.equals(DIGIT)) {
        throw new IllegalArgumentException("the first word cannot be told: " + pattern);
      }
      add(word.substring(0, word.indexOf(GAP) < 0 ? 1 : word.indexOf(GAP)) + GAP + ANY);
    }
    return new TreeSet<>();
  }

  private Set<String> extend(Set<String> open, String next) {
    var out = new TreeSet<String>();
    var c = next.toLowerCase(Locale.ROOT).charAt(0);
    for (var word : open) {
      var extended = extend(word, c);
      if (extended != null) {
        out.add(extended);
      }
    }
    return out;
  }

  /** The words after one more character; null when they end or cannot be. */
  private @Nullable String extend(String open, char c) {
    var gap = open.indexOf(GAP);
    var second = gap >= 0 && gap < open.length() - 1;
    if (Character.isLetter(c)) {
      return open.equals(DIGIT) ? open + GAP + c : open + c;
    }
    if (Character.isDigit(c)) {
      if (open.isEmpty() || open.equals(DIGIT)) {
        return DIGIT;
      }
      add(second ? open : (gap < 0 ? open + GAP : open) + DIGIT);
      return null;
    }
    if (open.isEmpty()) {
      return c == '\'' || c == '’' ? "'" + GAP : null;
    }
    if (second) {
      add(open);
      return null;
    }
    return gap < 0 ? open + GAP : open;
  }

  /** Where the body of a group begins, after {@code (?:}, {@code (?<name>} or {@code (?i:}. */
  private int groupBody(int from) {
    if (!pattern.startsWith("(?", from)) {
      return from + 1;
    }
    if (pattern.charAt(from + 2) == '<') {
      return pattern.indexOf('>', from) + 1;
    }
    return pattern.charAt(from + 2) == '>' ? from + 3 : pattern.indexOf(':', from) + 1;
  }

  /** The index after the atom that begins here. */
  private int skip(int from) {
    return switch (pattern.charAt(from)) {
      case '\\' ->
          from + 2 < pattern.length()
                  && "pP".indexOf(pattern.charAt(from + 1)) >= 0
                  && pattern.charAt(from + 2) == '{'
              ? pattern.indexOf('}', from) + 1
              : from + escaped(pattern.charAt(from + 1));
      case '[' -> classEnd(from);
      case '(' -> groupEnd(from);
      default -> from + 1;
    };
  }

  private int classEnd(int from) {
    var i = from + 1;
    while (pattern.charAt(i) != ']') {
      i += pattern.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /** The length of an escape of this kind: {@code \d}, {@code \x20}, {@code \u00A0}. */
  private static int escaped(char kind) {
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
