package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hearsay.language.Name;
import org.junit.jupiter.api.Test;

class WrittenNamesTest {

  @Test
  void readsMarksAsNames() throws IOException {
    var passages = WrittenNames.read("en");
    assertThat(passages).hasSizeGreaterThan(100);
    for (var passage : passages) {
      assertThat(passage.text()).doesNotContain("[", "]");
      assertThat(passage.whole()).isTrue();
      var end = 0;
      for (var name : passage.gold()) {
        assertThat(name.start()).isGreaterThanOrEqualTo(end);
        assertThat(name.in(passage.text())).isEqualTo(name.in(passage.text()).strip());
        end = name.end();
      }
    }
    assertThat(passages.stream().flatMap(p -> p.others().stream()))
        .isNotEmpty()
        .allMatch(name -> name.kind() == Name.Kind.UNKNOWN);
  }
}
