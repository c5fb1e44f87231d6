package org.hearsay.reading.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language that its rules name by class: {@code month}, {@code weekday}, {@code
 * unit}. From {@code words.tsv}: class, form, value. A form with a capital is only taken as it is
 * written or in capitals: "May", not "may".
 */
final class Vocabulary {

  /** What a blank in a rule or form stands for: blanks, and at most one line break. */
  static final String BLANK =
      "(?:[ \\t\\u00A0\\u2009\\u202F]{1,3}+(?:\\r?\\n[ \\t]{0,8}+)?+|\\r?\\n[ \\t]{0,8}+)";

  private final Map<String, Map<String, String>> classes = new TreeMap<>();
  private final Map<String, List<String>> forms = new TreeMap<>();

  /**
   * @param lines the lines of the file, comments and all
   * @throws RuleException when a line has not three columns
   */
  Vocabulary(String file, List<String> lines) {
    var header = true;
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var columns = line.split("\t", -1);
      if (columns.length != 3) {
        throw new RuleException(
            file, i + 1, columns.length + " columns; expected class, form and value");
      }
      if (!header) {
        classes
            .computeIfAbsent(columns[0], k -> new LinkedHashMap<>())
            .putIfAbsent(fold(columns[1]), columns[2]);
        forms.computeIfAbsent(columns[0], k -> new ArrayList<>()).add(columns[1]);
      }
      header = false;
    }
  }

  boolean has(String name) {
    return classes.containsKey(name);
  }

  /** What a form of a class stands for. */
  Optional<String> value(String name, String form) {
    return Optional.ofNullable(classes.getOrDefault(name, Map.of()).get(fold(form)));
  }

  /** The rows of a class: folded form and value, in the order of the file. */
  Map<String, String> rows(String name) {
    return classes.getOrDefault(name, Map.of());
  }

  /** The number words, plain and ordinal. */
  Numbers numbers() {
    var words = new HashMap<>(rows("number"));
    words.putAll(rows("ordinal"));
    return new Numbers(words);
  }

  /** A regular expression, without groups that count, for any form of the class; longest first. */
  String pattern(String name) {
    var sorted = new ArrayList<>(forms.getOrDefault(name, List.of()));
    sorted.sort(Comparator.comparingInt(String::length).reversed().thenComparing(f -> f));
    return sorted.stream().map(Vocabulary::form).collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String form(String form) {
    var capitals = !form.equals(form.toLowerCase(Locale.ROOT));
    var pattern = literal(form);
    return capitals
        ? "(?-i:" + pattern + "|" + literal(form.toUpperCase(Locale.ROOT)) + ")"
        : pattern;
  }

  private static String literal(String form) {
    var out = new StringBuilder();
    for (var c : form.toCharArray()) {
      switch (c) {
        case ' ' -> out.append(BLANK);
        case '\'' -> out.append("['’]");
        case '-' -> out.append("[-‐‑]");
        default ->
            out.append(Character.isLetterOrDigit(c) ? String.valueOf(c) : Pattern.quote("" + c));
      }
    }
    return out.toString().replace("\\Q.\\E", "\\.");
  }

  /** Lower case, one kind of blank, apostrophe and hyphen. */
  static String fold(@Nullable String form) {
    return form == null
        ? ""
        : form.toLowerCase(Locale.ROOT)
            .replaceAll("[\\s\\u00A0\\u2009\\u202F]+", " ")
            .replace('’', '\'')
            .replaceAll("[‐‑]", "-");
  }

  Collection<String> names() {
    return classes.keySet();
  }
}
