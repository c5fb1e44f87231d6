package org.hearsay.time;

import java.util.Locale;
import java.util.Optional;

/** Times of day: {@code T15:30}, {@code T08:00Z}, {@code T20:30+01:00}. */
final class Clock {
  private Clock() {}

  /** The hour that the fields give; empty when it is none, such as 25 h. */
  static Optional<String> of(Fields fields) {
    var hour = fields.whole("hour", -1);
    var minute = fields.whole("minute", 0);
    var second = fields.whole("second", -1);
    switch (fields.text("half")) {
      case "PM" -> hour = hour < 12 ? hour + 12 : hour;
      case "AM" -> hour = hour == 12 ? 0 : hour;
      default -> {}
    }
    if (fields.is("ampm", "NI")) {
      hour = hour >= 6 && hour < 12 ? hour + 12 : hour;
    }
    if (fields.has("to")) {
      minute = 60 - minute;
      hour--;
    }
    if (hour < 0
        || hour > 24
        || minute < 0
        || minute > 59
        || second > 60
        || hour == 24 && minute > 0) {
      return Optional.empty();
    }
    var clock = "T" + two(hour) + ":" + two(minute);
    if (second >= 0) {
      clock += ":" + two(second);
    }
    return Optional.of(clock + zone(fields));
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  /**
   * The offset: {@code Z}, {@code +02:00}; empty when none is told, or one with no fixed offset.
   */
  private static String zone(Fields fields) {
    var zone = fields.text("zone");
    if (zone.isEmpty()) {
      return "";
    }
    var shift = fields.text("offset").replaceAll("[ h:]", "").replace('−', '-');
    if (zone.equals("Z") && shift.matches("[+-]\\d{1,2}")) {
      return String.format(Locale.ROOT, "%+03d:00", Integer.parseInt(shift));
    }
    return zone.equals("local") ? "" : zone.toUpperCase(Locale.ROOT);
  }
}
