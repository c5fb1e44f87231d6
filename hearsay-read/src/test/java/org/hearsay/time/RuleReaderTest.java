package org.hearsay.time;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleReaderTest {

  @Test
  void namesFileAndLineOfAWrongRule() {
    var words = new Vocabulary("xx/words.tsv", List.of());
    var reader = new RuleReader("xx/time.rules", new Definitions(words));
    assertThatThrownBy(() -> reader.read(List.of("# rules", "", "rule: a", "mach: b")))
        .hasMessage(
            "xx/time.rules:4: unknown key 'mach'; expected define, rule, match, value, yes or no");
    assertThatThrownBy(() -> reader.read(List.of("rule: a", "match: b", "value: ref")))
        .hasMessageStartingWith("xx/time.rules:1: rule 'a' needs one 'yes' and one 'no'");
    assertThatThrownBy(
            () ->
                reader
                    .read(List.of("rule: a", "match: (b)(", "value: ref", "yes: b", "no: c"))
                    .get(0)
                    .match()
                    .pattern())
        .hasMessageStartingWith("xx/time.rules:2: not a pattern");
  }
}
