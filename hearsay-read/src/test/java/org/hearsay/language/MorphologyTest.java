package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MorphologyTest {

  private static final Morphology FRENCH = Morphology.load("fr");
  private static final Morphology ENGLISH = Morphology.load("en");

  private static int token(AnnotatedText text, String word) {
    for (var i = 0; i < text.tokens().size(); i++) {
      if (text.tokens().get(i).in(text.text()).equals(word)) {
        return i;
      }
    }
    throw new AssertionError(word + " is no token of " + text.text());
  }

  @Test
  void tellsTheConditionalFromTheImperfect() {
    assertThat(FRENCH.of("aurait", PartOfSpeech.AUX).isConditional()).isTrue();
    assertThat(FRENCH.of("déclarerait", PartOfSpeech.VERB).isConditional()).isTrue();
    assertThat(FRENCH.of("déclarait", PartOfSpeech.VERB).tense()).isEqualTo("Imp");
    assertThat(FRENCH.of("montrait", PartOfSpeech.VERB).isConditional()).isFalse();
  }

  @Test
  void tellsPersonNumberAndGender() {
    var women = FRENCH.of("déléguées", PartOfSpeech.NOUN);
    assertThat(women.gender()).isEqualTo("Fem");
    assertThat(women.number()).isEqualTo("Plur");
    assertThat(FRENCH.of("partirons", PartOfSpeech.VERB).person()).isEqualTo("1");
    assertThat(ENGLISH.of("was", PartOfSpeech.AUX).tense()).isEqualTo("Past");
    assertThat(ENGLISH.of("she", PartOfSpeech.PRON).gender()).isEqualTo("Fem");
  }

  @Test
  void saysNothingOfWordsWithoutForms() {
    assertThat(FRENCH.of("avec", PartOfSpeech.ADP)).isEqualTo(WordForm.NONE);
    assertThat(FRENCH.of("", PartOfSpeech.VERB)).isEqualTo(WordForm.NONE);
    assertThat(FRENCH.of("a".repeat(100_000), PartOfSpeech.VERB)).isEqualTo(WordForm.NONE);
    assertThat(Morphology.load("de").of("sagte", PartOfSpeech.VERB)).isEqualTo(WordForm.NONE);
  }

  @Test
  void findsTheNegationAroundAVerb() {
    var no = TextSample.analysed("fr", "La maire n'a pas confirmé la fermeture du port.");
    assertThat(FRENCH.isNegated(no, token(no, "a"))).isTrue();
    assertThat(FRENCH.isNegated(no, token(no, "confirmé"))).isTrue();
    var only = TextSample.analysed("fr", "La maire ne confirme que la fermeture du port.");
    assertThat(FRENCH.isNegated(only, token(only, "confirme"))).isFalse();
    var yes = TextSample.analysed("fr", "La maire confirme. Elle ne viendra pas.");
    assertThat(FRENCH.isNegated(yes, token(yes, "confirme"))).isFalse();
    var english = TextSample.analysed("en", "The mayor did not confirm it. She left.");
    assertThat(ENGLISH.isNegated(english, token(english, "confirm"))).isTrue();
    assertThat(ENGLISH.isNegated(english, token(english, "left"))).isFalse();
  }

  @Test
  void readsABlockInItsOwnLanguage() {
    var french = "La mairie de Rhuys a fermé le port mardi, après la fuite de gazole d'un cargo.";
    var english =
        "We are sorry for the trouble that this has caused, and we will pay for every boat, said Ann"
            + " Lee.";
    var read = TextSample.analysed("fr", french, english, "Merci.");
    var text = read.text();
    assertThat(read.blockLanguages()).containsExactly("fr", "en", "fr");
    assertThat(read.tokens()).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
    assertThat(read.partsOfSpeech()).hasSameSizeAs(read.tokens());
    assertThat(read.sentences().get(1).in(text)).startsWith("We are").endsWith("Lee.");
    assertThat(read.tokens(read.sentences().get(1)).get(0).in(text)).isEqualTo("We");
    assertThat(read.pos(token(read, "sorry"))).isEqualTo(PartOfSpeech.ADJ);
  }
}
