package org.hearsay.reading.time;

import java.time.LocalDate;
import java.util.Optional;
import org.hearsay.article.Spanned;
import org.hearsay.reading.TimeExpression;
import org.hearsay.reading.TimeExpression.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * A match and what it means.
 *
 * @param edtf the value, or the interval that it bounds
 */
record Resolved(Match match, Meaning meaning, @Nullable String edtf) implements Spanned {

  /**
   * @param published the day from which "the rest of the year" runs; null for not known
   */
  static Resolved of(Match match, Meaning meaning, @Nullable LocalDate published) {
    var edtf = Edtf.of(meaning, sign(match));
    var period = meaning.period();
    if (published != null
        && period != null
        && !match.beside("rest").isEmpty()
        && period.holds(published)) {
      edtf = published + "/" + period.end();
    } else if (edtf != null && edtf.indexOf('T') < 0 && match.beside(Sense.SINCE)) {
      edtf = Edtf.interval(edtf, null);
    } else if (edtf != null && edtf.indexOf('T') < 0 && match.beside(Sense.UNTIL)) {
      edtf = Edtf.interval(null, edtf);
    }
    return new Resolved(match, meaning, edtf);
  }

  private static String sign(Match match) {
    var approximate = mod(match) == TimeExpression.Mod.APPROX;
    var uncertain = !match.beside("uncertain").isEmpty();
    return approximate ? uncertain ? "%" : "~" : uncertain ? "?" : "";
  }

  private static TimeExpression.@Nullable Mod mod(Match match) {
    var mod = match.beside("mod").isEmpty() ? match.fields.text("mod") : match.beside("mod");
    return mod.isEmpty() ? null : TimeExpression.Mod.valueOf(mod);
  }

  Resolved withEdtf(String interval) {
    return new Resolved(match, meaning, interval);
  }

  @Override
  public int start() {
    return match.start();
  }

  @Override
  public int end() {
    return match.end();
  }

  /** The day, when the words alone give one. */
  Optional<LocalDate> day() {
    var period = meaning.period();
    return period != null && period.grain() == Grain.DAY && meaning.anchor() == Anchor.ABSOLUTE
        ? Optional.of(period.start())
        : Optional.empty();
  }

  TimeExpression expression() {
    return new TimeExpression(
        start(), end(), meaning.type(), meaning.value(), edtf, meaning.anchor(), mod(match));
  }
}
