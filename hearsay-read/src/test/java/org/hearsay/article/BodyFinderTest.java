package org.hearsay.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of scores: here every piece that is no heading is likely. */
class BodyFinderTest {

  private static List<String> found(String html) {
    var chars = html.toCharArray();
    var tree = HtmlTree.parse(chars, chars.length);
    var pieces = PieceStream.of(tree);
    var scores = new float[pieces.size()];
    Arrays.fill(scores, 0.9f);
    var all = new BitSet();
    all.set(0, pieces.size());
    var inData = new float[pieces.size()];
    Arrays.fill(inData, -1);
    return new BodyFinder(tree, new PageElements(tree), pieces, scores, all, inData)
        .find().stream().mapToObj(i -> pieces.get(i).text()).toList();
  }

  private static final String ONE = "The council met in the old mill on Tuesday.";
  private static final String TWO = "Nobody left the room until it was midnight.";

  @Test
  void aHiddenCopyOfTheTextCountsOnce() {
    assertThat(
            found(
                "<div class=desktop><p>"
                    + ONE
                    + "<p>"
                    + TWO
                    + "</div><div class=mobile><p>"
                    + ONE
                    + "<p>"
                    + TWO
                    + "</div>"))
        .containsExactly(ONE, TWO);
  }

  @Test
  void ofALeadThatStandsTwiceTheOneAmongTheTextStays() {
    var third = "The mayor spoke twice, and the clerk wrote down what both of them had said.";
    assertThat(
            found(
                "<div><span>"
                    + ONE
                    + "</span></div><section><p>"
                    + ONE
                    + "<p>"
                    + TWO
                    + "<p>"
                    + third
                    + "</section>"))
        .containsExactly(ONE, TWO, third);
  }

  @Test
  void theSameWordsUnderAnotherHeadingAreNoCopy() {
    assertThat(
            found("<div><p>" + ONE + "<p>" + TWO + "</div><h2>Again</h2><div><p>" + ONE + "</div>"))
        .containsExactly(ONE, TWO, "Again", ONE);
  }

  @Test
  void aHeadingWithNothingUnderItIsLeftOutAndASentenceSetAsOneIsNot() {
    assertThat(found("<p>" + ONE + "</p><h2>Read on</h2>")).containsExactly(ONE);
    assertThat(found("<p>" + ONE + "</p><h2>" + TWO + "</h2>")).containsExactly(ONE, TWO);
  }

  private static final String LONG =
      "<p>" + (ONE + " ").repeat(5) + "<p>" + (TWO + " ").repeat(5) + "<p>End of it all.";

  @Test
  void aBoxOfFactsIsBesideTheText() {
    assertThat(found("<div>" + LONG + "<aside class=fact-box><p>" + ONE + "</aside></div>"))
        .hasSize(3)
        .doesNotContain(ONE);
  }

  @Test
  void aBoxThatHoldsTheHeadlineOrMostOfTheTextIsNone() {
    assertThat(found("<div class=infobox><h1>Council meets</h1><p>" + ONE + "</div>" + LONG))
        .contains(ONE);
    assertThat(found("<div class=infobox>" + LONG + "</div><p>" + ONE)).hasSize(4);
  }

  @Test
  void aSecondArticleWithAHeadlineOfItsOwnIsNotOfTheFirst() {
    var second = "<article><h1>Mill burns</h1><p>" + ONE + "</article>";
    assertThat(found("<article><h1>Council meets</h1>" + LONG + "</article>" + second))
        .doesNotContain(ONE);
    // entries of a ticker have no main heading
    assertThat(
            found(
                "<article><h1>Council meets</h1>"
                    + LONG
                    + "</article>"
                    + second.replace("h1>", "h3>")))
        .contains(ONE);
  }
}
