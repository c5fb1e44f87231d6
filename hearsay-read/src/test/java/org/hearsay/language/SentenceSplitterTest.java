package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

  /** A bar stands where a sentence ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Il est parti.| Elle reste.",
        "M. Le Goff a vu Mme. Roux.| Il rit.",
        "J. P. Roux est là.| Et J. Dupond ?| Oui.",
        "« Non ! » a-t-il dit.| « Jamais. »",
        "« C'est fini ! », lance-t-elle, « et bien fini. »| Puis elle sort.",
        "« Qui sait ? Pas moi ! » répond Jean.",
        "Il a dit : « Partons. »| Ils partent.",
        "1er mars 2017 . – Jean Roux , le maire , est venu .| Il repart .",
        "Il hésite… puis parle.| Elle attend…| Rien.",
        "Le parti (fondé en 1920. Dissous depuis) renaît.| Fin.",
        "Il a acheté des pommes, des poires, etc. et du pain.| Voilà.",
        "Il a acheté des pommes, des poires, etc.| Il rentre.",
        "Le taux est de 3.5 %.| 12 pays suivent.",
        "\"Oui.\" dit-il.| \"Non.\"| Il part.",
      })
  void splitsFrench(String marked) {
    check("fr", marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Doe met Sen. Roe in the U.S. Senate.| They spoke.",
        "He lives in the U.S.| The others left.",
        "“Who? Me?” he asks, “and why?”| No one knows.",
        "\"We go,\" he said.| \"You stay.\"| She stayed.",
        "It opened at 5 p.m. on Jan. 3.| It closed at 6 p.m.| The crowd left.",
        "Acme Inc. bought it.| He works for Acme Inc.| She does not.",
        "See www.example.org for more.| Call now!",
        "He said (see p. 4. It is clear) no.| Yes.",
        "J. R. Smith sang.| Plan B.| It failed.",
      })
  void splitsEnglish(String marked) {
    check("en", marked);
  }

  @Test
  void noSentenceCrossesABlock() {
    var text = TextSample.analysed("fr", "Un titre sans point", "Le texte commence.");
    assertThat(text.sentences())
        .extracting(s -> s.in(text.text()))
        .containsExactly("Un titre sans point", "Le texte commence.");
  }

  private static void check(String language, String marked) {
    var text = TextSample.analysed(language, marked.replace("|", ""));
    var found = text.sentences().stream().map(s -> s.in(text.text())).toList();
    assertThat(String.join("| ", found)).isEqualTo(marked);
  }
}
