package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordClassesTest {

  /** Word 0 is for the ends of a sentence; 1 to 4 are articles, 5 to 12 nouns, 13 to 18 verbs. */
  private static List<int[]> sentences() {
    var random = new Random(7);
    var sentences = new ArrayList<int[]>();
    for (var i = 0; i < 800; i++) {
      sentences.add(
          new int[] {
            0,
            1 + random.nextInt(4),
            5 + random.nextInt(8),
            13 + random.nextInt(6),
            1 + random.nextInt(4),
            5 + random.nextInt(8),
            0
          });
    }
    return sentences;
  }

  @Test
  void putsWordsThatStandInTheSamePlacesTogether() {
    var classes = new WordClasses(sentences(), 19, 4);
    classes.exchange(20);
    var paths = List.of(classes.paths());
    assertThat(paths.subList(1, 5)).containsOnly(paths.get(1));
    assertThat(paths.subList(5, 13)).containsOnly(paths.get(5));
    assertThat(paths.subList(13, 19)).containsOnly(paths.get(13));
    assertThat(List.of(paths.get(1), paths.get(5), paths.get(13))).doesNotHaveDuplicates();
  }

  @Test
  void givesTheSameTreeAgain() {
    var first = new WordClasses(sentences(), 19, 5);
    var second = new WordClasses(sentences(), 19, 5);
    first.exchange(8);
    second.exchange(8);
    assertThat(first.paths()).containsExactly(second.paths());
  }
}
