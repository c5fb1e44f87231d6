package org.hearsay.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** How coarse a stretch of the calendar is, and how to count in it. */
enum Grain {
  DAY("D"),
  WEEKEND("WE"),
  WEEK("W"),
  MONTH("M"),
  SEASON("S"),
  QUARTER("Q"),
  HALF("H"),
  YEAR("Y"),
  DECADE("E"),
  CENTURY("C");

  /** The letter that rules and vocabularies write; D, W, M, Q, Y, E and C are those of TIMEX3. */
  final String code;

  Grain(String code) {
    this.code = code;
  }

  private static final Grain[] ALL = values();

  /** The grain of a letter; empty for others, such as those of hours. */
  static Optional<Grain> of(String code) {
    for (var grain : ALL) {
      if (grain.code.equals(code)) {
        return Optional.of(grain);
      }
    }
    return Optional.empty();
  }

  /** The first day of the stretch that a day lies in. */
  LocalDate floor(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      // From Monday on, the weekend is the one ahead.
      case WEEKEND -> WEEK.floor(day).plusDays(5);
      case MONTH -> day.withDayOfMonth(1);
      case SEASON ->
          LocalDate.of(
              day.getMonthValue() < 3 ? day.getYear() - 1 : day.getYear(),
              day.getMonthValue() < 3 ? 12 : day.getMonthValue() / 3 * 3,
              1);
      case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case HALF -> LocalDate.of(day.getYear(), day.getMonthValue() < 7 ? 1 : 7, 1);
      case YEAR -> LocalDate.of(day.getYear(), 1, 1);
      case DECADE -> LocalDate.of(Math.floorDiv(day.getYear(), 10) * 10, 1, 1);
      case CENTURY -> LocalDate.of(Math.floorDiv(day.getYear(), 100) * 100, 1, 1);
    };
  }

  /** A day that many stretches later; negative counts back. */
  LocalDate plus(LocalDate day, long count) {
    return switch (this) {
      case DAY -> day.plusDays(count);
      case WEEK, WEEKEND -> day.plusWeeks(count);
      case MONTH -> day.plusMonths(count);
      case SEASON, QUARTER -> day.plusMonths(3 * count);
      case HALF -> day.plusMonths(6 * count);
      case YEAR -> day.plusYears(count);
      case DECADE -> day.plusYears(10 * count);
      case CENTURY -> day.plusYears(100 * count);
    };
  }
}
