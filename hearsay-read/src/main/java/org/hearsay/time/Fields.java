package org.hearsay.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What a match says, by name: the rule's own {@code unit=D} and what the vocabulary makes of its
 * named groups ({@code month}: 2 for "février").
 */
final class Fields {

  /** The value of a number that is not told: "several years". */
  static final String INDEFINITE = "X";

  /** Of an hour that needs neither a.m. nor p.m. */
  static final String HOURS_24 = "24";

  /** Classes of words that stand for a field of another name. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "weekdays",
          "weekday",
          "seasons",
          "season",
          "unitadj",
          "unit",
          "tens",
          "decade",
          "lunar",
          "feast");

  private final Map<String, String> values;
  private final Numbers numbers;

  private Fields(Map<String, String> values, Numbers numbers) {
    this.values = values;
    this.numbers = numbers;
  }

  /**
   * A named group of a pattern.
   *
   * @param word what it holds a word of: {@code month} for {@code month2}
   * @param field what it tells: {@code unit} for {@code unitadj}
   * @param among whether there is a group of the name of that field
   */
  record Group(String name, String word, String field, boolean among) {

    static List<Group> all(List<String> names) {
      return names.stream().map(name -> of(name, names)).toList();
    }

    private static Group of(String name, List<String> names) {
      var last = name.length() - 1;
      var word = Character.isDigit(name.charAt(last)) ? name.substring(0, last) : name;
      var field = ALIASES.getOrDefault(word, word);
      return new Group(name, word, field, names.contains(field));
    }
  }

  static Fields of(Rule rule, Matcher match, Vocabulary vocabulary, Numbers numbers) {
    var values = new HashMap<>(rule.fields());
    for (var group : rule.match().groups()) {
      var text = match.group(group.name);
      if (text != null) {
        var value = vocabulary.value(group.word, text).orElseGet(() -> Vocabulary.fold(text));
        values.put(group.name, value);
        // One of several places for the same thing: "August 2001", "August '01".
        if (!group.field.equals(group.name) && (!group.among || match.group(group.field) == null)) {
          values.put(group.field, value);
        }
      }
    }
    return new Fields(values, numbers);
  }

  /** What a rule says by itself, whatever its words. */
  static Fields of(Rule rule, Numbers numbers) {
    return new Fields(rule.fields(), numbers);
  }

  /** Only these of the fields. */
  Fields only(String... names) {
    var kept = new HashMap<>(values);
    kept.keySet().retainAll(Set.of(names));
    return new Fields(kept, numbers);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value; empty when there is none. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  boolean is(String name, String value) {
    return text(name).equals(value);
  }

  /** The value as a number; empty when there is none, or words that are no number. */
  OptionalDouble number(String name) {
    var text = text(name);
    if (text.startsWith("-") && text.length() > 1) {
      var number = numbers.parse(text.substring(1));
      return number.isPresent() ? OptionalDouble.of(-number.getAsDouble()) : number;
    }
    return numbers.parse(text);
  }

  /** The value as a whole number. */
  Optional<Integer> whole(String name) {
    var number = number(name);
    return number.isPresent()
            && number.getAsDouble() % 1 == 0
            && Math.abs(number.getAsDouble()) < 1e6
        ? Optional.of((int) number.getAsDouble())
        : Optional.empty();
  }

  int whole(String name, int fallback) {
    return whole(name).orElse(fallback);
  }

  /** A day that is no more than a number takes its month from the one before: "March 3 and 5". */
  void carry(Fields before) {
    if (before.has("day")
        && before.has("month")
        && !before.has("event")
        && whole("day", 0) > before.whole("day", 0)) {
      values.put("month", before.text("month"));
    }
  }

  /** Takes from the expression after it what this one left unsaid: "les 6 et 13 avril". */
  void borrow(Fields next) {
    var day = has("day");
    if (day && !has("month") && next.has("month")) {
      values.put("month", next.text("month"));
    }
    var alike =
        day && next.has("day")
            || !day && !next.has("day") && has("month") && next.has("month")
            || has("quarter") && next.has("quarter")
            || has("season") && next.has("season");
    if (alike && !has("year") && !has("dir") && next.has("year") && !next.has("event")) {
      values.put("year", next.text("year"));
    }
    if (day && !has("month") && next.has("monthshift")) {
      values.put("monthshift", next.text("monthshift"));
    }
    if (has("hour") && !has("half") && next.has("half")) {
      // "From 11 to 3 p.m." begins in the morning.
      var turns = next.is("half", "PM") && whole("hour", 0) > next.whole("hour", 0) % 12;
      values.put("half", turns ? "AM" : next.text("half"));
    }
    if (has("borrow") && has("hour") && next.has("hour") && !has("half")) {
      values.put("half", HOURS_24);
    }
    if (!has("dir") && next.has("dir") && next.has("month")) {
      values.put("dir", next.text("dir"));
    }
  }
}
