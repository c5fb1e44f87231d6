package org.hearsay.train.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.reading.TimeExpression;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Recognizers-Text expects of an expression, and whether a value says the same in TIMEX3 or
 * EDTF. What differs in notation only is taken:
 *
 * <ul>
 *   <li>its two resolutions, past and future, are both right for what names no year;
 *   <li>an interval of days may end on its last day, the day after, or the day on which its last
 *       part begins ("2014-2018" ends there with 2018-01-01);
 *   <li>a range of hours is its two ends, which are two expressions here;
 *   <li>{@code P2.5D} is {@code P2DT12H}; {@code T15} is {@code T15:00} of the day of publication;
 *   <li>"the next three weeks" is the length {@code P3W} in TIMEX3, and there an interval of it;
 *   <li>"a month ago" is a month, not the day of that month which plain counting gives;
 *   <li>"dans trois ans" is the year in which the interval ends that is given there;
 *   <li>where a case does not say on which day it was spoken, what it leaves open is not asked.
 * </ul>
 */
final class Expected {

  private static final Pattern TRIPLE = Pattern.compile("\\(([^,]*),([^,]*),(P[^)]*)\\).*");
  private static final Pattern YEAR = Pattern.compile("(?<![X\\d-])[12]\\d{3}(?!\\d)");
  private static final Pattern NTH = Pattern.compile("XXXX-(\\d\\d)-WXX-(\\d)-(\\d)");
  private static final Pattern LENGTH =
      Pattern.compile(
          "P(?:([\\d.]+)Y)?(?:([\\d.]+)Q)?(?:([\\d.]+)M)?(?:([\\d.]+)W)?(?:([\\d.]+)D)?"
              + "(?:T(?:([\\d.]+)H)?(?:([\\d.]+)M)?(?:([\\d.]+)S)?)?");
  private static final Pattern COARSE =
      Pattern.compile(
          "(?i)\\b(?:weeks?|months?|years?|decades?|semaines?|mois|ans?|années?|décennies?)\\b");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)\\b(?:last|past|previous|next|coming|upcoming|within|in|for|prochaine?s?|derni[èe]re?s?"
              + "|passée?s?|précédente?s?|dans|à venir|hence)\\b");

  private final String text;
  private final String timex;
  private final JsonNode value;
  private final @Nullable LocalDate published;

  /**
   * @param published the day of speaking; where it is not known, what a case leaves open ({@code
   *     XXXX-10-02}) may be anything
   */
  Expected(JsonNode result, Optional<LocalDate> published) {
    this.text = result.path("Text").asString("");
    this.value = result.path("Value");
    this.timex = value.path("Timex").asString("");
    this.published = published.orElse(null);
  }

  /** Whether the value has a year that the words do not give. */
  boolean isRelative() {
    var year = YEAR.matcher(timex);
    if (text.matches("(?i).*\\b(?:prochaine?|derni[eè]re?|hier|aujourd.hui|demain)\\b.*")) {
      return true;
    }
    return year.find()
        && !text.contains(year.group().substring(2))
        && !text.contains("mille")
        && !text.matches(".*\\d{2}.*(?:siècle|century).*");
  }

  /** Whether any of the expressions found there says the same, or two of them together do. */
  boolean takes(List<TimeExpression> found) {
    if (found.stream().anyMatch(this::takes)) {
      return true;
    }
    return List.of("FutureResolution", "PastResolution").stream()
        .map(value::path)
        .anyMatch(
            side ->
                isAt(found, side.path("startTime").asString(""))
                        && isAt(found, side.path("endTime").asString(""))
                    || isAt(found, side.path("startDateTime").asString(""))
                        && isAt(found, side.path("endDateTime").asString("")));
  }

  private static boolean isAt(List<TimeExpression> found, String moment) {
    return !moment.isEmpty()
        && found.stream()
            .anyMatch(t -> String.valueOf(t.edtf()).endsWith(moment.replace(' ', 'T')));
  }

  private boolean takes(TimeExpression time) {
    var found = time.value();
    if (found == null) {
      return timex.matches("[XW-]+(?:-WE)?");
    }
    if (clock(found).equals(clock(timex)) || byDay(found) || bySet(time)) {
      return true;
    }
    for (var side : List.of("FutureResolution", "PastResolution")) {
      if (day(value.path(side), time) || interval(value.path(side), time)) {
        return true;
      }
    }
    return length(time) || season(found) || published == null && open(time);
  }

  /** Without a day of speaking: whatever is an X there may be anything here. */
  private boolean open(TimeExpression time) {
    var triple = TRIPLE.matcher(timex);
    if (!triple.matches()) {
      return like(timex, String.valueOf(time.value()));
    }
    var ends = String.valueOf(time.edtf()).split("/");
    return ends.length == 2 && like(triple.group(1), ends[0]) && like(triple.group(2), ends[1]);
  }

  private static boolean like(String pattern, String found) {
    var nth = NTH.matcher(pattern);
    if (nth.matches() && found.matches("\\d{4}-\\d\\d-\\d\\d")) {
      var day = LocalDate.parse(found);
      return day.getMonthValue() == Integer.parseInt(nth.group(1))
          && day.getDayOfWeek().getValue() == Integer.parseInt(nth.group(2))
          && (day.getDayOfMonth() + 6) / 7 == Integer.parseInt(nth.group(3));
    }
    if (pattern.startsWith("XXXX-WXX-") && found.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
      var day = LocalDate.parse(found.substring(0, 10));
      return pattern.startsWith("XXXX-WXX-" + day.getDayOfWeek().getValue())
          && clock(found.substring(10)).equals(clock(pattern.substring(10)));
    }
    return pattern.startsWith("XX")
        && clock(found).matches(Pattern.quote(clock(pattern)).replace("X", "\\E\\d\\Q"));
  }

  /** {@code T15:00} as {@code T15}, {@code T24:00} as {@code T00}, without a day of publication. */
  private static String clock(String value) {
    return value
        .replaceFirst("(T\\d\\d(?::\\d\\d)?):00$", "$1")
        .replaceFirst("(T\\d\\d):00$", "$1")
        .replaceFirst("^PT24H$", "P1D");
  }

  /** A time of day alone, with the day that ours gives it. */
  private boolean byDay(String found) {
    if (!timex.startsWith("T")) {
      return false;
    }
    var at = found.indexOf('T');
    return at > 0 && clock(found.substring(at)).replace("T24", "T00").equals(clock(timex));
  }

  /** "Every morning at nine": a set, there only the time of it. */
  private boolean bySet(TimeExpression time) {
    var found = time.value();
    return time.type() == TimeExpression.Type.SET
        && found != null
        && clock(found).replaceFirst("^(?:XXXX-XX-XX|P1D)(?=T)", "").equals(clock(timex));
  }

  /** A day, with its time if there is one; or the coarser stretch around it. */
  private boolean day(JsonNode side, TimeExpression time) {
    var found = String.valueOf(time.value());
    var day = side.path("date").asString("").strip();
    if (!day.isEmpty()) {
      if (found.equals(day)) {
        return true;
      }
      var bounds = bounds(String.valueOf(time.edtf()));
      return bounds != null
          && COARSE.matcher(text).find()
          && !bounds.get(0).equals(bounds.get(1))
          && bounds.get(0).compareTo(day) <= 0
          && bounds.get(1).compareTo(day) >= 0;
    }
    var moment = side.path("dateTime").asString("").strip();
    if (!moment.isEmpty() && clock(found).equals(clock(moment.replace(' ', 'T')))) {
      return true;
    }
    var start = side.path("startDateTime").asString("");
    var part = timex.replaceFirst(".*(?=T[A-Z]{2}$)", "");
    return start.length() > 10 && part.length() == 3 && found.equals(start.substring(0, 10) + part);
  }

  private boolean interval(JsonNode side, TimeExpression time) {
    var edtf = String.valueOf(time.edtf());
    var from = side.path("startDate").asString("");
    var to = side.path("endDate").asString("");
    if (!from.isEmpty() && !to.isEmpty()) {
      var bounds = bounds(edtf);
      return bounds != null
          && bounds.get(0).equals(from)
          && (bounds.get(1).equals(to)
              || bounds.get(2).equals(to)
              || next(bounds.get(1)).equals(to));
    }
    return false;
  }

  /** The first day, the last, and the first day of the last part; null for no days at all. */
  private static @Nullable List<String> bounds(String edtf) {
    var ends = edtf.replaceAll("[~?%]", "").split("/");
    var first = days(ends[0]);
    var last = days(ends[ends.length - 1]);
    return first == null || last == null ? null : List.of(first[0], last[1], last[0]);
  }

  private static String @Nullable [] days(String end) {
    try {
      if (end.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
        var day = end.substring(0, 10);
        return new String[] {day, day};
      }
      if (end.matches("\\d{4}-(?:0\\d|1[0-2])")) {
        return new String[] {end + "-01", YearMonth.parse(end).atEndOfMonth().toString()};
      }
      if (end.matches("\\d{4}-(?:3[3-6]|4[01])")) {
        var code = Integer.parseInt(end.substring(5));
        var months = code < 40 ? 3 : 6;
        var first = (code < 40 ? code - 33 : code - 40) * months + 1;
        var start = LocalDate.of(Integer.parseInt(end.substring(0, 4)), first, 1);
        return new String[] {start.toString(), start.plusMonths(months).minusDays(1).toString()};
      }
      if (end.matches("\\d{1,4}X{0,3}") && end.length() == 4) {
        return new String[] {end.replace('X', '0') + "-01-01", end.replace('X', '9') + "-12-31"};
      }
    } catch (DateTimeException e) {
      return null;
    }
    return null;
  }

  private static String next(String day) {
    return LocalDate.parse(day).plusDays(1).toString();
  }

  /** A length, or the length of an interval that is counted from the day of speaking. */
  private boolean length(TimeExpression time) {
    var wanted = timex;
    var triple = TRIPLE.matcher(timex);
    if (triple.matches()) {
      if (!COUNTED.matcher(text).find()) {
        return false;
      }
      wanted = triple.group(3);
    }
    var end = value.path("FutureResolution").path("endDate").asString("");
    var bounds = bounds(String.valueOf(time.edtf()));
    if (bounds != null && !end.isEmpty() && text.matches("(?i)(?:in|dans)\\b.*")) {
      return bounds.get(0).compareTo(end) <= 0 && bounds.get(1).compareTo(end) >= 0;
    }
    var gold = amounts(wanted);
    return gold != null && gold.equals(amounts(String.valueOf(time.value())));
  }

  /** Months and seconds; null for what is no length. */
  private static @Nullable List<Long> amounts(String length) {
    var parts = LENGTH.matcher(length);
    if (length.length() < 3 || !parts.matches()) {
      return null;
    }
    var months = 12 * part(parts, 1) + 3 * part(parts, 2) + part(parts, 3);
    var seconds =
        86400 * (7 * part(parts, 4) + part(parts, 5))
            + 3600 * part(parts, 6)
            + 60 * part(parts, 7)
            + part(parts, 8);
    return List.of(Math.round(months * 100), Math.round(seconds * 100));
  }

  private static double part(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Double.parseDouble(parts.group(group));
  }

  /** A season without its year; ours is one of the years around. */
  private boolean season(String found) {
    return timex.matches("(?:SP|SU|FA|WI)")
        && found.endsWith("-" + timex)
        && (published == null
            || Math.abs(Integer.parseInt(found.substring(0, 4)) - published.getYear()) <= 1);
  }
}
