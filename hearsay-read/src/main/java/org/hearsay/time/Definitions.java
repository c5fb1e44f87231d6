package org.hearsay.time;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the names in the patterns of a language stand for: {@code day} for a pattern that a {@code
 * define} block gives, {@code month} for a class of the vocabulary. In its own definition a name is
 * the class of that name.
 */
final class Definitions {

  private static final Pattern NAMED = Pattern.compile("\\{(:?)([a-z]++)(\\d?)\\}");

  private final Vocabulary vocabulary;
  private final Map<String, String> written = new HashMap<>();
  private final Map<String, String> expanded = new HashMap<>();
  private final Map<String, Set<String>> beginnings = new HashMap<>();

  Definitions(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @throws RuleException when the name is taken, or one that the pattern uses stands for nothing
   */
  void add(String name, String match, String file, int line) {
    check(match, file, line);
    if (written.putIfAbsent(name, match) != null) {
      throw new RuleException(file, line, "'" + name + "' is defined already");
    }
  }

  /**
   * @throws RuleException when a name in the pattern stands for nothing
   */
  void check(String match, String file, int line) {
    var names = NAMED.matcher(match);
    while (names.find()) {
      var name = names.group(2);
      if (!written.containsKey(name) && !vocabulary.has(name)) {
        throw new RuleException(
            file, line, "'" + name + "' is neither defined nor a class of the vocabulary");
      }
    }
  }

  /** The pattern of a name; null when it has none, and is a class of the vocabulary. */
  @Nullable String written(String name) {
    return written.get(name);
  }

  /** The forms of a class of the vocabulary. */
  List<String> forms(String name) {
    return vocabulary.forms(name);
  }

  /** See {@link FirstWords}. */
  Set<String> firstWords(String match) {
    return FirstWords.of(match, this::beginnings);
  }

  /** The words that a class, a word or the digits of a need begin with; lower case. */
  Set<String> beginningsOf(String need) {
    if (need.equals(NeededWords.DIGITS)) {
      return Set.of(FirstWords.DIGIT);
    }
    var forms =
        need.charAt(0) == NeededWords.WORD ? List.of(need.substring(1)) : vocabulary.forms(need);
    var words = new HashSet<String>();
    for (var form : forms) {
      var word = Vocabulary.fold(form);
      words.add(firstRun(word));
      words.add(firstRun(Accents.without(word)));
    }
    return words;
  }

  /** The letters, or the digits, that a form begins with; empty when it begins with neither. */
  private static String firstRun(String form) {
    if (Character.isDigit(form.charAt(0))) {
      return FirstWords.DIGIT;
    }
    var end = 0;
    while (end < form.length() && Character.isLetter(form.charAt(end))) {
      end++;
    }
    return form.substring(0, end);
  }

  /** See {@link NeededWords}. */
  Set<Set<String>> neededWords(String match) {
    return NeededWords.of(match, this::needed);
  }

  private Set<Set<String>> needed(String name) {
    return written.containsKey(name)
        ? NeededWords.of(
            written.getOrDefault(name, ""),
            inner -> inner.equals(name) ? Set.of(Set.of(inner)) : needed(inner))
        : Set.of(Set.of(name));
  }

  private Set<String> beginnings(String name) {
    var known = beginnings.get(name);
    if (known == null) {
      known =
          written.containsKey(name)
              ? FirstWords.beginnings(
                  written.getOrDefault(name, ""),
                  inner -> inner.equals(name) ? words(name) : beginnings(inner))
              : words(name);
      beginnings.put(name, known);
    }
    return known;
  }

  private Set<String> words(String name) {
    return FirstWords.beginnings(vocabulary.forms(name));
  }

  /** The pattern with its names replaced, as a regular expression. */
  synchronized String expand(String match) {
    return expand(match, "");
  }

  private String expand(String match, String self) {
    return NAMED
        .matcher(blanks(match))
        .replaceAll(
            found -> {
              var name = found.group(2);
              var body = name.equals(self) ? vocabulary.pattern(name) : body(name);
              return Matcher.quoteReplacement(
                  found.group(1).isEmpty()
                      ? "(?<" + name + found.group(3) + ">" + body + ")"
                      : body);
            });
  }

  private String body(String name) {
    var known = expanded.get(name);
    if (known == null) {
      known =
          written.containsKey(name)
              ? "(?:" + expand(written.getOrDefault(name, ""), name) + ")"
              : vocabulary.pattern(name);
      expanded.put(name, known);
    }
    return known;
  }

  /**
   * Blanks, apostrophes and hyphens outside of character classes, each for all of their kinds. What
   * looks behind knows one blank, for it would try all the lengths that it can have.
   */
  private static String blanks(String match) {
    var out = new StringBuilder();
    var inClass = false;
    var depth = 0;
    var behind = 0;
    for (var i = 0; i < match.length(); i++) {
      var c = match.charAt(i);
      if (c == '\\') {
        out.append(c).append(match.charAt(++i));
      } else if (inClass || c == '[') {
        inClass = c != ']';
        out.append(c);
      } else {
        if (c == '(') {
          depth++;
          var looksBehind = match.startsWith("(?<=", i) || match.startsWith("(?<!", i);
          behind = behind == 0 && looksBehind ? depth : behind;
        } else if (c == ')') {
          behind = behind == depth ? 0 : behind;
          depth--;
        }
        out.append(
            switch (c) {
              case ' ' -> behind > 0 ? Vocabulary.ONE_BLANK : Vocabulary.BLANK;
              case '\'' -> "['’]";
              case '-' -> i > 0 && match.charAt(i - 1) == '?' ? "-" : "[-‐‑]";
              default ->
                  Accents.mayFall(match, i) ? "[" + c + Accents.plain(c) + "]" : String.valueOf(c);
            });
      }
    }
    return out.toString();
  }
}
