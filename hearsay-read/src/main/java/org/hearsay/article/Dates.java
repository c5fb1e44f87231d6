package org.hearsay.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.time.DateLine;

/**
 * Dates as metadata and datelines give them, made ISO 8601: a day, or a time with its offset. A
 * time without an offset is given as its day alone. What machines write is read here, what people
 * write by {@link DateLine}, with the rules for dates in texts.
 */
final class Dates {
  private Dates() {}

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})[-/.]?(\\d{2})[-/.]?(\\d{2})"
              + "(?:(?:T|\\s{1,3}|\\s?-\\s?)(\\d{1,2})[:h]?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?");

  private static final Pattern CJK =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");

  /** What a program wrote without zeros: {@code 2022-5-6}. */
  private static final Pattern SHORT_ISO =
      Pattern.compile("(20\\d{2}|19\\d{2})-(\\d{1,2})-(\\d{1,2})(?!\\d)");

  /** {@code 28.01.22}, as it is written where the day comes first. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?<![\\d.,])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2})(?![\\d.])");

  /** A line that holds more is about something else. */
  private static final int LONGEST_WITH_SHORT_YEAR = 50;

  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");
  private static final Pattern IN_URL =
      Pattern.compile("/(20\\d{2}|19\\d{2})[/-]?(\\d{2})[/-]?(\\d{2})(?:[/_-]|$)");

  /** The day on which programs' clocks begin: what they write where no date is set. */
  private static final String ZERO = "1970-01-01";

  /** The same of a text whose language is not known. */
  static Optional<String> parse(String text) {
    return parse(text, "");
  }

  /** The first date in the text; empty when it has none that can be told for certain. */
  static Optional<String> parse(String text, String language) {
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
        return found.filter(date -> !date.startsWith(ZERO));
      }
    }
    var brief = SHORT_ISO.matcher(given);
    if (brief.lookingAt()) {
      return day(number(brief, 1), number(brief, 2), number(brief, 3));
    }
    if (EPOCH.matcher(given).matches()) {
      var value = Long.parseLong(given);
      return Optional.of(
          Instant.ofEpochSecond(given.length() > 10 ? value / 1000 : value).toString());
    }
    return words(given, language);
  }

  /** The same of a line whose language is not known. */
  static Optional<String> parseWithin(String line) {
    return parseWithin(line, "");
  }

  /** A date somewhere in a line that people read. */
  static Optional<String> parseWithin(String line, String language) {
    var digits = digits(line);
    if (digits < LEAST_DIGITS) {
      return Optional.empty();
    }
    if (digits >= DIGITS_OF_A_DAY) {
      var iso = ISO.matcher(line);
      while (iso.find()) {
        var day =
            alone(line, iso) && iso.group().indexOf('-') == 4 ? iso(iso) : Optional.<String>empty();
        if (day.isPresent()) {
          return day;
        }
      }
    }
    return words(line, language);
  }

  /** A day of one and a year of two: what has less is no date in full. */
  private static final int LEAST_DIGITS = 3;

  /** A year, a month and a day as {@link #ISO} has them. */
  private static final int DIGITS_OF_A_DAY = 8;

  private static int digits(String text) {
    var digits = 0;
    for (var i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
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
            + ("T" + two(hour) + ":" + two(minute) + ":" + two(second))
            + offset(found.group(7)));
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }

  private static String offset(String given) {
    if (Character.isLetter(given.charAt(0))) {
      return "Z";
    }
    var digits = given.replace(":", "");
    return digits.substring(0, 3) + ":" + (digits.length() > 3 ? digits.substring(3) : "00");
  }

  private static Optional<String> words(String text, String language) {
    var found = CJK.matcher(text);
    return (text.indexOf('年') >= 0 || text.indexOf('년') >= 0) && found.find()
        ? day(number(found, 1), number(found, 2), number(found, 3))
        : DateLine.read(text, language)
            .first()
            .filter(Dates::plausible)
            .or(() -> language.startsWith("en") ? Optional.empty() : shortYear(text));
  }

  private static Optional<String> shortYear(String text) {
    if (text.length() > LONGEST_WITH_SHORT_YEAR) {
      return Optional.empty();
    }
    var found = SHORT_YEAR.matcher(text);
    return found.find()
        ? day(2000 + number(found, 3), number(found, 2), number(found, 1))
        : Optional.empty();
  }

  /** When a line says that the page was revised. */
  static Optional<String> revised(String line, String language) {
    return digits(line) >= LEAST_DIGITS && DateLine.mayTellOfRevision(line, language)
        ? DateLine.read(line, language).revised().filter(Dates::plausible)
        : Optional.empty();
  }

  private static boolean plausible(String iso) {
    return iso.compareTo("1800") > 0 && iso.compareTo("2200") < 0;
  }

  /** Hours of the zones west of Greenwich, and of those east of it where most outlets are. */
  private static final int WEST = 11;

  private static final int EAST = 3;

  /** Characters of a day. */
  private static final int DAY = 10;

  /** Whether a time is one in UTC which is another day in some zone. */
  static boolean mayBeAnotherDay(String told) {
    if (!told.endsWith("Z") && !told.endsWith("+00:00") || told.length() < 16) {
      return false;
    }
    var hour = Integer.parseInt(told.substring(11, 13));
    return hour < WEST || hour >= 24 - EAST;
  }

  /**
   * Whether a time in UTC was another day where the outlet is, the one that its page shows: what
   * the text calls today is that day.
   *
   * @param told a time that {@linkplain #mayBeAnotherDay may be another day}
   * @param shown a day, or a time
   */
  static boolean sameElsewhere(String told, String shown) {
    if (shown.length() > DAY) {
      return !shown.endsWith("Z")
          && instant(told).isPresent()
          && instant(told).equals(instant(shown));
    }
    var hour = Integer.parseInt(told.substring(11, 13));
    if (told.startsWith("T00:00", DAY)) {
      return false; // a day, not a time
    }
    var days =
        LocalDate.parse(shown.substring(0, DAY)).toEpochDay()
            - LocalDate.parse(told.substring(0, DAY)).toEpochDay();
    return days == -1 && hour < WEST || days == 1 && hour >= 24 - EAST;
  }

  /** A time to the minute, in UTC; empty when it has no offset. */
  private static Optional<Instant> instant(String iso) {
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant().truncatedTo(ChronoUnit.MINUTES));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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
}
