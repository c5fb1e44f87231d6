package org.hearsay.reading.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.article.Block;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class QuotationsTest {

  @Test
  void findsEveryKindOfMark() {
    assertThat(quoted("« Un » “Deux” \"Trois\" ‘Quatre’ ``Cinq''"))
        .containsExactly("« Un »", "“Deux”", "\"Trois\"", "‘Quatre’", "``Cinq''");
  }

  @Test
  void nestsOneInAnother() {
    var found = find("« Il a dit “non” hier »");
    assertThat(found).extracting(Quotation::depth).containsExactly(0, 1);
  }

  @Test
  void takesAnApostropheForNoMark() {
    assertThat(quoted("Don’t say the players’ names, it isn’t done")).isEmpty();
    assertThat(quoted("She said ‘I don’t know’ twice")).containsExactly("‘I don’t know’");
  }

  @Test
  void endsALostOpeningMarkWithItsSentence() {
    assertThat(quoted("Elle répond : « Jamais de la vie. Puis elle sort. On l'attend."))
        .containsExactly("« Jamais de la vie.");
  }

  @Test
  void ignoresAClosingMarkThatNothingOpened() {
    assertThat(quoted("Jamais de la vie », répond-elle. « Bien »")).containsExactly("« Bien »");
  }

  @Test
  void keepsTheOtherMarksWhenOneIsLost() {
    assertThat(quoted("« Un début. Le maire parle de « dérive » et sort."))
        .containsExactly("« Un début.", "« dérive »");
  }

  @Test
  void joinsAQuotationThatEachParagraphReopens() {
    var found = find("« Un premier point.\n\n« Un second. »\n\nLa suite.");
    assertThat(found).extracting(Quotation::continues).containsExactly(false, true);
    assertThat(found).allMatch(Quotation::closed);
  }

  @Test
  void readsAMillionMarksInASecond() {
    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> find("«".repeat(500_000) + "»\"".repeat(250_000)));
  }

  private static List<String> quoted(String text) {
    return find(text).stream().map(q -> q.in(text)).toList();
  }

  private static List<Quotation> find(String text) {
    var blocks = new ArrayList<Block>();
    for (var from = 0; from < text.length(); ) {
      var end = text.indexOf("\n\n", from);
      end = end < 0 ? text.length() : end;
      blocks.add(new Block(Block.Kind.PARAGRAPH, from, end, null));
      from = end + 2;
    }
    return Quotations.find(text, blocks);
  }
}
