package org.hearsay.reading.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.language.AnnotatedText;
import org.hearsay.reading.TimeExpression;

/** Finds and resolves time expressions. Thread-safe. */
public final class TimeTagger {

  /**
   * @param published the day relative expressions count from; without it they stay unresolved
   */
  public List<TimeExpression> tag(AnnotatedText text, Optional<LocalDate> published) {
    return List.of();
  }
}
