package org.hearsay.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.reading.Attribution.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {

  private static Attribution with(Flag... flags) {
    var content = List.of(new Span(0, 4));
    return new Attribution(
        "a1",
        List.of(),
        List.of(),
        content,
        null,
        Attribution.Form.INDIRECT,
        List.of(flags),
        null,
        1,
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "DENY, denied, did not deny, will deny",
    "ASK, asked, did not ask, will ask",
    "ORDER, demanded, did not demand, will demand",
    "PROMISE, promised, did not promise, will promise",
    "THINK, believed, did not believe, will believe",
    "DOC, stated, did not state, will state"
  })
  void tellsInAVerbThatGoesWithAnySubjectWhatTheSourceDid(
      Flag flag, String plainly, String negated, String later) {
    assertThat(with(flag).verb()).isEqualTo(plainly);
    assertThat(with(flag, Flag.NEG).verb()).isEqualTo(negated);
    assertThat(with(Flag.PLAN, flag).verb()).isEqualTo(later);
  }

  @Test
  void saysSaidWhereNothingElseIsKnown() {
    assertThat(with().verb()).isEqualTo("said");
    assertThat(with(Flag.NEG, Flag.PLAN).verb()).isEqualTo("will not say");
  }
}
