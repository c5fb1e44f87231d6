package org.hearsay.language.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.hearsay.language.Token;
import org.junit.jupiter.api.Test;

class KnownWordsTest {

  private static final KnownWords FRENCH = KnownWords.load("fr");

  private static Columns columns(String... words) {
    var text = String.join(" ", words);
    var tokens = new ArrayList<Token>();
    var at = 0;
    for (var word : words) {
      tokens.add(new Token(at, at + word.length(), Token.Kind.WORD));
      at += word.length() + 1;
    }
    return new Columns(text, tokens);
  }

  private static long bit(char kind) {
    return 1L << Gazetteer.KINDS.indexOf(kind);
  }

  @Test
  void knowsNamesOfOneWord() {
    var flags = FRENCH.names().flags(columns("Camille", "habite", "Marseille"));
    assertThat(flags[0] & (bit('m') | bit('f'))).isNotZero();
    assertThat(flags[1]).isZero();
    assertThat(flags[2] & bit('A')).isNotZero();
  }

  @Test
  void knowsWhereALongerNameBeginsAndGoesOn() {
    var flags = FRENCH.names().flags(columns("la", "Banque", "centrale", "européenne", "dit"));
    assertThat(flags[1] & bit('O') << Gazetteer.SHIFT).isNotZero();
    assertThat(flags[2] & bit('O') << 2 * Gazetteer.SHIFT).isNotZero();
    assertThat(flags[3] & bit('O') << 2 * Gazetteer.SHIFT).isNotZero();
    assertThat(flags[4]).isZero();
  }

  @Test
  void knowsANameThatBeginsInSmallLetters() {
    var flags = FRENCH.names().flags(columns("au", "ministère", "de", "la", "Défense"));
    assertThat(flags[1] & bit('G') << Gazetteer.SHIFT).isNotZero();
    assertThat(flags[4] & bit('G') << 2 * Gazetteer.SHIFT).isNotZero();
  }

  @Test
  void takesACapitalInsideAWordForOne() {
    var columns = columns("iTV", "6PR", "anti-OTAN", "20h");
    assertThat(columns.capital).containsExactly(true, true, false, false);
  }

  @Test
  void putsWordsOfOneMeaningIntoOneWideClass() {
    var meanings = FRENCH.meanings().of(columns("Andersson", "Bergquist", "Qzxvw"));
    assertThat(meanings[0]).isNotZero();
    assertThat(WordMeanings.wide(meanings[0])).isEqualTo(WordMeanings.wide(meanings[1]));
    assertThat(meanings[2]).isZero();
  }

  @Test
  void findsNoNameInSmallLetters() {
    assertThat(FRENCH.names().flags(columns("marseille"))).containsExactly(0);
  }

  @Test
  void putsWordsOfOneUseNearEachOther() {
    var paths = FRENCH.classes().paths(columns("lundi", "mardi", "mangera", "qzxv"));
    assertThat(paths[0]).isNotZero();
    assertThat(WordClusters.prefix(paths[0], 6)).isEqualTo(WordClusters.prefix(paths[1], 6));
    assertThat(paths[3]).isZero();
  }

  @Test
  void cutsPathsToTheirFirstSteps() {
    assertThat(WordClusters.prefix(0b1_0110, 2)).isEqualTo(0b1_01);
    assertThat(WordClusters.prefix(0b1_0110, 9)).isEqualTo(0b1_0110);
    assertThat(WordClusters.prefix(0, 4)).isZero();
  }

  @Test
  void hasNoWordsOfALanguageWithoutData() {
    var none = KnownWords.load("xx");
    assertThat(none.classes().paths(columns("lundi"))).containsExactly(0);
    assertThat(none.names().flags(columns("Marseille"))[0]).isNotZero();
  }
}
