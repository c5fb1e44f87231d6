package org.hearsay.time;

import org.jspecify.annotations.Nullable;

/**
 * Prints a meaning in EDTF (Extended Date/Time Format, Library of Congress 2019, part of ISO
 * 8601-2:2019): {@code 2020-06-09}, {@code 2020-21} for spring 2020, {@code 198X}, {@code 2017~},
 * {@code 2017/..}.
 */
final class Edtf {
  private Edtf() {}

  /**
   * @param sign {@code ~} approximate, {@code ?} uncertain, {@code %} both, or empty
   * @return null for what EDTF cannot say: durations, sets, unresolved expressions
   */
  static @Nullable String of(Meaning meaning, String sign) {
    var period = meaning.period();
    if (period == null) {
      var pattern = meaning.pattern();
      if (pattern != null && pattern.matches("\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d")) {
        return pattern.replace("/", sign + "/") + sign;
      }
      return pattern != null
              && pattern.matches("XXXX-(?:\\d\\d|XX)(?:-\\d\\d)?")
              && meaning.clock().isEmpty()
          ? pattern + sign
          : null;
    }
    var clock = meaning.clock();
    if (clock.length() > 1 && Character.isDigit(clock.charAt(1)) && period.grain() == Grain.DAY) {
      return time(period, clock);
    }
    var edtf = period.edtf();
    var slash = edtf.indexOf('/');
    return slash < 0 || sign.isEmpty()
        ? edtf + sign
        : edtf.substring(0, slash) + sign + edtf.substring(slash) + sign;
  }

  /** EDTF wants seconds; {@code T24:00} is the midnight that begins the next day. */
  private static String time(Period day, String clock) {
    if (clock.startsWith("T24")) {
      return day.plus(1).edtf() + "T00:00:00" + clock.substring(6);
    }
    var zone = clock.length() > 6 && clock.charAt(6) == ':' ? 9 : 6;
    return day.edtf() + clock.substring(0, zone) + (zone == 6 ? ":00" : "") + clock.substring(zone);
  }

  /** The interval from one value to another; null stands for an open end. */
  static String interval(@Nullable String from, @Nullable String to) {
    return (from == null ? ".." : from.replaceAll("/.*", ""))
        + "/"
        + (to == null ? ".." : to.replaceAll(".*/", ""));
  }
}
