package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hearsay.reading.people.EntityFinder;
import org.hearsay.reading.people.RoleConflicts;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, the layer ends, and every span lies inside it and in order. */
class OddTextTest {

  private static final LanguageAnalyser ANALYSER = new LanguageAnalyser();

  static List<String> texts() {
    return List.of(
        "a".repeat(1_000_000),
        "A".repeat(1_000_000),
        "«".repeat(50_000),
        "(".repeat(50_000),
        "M. ".repeat(25_000),
        "l'".repeat(50_000),
        "-il".repeat(50_000),
        "président de ".repeat(20_000),
        "Jean ".repeat(20_000),
        "\"".repeat(50_001),
        "....!!!???---,,,;;;",
        "\u0000 \u0000\u0001\u0002",
        "\uD83D un demi \uDE00 couple \uD83D",
        "👨‍👩‍👧‍👦 🇫🇷 😀😀",
        "قال الوزير إن \u202Bالاتفاق\u202C لم يوقع",
        "e\u0301t\u0301\u0301\u0301e\u0301 \u0301",
        "e" + "\u0301".repeat(1_000_000),
        "市長は工事が始まると発表した".repeat(20_000),
        "\uD83D".repeat(100_000),
        "👨‍👩‍👧‍👦".repeat(20_000),
        "قال الوزير ".repeat(20_000),
        "Z̸̢̛a̷l̶g̵o̶ dit-il",
        "市長は来週工事が始まると発表した。次の文。",
        "𝒯𝒽𝑒 𝓂𝒶𝓎𝑜𝓇 said",
        "1".repeat(100_000),
        "1 000 ".repeat(20_000),
        "a@".repeat(20_000),
        "http://".repeat(20_000),
        "'".repeat(50_000),
        " \t\r\u00A0\u200B");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void neverBreaksTheLayer(String odd) {
    for (var language : new String[] {"fr", "en", null, "../x"}) {
      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(language, odd));
    }
  }

  private static void check(String language, String odd) {
    var text = ANALYSER.analyse(TextSample.article(language, odd));
    var last = 0;
    for (var token : text.tokens()) {
      assertThat(token.start()).isGreaterThanOrEqualTo(last);
      assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(odd.length());
      last = token.end();
    }
    var next = 0;
    for (var sentence : text.sentences()) {
      assertThat(sentence.firstToken()).isEqualTo(next);
      next = sentence.endToken();
    }
    assertThat(next).isEqualTo(text.tokens().size());
    var entities = new EntityFinder().find(text);
    for (var entity : entities) {
      assertThat(entity.mentions()).allMatch(m -> m.end() <= odd.length());
    }
    new RoleConflicts().find(text, entities);
  }
}
