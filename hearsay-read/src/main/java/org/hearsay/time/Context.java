package org.hearsay.time;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an expression is counted from: the day of publication and the dates mentioned before. */
final class Context {

  /** Where the sentence stands in time, as its verbs tell. */
  enum Tense {
    PAST,
    FUTURE,
    UNKNOWN
  }

  /** What companies report of, besides quarters. */
  private static final Set<String> LONGER_THAN_A_QUARTER = Set.of("P6M", "P9M", "P12M", "P1Y");

  final @Nullable LocalDate published;

  /** The last stretch of the calendar mentioned. */
  @Nullable Period last;

  /** The last single day mentioned. */
  @Nullable LocalDate lastDay;

  /** The last quarter or half year mentioned. */
  @Nullable Period lastQuarter;

  /** What "a year earlier" is compared with: that quarter, or its year beside "nine months". */
  @Nullable Period reported;

  /** The day of the event that an expression counts from, where the text gives it. */
  @Nullable LocalDate event;

  /** The years that days of the text are given with, by month and day; 0 for several. */
  private final Map<String, Integer> years = new HashMap<>();

  /** Notes that a day of the year is given with that year. */
  void noteYear(Fields fields, int year) {
    years.merge(dayOfYear(fields), year, (one, other) -> one.equals(other) ? one : 0);
  }

  /** The year that the text gives such a day elsewhere; empty when there is none, or several. */
  Optional<Integer> yearOf(Fields fields) {
    return Optional.ofNullable(years.get(dayOfYear(fields))).filter(year -> year > 0);
  }

  private static String dayOfYear(Fields fields) {
    return fields.whole("month", 0) + "-" + fields.whole("day", 0);
  }

  private Supplier<Tense> tenseHere = () -> Tense.UNKNOWN;
  private @Nullable Tense read;

  /**
   * Moves on to an expression.
   *
   * @param tense reads the tense around it, only when it is asked for
   */
  void enter(@Nullable Lean lean, Supplier<Tense> tense) {
    this.lean = lean;
    this.tenseHere = tense;
    this.read = null;
  }

  Context(@Nullable LocalDate published) {
    this.published = published;
  }

  /** What stands beside the expression says of it: {@code ended}, {@code by}; null for nothing. */
  @Nullable Lean lean;

  /** Which side the words beside an expression point to. */
  enum Lean {
    /** Surely past: "the year ended Jan. 31". */
    ENDED(Tense.PAST),
    /** Surely ahead: "as early as Tuesday". */
    AHEAD(Tense.FUTURE),
    /** Ahead unless a verb says otherwise: "by May". */
    RATHER_AHEAD(Tense.FUTURE);

    final Tense tense;

    Lean(Tense tense) {
      this.tense = tense;
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    static Lean named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  Tense tense() {
    if (lean != null && isTold()) {
      return lean.tense;
    }
    var tense = read;
    if (tense == null) {
      tense = tenseHere.get();
      read = tense;
    }
    return tense == Tense.UNKNOWN && lean != null ? lean.tense : tense;
  }

  /** Whether the words themselves, not only a verb, tell past from future. */
  boolean isTold() {
    return lean == Lean.ENDED || lean == Lean.AHEAD;
  }

  /**
   * Notes what was mentioned.
   *
   * @param compared whether it was counted from a quarter; then that one stays the last
   */
  void mention(Meaning meaning, boolean compared) {
    var period = meaning.period();
    if (period == null) {
      if (LONGER_THAN_A_QUARTER.contains(String.valueOf(meaning.value()))) {
        reported = lastQuarter == null ? null : Period.of(lastQuarter.start(), Grain.YEAR);
      }
      return;
    }
    last = period;
    switch (period.grain()) {
      case DAY -> lastDay = period.start();
      case QUARTER, HALF -> {
        lastQuarter = compared || isAhead(period) ? lastQuarter : later(period);
        reported = compared && !period.equals(lastQuarter) ? reported : lastQuarter;
      }
      default -> {}
    }
  }

  /** Nothing is reported of a quarter that is not over. */
  private boolean isAhead(Period period) {
    return published != null && period.end().isAfter(published);
  }

  /**
   * The later of two quarters is the one reported on; the other one is what it is compared with.
   */
  private Period later(Period period) {
    return lastQuarter != null && lastQuarter.start().isAfter(period.start())
        ? lastQuarter
        : period;
  }
}
