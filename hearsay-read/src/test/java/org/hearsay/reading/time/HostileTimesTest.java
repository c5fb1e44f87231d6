package org.hearsay.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Digits and separators made to make patterns run wild: no exception, and time linear in length.
 */
class HostileTimesTest {

  private static final LocalDate DAY = LocalDate.of(2013, 2, 12);

  @Test
  void readsRandomPiecesWithoutAnException() {
    var pieces =
        new String[] {
          "12",
          "1",
          "999999999999",
          "2013",
          "/",
          "-",
          ".",
          ":",
          ",",
          " ",
          "\n",
          "'",
          "’",
          "h",
          "mars",
          "le",
          "la",
          "du",
          "au",
          "lundi",
          "the",
          "of",
          "May",
          "Feb.",
          "29",
          "30",
          "31",
          "0",
          "XX",
          "siècle",
          "ans",
          "un",
          "deux",
          "century",
          "first",
          "quarter",
          "ago",
          "il y a",
          "fin de",
          "mi-",
          "\uD83D\uDE00",
          "²",
          "٣",
          "à",
          "p.m.",
          "BC",
          "Pâques",
          "Easter",
          "9999",
          "depuis",
          "\u00A0"
        };
    var random = new Random(5);
    for (var i = 0; i < 3000; i++) {
      var text = new StringBuilder();
      for (var n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      for (var language : List.of("fr", "en", "es", "xx")) {
        var last = 0;
        for (var found : TimeTagger.read(text.toString(), List.of(), language, DAY)) {
          assertThat(found.start()).as(text.toString()).isGreaterThanOrEqualTo(last);
          assertThat(found.end()).as(text.toString()).isBetween(found.start() + 1, text.length());
          last = found.end();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 ",
        "1-",
        "12:",
        "2020/",
        "1 000 ",
        "3 et ",
        "du 3 au ",
        "le ",
        "un deux ",
        "de la fin de ",
        "au début de la fin d'",
        "the first ",
        "'",
        "1",
        "1,",
        "lundi, ",
        "mars ",
        "from 3 to ",
        "a "
      })
  void takesTimeInProportionToTheLength(String piece) {
    var small = cost(piece, 4_000);
    var large = cost(piece, 64_000);
    // Sixteen times the text: quadratic behaviour would cost 256 times as much.
    assertThat(large).as(piece).isLessThan(Math.max(small, 2_000_000) * 80);
  }

  /** Processor time of the second of two runs, in nanoseconds, the least of three. */
  private static long cost(String piece, int length) {
    var text = piece.repeat(length / piece.length());
    var clock = ManagementFactory.getThreadMXBean();
    var least = Long.MAX_VALUE;
    for (var i = 0; i < 3; i++) {
      var before = clock.getCurrentThreadCpuTime();
      TimeTagger.read(text, List.of(), "fr", DAY);
      TimeTagger.read(text, List.of(), "en", DAY);
      least = Math.min(least, clock.getCurrentThreadCpuTime() - before);
    }
    return least;
  }
}
