package org.hearsay.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hearsay.Hearsay;
import org.hearsay.reading.Reading;
import org.hearsay.reading.ReadingJson;
import org.junit.jupiter.api.Test;

class StatementDatesTest {

  private static Reading read(String language, String text) {
    var page =
        "<html lang='"
            + language
            + "'><head><title>Sarvelle</title><meta property='article:published_time'"
            + " content='2022-05-31T08:12:00+02:00'></head><body><article><h1>Sarvelle</h1><p>"
            + text
            + "</p></article></body></html>";
    return Hearsay.read(page.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void datesWhatIsSaidByTheDayBesideTheCue() {
    var french =
        read("fr", "« Rien n'est signé », a déclaré lundi Luc Arnoux, le maire de la commune.");
    assertThat(french.attributions()).extracting(a -> a.time()).contains("2022-05-30");
    var english =
        read("en", "\"Nothing has been signed,\" Luke Arden, the mayor, told reporters on Monday.");
    assertThat(english.attributions()).extracting(a -> a.time()).contains("2022-05-30");
    assertThat(ReadingJson.write(english)).contains("\"time\":\"2022-05-30\"");
    assertThat(ReadingJson.parse(ReadingJson.write(english))).isEqualTo(english);
  }

  @Test
  void takesNoDayOutOfWhatIsSaid() {
    var reading =
        read("en", "\"We will sign nothing before Friday, June 3,\" said Luke Arden, the mayor.");
    assertThat(reading.attributions()).isNotEmpty().allMatch(a -> a.time() == null);
  }

  @Test
  void aPageInSpanishIsDatedByAFolderAlone() {
    var reading =
        read(
            "es",
            "El alcalde dimitió ayer. Había sido elegido el 20 de febrero de 2021 y volverá"
                + " el próximo mes. La sesión duró tres horas y el pleno se reunirá mañana.");
    assertThat(reading.article().language()).isEqualTo("es");
    assertThat(reading.times())
        .extracting(t -> t.in(reading.article().text()) + " " + t.value())
        .contains("ayer 2022-05-30", "el 20 de febrero de 2021 2021-02-20", "mañana 2022-06-01");
  }
}
