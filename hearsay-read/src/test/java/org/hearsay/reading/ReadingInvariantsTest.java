package org.hearsay.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearsay.Hearsay;
import org.hearsay.article.Span;
import org.junit.jupiter.api.Test;

class ReadingInvariantsTest {
  private static final String TEXT = "Rien n'est signé, a dit la maire.";
  private final Reading sound = Hearsay.read(TEXT.getBytes(StandardCharsets.UTF_8));

  @Test
  void findsNothingInASoundReading() {
    var reading =
        with(
            List.of(entity("e1", new Span(24, 32))),
            List.of(said("a1", "e1", null, new Span(0, 16)), said("a2", null, "a1", span(0, 4))));
    assertThat(ReadingInvariants.problems(reading)).isEmpty();
    assertThat(ReadingInvariants.spans(reading)).isGreaterThanOrEqualTo(4);
  }

  @Test
  void findsSpansOutsideTheText() {
    var reading =
        with(
            List.of(entity("e1", new Span(24, 99))),
            List.of(said("a1", "e1", null, span(0, 5), span(30, 34))));
    assertThat(ReadingInvariants.problems(reading))
        .containsExactly(
            "e1.mentions[0] 24..99 leaves the text of 33",
            "a1.content[1] 30..34 leaves the text of 33");
  }

  @Test
  void findsIdsThatLeadNowhereOrRound() {
    var reading =
        with(
            List.of(entity("e1", span(0, 4)), entity("e1", span(5, 6))),
            List.of(
                said("a1", "e7", "a2", span(0, 4)),
                said("a2", null, "a1", span(0, 4)),
                said("a3", null, "a9", span(0, 4))));
    assertThat(ReadingInvariants.problems(reading))
        .containsExactly(
            "two things have the id e1",
            "a1.speaker refers to e7, which does not exist",
            "a1.within leads back to itself",
            "a2.within leads back to itself",
            "a3.within refers to a9, which does not exist");
  }

  @Test
  void findsSpansOutOfOrderAndEmptyStrings() {
    var reading =
        with(
            List.of(new Entity("e1", Entity.Kind.PERSON, "", List.of(), List.of())),
            List.of(said("a1", null, null, span(9, 12), span(0, 4))));
    assertThat(ReadingInvariants.problems(reading))
        .containsExactly(
            "e1.name is an empty string; what is not known is left out",
            "a1.content is not in order at 0..4");
  }

  private Reading with(List<Entity> entities, List<Attribution> attributions) {
    return new Reading(
        sound.format(),
        sound.source(),
        sound.article(),
        entities,
        List.of(),
        attributions,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Span span(int start, int end) {
    return new Span(start, end);
  }

  private static Entity entity(String id, Span mention) {
    return new Entity(id, Entity.Kind.PERSON, "la maire", List.of(mention), List.of());
  }

  private static Attribution said(String id, String speaker, String within, Span... content) {
    return new Attribution(
        id,
        List.of(),
        List.of(),
        List.of(content),
        speaker,
        Attribution.Form.DIRECT,
        List.of(),
        within,
        1,
        null);
  }
}
