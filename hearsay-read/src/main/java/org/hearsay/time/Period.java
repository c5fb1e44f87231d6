package org.hearsay.time;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * A stretch of the calendar: a day, a month, the third quarter of 1989. {@code 1989-Q3}.
 *
 * @param start its first day
 */
record Period(LocalDate start, Grain grain) {

  /** The stretch of that grain in which a day lies. */
  static Period of(LocalDate day, Grain grain) {
    return new Period(grain.floor(day), grain);
  }

  /** The stretch of the same grain that many further on; negative counts back. */
  Period plus(long count) {
    return of(grain.plus(start, count), grain);
  }

  /** The same stretch so many years later, in its own grain. */
  Period plusYears(long years) {
    return of(start.plusYears(years), grain);
  }

  /** The last day. */
  LocalDate end() {
    return switch (grain) {
      case WEEKEND -> start.plusDays(1);
      default -> grain.plus(start, 1).minusDays(1);
    };
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end());
  }

  /** The value as TIMEX3 writes it: {@code 2020-06-09}, {@code 1999-W27}, {@code 198}. */
  String timex() {
    return switch (grain) {
      case DAY -> start.toString();
      case WEEK -> week();
      case WEEKEND -> week() + "-WE";
      case MONTH -> year() + "-" + pad(start.getMonthValue(), 2);
      case SEASON -> year() + "-" + season();
      case QUARTER -> year() + "-Q" + ((start.getMonthValue() - 1) / 3 + 1);
      case HALF -> year() + "-H" + (start.getMonthValue() < 7 ? 1 : 2);
      case YEAR -> year();
      case DECADE -> year().substring(0, year().length() - 1);
      case CENTURY -> year().substring(0, year().length() - 2);
    };
  }

  /**
   * The value in EDTF; where EDTF has no form of its own (weeks, weekends), the interval of days.
   */
  String edtf() {
    return switch (grain) {
      case DAY, MONTH, YEAR -> timex();
      case WEEK, WEEKEND -> start + "/" + end();
      case SEASON -> year() + "-" + (20 + "SPSUFAWI".indexOf(season()) / 2 + 1);
      case QUARTER -> year() + "-" + (33 + (start.getMonthValue() - 1) / 3);
      case HALF -> year() + "-" + (start.getMonthValue() < 7 ? 40 : 41);
      case DECADE -> timex() + "X";
      case CENTURY -> timex() + "XX";
    };
  }

  /** A year of four digits, or with its sign before year 0. */
  private String year() {
    return (start.getYear() < 0 ? "-" : "") + pad(Math.abs(start.getYear()), 4);
  }

  private String week() {
    return pad(start.get(IsoFields.WEEK_BASED_YEAR), 4)
        + "-W"
        + pad(start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
  }

  private String season() {
    return switch (start.getMonthValue()) {
      case 3 -> "SP";
      case 6 -> "SU";
      case 9 -> "FA";
      default -> "WI";
    };
  }

  private static String pad(int number, int digits) {
    var plain = String.valueOf(number);
    return "0".repeat(Math.max(0, digits - plain.length())) + plain;
  }
}
