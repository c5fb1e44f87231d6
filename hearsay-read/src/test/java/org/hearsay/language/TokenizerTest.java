package org.hearsay.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "L'eau d’ici qu'il a bue      | L' eau d’ ici qu' il a bue",
        "aujourd'hui et aujourd’hui   | aujourd'hui et aujourd’hui",
        "d'aujourd'hui                | d' aujourd'hui",
        "l' eau , qu' il boit         | l' eau , qu' il boit",
        "Qu'a-t-il dit ?              | Qu' a -t- il dit ?",
        "dit-elle, est-ce, dis-le-moi | dit - elle , est - ce , dis - le - moi",
        "un rendez-vous peut-être     | un rendez-vous peut-être",
        "Aix-en-Provence, Port-la-Mer | Aix-en-Provence , Port-la-Mer",
        "celui-ci, le porte-parole    | celui-ci , le porte-parole",
        "Côte-d'Or et M. O'Brien      | Côte-d'Or et M. O'Brien",
        "M. X, Mme Y et Mlle. Z       | M. X , Mme Y et Mlle. Z",
        "J. K. Roux et J.K. Roux      | J. K. Roux et J.K. Roux",
        "aux U.S.A. hier.             | aux U.S.A. hier .",
        "10 000 euros, 1 200 000,50 $ | 10 000 euros , 1 200 000,50 $",
        "en 2016 300 personnes        | en 2016 300 personnes",
        "le 1er mars à 20h30          | le 1er mars à 20h30",
        "« Oui… », (…) ‹ non ›        | « Oui … » , ( … ) ‹ non ›",
        "Non!... Si ?!                | Non ! ... Si ?!",
        "c'est-à-dire lui             | c'est-à-dire lui",
        "quelqu'un, prud'homme        | quelqu'un , prud'homme",
        "va-t-en, y a-t-il            | va -t- en , y a -t- il",
      })
  void cutsFrench(String text, String expected) {
    assertThat(cut("fr", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "He didn't, I'm, we've       | He did n't , I 'm , we 've",
        "Ann's and Ann’s             | Ann 's and Ann ’s",
        "the workers' union          | the workers ' union",
        "Mr. O'Brien, Sen. Doe       | Mr. O'Brien , Sen. Doe",
        "the U.S. on Jan. 3 at 5 a.m. | the U.S. on Jan. 3 at 5 a.m.",
        "a U.S.-led force            | a U.S. - led force",
        "AT&T and R&D                | AT&T and R&D",
        "see https://ex.org/a_b(1).  | see https://ex.org/a_b(1 ) .",
        "mail a.b@ex.org, @ann #tag  | mail a.b@ex.org , @ann #tag",
        "“Yes,” ‘no’ \"maybe\" ``so''  | “ Yes , ” ‘ no ’ \" maybe \" `` so ''",
        "on 2020-06-09 or 09/06/2020 | on 2020-06-09 or 09/06/2020",
        "$1,200.50 or 5%             | $ 1,200.50 or 5 %",
        "vice-president--elect — now | vice-president -- elect — now",
        "5 o'clock                   | 5 o'clock",
      })
  void cutsEnglish(String text, String expected) {
    assertThat(cut("en", text)).isEqualTo(expected);
  }

  private static String cut(String language, String text) {
    var tokens = new ArrayList<Token>();
    new Tokenizer(WordRules.load(language)).tokenize(text, 0, text.length(), tokens);
    return tokens.stream().map(t -> t.in(text)).reduce((a, b) -> a + " " + b).orElse("");
  }
}
