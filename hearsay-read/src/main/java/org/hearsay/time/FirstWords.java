package org.hearsay.time;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
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

  /** Marks two words after which no letter of the second can follow. */
  private static final char CLOSED = '.';

  private static final int MOST = 5000;
  private static final int MOST_REPEATS = 5;

  private final String pattern;
  private final RuleSyntax syntax;
  private final Function<String, Set<String>> named;
  private final boolean firstOnly;
  private final Set<String> found = new HashSet<>();

  private FirstWords(String pattern, Function<String, Set<String>> named, boolean firstOnly) {
    this.pattern = pattern;
    this.syntax = new RuleSyntax(pattern);
    this.named = named;
    this.firstOnly = firstOnly;
  }

  /**
   * The pairs, folded to lower case, the words parted by a {@link #GAP}.
   *
   * @param named the beginnings of what stands as <code>{name}</code>, see {@link #beginnings}
   * @throws IllegalArgumentException when the first word can be any
   */
  static Set<String> of(String pattern, Function<String, Set<String>> named) {
    try {
      return pairs(pattern, named, false);
    } catch (TooMany e) {
      return pairs(pattern, named, true);
    }
  }

  private static Set<String> pairs(
      String pattern, Function<String, Set<String>> named, boolean firstOnly) {
    var words = new FirstWords(pattern, named, firstOnly);
    for (var open : words.alternatives(0, pattern.length(), Set.of(""))) {
      words.end(open);
    }
    return words.found;
  }

  /**
   * What a part of a pattern can begin with: one or two words, or a word and a gap; those of two
   * words that have ended end in a {@link #CLOSED}.
   */
  static Set<String> beginnings(String pattern, Function<String, Set<String>> named) {
    var words = new FirstWords(pattern, named, false);
    var open = new HashSet<>(words.alternatives(0, pattern.length(), Set.of("")));
    for (var closed : words.found) {
      open.add(closed + CLOSED);
    }
    return open;
  }

  /** The same of a list of words. */
  static Set<String> beginnings(List<String> forms) {
    var words = new FirstWords("", name -> Set.of(), false);
    var all = new HashSet<String>();
    for (var form : forms) {
      var open = words.glue("", Vocabulary.fold(form));
      if (open != null) {
        all.add(open);
      }
    }
    for (var closed : words.found) {
      all.add(closed + CLOSED);
    }
    return all;
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
    var all = new HashSet<String>();
    for (var each : syntax.alternatives(from, to)) {
      all.addAll(sequence(each.from(), each.to(), open));
    }
    return all;
  }

  private Set<String> sequence(int from, int to, Set<String> open) {
    var i = from;
    while (i < to && !open.isEmpty()) {
      var end = syntax.skip(i);
      var next = atom(i, end, open);
      if (end < to && syntax.isQuantifier(end)) {
        var most = most(end);
        for (var again = next; most > 1 && !again.isEmpty(); most--) {
          again = atom(i, end, again);
          next.addAll(again);
        }
        if (syntax.isOptional(end)) {
          next.addAll(open);
        }
        end = syntax.afterQuantifier(end, to);
      }
      open = next;
      i = end;
    }
    return open;
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
      if (syntax.isLookAround(from)) {
        return new HashSet<>(open);
      }
      return alternatives(syntax.groupBody(from), to - 1, open);
    }
    if (c == '{') {
      return named(pattern.substring(from + 1, to - 1), open);
    }
    if (c == '[') {
      return characters(pattern.substring(from + 1, to - 1), open);
    }
    if (c == '\\') {
      var kind = pattern.charAt(from + 1);
      return switch (kind) {
        case 'b', 'B' -> new HashSet<>(open);
        case 'd' -> extend(open, "0");
        case 'p', 'w', 'S' -> anyLetter(open);
        default -> extend(open, Character.isLetter(kind) ? " " : String.valueOf(kind));
      };
    }
    return c == '.' ? anyLetter(open) : extend(open, String.valueOf(c));
  }

  /**
   * After a pattern or class of words that has a name, such as {@code :month} or {@code month2}.
   */
  private Set<String> named(String name, Set<String> open) {
    var beginnings = named.apply(RuleSyntax.name(name));
    var next = new HashSet<String>();
    for (var beginning : beginnings) {
      var letters = letters(beginning);
      var whole = letters == beginning.length();
      for (var word : open) {
        var gap = word.indexOf(GAP);
        if (letters > 0 && gap >= 0 && gap == word.length() - 1) {
          // The usual case, and the only one that comes by the thousand: a whole second word.
          var pair = word.concat(whole ? beginning : beginning.substring(0, letters));
          if (whole) {
            next.add(pair);
          } else {
            add(pair);
          }
          continue;
        }
        var glued = glue(word, beginning);
        if (glued != null) {
          next.add(glued);
        }
      }
    }
    return next;
  }

  private static int letters(String word) {
    var n = 0;
    while (n < word.length() && Character.isLetter(word.charAt(n))) {
      n++;
    }
    return n;
  }

  /** What is open after more characters; null when two words have ended, which are noted. */
  private @Nullable String glue(String open, String more) {
    @Nullable String word = open;
    for (var i = 0; i < more.length() && word != null; i++) {
      var c = more.charAt(i);
      if (c == CLOSED && i == more.length() - 1 && i > 0) {
        end(word);
        return null;
      }
      if (c == ANY.charAt(0)) {
        anyLetter(Set.of(word));
        return null;
      }
      word = extend(word, c);
    }
    return word;
  }

  private Set<String> characters(String members, Set<String> open) {
    if (members.startsWith("^")) {
      return anyLetter(open);
    }
    var next = new HashSet<String>();
    for (var i = 0; i < members.length(); i++) {
      if (members.charAt(i) == '\\') {
        var kind = members.charAt(i + 1);
        next.addAll(extend(open, kind == 'd' ? "0" : " "));
        i += RuleSyntax.escaped(kind) - 1;
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
      add((word.indexOf(GAP) < 0 ? word : word.substring(0, word.indexOf(GAP))) + GAP + ANY);
    }
    return new HashSet<>();
  }

  private Set<String> extend(Set<String> open, String next) {
    var out = new HashSet<String>();
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
}
