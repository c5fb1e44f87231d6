package org.hearsay.reading.time;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hearsay.language.AnnotatedText;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.TimeExpression;

/**
 * Dates what is said: "« Rien n'est signé », a assuré lundi M. Dupont" is said on that Monday. The
 * date must stand in the sentence of the cue and outside of what is said; of several, the one
 * nearest to the cue counts. A statement without cue, or without such a date, has no time.
 */
public final class StatementDates {
  private StatementDates() {}

  /**
   * @param times in order of their start
   * @return the attributions in the same order
   */
  public static List<Attribution> date(
      AnnotatedText text, List<Attribution> said, List<TimeExpression> times) {
    if (times.isEmpty() || text.sentences().isEmpty()) {
      return said;
    }
    var ends = text.sentences().stream().map(s -> s.end()).toList();
    var starts = times.stream().map(TimeExpression::start).toList();
    return said.stream()
        .map(one -> nearest(text, ends, one, times, starts).map(one::at).orElse(one))
        .toList();
  }

  private static Optional<String> nearest(
      AnnotatedText text,
      List<Integer> ends,
      Attribution said,
      List<TimeExpression> times,
      List<Integer> starts) {
    if (said.cue().isEmpty()) {
      return Optional.empty();
    }
    var cue = said.cue().get(0);
    var at = index(ends, cue.start() + 1);
    if (at >= text.sentences().size()) {
      return Optional.empty();
    }
    var sentence = text.sentences().get(at);
    Optional<String> best = Optional.empty();
    var least = Integer.MAX_VALUE;
    for (var i = index(starts, sentence.start());
        i < times.size() && times.get(i).start() < sentence.end();
        i++) {
      var time = times.get(i);
      var distance = Math.max(time.start() - cue.end(), cue.start() - time.end());
      if (isMoment(time)
          && distance < least
          && said.content().stream().noneMatch(content -> content.overlaps(time))) {
        least = distance;
        best = Optional.ofNullable(time.edtf());
      }
    }
    return best;
  }

  /** A day or a time of it, not a year, a range or a length. */
  private static boolean isMoment(TimeExpression time) {
    var edtf = time.edtf();
    return edtf != null && edtf.matches("\\d{4}-\\d\\d-\\d\\d(?:T.*)?[~?%]?");
  }

  /** The first index whose value is not below. */
  private static int index(List<Integer> ascending, int value) {
    var found = Collections.binarySearch(ascending, value);
    return found >= 0 ? found : -found - 1;
  }
}
