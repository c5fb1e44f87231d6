package org.hearsay.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * Days of calendars that follow the moon. The Hebrew calendar is arithmetic and sure; the Islamic
 * one is that of Umm al-Qura, and its feasts may begin a day earlier or later where the moon is
 * looked for; the new moon of the Chinese new year is computed to some minutes.
 */
final class Moons {
  private Moons() {}

  private static final long EPOCH_OF_HEBREW = -1_373_427L - 719_163L;
  private static final int HEBREW_YEARS = 3761;

  /**
   * The first day in a year of the Gregorian calendar that is this one of the Islamic calendar.
   *
   * @return empty when there is none, and outside of the years 1882 to 2174
   */
  static Optional<LocalDate> islamic(int month, int day, int year) {
    try {
      var first =
          HijrahChronology.INSTANCE.date(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR_OF_ERA);
      for (var i = first; i <= first + 1; i++) {
        var found = LocalDate.from(HijrahDate.of(i, month, day));
        if (found.getYear() == year) {
          return Optional.of(found);
        }
      }
    } catch (DateTimeException e) {
      // Not in the tables.
    }
    return Optional.empty();
  }

  /** The last day of the month of the Islamic calendar in which a day lies. */
  static LocalDate endOfIslamicMonth(LocalDate day) {
    var date = HijrahChronology.INSTANCE.date(day);
    return LocalDate.from(date.with(ChronoField.DAY_OF_MONTH, date.lengthOfMonth()));
  }

  /** The first day of the Jewish year that begins in a Gregorian year: Rosh Hashanah. */
  static LocalDate jewishNewYear(int year) {
    return LocalDate.ofEpochDay(EPOCH_OF_HEBREW + newYear(year + HEBREW_YEARS));
  }

  /** The first day of Passover, 15 Nisan. */
  static LocalDate passover(int year) {
    return jewishNewYear(year).minusDays(163);
  }

  /** The first day of Hanukkah, 25 Kislev. */
  static LocalDate hanukkah(int year) {
    var length = newYear(year + HEBREW_YEARS + 1) - newYear(year + HEBREW_YEARS);
    return jewishNewYear(year).plusDays(length % 10 == 5 ? 84 : 83);
  }

  /** Days to a new year, with its delays (Reingold and Dershowitz, Calendrical Calculations). */
  private static long newYear(long year) {
    var before = elapsed(year - 1);
    var here = elapsed(year);
    var after = elapsed(year + 1);
    return here + (after - here == 356 ? 2 : here - before == 382 ? 1 : 0);
  }

  private static long elapsed(long year) {
    var months = Math.floorDiv(235 * year - 234, 19);
    var parts = 12_084 + 13_753 * months;
    var day = 29 * months + Math.floorDiv(parts, 25_920);
    return Math.floorMod(3 * (day + 1), 7) < 3 ? day + 1 : day;
  }

  /** The new moon, in Beijing, between 21 January and 20 February. */
  static LocalDate chineseNewYear(int year) {
    return day(newMoonFrom(LocalDate.of(year, 1, 21), 8), 8);
  }

  /** The evening before the new moon, in India, between 18 October and 16 November. */
  static LocalDate diwali(int year) {
    return day(newMoonFrom(LocalDate.of(year, 10, 18), 5.5), 5.5 - 18);
  }

  /** The day, some hours ahead of Greenwich, of a moment in days since 1970. */
  private static LocalDate day(double moment, double hours) {
    return LocalDate.ofEpochDay((long) Math.floor(moment + hours / 24));
  }

  /** The first new moon of that day or later, in days since 1970. */
  private static double newMoonFrom(LocalDate first, double hours) {
    var k = Math.floor((first.toEpochDay() - 10_957) / 29.530588861) - 1;
    var moon = newMoon(k);
    while (moon + hours / 24 < first.toEpochDay()) {
      moon = newMoon(++k);
    }
    return moon;
  }

  /** The k-th new moon after that of January 2000 (Meeus, Astronomical Algorithms, chapter 49). */
  private static double newMoon(double k) {
    var t = k / 1236.85;
    var sun = Math.toRadians(2.5534 + 29.10535670 * k);
    var moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
    var node = Math.toRadians(160.7108 + 390.67050284 * k);
    var mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
    var corrected =
        mean
            - 0.40720 * Math.sin(moon)
            + 0.17241 * Math.sin(sun)
            + 0.01608 * Math.sin(2 * moon)
            + 0.01039 * Math.sin(2 * node)
            + 0.00739 * Math.sin(moon - sun)
            - 0.00514 * Math.sin(moon + sun)
            + 0.00208 * Math.sin(2 * sun);
    return corrected - 2440587.5;
  }
}
