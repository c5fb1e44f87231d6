package org.hearsay.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What bylines are made of beside names, kept as a table, and what a person's name looks like. */
final class PersonNames {
  private PersonNames() {}

  private static final List<List<String>> ROWS = Lexicon.rows("bylines.tsv");
  private static final Set<String> PREFIXES = words("prefix");
  private static final Set<String> LABELS = words("label");
  private static final Set<String> ROLES = words("role");
  private static final Set<String> AGENCIES = words("agency");
  private static final Set<String> PARTICLES = words("particle");
  private static final Set<String> OTHERS = words("other");
  private static final Set<String> WRITERS = words("writer");
  private static final Set<String> ENDINGS = words("ending");

  /** What prefixes begin with: their first words, and the first letters of these. */
  private static final Set<String> BEGINNINGS = new HashSet<>();

  private static final Set<Character> FIRST_LETTERS = new HashSet<>();

  static {
    for (var prefix : PREFIXES) {
      FIRST_LETTERS.add(prefix.charAt(0));
      for (var at = prefix.indexOf(' '); at > 0; at = prefix.indexOf(' ', at + 1)) {
        BEGINNINGS.add(prefix.substring(0, at));
      }
      BEGINNINGS.add(prefix);
    }
  }

  /** Words of the longest prefix. */
  private static final int LONGEST_PREFIX = 5;

  private static Set<String> words(String kind) {
    var found = new HashSet<String>();
    for (var row : ROWS) {
      if (row.get(1).equals(kind)) {
        found.add(row.get(0));
      }
    }
    return found;
  }

  /** A field's label, a button, an account of no one: {@code Name *}, {@code View all posts}. */
  static boolean label(String text) {
    var folded = Words.folded(text);
    return folded.isEmpty() || LABELS.contains(folded) || PREFIXES.contains(folded);
  }

  /** A part of names in lower case: {@code von}. */
  static boolean particle(String word) {
    return PARTICLES.contains(word);
  }

  /** {@code AFP}, {@code dpa}. */
  static boolean agency(String text) {
    return AGENCIES.contains(Words.folded(text));
  }

  /** Without what stands before the name: {@code Written by Ann Lee} gives {@code Ann Lee}. */
  static String afterPrefix(String byline) {
    var text = byline.strip();
    for (var words = mayHavePrefix(text) ? LONGEST_PREFIX : 0; words > 0; words--) {
      var end = end(text, words);
      if (end > 0
          && end < text.length()
          && PREFIXES.contains(Words.folded(text.substring(0, end)))) {
        var from = end;
        while (from < text.length() && (space(text.charAt(from)) || text.charAt(from) == ':')) {
          from++;
        }
        return afterPrefix(text.substring(from));
      }
    }
    return text;
  }

  /** Whether a text's first word is a prefix or begins one: most texts' are not. */
  private static boolean mayHavePrefix(String text) {
    if (text.isEmpty()
        || Letters.letterOrDigit(text.charAt(0))
            && !FIRST_LETTERS.contains(Letters.lower(text.charAt(0)))) {
      return false;
    }
    var end = end(text, 1);
    var first = end < 0 ? "" : Words.folded(text.substring(0, end));
    return end >= 0 && (first.isEmpty() || BEGINNINGS.contains(first));
  }

  /** Whether a line is led by a label that says who wrote it: {@code Author: Ann Lee}. */
  static boolean toldOfWriter(String line) {
    return led(line, WRITERS);
  }

  /**
   * A byline up to the line after which those stand who did not write: {@code Reviewed by Ann Lee}.
   *
   * @param given a text of a page in each line
   */
  static String beforeOthers(String given) {
    var byline = fromWriter(given);
    for (var at = 0; at < byline.length(); at = byline.indexOf('\n', at) + 1) {
      var line = byline.substring(at);
      var end = 0;
      for (var words = 1; words <= LONGEST_PREFIX && end >= 0; words++) {
        end = end(line, words);
        var lead = end < 0 ? line : line.substring(0, end);
        if (lead.length() < 40 && OTHERS.contains(Words.folded(lead))) {
          return byline.substring(0, at).strip();
        }
      }
      if (byline.indexOf('\n', at) < 0) {
        break;
      }
    }
    return byline;
  }

  /** From the line on that is a label of who wrote it, other fields of the page before it. */
  private static String fromWriter(String byline) {
    for (var at = byline.indexOf('\n') + 1; at > 0; at = byline.indexOf('\n', at) + 1) {
      var end = byline.indexOf('\n', at);
      if (end > 0 && end - at < 20 && WRITERS.contains(Words.folded(byline.substring(at, end)))) {
        return byline.substring(end + 1);
      }
    }
    return byline;
  }

  /** Whether a line is led by a word for those who did not write: {@code Editor: Ann Lee}. */
  static boolean toldOfOthers(String line) {
    return led(line, OTHERS);
  }

  private static boolean led(String line, Set<String> labels) {
    var end = 0;
    for (var words = 1; words <= LONGEST_PREFIX && end >= 0; words++) {
      end = end(line, words);
      if (end > 0 && labels.contains(Words.folded(line.substring(0, end)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name is that of an account: {@code ann.lee}, {@code alee7}, {@code wpadmin}. */
  static boolean account(String name) {
    return name.indexOf(' ') < 0
        && name.length() > 2
        && !agency(name)
        && (Character.isLowerCase(name.charAt(0))
            || name.indexOf('_') > 0
            || name.chars().anyMatch(Character::isDigit));
  }

  /** Where so many words from the start end, a colon with them; -1 where there are no more. */
  private static int end(String text, int words) {
    var at = -1;
    for (var n = 0; n < words; n++) {
      var next = at + 1;
      while (next < text.length() && !space(text.charAt(next)) && text.charAt(next) != ':') {
        next++;
      }
      if (next >= text.length()) {
        return -1;
      }
      at = next;
    }
    return at;
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

  /**
   * Whether a text can be a person's whole name: two to six words, each with a capital or a
   * particle of names, none an office. Scripts without capitals: two to twelve characters.
   */
  static boolean person(String text) {
    if (text.length() < 2 || text.length() > 60 || exclaims(text)) {
      return false;
    }
    var words = SPACES.split(text);
    if (Words.spaceless(text.charAt(0)) || caseless(text.charAt(0))) {
      return text.length() <= 30
          && words.length <= 4
          && ENDINGS.stream().noneMatch(text::endsWith)
          && text.codePoints().noneMatch(Character::isDigit);
    }
    if (words.length < 2 || words.length > 6 || words[0].equalsIgnoreCase("the")) {
      return false;
    }
    for (var i = 0; i < words.length; i++) {
      var folded = Words.folded(words[i]);
      var first = words[i].charAt(0);
      if (folded.isEmpty()
          || ROLES.contains(folded)
          || words[i].codePoints().anyMatch(Character::isDigit)
          || !Character.isUpperCase(first)
              && !(PARTICLES.contains(folded) || apostrophe(words[i]))) {
        return false;
      }
    }
    return Character.isLetter(words[words.length - 1].charAt(0));
  }

  /** {@code Happy Christmas!} is no name. */
  private static boolean exclaims(String text) {
    return "!?！？。".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** {@code d'Arc}, {@code al-Amin}. */
  private static boolean apostrophe(String word) {
    for (var i = 1; i < Math.min(4, word.length() - 1); i++) {
      if ("'’-".indexOf(word.charAt(i)) >= 0) {
        return Character.isUpperCase(word.charAt(i + 1));
      }
    }
    return false;
  }

  /** Two or three words, each a capital and small letters: {@code In This} and signs are none. */
  static boolean inCapitals(String name) {
    var words = name.split(" ");
    for (var word : words) {
      if (word.length() < 3 && word.chars().allMatch(c -> c < 128)
          || !Character.isUpperCase(word.charAt(0))
          || !word.substring(1).chars().allMatch(c -> Character.isLowerCase(c) || c == '-')) {
        return false;
      }
    }
    return words.length <= 3;
  }

  private static boolean caseless(char c) {
    return Character.isLetter(c) && !Character.isUpperCase(c) && !Character.isLowerCase(c);
  }
}
