package org.hearsay.reading.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an expression is counted from: the day of publication and the dates mentioned before. */
final class Context {

  /** Where the sentence stands in time, as its verbs tell. */
  enum Tense {
    PAST,
    FUTURE,
    UNKNOWN
  }

  final @Nullable LocalDate published;

  /** The last stretch of the calendar mentioned. */
  @Nullable Period last;

  /** The last single day mentioned. */
  @Nullable LocalDate lastDay;

  /** The last quarter or half year mentioned, which "a year earlier" is compared with. */
  @Nullable Period lastQuarter;

  /** A year that the same sentence has named: "en 1998, ... en avril". */
  @Nullable Integer yearOfSentence;

  Tense tense = Tense.UNKNOWN;

  Context(@Nullable LocalDate published) {
    this.published = published;
  }

  /** Notes what was mentioned. */
  void mention(Meaning meaning) {
    var period = meaning.period();
    if (period == null) {
      return;
    }
    last = period;
    switch (period.grain()) {
      case DAY -> lastDay = period.start();
      case QUARTER, HALF -> lastQuarter = period;
      default -> {}
    }
  }
}
