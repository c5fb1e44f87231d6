package org.hearsay.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fr    | Publié le 31 mai 2022 à 8h12, mis à jour le 1er juin 2022 à 9h | 2022-05-31 | 2022-06-01
          fr-CA | Publié le 31 mai 2022 à 8h12, mis à jour le 1er juin           | 2022-05-31 | 2022-06-01
          fr    | Publié le 31 mai 2022 à 8h12, mis à jour à 14h05               | 2022-05-31 | 2022-05-31
          fr    | Mis à jour le 05/06/2022 à 10:20                               |            | 2022-06-05
          fr    | Par Anne Martin, mardi 31 mai 2022                             | 2022-05-31 |
          en    | Updated 3 p.m. EST, Jan. 4, 2021                               |            | 2021-01-04T15:00:00-05:00
          en-GB | Published: 31st May 2022, 10:35 BST. Last updated: 1 June 2022 | 2022-05-31T10:35:00+01:00 | 2022-06-01
          en    | By Ann Lee, Tuesday, May 31, 2022                              | 2022-05-31 |
          en    | 05/31/2022                                                     | 2022-05-31 |
          en    | 05/06/2022                                                     |            |
          es    | Publicado el 31 de mayo de 2022, actualizado el 2 de junio     | 2022-05-31 | 2022-06-02
          de    | Stand: 31. Mai 2022, 17:05 Uhr                                 | 2022-05-31 |
          de    | Aktualisiert am 31.05.2022                                     |            | 2022-05-31
          it    | Pubblicato il 31 maggio 2022                                   | 2022-05-31 |
          ''    | Tue, 31 May 2022 08:12:00 GMT                                  | 2022-05-31T08:12:00Z |
          fr    | Published May 31, 2022                                         | 2022-05-31 |
          fr    | hier à 8h12                                                    |            |
          fr    | Il y a 3 heures                                                |            |
          fr    | 31 commentaires, 2022 partages                                 |            |
          en    | Version 3.5.22, call 212-555-1998                             |            |
          """)
  void readsWhenAPageWasPublishedAndRevised(
      String language, String line, String published, String revised) {
    var read = DateLine.read(line, language);
    assertThat(read.published().orElse(null)).as("published: " + line).isEqualTo(published);
    assertThat(read.revised().orElse(null)).as("revised: " + line).isEqualTo(revised);
  }
}
