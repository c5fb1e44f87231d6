package org.hearsay.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What says where a rule need not be tried must never keep it from a place where it matches. */
class NeededWordsTest {

  @Test
  void knowsWhatEveryMatchHas() {
    var words = new Vocabulary("xx/words.tsv", List.of("class\tform\tvalue", "unit\tdays\tD"));
    var defined = new Definitions(words);
    assertThat(defined.neededWords("\\d+ {unit} ago")).hasSize(3);
    assertThat(defined.neededWords("(?:last|next)(?: {unit})?")).hasSize(1);
    assertThat(defined.neededWords("(?:\\d+|a) {unit}(?! ago)")).hasSize(1);
    assertThat(defined.neededWords("year(?:s)?")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "es", "und"})
  void losesNoMatch(String language) {
    var book = RuleBook.of(language);
    for (var rule : book.rules) {
      for (var example : examples(rule)) {
        var text = example.replaceAll("=>.*", "").replaceAll("[\\[\\]]", "");
        var words = new TextWords(book.index, text);
        for (var r = 0; r < book.rules.size(); r++) {
          if (!book.rules.get(r).sense().isLink()) {
            check(book, r, text, words);
          }
        }
      }
    }
  }

  private static List<String> examples(Rule rule) {
    return Stream.concat(rule.yes().stream(), rule.no().stream()).limit(3).toList();
  }

  private static void check(RuleBook book, int rule, String text, TextWords words) {
    var matcher =
        book.rules
            .get(rule)
            .match()
            .pattern()
            .matcher(text)
            .useTransparentBounds(true)
            .useAnchoringBounds(false);
    for (var at = 0; at < text.length(); at++) {
      if (Character.isLetterOrDigit(text.charAt(at))
          && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && matcher.region(at, text.length()).lookingAt()) {
        var where = book.rules.get(rule).where() + " at " + at + " of " + text;
        var word = words.at(at);
        var index = book.index;
        assertThat(words.has(index.neededBy(rule), word, text.length())).as(where).isTrue();
        var second = word + 1 < words.count() ? words.number(word + 1) : WordTable.UNKNOWN;
        assertThat(index.beginningWith(words.number(word), second)).as(where).contains(rule);
        if (words.isNumber(word)) {
          var kind = AfterDigits.kind(text, at, words.end(word));
          assertThat(index.mayFollowDigits(rule, kind)).as(where).isTrue();
        }
      }
    }
  }
}
