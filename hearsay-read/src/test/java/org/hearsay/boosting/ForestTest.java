package org.hearsay.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForestTest {

  /**
   * Two trees: one splits on the first figure at 0 and, above, on the second at 2; the other on the
   * second at -1 alone.
   */
  private final Forest forest =
      new Forest(
          0.5f,
          new int[] {0, 2},
          new int[] {0, 3},
          new short[] {0, 1, 1},
          new float[] {0, 2, -1},
          new short[] {-1, -2, -1},
          new short[] {1, -3, -2},
          new float[] {10, 20, 30, 1, 2});

  @Test
  void addsWhatTheLeavesOfAllTreesSay() {
    assertThat(forest.score(new float[] {-3, 5})).isEqualTo(0.5f + 10 + 2);
    assertThat(forest.score(new float[] {1, -7})).isEqualTo(0.5f + 20 + 1);
    assertThat(forest.score(new float[] {1, 2.5f})).isEqualTo(0.5f + 30 + 2);
  }

  @Test
  void aValueAtTheThresholdGoesLeftAndThereIsOneZero() {
    assertThat(forest.score(new float[] {0f, -1})).isEqualTo(0.5f + 10 + 1);
    assertThat(forest.score(new float[] {-0f, -1})).isEqualTo(0.5f + 10 + 1);
    assertThat(forest.score(new float[] {Float.MIN_VALUE, 2})).isEqualTo(0.5f + 20 + 2);
  }

  @Test
  void judgesManyRowsAsOneByOneAndLeavesOutThoseThatAreNull() {
    var rows = new float[150][];
    for (var i = 0; i < rows.length; i++) {
      rows[i] = i % 7 == 3 ? null : new float[] {i % 5 - 2, i % 11 - 5};
    }
    var found = forest.probabilities(rows);
    for (var i = 0; i < rows.length; i++) {
      assertThat(found[i]).isEqualTo(rows[i] == null ? 0 : forest.probability(rows[i]));
    }
  }
}
