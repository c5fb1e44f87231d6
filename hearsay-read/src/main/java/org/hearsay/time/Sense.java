package org.hearsay.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hearsay.time.TimeMention.Anchor;
import org.hearsay.time.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's {@code value} line can say; the first word of the line. docs/time.md lists the
 * fields of each.
 */
enum Sense {
  /** A date by its parts: {@code year month day weekday quarter season halfyear decade century}. */
  DATE((f, c) -> Dates.date(f, c).map(m -> m.in(f.text("grain")).at(clock(f)))),
  /** {@code n} {@code unit}s before or after ({@code dir}) the anchor ({@code from}). */
  SHIFT(Sense::shift),
  /** The day, week, month ... of the anchor, or the last ({@code dir=-1}) or next one. */
  THIS(Sense::present),
  /** A time of day: {@code hour minute second half zone}. */
  TIME(Sense::time),
  /** A length: {@code n unit n2 unit2 fraction}. */
  DURATION(
      (f, c) ->
          (f.has("term") ? Optional.of(f.text("term")) : Amounts.duration(f))
              .map(v -> Meaning.of(Type.DURATION, v))),
  /** What comes again: {@code unit}, {@code n}, or a {@code weekday}, {@code month}, season. */
  SET(Sense::set),
  /** {@code PAST_REF}, {@code PRESENT_REF}, {@code FUTURE_REF}. */
  REF((f, c) -> Optional.of(Meaning.of(Type.DATE, f.text("value")))),
  /** A named day ({@code feast}), in a {@code year} or the nearest one. */
  FEAST((f, c) -> NamedDays.meaning(f, c).map(m -> m.in(f.text("grain")).at(clock(f)))),
  /** Not a time at all; keeps other rules from finding one here. */
  NONE((f, c) -> Optional.empty()),

  /** Stands before an expression and belongs to it: {@code mod}. */
  BEFORE(null),
  /** Stands after an expression and belongs to it: {@code mod}. */
  AFTER(null),
  /** Stands before an expression, outside of it: it begins there and has no end. */
  SINCE(null),
  /** Stands before an expression, outside of it: it ends there and has no beginning. */
  UNTIL(null),
  /** Stands before the first of two expressions that a {@link #TO} joins. */
  FROM(null),
  /** Stands between the two ends of a range. */
  TO(null),
  /** Stands between two expressions of which the first may leave to the second what is the same. */
  AND(null),
  /** Stands between a time of day and its day. */
  JOIN(null);

  private final @Nullable BiFunction<Fields, Context, Optional<Meaning>> meaning;

  Sense(@Nullable BiFunction<Fields, Context, Optional<Meaning>> meaning) {
    this.meaning = meaning;
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  static Sense named(String name) {
    for (var sense : values()) {
      if (sense.name().toLowerCase(Locale.ROOT).equals(name)) {
        return sense;
      }
    }
    throw new IllegalArgumentException("unknown value '" + name + "'; docs/time.md lists them");
  }

  /** Whether it is an expression of its own (or keeps one away), not something beside one. */
  boolean isExpression() {
    return meaning != null;
  }

  boolean isPrefix() {
    return this == BEFORE || this == SINCE || this == UNTIL || this == FROM;
  }

  /** Whether it stands between two expressions. */
  boolean isLink() {
    return this == TO || this == AND || this == JOIN;
  }

  /** What the words mean here; empty when they mean no time after all, such as a 31 February. */
  Optional<Meaning> meaning(Fields fields, Context context) {
    try {
      return meaning == null ? Optional.empty() : meaning.apply(fields, context);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<Meaning> shift(Fields f, Context c) {
    var unit = f.text("unit");
    var sign = f.whole("dir", 1);
    if (f.is("n", Fields.INDEFINITE)) {
      if (f.is("from", "event")) {
        return Optional.of(Meaning.unresolved(Type.DATE)); // "The days that followed the vote".
      }
      // "A few days later" in a story of the past is not the future: only its length is told.
      return Optional.of(
          f.is("from", "previous")
              ? Meaning.of(Type.DURATION, Amounts.indefinite(unit))
              : Meaning.of(Type.DATE, sign < 0 ? "PAST_REF" : "FUTURE_REF"));
    }
    var n = (f.has("n") ? f.number("n").orElse(-1) : 1) + f.number("fraction").orElse(0);
    if (f.has("days") && f.has("n") && c.published != null) {
      return fromDay(f, c.published.plusDays(f.whole("days", 0)), (long) n * sign);
    }
    if (f.has("days")) {
      n = Math.abs(f.whole("days", 0));
      sign = Integer.signum(f.whole("days", 0));
    }
    if (n < 0 || n > 100_000) {
      return Optional.empty();
    }
    if (unit.startsWith("T")) {
      // When it was published is only known to the day.
      return Optional.of(Meaning.of(Type.DURATION, Amounts.amount(n, unit)));
    }
    var previous = f.is("from", "previous");
    // "A year ago" beside a quarter's figures is that quarter of the year before.
    if (unit.equals("Y") && n == 1 && c.reported != null && f.has("compare")) {
      return Optional.of(Meaning.of(c.reported.plusYears(sign), Anchor.PREVIOUS));
    }
    if (previous && unit.equals("Y") && c.last != null && n % 1 == 0) {
      var then = c.last.plusYears(sign * (long) n);
      // "A year earlier" than a day is not that day of the year before.
      var fine = c.last.grain() == Grain.DAY || c.last.grain() == Grain.WEEK;
      return told(fine ? Period.of(then.start(), Grain.YEAR) : then, Anchor.PREVIOUS, f, c);
    }
    if (n % 1 != 0) {
      if (!unit.equals("Y")) {
        n = Math.rint(n);
      } else {
        n *= 12;
        unit = "M";
      }
    }
    var day = anchor(f, c, unit);
    if (day == null) {
      return Optional.of(Meaning.unresolved(f.has("part") ? Type.TIME : Type.DATE));
    }
    if (unit.equals("F")) {
      n *= 2;
      unit = "W";
    }
    var grain = Grain.of(unit).orElse(null);
    if (grain == null) {
      return Optional.empty();
    }
    var there = grain.plus(day, sign * (long) n);
    if (f.has("n2") || f.has("n3")) {
      return told(furthest(f, there, sign), used(f, c, unit), f, c);
    }
    var fine = grain == Grain.DECADE ? Grain.YEAR : grain;
    return told(Period.of(there, fine), used(f, c, unit), f, c);
  }

  /**
   * What was counted from a day mentioned before; unresolved where that lies after publication, but
   * the text tells it as past: another day was meant.
   */
  private static Optional<Meaning> told(Period there, Anchor anchor, Fields f, Context c) {
    var wrong =
        f.is("from", "previous")
            && anchor == Anchor.PREVIOUS
            && c.published != null
            && there.start().isAfter(c.published)
            && c.tense() == Context.Tense.PAST;
    return Optional.of(
        wrong ? Meaning.unresolved(Type.DATE) : Meaning.of(there, anchor).at(clock(f)));
  }

  /** "Two weeks from tomorrow": that day. */
  private static Optional<Meaning> fromDay(Fields f, LocalDate day, long count) {
    return Grain.of(f.text("unit"))
        .map(g -> Meaning.of(new Period(g.plus(day, count), Grain.DAY), Anchor.PUBLISHED));
  }

  /** "Two years, one month and three days ago": all of them, as fine as the finest. */
  private static Period furthest(Fields f, LocalDate day, int sign) {
    var there = day;
    var finest = Grain.of(f.text("unit")).orElse(Grain.DAY);
    for (var i = 2; i <= 3; i++) {
      var grain = Grain.of(f.text("unit" + i)).orElse(null);
      if (grain != null && f.has("n" + i)) {
        there = grain.plus(there, sign * (long) f.number("n" + i).orElse(0));
        finest = grain.compareTo(finest) < 0 ? grain : finest;
      }
    }
    return Period.of(there, finest);
  }

  /** The day counted from; null when there is none. */
  private static @Nullable LocalDate anchor(Fields f, Context c, String unit) {
    if (f.is("from", "event")) {
      return c.event;
    }
    if (f.is("from", "previous")) {
      if (c.lastDay != null && (unit.equals("D") || unit.equals("W"))) {
        return c.lastDay;
      }
      if (c.last != null && !unit.equals("D")) {
        if (c.last.grain() == Grain.YEAR && unit.equals("M") && c.published != null) {
          return c.published.withYear(c.last.start().getYear()); // "Last year, in the same month".
        }
        return c.last.start();
      }
    }
    return c.published;
  }

  private static Anchor used(Fields f, Context c, String unit) {
    if (f.is("from", "event")) {
      return Anchor.PREVIOUS;
    }
    var previous =
        f.is("from", "previous") && (unit.equals("D") ? c.lastDay != null : c.last != null);
    return previous ? Anchor.PREVIOUS : Anchor.PUBLISHED;
  }

  private static Optional<Meaning> present(Fields f, Context c) {
    var unit = f.text("unit");
    var grain = Grain.of(unit).orElse(null);
    if (grain == null) {
      return Optional.empty();
    }
    var day = anchor(f, c, unit);
    if (day == null) {
      return Optional.of(Meaning.unresolved(f.has("part") ? Type.TIME : Type.DATE));
    }
    if (grain == Grain.QUARTER && f.has("compare") && c.lastQuarter != null) {
      return Optional.of(Meaning.of(c.lastQuarter, Anchor.PREVIOUS));
    }
    if (f.is("what", "latest period")) {
      return Optional.of(Meaning.unresolved(Type.DATE)); // Of what length, the text has not told.
    }
    if (f.is("from", "previous") && c.last != null && c.last.grain() == grain) {
      return Optional.of(Meaning.of(c.last.plus(f.whole("dir", 0)), Anchor.PREVIOUS).at(clock(f)));
    }
    var period = Period.of(day, grain).plus(f.whole("dir", 0));
    if (f.has("latest")) {
      period = period.plus(-1); // The latest quarter is the last one that is over.
    }
    if (grain == Grain.WEEKEND
        && f.whole("dir", 0) == 0
        && c.tense() != Context.Tense.FUTURE
        && (f.has("over") || c.tense() == Context.Tense.PAST)
        && day.getDayOfWeek().getValue() <= 3) {
      period = period.plus(-1); // Early in the week, "the weekend" is the one just past.
    }
    return Optional.of(Meaning.of(period, used(f, c, unit)).at(clock(f)));
  }

  private static String clock(Fields f) {
    return f.has("part") ? "T" + f.text("part") : f.has("hour") ? Clock.of(f).orElse("") : "";
  }

  /** Only the hour; the tagger adds the day. */
  private static Optional<Meaning> time(Fields f, Context c) {
    return Clock.of(f).map(clock -> Meaning.partial(Type.TIME, "").at(clock));
  }

  private static Optional<Meaning> set(Fields f, Context c) {
    String value;
    if (f.has("regular")) {
      value = f.text("regular");
    } else if (f.has("weekday")) {
      value = "XXXX-WXX-" + f.whole("weekday", 0);
    } else if (f.has("month")) {
      value = String.format(Locale.ROOT, "XXXX-%02d", f.whole("month", 0));
    } else if (f.has("season")) {
      value = "XXXX-" + f.text("season");
    } else if (f.has("part") && !f.has("unit")) {
      value = "XXXX-XX-XX";
    } else {
      var n = f.has("n") ? f.number("n").orElse(-1) : 1;
      if (n <= 0) {
        return Optional.empty();
      }
      value = Amounts.amount(n, f.text("unit"));
    }
    return Optional.of(Meaning.of(Type.SET, value + (f.has("part") ? "T" + f.text("part") : "")));
  }
}
