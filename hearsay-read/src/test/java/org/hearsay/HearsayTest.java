package org.hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hearsay.reading.ReadingJson;
import org.junit.jupiter.api.Test;

class HearsayTest {

  @Test
  void aReadingSurvivesItsJson() {
    var reading =
        Hearsay.read("Un.\n\n« Deux », dit-il.\nSuite.\n".getBytes(StandardCharsets.UTF_8));
    var json = ReadingJson.write(reading);
    assertThat(ReadingJson.write(ReadingJson.parse(json))).isEqualTo(json);
    assertThat(ReadingJson.parse(json)).isEqualTo(reading);
    assertThat(json).contains("\"kind\":\"paragraph\"").doesNotContain("null");
  }
}
