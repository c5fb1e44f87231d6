package org.hearsay.reading.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.reading.Attribution.Flag;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private final Lexicon french = Lexicon.of("fr").orElseThrow();
  private final Lexicon english = Lexicon.of("en").orElseThrow();

  @Test
  void knowsInflectedForms() {
    assertThat(french.cue("rappelait").lemma()).isEqualTo("rappeler");
    assertThat(french.cue("rappelle").tense()).isEqualTo(Cue.Tense.PRES);
    assertThat(french.cue("révèle").lemma()).isEqualTo("révéler");
    assertThat(french.cue("prévient").lemma()).isEqualTo("prévenir");
    assertThat(french.cue("annonçait").lemma()).isEqualTo("annoncer");
    assertThat(english.cue("admitted").lemma()).isEqualTo("admit");
    assertThat(english.cue("denies").flags()).containsExactly(Flag.DENY);
  }

  @Test
  void knowsCuesOfSeveralWords() {
    assertThat(english.cue("according to").kind()).isEqualTo(Cue.Kind.PREP);
    assertThat(french.cue("d'après")).isNotNull();
  }

  @Test
  void whatCanFollowACueHasOneOrderInEveryProcess() {
    assertThat(french.cue("dire").frames()).containsExactly("q", "que");
    assertThat(french.cue("interdire").frames()).containsExactly("np", "que");
  }

  @Test
  void knowsWhatFlagsACue() {
    assertThat(french.flagging("écartait").flags()).containsExactly(Flag.DENY);
    assertThat(french.flagging("en faux").flags()).containsExactly(Flag.DENY);
    assertThat(french.flagging("attendent").reflexive()).isTrue();
    assertThat(french.flagging("juré").first()).containsExactlyInAnyOrder("de", "d'");
    assertThat(english.flagging("told").flags()).containsExactly(Flag.ORDER);
    assertThat(french.flagging("table")).isEqualTo(french.flagging("tablait"));
    assertThat(french.flagging("déclare")).isNull();
  }

  @Test
  void hasNothingForALanguageWithoutAFolder() {
    assertThat(Lexicon.of("xx")).isEmpty();
  }
}
