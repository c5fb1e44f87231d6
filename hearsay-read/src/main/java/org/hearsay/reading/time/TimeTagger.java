package org.hearsay.reading.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.reading.TimeExpression;
import org.hearsay.time.TimeGrammar;
import org.hearsay.time.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Finds and resolves time expressions: "mardi dernier", read on 2022-05-31, is {@code DATE
 * 2022-05-24}. What cannot be resolved is found too, without a value. Thread-safe.
 */
public final class TimeTagger {

  /**
   * @param published the day relative expressions count from; without it they stay unresolved
   * @return in order of their start, none overlapping another
   */
  public List<TimeExpression> tag(AnnotatedText text, Optional<LocalDate> published) {
    var sentences = text.sentences().stream().mapToInt(Sentence::start).toArray();
    return tag(text.text(), sentences, text.language(), published);
  }

  /**
   * The time expressions of a line that stands alone: a date line, a by-line, a piece of metadata.
   *
   * @param language BCP 47; of others than those with rules, only dates in full are found
   */
  public List<TimeExpression> tag(String line, String language, Optional<LocalDate> published) {
    return tag(line, new int[0], language, published);
  }

  private static List<TimeExpression> tag(
      String text, int[] sentences, @Nullable String language, Optional<LocalDate> published) {
    return TimeGrammar.read(text, sentences, language == null ? "" : language, published).stream()
        .map(TimeTagger::expression)
        .toList();
  }

  private static TimeExpression expression(TimeMention found) {
    return new TimeExpression(
        found.start(),
        found.end(),
        TimeExpression.Type.valueOf(found.type().name()),
        found.value(),
        found.edtf(),
        found.anchor() == null ? null : TimeExpression.Anchor.valueOf(found.anchor().name()),
        found.mod() == null ? null : TimeExpression.Mod.valueOf(found.mod().name()));
  }
}
