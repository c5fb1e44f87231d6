package org.hearsay.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of one language that its rules name by class: {@code month}, {@code weekday}, {@code
 * unit}. From {@code words.tsv}: class, form, value. A form with a capital is only taken as it is
 * written or in capitals: "May", not "may".
 */
final class Vocabulary {

  /** What a blank in a rule or form stands for: blanks, and at most one line break. */
  static final String BLANK =
      "(?:[ \\t\\u00A0\\u2009\\u202F]{1,3}+(?:\\r?\\n[ \\t]{0,8}+)?+|\\r?\\n[ \\t]{0,8}+)";

  static final String ONE_BLANK = "[ \\t\\n\\u00A0\\u2009\\u202F]";

  private final Map<String, Map<String, String>> classes = new TreeMap<>();
  private final Map<String, List<String>> forms = new TreeMap<>();
  private final Map<String, String> patterns = new ConcurrentHashMap<>();

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
        add(columns[0], columns[1], columns[2]);
        var plain = Accents.without(columns[1]);
        if (!plain.equals(columns[1]) && value(columns[0], plain).isEmpty()) {
          add(columns[0], plain, columns[2]);
        }
      }
      header = false;
    }
  }

  private void add(String name, String form, String value) {
    classes.computeIfAbsent(name, k -> new LinkedHashMap<>()).putIfAbsent(fold(form), value);
    forms.computeIfAbsent(name, k -> new ArrayList<>()).add(form);
  }

  boolean has(String name) {
    return classes.containsKey(name);
  }

  /** The forms of a class, as written in the file. */
  List<String> forms(String name) {
    return forms.getOrDefault(name, List.of());
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
    return patterns.computeIfAbsent(name, this::build);
  }

  private String build(String name) {
    var asWritten =
        new TreeSet<String>(Comparator.comparing(String::length).reversed().thenComparing(f -> f));
    var folded = new Node();
    for (var form : forms.getOrDefault(name, List.of())) {
      if (form.equals(form.toLowerCase(Locale.ROOT))) {
        folded.add(form, 0);
      } else {
        asWritten.add(form);
        asWritten.add(form.toUpperCase(Locale.ROOT));
      }
    }
    var exact = asWritten.stream().map(Vocabulary::literal).collect(Collectors.joining("|"));
    if (folded.next.isEmpty()) {
      return "(?-i:" + exact + ")";
    }
    return exact.isEmpty()
        ? "(?:" + folded.pattern() + ")"
        : "(?:" + folded.pattern() + "|(?-i:" + exact + "))";
  }

  /**
   * Forms with a common beginning share it: matching tries one way for each letter, not each form.
   */
  private static final class Node {
    final Map<Character, Node> next = new TreeMap<>();
    boolean end;

    void add(String form, int at) {
      if (at == form.length()) {
        end = true;
      } else {
        next.computeIfAbsent(form.charAt(at), c -> new Node()).add(form, at + 1);
      }
    }

    String pattern() {
      var ways =
          next.entrySet().stream()
              .map(e -> literal(String.valueOf(e.getKey())) + e.getValue().pattern())
              .toList();
      if (ways.isEmpty()) {
        return "";
      }
      return ways.size() == 1 && !end
          ? ways.get(0)
          : "(?:" + String.join("|", ways) + ")" + (end ? "?" : "");
    }
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
  static String fold(String form) {
    var out = new StringBuilder(form.length());
    for (var i = 0; i < form.length(); i++) {
      var c = form.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F') {
        if (out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else {
        out.append(c == '’' ? '\'' : c == '‐' || c == '‑' ? '-' : c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
