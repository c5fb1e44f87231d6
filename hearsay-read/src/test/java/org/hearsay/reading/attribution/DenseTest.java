package org.hearsay.reading.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

  @Test
  void givesTheSameWhereInputsThatAreZeroAreLeftOut() {
    var random = new Random(3);
    var layer = new Dense(11, 48);
    var inputs = new float[20][11];
    layer.parameters().forEach(matrix -> fill(matrix, random));
    fill(inputs, random);
    for (var input : inputs) {
      for (var k = 0; k < input.length; k++) {
        input[k] = Math.max(0, input[k]);
      }
    }
    var some = new Range(1, 20);
    var all = layer.apply(inputs, some);
    var sparse = layer.applySparse(inputs, some);
    for (var t = 0; t < some.length(); t++) {
      assertThat(sparse[t]).containsExactly(all[t], within(1e-5f));
    }
  }

  @Test
  void givesTheOutputsOfTwoLayersSideBySide() {
    var random = new Random(4);
    var one = new Dense(8, 16);
    var other = new Dense(8, 24);
    one.parameters().forEach(matrix -> fill(matrix, random));
    other.parameters().forEach(matrix -> fill(matrix, random));
    var input = new float[1][8];
    fill(input, random);
    var some = new Range(0, 1);
    var both = one.beside(other).apply(input, some)[0];
    assertThat(Arrays.copyOfRange(both, 0, 16)).isEqualTo(one.apply(input, some)[0]);
    assertThat(Arrays.copyOfRange(both, 16, 40)).isEqualTo(other.apply(input, some)[0]);
  }

  private static void fill(float[][] matrix, Random random) {
    for (var row : matrix) {
      for (var i = 0; i < row.length; i++) {
        row[i] = random.nextFloat() - .5f;
      }
    }
  }
}
