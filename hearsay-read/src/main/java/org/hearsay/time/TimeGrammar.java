package org.hearsay.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds and resolves time expressions: "mardi dernier", read on 2022-05-31, is {@code DATE
 * 2022-05-24}. What cannot be resolved is found too, without a value. Rules load once for each
 * language, at first use; thread-safe.
 */
public final class TimeGrammar {
  private TimeGrammar() {}

  private static final int LONGEST_DATELINE = 120;

  /** A place in capitals, then what the dash parts from the report. */
  private static final Pattern DATELINE =
      Pattern.compile("\\s{0,9}+\\p{Lu}{3}[^\\n—–]{6,110}?\\s(?:—|–|--?)\\s");

  /**
   * @param sentences where the sentences begin, in UTF-16 code units, ascending; none for a line
   *     that is one
   * @param language BCP 47; of others than those with rules, only dates in full are found
   * @param published the day relative expressions count from; without it, the day of the dateline
   *     that begins the text; without both, they stay unresolved
   * @return in order of their start, none overlapping another
   */
  public static List<TimeMention> read(
      String text, int[] sentences, String language, Optional<LocalDate> published) {
    return resolve(text, sentences, language, published.orElse(null)).stream()
        .map(Resolved::mention)
        .toList();
  }

  /** All expressions with the rules that found them. */
  static List<Resolved> resolve(
      String text, int[] sentences, @Nullable String language, @Nullable LocalDate published) {
    return resolve(text, sentences, RuleBook.of(primary(language)), published);
  }

  /** The same for a line, with a book at hand. */
  static List<Resolved> resolve(String line, RuleBook book, @Nullable LocalDate published) {
    return resolve(line, new int[0], book, published);
  }

  private static List<Resolved> resolve(
      String text, int[] sentences, RuleBook book, @Nullable LocalDate given) {
    var published = given != null || sentences.length == 0 ? given : dateline(text, book);
    var finder = new Finder(book, text);
    return new Resolver(book, finder, text, sentences, published).resolve(finder.find());
  }

  /** Paragraphs that a report may begin with: a picture's caption stands before the text. */
  private static final int OPENINGS = 3;

  /** "SARVELLE, May 31, 2022 (Northport Wire) — The bridge": the day that begins a report. */
  private static @Nullable LocalDate dateline(String text, RuleBook book) {
    var from = 0;
    for (var turn = 0; turn < OPENINGS && from < text.length(); turn++) {
      var head =
          DATELINE.matcher(text.substring(from, Math.min(text.length(), from + LONGEST_DATELINE)));
      if (head.lookingAt()) {
        return resolve(head.group(), book, null).stream()
            .flatMap(r -> r.day().stream())
            .findFirst()
            .orElse(null);
      }
      var gap = text.indexOf("\n\n", from);
      from = gap < 0 ? text.length() : gap + 2;
    }
    return null;
  }

  /** {@code fr} of {@code fr-CA}; {@code und}, undetermined, of none. */
  static String primary(@Nullable String language) {
    return language == null || language.isBlank()
        ? RuleBook.UNDETERMINED
        : language.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }
}
