package org.hearsay.reading.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.reading.TimeExpression;
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
    return read(text.text(), text.sentences(), text.language(), published.orElse(null)).stream()
        .map(Resolved::expression)
        .toList();
  }

  /**
   * The time expressions of a line that stands alone: a date line, a by-line, a piece of metadata.
   *
   * @param language BCP 47 primary subtag; of others than those with rules, only what is written
   *     alike in all languages is found
   */
  public List<TimeExpression> tag(String line, String language, Optional<LocalDate> published) {
    return read(line, List.of(), language, published.orElse(null)).stream()
        .map(Resolved::expression)
        .toList();
  }

  /**
   * The first day that a line names in full: "Publié le 31 mai 2022 à 8h12, mis à jour le 1er juin"
   * is 2022-05-31. Empty when the line names none, or only one relative to a day not known.
   */
  public static Optional<LocalDate> parseDay(String line, String language) {
    return read(line, List.of(), language, null).stream()
        .flatMap(r -> r.day().stream())
        .findFirst();
  }

  /** All expressions with the rules that found them. */
  static List<Resolved> read(
      String text,
      List<Sentence> sentences,
      @Nullable String language,
      @Nullable LocalDate published) {
    var book = RuleBook.of(language == null ? "all" : language.toLowerCase(Locale.ROOT));
    var finder = new Finder(book, text);
    return new Resolver(book, finder, text, sentences, published).resolve(finder.find());
  }
}
