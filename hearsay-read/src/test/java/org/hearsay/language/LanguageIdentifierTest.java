package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {

  private final LanguageIdentifier identifier = new LanguageIdentifier();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|Le maire de la ville a annoncé que les travaux vont commencer dans une semaine.",
        "en|The mayor of the town said that the works will begin in a week.",
        "es|El alcalde de la ciudad anunció que las obras van a comenzar en una semana.",
        "de|Der Bürgermeister der Stadt hat gesagt, dass die Arbeiten in einer Woche beginnen.",
        "it|Il sindaco della città ha annunciato che i lavori inizieranno tra una settimana.",
        "pt|O presidente da câmara anunciou que as obras vão começar dentro de uma semana.",
        "nl|De burgemeester van de stad heeft gezegd dat het werk over een week zal beginnen.",
      })
  void tellsTheLanguageOfASentence(String language, String text) {
    assertThat(identifier.identify(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OK",
        "Jean Dupond, Ann Lee, Acme",
        "12 345 – 678",
        "Borgmesteren i byen har sagt, at arbejdet vil begynde om en uge.",
        "L'alcalde de la ciutat ha anunciat que els treballs començaran d'aquí a una setmana.",
        "Ο δήμαρχος της πόλης ανακοίνωσε ότι τα έργα θα αρχίσουν.",
        "市長は来週工事が始まると発表した。",
      })
  void abstains(String text) {
    assertThat(identifier.identify(text)).isEmpty();
  }
}
