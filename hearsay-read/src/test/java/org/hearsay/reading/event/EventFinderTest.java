package org.hearsay.reading.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.article.Block;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Event;
import org.hearsay.reading.TimeExpression;
import org.junit.jupiter.api.Test;

class EventFinderTest {

  private static final String TEXT =
      "Diallo met Rey on 9 June 2020. It rained on 11 June. Rey left on 1 July or 2 July.";

  @Test
  void takesTheSentenceThatNamesSomebodyAndOneDate() {
    assertThat(
            new EventFinder()
                .find(text(), dates("9 June 2020", "11 June", "1 July", "2 July"), people()))
        .containsExactly(new Event(0, 30, "9 June 2020", List.of("e1", "e2")));
  }

  @Test
  void leavesUnresolvedDatesOut() {
    var unresolved = new TimeExpression(18, 29, TimeExpression.Type.DATE, null, null, null);
    assertThat(new EventFinder().find(text(), List.of(unresolved), people())).isEmpty();
  }

  private static AnnotatedText text() {
    var block = new Block(Block.Kind.PARAGRAPH, 0, TEXT.length(), null);
    var sentences =
        List.of(new Sentence(0, 30, 0, 0), new Sentence(31, 52, 0, 0), new Sentence(53, 82, 0, 0));
    return new AnnotatedText(TEXT, "en", List.of(block), List.of(), sentences, List.of());
  }

  private static List<TimeExpression> dates(String... words) {
    return java.util.Arrays.stream(words)
        .map(
            word -> {
              var at = TEXT.indexOf(word);
              return new TimeExpression(
                  at,
                  at + word.length(),
                  TimeExpression.Type.DATE,
                  word,
                  word,
                  TimeExpression.Anchor.ABSOLUTE);
            })
        .toList();
  }

  private static List<Entity> people() {
    return List.of(
        new Entity("e1", Entity.Kind.PERSON, "Diallo", List.of(new Span(0, 6)), List.of()),
        new Entity(
            "e2",
            Entity.Kind.PERSON,
            "Rey",
            List.of(new Span(11, 14), new Span(53, 56)),
            List.of()));
  }
}
