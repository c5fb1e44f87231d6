package org.hearsay.time;

import org.hearsay.time.TimeMention.Anchor;
import org.hearsay.time.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/**
 * What an expression means, before it is printed.
 *
 * @param period the stretch of the calendar; null when there is none, or it is not known
 * @param clock what follows the day in TIMEX3: {@code T18:30}, {@code TMO}; empty for none
 * @param pattern the TIMEX3 value when there is no period: {@code P3D}, {@code PAST_REF}, {@code
 *     XXXX-04-03}; null when it cannot be resolved
 * @param anchor null when it could not be resolved
 */
record Meaning(
    Type type,
    @Nullable Period period,
    String clock,
    @Nullable String pattern,
    @Nullable Anchor anchor) {

  static Meaning of(Period period, Anchor anchor) {
    return new Meaning(Type.DATE, period, "", null, anchor);
  }

  /** A value that the words alone give. */
  static Meaning of(Type type, String value) {
    return new Meaning(type, null, "", value, Anchor.ABSOLUTE);
  }

  /** A value with its unknown digits, such as {@code XXXX-04-03}. */
  static Meaning partial(Type type, String value) {
    return new Meaning(type, null, "", value, null);
  }

  static Meaning unresolved(Type type) {
    return new Meaning(type, null, "", null, null);
  }

  /** The stretch of a grain, by its letter, that it lies in: the week of a day. */
  Meaning in(String grain) {
    return period == null
        ? this
        : Grain.of(grain)
            .map(g -> new Meaning(type, Period.of(period.start(), g), clock, pattern, anchor))
            .orElse(this);
  }

  /** The same at a part or hour of its day. */
  Meaning at(String clock) {
    return clock.isEmpty() ? this : new Meaning(Type.TIME, period, clock, pattern, anchor);
  }

  /** The TIMEX3 value; null when it cannot be resolved. */
  @Nullable String value() {
    if (period != null) {
      return period.timex() + clock;
    }
    return pattern == null ? null : pattern + clock;
  }
}
