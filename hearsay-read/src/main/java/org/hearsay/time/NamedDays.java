package org.hearsay.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.hearsay.time.TimeMention.Anchor;
import org.hearsay.time.TimeMention.Type;

/** What the name of a feast means: the day of the year that is named, or the nearest one. */
final class NamedDays {
  private NamedDays() {}

  private static final String FIXED = "\\d\\d-\\d\\d";

  /** A feast ({@code feast}) in a {@code year}, or as {@code dir} and the tense tell. */
  static Optional<Meaning> meaning(Fields fields, Context context) {
    var rule = fields.text("feast");
    var year = fields.whole("year").orElse(null);
    if (year != null) {
      return Feasts.day(rule, year).map(day -> meaning(rule, day, Anchor.ABSOLUTE));
    }
    if (context.published == null) {
      return Optional.of(
          rule.matches(FIXED)
              ? Meaning.partial(Type.DATE, "XXXX-" + rule)
              : Meaning.unresolved(Type.DATE));
    }
    return nearest(rule, fields, context, context.published)
        .map(day -> meaning(rule, day, Anchor.PUBLISHED));
  }

  private static Meaning meaning(String rule, LocalDate day, Anchor anchor) {
    return Feasts.isMonth(rule)
        ? new Meaning(Type.DATE, null, "", day + "/" + Moons.endOfIslamicMonth(day), anchor)
        : Meaning.of(Period.of(day, Grain.DAY), anchor);
  }

  private static Optional<LocalDate> nearest(
      String rule, Fields fields, Context context, LocalDate anchor) {
    var candidates = new ArrayList<Period>();
    for (var year = anchor.getYear() - 1; year <= anchor.getYear() + 1; year++) {
      var day = Feasts.day(rule, year).orElse(null);
      if (day == null) {
        continue;
      }
      if (Feasts.isMonth(rule)
          && !fields.has("dir")
          && !anchor.isBefore(day)
          && !anchor.isAfter(Moons.endOfIslamicMonth(day))) {
        return Optional.of(day); // It is that month now.
      }
      candidates.add(new Period(day, Grain.DAY));
    }
    return Dates.choose(candidates, anchor, fields, context).map(Period::start);
  }
}
