package org.hearsay.language.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListBytesTest {

  private static ListBytes list(String text) {
    return ListBytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void hashesWordsAsTheColumnsOfATextDo() {
    for (var word :
        List.of("Zürich", "Łódź", "Ψ", "2019", "İzmir", "Ōsaka", "😀", "ab😀", "x".repeat(90))) {
      assertThat(list(word).word(false)).as(word).isEqualTo(Columns.hash(word, 0, word.length()));
      assertThat(list(word).exactLine()).as(word).isEqualTo(Columns.exact(word, 0, word.length()));
    }
  }

  @Test
  void endsAWordAtItsApostropheWhereElisionsDo() {
    var list = list("L'Île d'Yeu\tL\n");
    assertThat(list.word(true)).isEqualTo(Columns.hash("l'", 0, 2));
    assertThat(list.length()).isEqualTo(2);
    assertThat(list.word(true)).isEqualTo(Columns.hash("île", 0, 3));
    assertThat(list.first()).isEqualTo('Î');
    assertThat(list("O'Brien").word(false)).isEqualTo(Columns.hash("o'brien", 0, 7));
  }

  @Test
  void endsWithALineFeedThatIsNotThere() {
    var list = list("12\tab");
    assertThat(list.number()).isEqualTo(12);
    list.skip();
    list.word(false);
    assertThat(list.next()).isEqualTo('\n');
    list.skipLine();
    assertThat(list.atEnd()).isTrue();
    assertThat(list("").atEnd()).isTrue();
  }
}
