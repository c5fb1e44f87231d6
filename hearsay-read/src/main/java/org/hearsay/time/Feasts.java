package org.hearsay.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Named days by their rule: {@code 12-25}; {@code easter+39}; {@code 11-4-4}, the fourth Thursday
 * of November ({@code month-weekday-number}, -1 for the last); {@code 11-4-4+1}, the day after it;
 * {@code hijri-10-1}, the first day of the tenth month of the Islamic calendar; {@code passover},
 * {@code tishri} (the Jewish new year), {@code hanukkah}, {@code moon} (the Chinese new year),
 * {@code diwali}, {@code orthodox} (Easter).
 */
final class Feasts {
  private Feasts() {}

  /** The day in a year; empty when the rule is not one. */
  static Optional<LocalDate> day(String rule, int year) {
    if (rule.startsWith("easter")) {
      var shift = rule.length() == 6 ? 0 : Integer.parseInt(rule.substring(6));
      return Optional.of(easter(year).plusDays(shift));
    }
    var plus = rule.indexOf('+');
    if (plus > 0) {
      var days = Integer.parseInt(rule.substring(plus + 1));
      return day(rule.substring(0, plus), year).map(d -> d.plusDays(days));
    }
    if (Character.isLetter(rule.charAt(0))) {
      return byMoon(rule, year);
    }
    var parts = rule.split("-", 3);
    if (parts.length < 2) {
      return Optional.empty();
    }
    var month = Integer.parseInt(parts[0]);
    var day = Integer.parseInt(parts[1]);
    if (parts.length == 2) {
      return Optional.of(LocalDate.of(year, month, day));
    }
    return Optional.of(
        LocalDate.of(year, month, 1)
            .with(
                TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(parts[2]), DayOfWeek.of(day))));
  }

  private static Optional<LocalDate> byMoon(String rule, int year) {
    var parts = rule.split("-");
    return switch (parts[0]) {
      case "hijri" ->
          Moons.islamic(
              Integer.parseInt(parts[1]), isMonth(rule) ? 1 : Integer.parseInt(parts[2]), year);
      case "passover" -> Optional.of(Moons.passover(year));
      case "tishri" -> Optional.of(Moons.jewishNewYear(year));
      case "hanukkah" -> Optional.of(Moons.hanukkah(year));
      case "moon" -> Optional.of(Moons.chineseNewYear(year));
      case "diwali" -> Optional.of(Moons.diwali(year));
      case "orthodox" -> Optional.of(orthodoxEaster(year));
      default -> Optional.empty();
    };
  }

  /** Whether it is a month of the Islamic calendar, not a day: {@code hijri-9}, Ramadan. */
  static boolean isMonth(String rule) {
    return rule.matches("hijri-\\d{1,2}");
  }

  /** Easter Sunday of the Julian calendar (Meeus, chapter 8), from 1900 to 2099. */
  static LocalDate orthodoxEaster(int year) {
    var d = (19 * (year % 19) + 15) % 30;
    var e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    var f = d + e + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1).plusDays(13);
  }

  /** Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
  static LocalDate easter(int year) {
    var a = year % 19;
    var b = year / 100;
    var c = year % 100;
    var d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    var e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    var f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}
