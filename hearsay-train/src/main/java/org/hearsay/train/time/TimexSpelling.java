package org.hearsay.train.time;

import java.util.regex.Pattern;

/**
 * Brings the spellings that TIMEX3 values have in corpora to one: {@code 1968-XX} is {@code 1968},
 * {@code 198X} is {@code 198}, {@code 2000-W7} is {@code 2000-W07}, {@code T17} is {@code T17:00},
 * and lengths of the same extent are the same: {@code P1E} and {@code P10Y}, {@code P3Q} and {@code
 * P9M}, {@code PT24H} and {@code P1D}. What says less, or something else, stays different: {@code
 * 1989-WXX} is not {@code 1989-W43}, nor {@code P1W} a week of the calendar.
 *
 * <p>Only for a figure beside the value F of TempEval-3, which compares values letter by letter.
 */
final class TimexSpelling {
  private TimexSpelling() {}

  private static final Pattern UNKNOWN_PARTS = Pattern.compile("(?<=^\\d{4})(-\\d\\d)?(?:-XX)+$");
  private static final Pattern UNKNOWN_DIGITS = Pattern.compile("(?<=^\\d{2,3})X+$");
  private static final Pattern SHORT_WEEK = Pattern.compile("(?<=^\\d{4}-W)(?=\\d(?!\\d))");
  private static final Pattern FULL_HOUR = Pattern.compile("(?<=T\\d\\d)$");
  private static final Pattern LENGTH =
      Pattern.compile("P(?:\\d+(?:\\.\\d+)?[YEDCLMQWF])*(?:T(?:\\d+(?:\\.\\d+)?[HMS])+)?");
  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)([A-Z])|T");

  /** The value in its one spelling; what is no TIMEX3 value stays as it is. */
  static String of(String value) {
    if (LENGTH.matcher(value).matches()) {
      return length(value);
    }
    var plain = UNKNOWN_PARTS.matcher(value).replaceFirst("$1");
    plain = UNKNOWN_DIGITS.matcher(plain).replaceFirst("");
    plain = SHORT_WEEK.matcher(plain).replaceFirst("0");
    return FULL_HOUR.matcher(plain).replaceFirst(":00");
  }

  /** In months and seconds, which do not turn into each other. */
  private static String length(String value) {
    var months = 0.0;
    var seconds = 0.0;
    var clock = false;
    var amounts = AMOUNT.matcher(value);
    while (amounts.find()) {
      if (amounts.group(1) == null) {
        clock = true;
        continue;
      }
      var n = Double.parseDouble(amounts.group(1));
      switch (amounts.group(2)) {
        case "L" -> months += n * 12_000;
        case "C" -> months += n * 1_200;
        case "E" -> months += n * 120;
        case "Y" -> months += n * 12;
        case "Q" -> months += n * 3;
        case "F" -> seconds += n * 14 * 86_400;
        case "W" -> seconds += n * 7 * 86_400;
        case "D" -> seconds += n * 86_400;
        case "H" -> seconds += n * 3_600;
        case "S" -> seconds += n;
        default -> { // M: months before the T, minutes after it.
          months += clock ? 0 : n;
          seconds += clock ? n * 60 : 0;
        }
      }
    }
    return "P" + months + "M" + seconds + "S";
  }
}
