package org.hearsay.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.time.TimeMention.Anchor;
import org.hearsay.time.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/**
 * Dates given by parts: day, month, quarter, season, weekday, year. What is missing is chosen so
 * that the date lies nearest to the anchor on the side that the words or the tense tell; a weekday
 * that is given with a day decides the year.
 */
final class Dates {
  private Dates() {}

  /** Days within which a date without its year is taken for near, whatever the tense. */
  private static final int NEAR = 120;

  /** The same for a month: at most the one after the next. */
  private static final int NEAR_MONTH = 60;

  /** Days beyond which it is taken for far. */
  private static final int FAR = 200;

  /** How far a date without its year may be, when its weekday is what tells the year. */
  private static final int A_YEAR = 400;

  /** Which of several dates is meant. */
  private enum Side {
    LAST,
    PAST,
    NEAREST,
    FUTURE,
    NEXT
  }

  static Optional<Meaning> date(Fields fields, Context context) {
    try {
      if (fields.has("decade")) {
        return decade(fields);
      }
      if (fields.has("century")) {
        var start = (fields.whole("century").orElse(0) - 1) * 100;
        return start < 0
            ? Optional.empty()
            : Optional.of(
                Meaning.of(Period.of(LocalDate.of(start, 1, 1), Grain.CENTURY), Anchor.ABSOLUTE));
      }
      if (fields.has("nth")) {
        return nth(fields, context);
      }
      if (fields.has("weekno")) {
        return Counted.week(fields, context);
      }
      if (fields.has("weekshift") || fields.has("monthshift")) {
        return Counted.within(fields, context);
      }
      return parts(fields, context);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The third week of a month or year, the first Friday of a month. */
  private static Optional<Meaning> nth(Fields fields, Context context) {
    var unit = Grain.of(fields.text("unit")).orElse(null);
    if (unit == null) {
      return parts(fields.only("month", "year", "year2", "dir"), context)
          .flatMap(m -> Counted.nth(fields, m));
    }
    var day = context.published;
    return day == null
        ? Optional.of(Meaning.unresolved(Type.DATE))
        : Counted.nth(
            fields,
            Meaning.of(Period.of(day, unit).plus(fields.whole("dir", 0)), Anchor.PUBLISHED));
  }

  private static Optional<Meaning> parts(Fields fields, Context context) {
    try {
      var part = part(fields);
      var year = year(fields, context);
      if (fields.has("year") && year == null) {
        return Optional.empty();
      }
      if (year != null && fields.has("compare") && context.reported != null) {
        var reported = context.reported;
        return Optional.of(
            Meaning.of(reported.plusYears(year - reported.start().getYear()), Anchor.PREVIOUS));
      }
      if (year != null) {
        return inYear(fields, part, year)
            .map(p -> Meaning.of(p, fields.has("yearshift") ? Anchor.PUBLISHED : Anchor.ABSOLUTE));
      }
      return nearest(fields, part, context);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The part of the year that is named: its first month and its grain. */
  private record Part(int month, Grain grain) {}

  private static @Nullable Part part(Fields fields) {
    if (fields.has("month")) {
      return new Part(fields.whole("month", 0), Grain.MONTH);
    }
    if (fields.has("quarter")) {
      return new Part(fields.whole("quarter", 0) * 3 - 2, Grain.QUARTER);
    }
    if (fields.has("halfyear")) {
      return new Part(fields.whole("halfyear", 0) * 6 - 5, Grain.HALF);
    }
    return switch (fields.text("season")) {
      case "SP" -> new Part(3, Grain.SEASON);
      case "SU" -> new Part(6, Grain.SEASON);
      case "FA" -> new Part(9, Grain.SEASON);
      case "WI" -> new Part(12, Grain.SEASON);
      default -> null;
    };
  }

  private static @Nullable Integer year(Fields fields, Context context) {
    if (fields.has("yearshift") && context.published != null) {
      return context.published.getYear() + fields.whole("yearshift", 0);
    }
    var given = fields.whole("year").orElse(null);
    if (given == null) {
      return null;
    }
    var year = given;
    if (fields.is("era", "BC")) {
      return -year;
    }
    if (year < 100 && fields.text("year").replaceAll("\\D", "").length() <= 2) {
      var now = context.published == null ? 2025 : context.published.getYear();
      year += Math.floorDiv(now + 10 - year, 100) * 100;
    }
    return year > 9999 ? null : year;
  }

  private static Optional<Period> inYear(Fields fields, @Nullable Part part, int year) {
    if (part == null) {
      return fields.has("day")
          ? Optional.empty()
          : Optional.of(Period.of(LocalDate.of(year, 1, 1), Grain.YEAR));
    }
    var day = fields.whole("day", 1);
    var start = LocalDate.of(year, part.month, day);
    return Optional.of(Period.of(start, fields.has("day") ? Grain.DAY : part.grain));
  }

  private static Optional<Meaning> decade(Fields fields) {
    return fields
        .whole("decade")
        .map(
            n -> {
              var year = n < 100 ? n + (n < 30 ? 2000 : 1900) : n;
              return Meaning.of(Period.of(LocalDate.of(year, 1, 1), Grain.DECADE), Anchor.ABSOLUTE);
            });
  }

  private static Optional<Meaning> nearest(Fields fields, @Nullable Part part, Context context) {
    var weekday = fields.whole("weekday").orElse(null);
    var day = fields.whole("day").orElse(null);
    if (part == null && day == null && weekday == null) {
      return Optional.empty();
    }
    if (fields.has("generic")) {
      return partial(part, day, weekday);
    }
    if (fields.has("that")) {
      return that(part, day, weekday, context);
    }
    var previous = fields.is("from", "previous");
    var anchor = previous && context.lastDay != null ? context.lastDay : context.published;
    if (anchor == null) {
      return partial(part, day, weekday);
    }
    var side = side(fields, context);
    if (part != null && day != null && weekday == null && !fields.has("dir")) {
      var year = context.yearOf(fields).orElse(null);
      if (year != null
          && Math.abs(year - anchor.getYear()) <= 1
          && (context.tense() != Context.Tense.FUTURE || year >= anchor.getYear())) {
        return inYear(fields, part, year).map(p -> Meaning.of(p, Anchor.PREVIOUS));
      }
    }
    if (part != null && part.grain == Grain.QUARTER && !fields.has("dir")) {
      return Optional.of(Meaning.of(quarter(part, anchor, context), Anchor.PUBLISHED));
    }
    if (day != null && part == null && fields.is("dir", "0")) {
      return Optional.of(
          Meaning.of(new Period(anchor.withDayOfMonth(day), Grain.DAY), Anchor.PUBLISHED));
    }
    var candidates = candidates(part, day, weekday, anchor);
    var chosen =
        fields.has("trust") && side == Side.FUTURE
            ? nearest(candidates, anchor, side)
            : choose(candidates, anchor, side, context);
    return chosen.map(
        p ->
            Meaning.of(
                p, previous && context.lastDay != null ? Anchor.PREVIOUS : Anchor.PUBLISHED));
  }

  /** "That Monday", "that September": the next one from what was mentioned last. */
  private static Optional<Meaning> that(
      @Nullable Part part, @Nullable Integer day, @Nullable Integer weekday, Context context) {
    var last = context.last;
    var from = part == null ? context.lastDay : last == null ? null : last.start();
    return from == null
        ? Optional.of(Meaning.unresolved(Type.DATE))
        : nearest(candidates(part, day, weekday, from), from, Side.FUTURE)
            .map(p -> Meaning.of(p, Anchor.PREVIOUS));
  }

  /** A quarter is that of the running year, unless it is still ahead and not spoken of as such. */
  private static Period quarter(Part part, LocalDate anchor, Context context) {
    var quarter = Period.of(LocalDate.of(anchor.getYear(), part.month, 1), Grain.QUARTER);
    return quarter.start().isAfter(anchor) && context.tense() != Context.Tense.FUTURE
        ? quarter.plusYears(-1)
        : quarter;
  }

  /** The one of some dates that is meant, as {@code dir} and the tense tell. */
  static Optional<Period> choose(
      List<Period> candidates, LocalDate anchor, Fields fields, Context context) {
    var side = side(fields, context);
    return side == Side.FUTURE
        ? nearest(candidates, anchor, side) // What comes every year, comes again.
        : choose(candidates, anchor, side, context);
  }

  private static Side side(Fields fields, Context context) {
    return switch (fields.text("dir")) {
      case "-1" -> Side.LAST;
      case "1" -> Side.NEXT;
      case "0" ->
          fields.has("weekday")
              ? context.tense() == Context.Tense.PAST ? Side.PAST : Side.FUTURE
              : Side.NEAREST;
      default ->
          switch (context.tense()) {
            case PAST -> Side.PAST;
            case FUTURE -> Side.FUTURE;
            case UNKNOWN -> fields.has("weekday") && !fields.has("day") ? Side.PAST : Side.NEAREST;
          };
    };
  }

  /** All dates around the anchor that fit what is said. */
  private static List<Period> candidates(
      @Nullable Part part, @Nullable Integer day, @Nullable Integer weekday, LocalDate anchor) {
    var found = new ArrayList<Period>();
    if (part != null) {
      for (var year = anchor.getYear() - 2; year <= anchor.getYear() + 2; year++) {
        if (day == null) {
          found.add(Period.of(LocalDate.of(year, part.month, 1), part.grain));
        } else if (day <= YearMonth.of(year, part.month).lengthOfMonth()) {
          found.add(new Period(LocalDate.of(year, part.month, day), Grain.DAY));
        }
      }
    } else if (day != null) {
      for (var shift = -6; shift <= 6; shift++) {
        var month = anchor.withDayOfMonth(1).plusMonths(shift);
        if (day <= month.lengthOfMonth()) {
          found.add(new Period(month.withDayOfMonth(day), Grain.DAY));
        }
      }
    } else if (weekday != null) {
      var first = anchor.minusDays(14).with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
      for (var weeks = 0; weeks <= 4; weeks++) {
        found.add(new Period(first.plusWeeks(weeks), Grain.DAY));
      }
      return found;
    }
    if (weekday != null) {
      var fitting =
          found.stream()
              .filter(p -> p.start().getDayOfWeek() == DayOfWeek.of(weekday))
              .filter(p -> distance(p, anchor) <= A_YEAR)
              .toList();
      return fitting.isEmpty() ? found : fitting;
    }
    return found;
  }

  private static Optional<Period> choose(
      List<Period> candidates, LocalDate anchor, Side side, Context context) {
    if (!context.isTold() && (side == Side.PAST || side == Side.FUTURE)) {
      // Nobody leaves out the year of a date most of a year away when the other one is near.
      var near = nearest(candidates, anchor, Side.NEAREST);
      var told = nearest(candidates, anchor, side);
      return near.isPresent()
              && told.isPresent()
              && outweighs(near.get(), told.get(), anchor, context)
          ? near
          : told.or(() -> near);
    }
    return nearest(candidates, anchor, side);
  }

  private static boolean outweighs(Period near, Period told, LocalDate anchor, Context context) {
    // "By February" is ahead even four months before.
    var nearMonth = context.lean == Context.Lean.RATHER_AHEAD ? NEAR : NEAR_MONTH;
    return switch (near.grain()) {
      case DAY -> distance(near, anchor) < NEAR && distance(told, anchor) > FAR;
      case MONTH -> distance(near, anchor) < nearMonth && distance(told, anchor) > FAR;
      default -> false;
    };
  }

  private static Optional<Period> nearest(List<Period> candidates, LocalDate anchor, Side side) {
    Period best = null;
    for (var p : candidates) {
      var fits =
          switch (side) {
            case LAST -> p.end().isBefore(anchor);
            case PAST -> !p.start().isAfter(anchor);
            case FUTURE -> !p.end().isBefore(anchor);
            case NEXT -> p.start().isAfter(anchor);
            case NEAREST -> true;
          };
      if (fits && (best == null || distance(p, anchor) < distance(best, anchor))) {
        best = p;
      }
    }
    return Optional.ofNullable(best);
  }

  private static long distance(Period period, LocalDate day) {
    if (period.start().isAfter(day)) {
      return period.start().toEpochDay() - day.toEpochDay();
    }
    return Math.max(0, day.toEpochDay() - period.end().toEpochDay());
  }

  private static Optional<Meaning> partial(
      @Nullable Part part, @Nullable Integer day, @Nullable Integer weekday) {
    if (part == null) {
      return Optional.of(
          weekday == null || day != null
              ? Meaning.partial(Type.DATE, "XXXX-XX-" + pad(day == null ? 0 : day))
              : Meaning.partial(Type.DATE, "XXXX-WXX-" + weekday));
    }
    var inYear =
        Period.of(
            LocalDate.of(2000, part.month, day == null ? 1 : day),
            day == null ? part.grain : Grain.DAY);
    return Optional.of(Meaning.partial(Type.DATE, "XXXX" + inYear.timex().substring(4)));
  }

  private static String pad(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
