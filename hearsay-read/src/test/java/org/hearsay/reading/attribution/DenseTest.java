package org.hearsay.reading.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DenseTest {
  @Test
  void givesTheSameForSeveralInputsAsForEach() {
    var random = new Random(2);
    var layer = new Dense(10, 48);
    var inputs = new float[37][10];
    layer.parameters().forEach(matrix -> fill(matrix, random));
    fill(inputs, random);
    var some = new Range(3, 36);
    var together = layer.apply(inputs, some);
    for (var t = 0; t < some.length(); t++) {
      var alone = new float[48];
      layer.apply(inputs[some.first() + t], alone);
      assertThat(together[t]).isEqualTo(alone);
    }
  }

  private static void fill(float[][] matrix, Random random) {
    for (var row : matrix) {
      for (var i = 0; i < row.length; i++) {
        row[i] = random.nextFloat() - .5f;
      }
    }
  }
}
