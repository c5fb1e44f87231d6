package org.hearsay.train.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimexSpellingTest {

  @ParameterizedTest
  @CsvSource({
    "1968-XX, 1968",
    "1998-XX-XX, 1998",
    "1998-10-XX, 1998-10",
    "198X, 198",
    "19XX, 19",
    "2000-W7, 2000-W07",
    "1989-11-06T17, 1989-11-06T17:00",
    "P1E, P10Y",
    "P2L, P2000Y",
    "P3Q, P9M",
    "PT24H, P1D",
    "P1W, P7D",
    "P1.5Y, P1Y6M",
  })
  void takesTwoSpellingsOfOneValueForTheSame(String one, String other) {
    assertThat(TimexSpelling.of(one)).isEqualTo(TimexSpelling.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "1989-WXX, 1989-W43",
    "P1W, 1989-W43",
    "PXY, PXE",
    "P1M, P30D",
    "PT1M, P1M",
    "1998-10-23, 1998-10-23TNI",
    "1998-10, 1998",
    "XXXX-XX-XX, XXXX",
    "PAST_REF, PXY",
  })
  void keepsApartWhatSaysLessOrSomethingElse(String one, String other) {
    assertThat(TimexSpelling.of(one)).isNotEqualTo(TimexSpelling.of(other));
  }
}
