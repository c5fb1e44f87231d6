package org.hearsay.language.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.language.Token;
import org.junit.jupiter.api.Test;

class ExpansionsTest {

  /** The words that are spelled out, and behind an arrow the acronym they are for. */
  private static String spelled(String text) {
    var tokens = new ArrayList<Token>();
    var at = 0;
    for (var word : text.split(" ")) {
      var kind = Character.isLetter(word.charAt(0)) ? Token.Kind.WORD : Token.Kind.PUNCTUATION;
      tokens.add(new Token(at, at + word.length(), kind));
      at += word.length() + 1;
    }
    var found = new Columns(text, tokens).expansions;
    var words = new ArrayList<String>();
    var acronyms = new ArrayList<String>();
    for (var i = 0; i < tokens.size(); i++) {
      if (found.first[i] >= 0) {
        words.add(tokens.get(i).in(text));
      }
      if (found.of[i] >= 0) {
        acronyms.add(tokens.get(i).in(text));
      }
    }
    return String.join(" ", words) + " -> " + String.join(" ", acronyms);
  }

  @Test
  void findsWhatAnAcronymInBracketsStandsFor() {
    assertThat(spelled("la ligue bretonne des dockers ( LBD ) proteste , la LBD part"))
        .isEqualTo("ligue bretonne des dockers -> LBD LBD");
    assertThat(spelled("l' École de la mer ( EM )")).isEqualTo("École de la mer -> EM");
    assertThat(spelled("the Harbour Workers ' Union ( HWU )")).isEqualTo(" -> ");
    assertThat(spelled("le Haut-Conseil de la pêche ( HCP )"))
        .isEqualTo("Haut-Conseil de la pêche -> HCP");
  }

  @Test
  void findsTheWordsInBracketsBehindAnAcronym() {
    assertThat(spelled("la LBD ( ligue bretonne des dockers ) proteste"))
        .isEqualTo("ligue bretonne des dockers -> LBD");
  }

  @Test
  void leavesOtherBracketsAlone() {
    for (var text :
        List.of(
            "Marie Le Goff ( PS ) proteste",
            "le maire ( ",
            "( LBD )",
            "la ligue nouvelle ancienne des dockers ( LD )",
            "LBD ( ligue",
            "les dockers ( Brest )")) {
      assertThat(spelled(text)).as(text).isEqualTo(" -> ");
    }
  }
}
