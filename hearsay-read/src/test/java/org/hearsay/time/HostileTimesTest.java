package org.hearsay.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Digits and separators made to make patterns run wild: no exception, and time linear in length.
 */
class HostileTimesTest {

  private static final LocalDate DAY = LocalDate.of(2013, 2, 12);

  /** What hostile text is held against, on the same machine in the same minute. */
  private static final Map<String, String> PROSE =
      Map.of(
          "fr",
          """
          Le conseil s'est réuni mardi 3 mars 2015 à Orvanne. La maire avait annoncé en janvier que
          l'école fermerait à la fin de l'année ; les parents, eux, demandent depuis deux ans une
          réponse claire. La prochaine réunion est prévue le 12 avril à 18 heures.

          """,
          "en",
          """
          The council met on Tuesday, March 3, 2015 in Orvanne. In January the mayor had announced
          that the school would close at the end of the year; parents have asked for a clear answer
          for two years. The next meeting is planned for April 12 at 6 p.m.

          """);

  /** How many times as long it may take; it was four and a half at most. */
  private static final int TIMES = 12;

  @BeforeAll
  static void warmUp() {
    for (var round = 0; round < 4; round++) {
      for (var piece : pieces()) {
        for (var language : List.of("fr", "en")) {
          TimeGrammar.resolve(piece.repeat(8_000 / piece.length()), new int[0], language, DAY);
        }
      }
    }
  }

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
        for (var found : TimeGrammar.resolve(text.toString(), new int[0], language, DAY)) {
          assertThat(found.start()).as(text.toString()).isGreaterThanOrEqualTo(last);
          assertThat(found.end()).as(text.toString()).isBetween(found.start() + 1, text.length());
          assertThat(found.edtf() == null || EdtfSyntax.isValid(found.edtf()))
              .as(text + ": " + found.edtf())
              .isTrue();
          last = found.end();
        }
      }
    }
  }

  /** Made to make patterns run wild: digits, separators, half a rule again and again. */
  static List<String> pieces() {
    return List.of(
        "12 ",
        "1-",
        "12:",
        "2020/",
        "1 000 ",
        "1.",
        "0",
        "1",
        "1,",
        "01.01",
        "12:34:",
        "1/2/",
        "'",
        "20-",
        "3 et ",
        "du 3 au ",
        "le ",
        "un deux ",
        "de la fin de ",
        "au début de la fin d'",
        "the first ",
        "lundi, ",
        "mars ",
        "from 3 to ",
        "a ",
        "trois mille ",
        "vingt et ",
        "two and ",
        "the week of ",
        "semaine du ",
        "3 heures et ",
        "10 to ",
        "le premier lundi de ",
        "1 day ",
        "2 ans, ",
        "early late ",
        "depuis ",
        "since the ",
        "at 3 ",
        "May ",
        "Q",
        "n° ",
        "the last ",
        "the 1st, 2nd, ",
        "le premier ",
        "il y a ",
        "deux cent ",
        "quatre-vingt-",
        "les 3, 4, 5, 6 ",
        "de 3 à ",
        "Monday ",
        "Friday night ",
        "year of the ",
        "une du mois de ",
        "vers ",
        "two ",
        "Aug. ",
        "a few months ago in two weeks' from ",
        "deux juin le 20 du mois le ",
        "le 1er juillet y-",
        "\n",
        "  ");
  }

  /** Digits and separators, words of rules, half a rule: whatever comes again and again. */
  @ParameterizedTest
  @MethodSource("pieces")
  void takesNoMoreThanAFewTimesWhatProseTakes(String piece) {
    for (var language : List.of("fr", "en")) {
      var prose = cost(PROSE.get(language), 16 * 1024, language);
      assertThat(cost(piece, 16 * 1024, language))
          .as("nanoseconds for 16 kB of '" + piece + "' in " + language)
          .isLessThan(TIMES * prose);
    }
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void takesTimeInProportionToTheLength(String piece) {
    var small = cost(piece, 1_000, "fr") + cost(piece, 1_000, "en");
    var large = cost(piece, 20_000, "fr") + cost(piece, 20_000, "en");
    // A floor for texts that cost next to nothing, where the clock's steps would decide.
    assertThat(large).as(piece).isLessThan(Math.max(small, 8_000_000) * 25);
  }

  @Test
  void passesOverWhatIsNoTextAndReadsOn() {
    var text = "deux juin le 20 du mois le ".repeat(400) + "\n\nElle est née le 31 mai 1962.";
    var found = TimeGrammar.resolve(text, new int[] {0}, "fr", DAY);
    assertThat(found.get(found.size() - 1).mention().value()).isEqualTo("1962-05-31");
    assertThat(found.size()).isBetween(100, 1_000);
  }

  /** Processor time of reading it once warm, in nanoseconds: the least of some runs. */
  private static long cost(String piece, int length, String language) {
    var text = piece.repeat(length / piece.length());
    var clock = ManagementFactory.getThreadMXBean();
    var least = Long.MAX_VALUE;
    for (var i = 0; i < 12; i++) {
      var before = clock.getCurrentThreadCpuTime();
      TimeGrammar.resolve(text, new int[0], language, DAY);
      least = Math.min(least, clock.getCurrentThreadCpuTime() - before);
    }
    return least;
  }
}
