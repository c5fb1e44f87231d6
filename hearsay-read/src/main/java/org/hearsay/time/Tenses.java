package org.hearsay.time;

import java.util.Arrays;
import java.util.List;
import org.hearsay.time.Context.Tense;
import org.jspecify.annotations.Nullable;

/**
 * Which words speak of the past or the future: class {@code tense} of the vocabulary, whose forms
 * are whole words ({@code will}) or endings ({@code *èrent}).
 */
final class Tenses {

  /** What a word tells. */
  enum Told {
    PAST(Tense.PAST),
    FUTURE(Tense.FUTURE),
    /** Future, but nothing as a noun: "they plan", "the plan". */
    FUTURE_VERB(Tense.FUTURE),
    /** Future before "to" or "for" only: "is set to begin". */
    FUTURE_TO(Tense.FUTURE),
    /** Future before "to" only: "is to begin". */
    BEFORE_TO(Tense.FUTURE),
    /** Past, but future before "to": "were to begin". */
    PAST_OR_TO(Tense.PAST),
    /** Past, unless what follows is no participle: "has won", "has until Friday". */
    PERFECT(Tense.PAST),
    /** Past, but what it is put off until is ahead: "extended until Friday". */
    PUT_OFF(Tense.PAST),
    /** Nothing, and may stand between a verb of the future and its participle. */
    LINK(null),
    NOTHING(null);

    final @Nullable Tense tense;

    Told(@Nullable Tense tense) {
      this.tense = tense;
    }

    private static Told of(String value) {
      return switch (value) {
        case "past" -> PAST;
        case "future" -> FUTURE;
        case "future-verb" -> FUTURE_VERB;
        case "future-to" -> FUTURE_TO;
        case "before-to" -> BEFORE_TO;
        case "past-or-to" -> PAST_OR_TO;
        case "perfect" -> PERFECT;
        case "put-off" -> PUT_OFF;
        case "link" -> LINK;
        default -> NOTHING;
      };
    }
  }

  /** Words after which stands a noun: "a" planned visit, "its" plans. */
  final WordTable determiners = new WordTable();

  /** What makes a plan one of the past: "had been" due on Friday. */
  final List<String> outdating;

  private final WordTable words = new WordTable();
  private final WordTable endings = new WordTable();
  private Told[] ofWord = {};
  private Told[] ofEnding = {};
  private int longestEnding;

  Tenses(Vocabulary vocabulary) {
    vocabulary.rows("determiner").keySet().forEach(determiners::add);
    outdating = List.copyOf(vocabulary.rows("outdating").keySet());
    vocabulary
        .rows("tense")
        .forEach(
            (form, value) -> {
              if (form.startsWith("*")) {
                ofEnding = with(ofEnding, endings.add(form.substring(1)), Told.of(value));
                longestEnding = Math.max(longestEnding, form.length() - 1);
              } else {
                ofWord = with(ofWord, words.add(form), Told.of(value));
              }
            });
  }

  private static Told[] with(Told[] known, int number, Told told) {
    var more = Arrays.copyOf(known, Math.max(known.length, number + 1));
    more[number] = told;
    return more;
  }

  /** What the word that stands there tells by itself; null where only its ending can tell. */
  @Nullable Told ofWord(String text, int start, int end) {
    var word = words.find(text, start, end);
    return word < 0 ? null : ofWord[word];
  }

  /** What the ending of the word that stands there tells, the longest that is known. */
  Told ofEnding(String text, int start, int end) {
    for (var n = Math.min(longestEnding, end - start - 2); n > 1; n--) {
      var ending = endings.find(text, end - n, end);
      if (ending >= 0) {
        return ofEnding[ending];
      }
    }
    return Told.NOTHING;
  }
}
