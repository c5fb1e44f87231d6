package org.hearsay.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.time.TimeMention.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * A match and what it means.
 *
 * @param edtf the value, or the interval that it bounds
 */
record Resolved(Match match, Meaning meaning, @Nullable String edtf) {

  private static final Pattern TO_THE_OFFSET = Pattern.compile(".*T.*(?:Z|[+-]\\d\\d:\\d\\d)");

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
    var approximate = mod(match) == TimeMention.Mod.APPROX;
    var uncertain = !match.beside("uncertain").isEmpty();
    return approximate ? uncertain ? "%" : "~" : uncertain ? "?" : "";
  }

  private static TimeMention.@Nullable Mod mod(Match match) {
    var mod = match.beside("mod").isEmpty() ? match.fields.text("mod") : match.beside("mod");
    return mod.isEmpty() ? null : TimeMention.Mod.valueOf(mod);
  }

  Resolved withEdtf(String interval) {
    return new Resolved(match, meaning, interval);
  }

  public int start() {
    return match.start();
  }

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

  /** The day, or the time with its offset when it has one, in ISO 8601; empty when not known. */
  Optional<String> moment() {
    var period = meaning.period();
    if (period == null || period.grain() != Grain.DAY) {
      return Optional.empty();
    }
    var time = Edtf.of(meaning, "");
    return Optional.of(
        time != null && TO_THE_OFFSET.matcher(time).matches() ? time : period.start().toString());
  }

  TimeMention mention() {
    return new TimeMention(
        start(), end(), meaning.type(), meaning.value(), edtf, meaning.anchor(), mod(match));
  }
}
