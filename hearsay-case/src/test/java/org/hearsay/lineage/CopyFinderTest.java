package org.hearsay.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hearsay.lineage.CopyFinder.Text;
import org.hearsay.lineage.CopyPair.Kind;
import org.junit.jupiter.api.Test;

class CopyFinderTest {
  private static final String DISPATCH =
      """
      Le barrage de Valmorte a cédé mardi soir après trois jours de pluie, a annoncé la préfecture.
      Quatre villages ont été évacués dans la nuit et six cents personnes dorment dans des gymnases.
      La ministre de l'Équipement, Odile Tarnier, se rendra sur place mercredi matin avec les secours.
      L'exploitant avait été averti en mars de fissures dans la paroi nord, selon un rapport interne.
      """;

  @Test
  void seesThroughCaseAccentsAndPunctuation() {
    var copies =
        CopyFinder.find(
            List.of(
                new Text("b", DISPATCH),
                new Text("a", "« " + Folding.fold(DISPATCH).replace(",", " —").replace("'", "’"))));
    assertThat(copies.pairs()).extracting(CopyPair::kind).containsExactly(Kind.EXACT);
    assertThat(copies.groups()).containsExactly(List.of("b", "a"));
    assertThat(copies.texts(2)).isEqualTo(1);
  }

  @Test
  void findsAReprintWithAnotherBeginningAndSmallEdits() {
    var reprint =
        "Un drame attendu. "
            + DISPATCH
                .replace("mardi soir", "mardi vers minuit")
                .replace("six cents", "six cent douze")
            + " (Agence Ouest)";
    var pair = only(new Text("a", DISPATCH), new Text("b", reprint));
    assertThat(pair.kind()).isEqualTo(Kind.NEAR);
    assertThat(pair.containment()).isBetween(0.7, 0.95);
    assertThat(pair.passages()).hasSize(1);
    assertThat(pair.passages().get(0).second().in(reprint))
        .startsWith("Le barrage")
        .contains("six cent douze")
        .endsWith("rapport interne");
  }

  @Test
  void findsTwoSentencesInsideALongArticle() {
    var dispatch = DISPATCH.replace("\n", " ");
    var sentences = dispatch.split("(?<=\\.)\\s+");
    var before = filler(1, 700);
    var article = before + ". " + sentences[1] + " " + sentences[2] + " " + filler(2, 400) + ".";
    var pair = only(new Text("z", dispatch), new Text("y", article));
    assertThat(pair.kind()).isEqualTo(Kind.PASSAGE);
    assertThat(pair.first()).isEqualTo("y");
    assertThat(pair.passages()).hasSize(1);
    var passage = pair.passages().get(0);
    assertThat(passage.first().in(article)).isEqualTo(passage.second().in(dispatch));
    assertThat(passage.second().in(dispatch)).startsWith("Quatre villages").endsWith("les secours");
    assertThat(pair.jaccard()).isLessThan(0.05);
  }

  @Test
  void leavesTextsOnTheSameMatterApart() {
    var other =
        """
        Mardi soir, le barrage de Valmorte n'a pas résisté. La préfecture a fait évacuer quatre
        villages, et quelque six cents habitants ont passé la nuit dans des gymnases. Odile Tarnier,
        ministre de l'Équipement, est attendue mercredi matin. Un rapport interne parlait en mars
        de fissures dans la paroi nord.
        """;
    assertThat(CopyFinder.find(List.of(new Text("a", DISPATCH), new Text("b", other))).pairs())
        .isEmpty();
  }

  @Test
  void ignoresEmptyAndTinyTexts() {
    var texts = new ArrayList<Text>();
    for (var i = 0; i < 5; i++) {
      texts.add(new Text("empty" + i, ""));
      texts.add(new Text("tiny" + i, "Page not found"));
    }
    assertThat(CopyFinder.find(texts).pairs()).isEmpty();
    assertThat(CopyFinder.find(List.of()).groups()).isEmpty();
  }

  @Test
  void keepsAllOfAHundredCopiesTogether() {
    var texts = new ArrayList<Text>();
    for (var i = 0; i < 100; i++) {
      texts.add(new Text("c" + i, filler(i, 10) + " " + DISPATCH + " " + filler(1000 + i, 10)));
    }
    texts.add(new Text("other", filler(5000, 300)));
    var copies = CopyFinder.find(texts);
    assertThat(copies.groups()).hasSize(1);
    assertThat(copies.texts(texts.size())).isEqualTo(2);
    assertThat(copies.pairs().size()).isBetween(99, 100 * 20);
  }

  @Test
  void countsWordsWhereTheyAreNotSetApart() {
    var text = "水坝在星期二晚上决口，四个村庄的六百名居民被疏散到体育馆过夜";
    var pair = only(new Text("a", text), new Text("b", "据报道，" + text + "。"));
    assertThat(pair.kind()).isEqualTo(Kind.NEAR);
    assertThat(pair.passages().get(0).second().in("据报道，" + text + "。")).isEqualTo(text);
  }

  @Test
  void takesTimeInProportionToRepetitiveTexts() {
    var a = new Text("a", "spam and eggs ".repeat(100_000));
    var b = new Text("b", "eggs and spam ".repeat(100_000));
    var start = System.nanoTime();
    CopyFinder.find(List.of(a, b, new Text("c", "spam spam and eggs ".repeat(100_000))));
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
  }

  @Test
  void winnowingKeepsOneOfEveryWindow() {
    var random = new Random(7);
    var grams = random.longs(1000).toArray();
    var picked = Grams.winnow(grams, 6);
    for (var i = 0; i + 6 <= grams.length; i++) {
      var window = java.util.Arrays.copyOfRange(grams, i, i + 6);
      assertThat(Grams.shared(Grams.distinct(window), picked)).isPositive();
    }
    assertThat((double) picked.length / grams.length).isCloseTo(2.0 / 7, within(0.03));
  }

  private static CopyPair only(Text... texts) {
    var copies = CopyFinder.find(List.of(texts));
    assertThat(copies.pairs()).hasSize(1);
    return copies.pairs().get(0);
  }

  /** Words that do not come in other texts in this order. */
  static String filler(int seed, int words) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (var i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(word(Math.abs(random.nextGaussian()) * 900));
    }
    return text.toString();
  }

  private static String word(double rank) {
    var word = new StringBuilder();
    for (var n = (int) rank + 20; n > 0; n /= 20) {
      word.append("bdfglmnprstvzkcjhwxq".charAt(n % 20)).append("aeiou".charAt(n % 5));
    }
    return word.toString();
  }
}
