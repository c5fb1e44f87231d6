package org.hearsay.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.hearsay.time.TimeMention.Anchor;
import org.hearsay.time.TimeMention.Type;

/** Days and weeks counted within a month, a year or a week: "the first Friday of July". */
final class Counted {
  private Counted() {}

  /**
   * The {@code nth} (-1 for the last) weekday of a month, or week of a month or year: that of its
   * nth Thursday, as ISO 8601 counts the weeks of a year.
   */
  static Optional<Meaning> nth(Fields fields, Meaning within) {
    var period = within.period();
    if (period == null) {
      return Optional.of(Meaning.unresolved(Type.DATE));
    }
    var nth = fields.whole("nth", 0);
    var weekday = DayOfWeek.of(fields.whole("weekday", DayOfWeek.THURSDAY.getValue()));
    var day =
        nth < 0
            ? period.end().with(TemporalAdjusters.previousOrSame(weekday))
            : period.start().with(TemporalAdjusters.nextOrSame(weekday)).plusWeeks(nth - 1L);
    var anchor = within.anchor() == null ? Anchor.PUBLISHED : within.anchor();
    return nth == 0 || !period.holds(day)
        ? Optional.empty()
        : Optional.of(
            Meaning.of(Period.of(day, fields.has("weekday") ? Grain.DAY : Grain.WEEK), anchor));
  }

  /** The week of a number ({@code weekno}), of the year named or of that of publication. */
  static Optional<Meaning> week(Fields fields, Context context) {
    var year = fields.whole("year").orElse(null);
    var number = fields.whole("weekno", 0);
    if (number < 1 || number > 53) {
      return Optional.empty();
    }
    if (year == null && context.published == null) {
      return Optional.of(Meaning.unresolved(Type.DATE));
    }
    var base =
        year != null || context.published == null
            ? LocalDate.of(year == null ? 0 : year, 1, 4)
            : context.published;
    var day = base.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number);
    return Optional.of(
        Meaning.of(Period.of(day, Grain.WEEK), year == null ? Anchor.PUBLISHED : Anchor.ABSOLUTE));
  }

  /** A weekday of this, the last or the next week ({@code weekshift}), or a day of a month. */
  static Optional<Meaning> within(Fields fields, Context context) {
    var published = context.published;
    if (published == null) {
      return Optional.of(Meaning.unresolved(Type.DATE));
    }
    var monthly = fields.has("monthshift");
    var shift = fields.whole(monthly ? "monthshift" : "weekshift", 0);
    var period = Period.of(published, monthly ? Grain.MONTH : Grain.WEEK).plus(shift);
    var day = fields.whole(monthly ? "day" : "weekday", 0);
    var there = period.start().plusDays(day - 1L);
    return day < 1 || !period.holds(there)
        ? Optional.empty()
        : Optional.of(Meaning.of(new Period(there, Grain.DAY), Anchor.PUBLISHED));
  }
}
