package org.hearsay.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as metadata and datelines give them, made ISO 8601: a day, or a time with its offset. A
 * time without an offset is given as its day alone.
 */
final class Dates {
  private Dates() {}

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})[-/.]?(\\d{2})[-/.]?(\\d{2})"
              + "(?:(?:T|\\s{1,3}|\\s?-\\s?)(\\d{1,2})[:h]?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:\\.|er|º|°|st|nd|rd|th|\\.?\\s?de)?[\\s.\\-]{1,3}(?:of\\s)?(\\p{L}{3,12})\\.?[\\s,.\\-]{1,3}(?:de[l]?\\s)?(\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<!\\p{L})(\\p{L}{3,12})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?!\\d)");
  private static final Pattern CJK =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");
  private static final Pattern IN_URL =
      Pattern.compile("/(20\\d{2}|19\\d{2})[/-]?(\\d{2})[/-]?(\\d{2})(?:[/_-]|$)");

  private static final Map<String, Integer> MONTHS = months();

  /** The first date in the text; empty when it has none that can be told for certain. */
  static Optional<String> parse(String text) {
    var given = text.strip();
    if (given.length() < 8) {
      return Optional.empty();
    }
    if (given.length() > 200) {
      given = given.substring(0, 200);
    }
    var iso = ISO.matcher(given);
    if (iso.lookingAt() || iso.reset().find() && alone(given, iso)) {
      var found = iso(iso);
      if (found.isPresent()) {
        return found;
      }
    }
    if (EPOCH.matcher(given).matches()) {
      var value = Long.parseLong(given);
      return Optional.of(
          Instant.ofEpochSecond(given.length() > 10 ? value / 1000 : value).toString());
    }
    return words(given);
  }

  /** A date somewhere in a line that people read. */
  static Optional<String> parseWithin(String line) {
    var iso = ISO.matcher(line);
    while (iso.find()) {
      var day =
          alone(line, iso) && iso.group().indexOf('-') == 4 ? iso(iso) : Optional.<String>empty();
      if (day.isPresent()) {
        return day;
      }
    }
    return words(line);
  }

  private static boolean alone(String text, Matcher found) {
    return found.start() == 0 || !Character.isDigit(text.charAt(found.start() - 1));
  }

  private static Optional<String> iso(Matcher found) {
    var day = day(number(found, 1), number(found, 2), number(found, 3));
    if (day.isEmpty() || found.group(7) == null) {
      return day;
    }
    var hour = number(found, 4);
    var minute = number(found, 5);
    var second = found.group(6) == null ? 0 : number(found, 6);
    if (hour > 23 || minute > 59 || second > 59) {
      return day;
    }
    return Optional.of(
        day.get()
            + String.format(Locale.ROOT, "T%02d:%02d:%02d", hour, minute, second)
            + offset(found.group(7)));
  }

  private static String offset(String given) {
    if (Character.isLetter(given.charAt(0))) {
      return "Z";
    }
    var digits = given.replace(":", "");
    return digits.substring(0, 3) + ":" + (digits.length() > 3 ? digits.substring(3) : "00");
  }

  private static Optional<String> words(String text) {
    var found = CJK.matcher(text);
    if (found.find()) {
      return day(number(found, 1), number(found, 2), number(found, 3));
    }
    found = DAY_FIRST.matcher(text);
    while (found.find()) {
      var month = month(found.group(2));
      if (month > 0) {
        return day(number(found, 3), month, number(found, 1));
      }
    }
    found = MONTH_FIRST.matcher(text);
    while (found.find()) {
      var month = month(found.group(1));
      if (month > 0) {
        return day(number(found, 3), month, number(found, 2));
      }
    }
    found = NUMBERS.matcher(text);
    if (found.find()) {
      var one = number(found, 1);
      var two = number(found, 3);
      // 05/06/2022 is two days in two countries: only what can be told is told
      if (found.group(2).equals(".") || one > 12) {
        return day(number(found, 4), two, one);
      }
      if (two > 12 || one == two) {
        return day(number(found, 4), one, two);
      }
    }
    return Optional.empty();
  }

  /** The day that an address such as {@code /2022/05/31/slug} names. */
  static Optional<String> inUrl(String url) {
    var found = IN_URL.matcher(url);
    return found.find()
        ? day(number(found, 1), number(found, 2), number(found, 3))
        : Optional.empty();
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int month(String word) {
    return MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  private static Optional<String> day(int year, int month, int day) {
    try {
      return year < 1800 || year > 2200
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day in the zone the outlet wrote; for tests and the evaluator. */
  static Optional<LocalDate> utcDay(String iso) {
    try {
      return Optional.of(Instant.parse(iso).atOffset(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (var row : Lexicon.rows("months.tsv")) {
      for (var name : row.get(1).split(" ")) {
        months.put(name, Integer.parseInt(row.get(0)));
      }
    }
    return months;
  }
}
