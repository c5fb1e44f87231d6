package org.hearsay.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributesTest {

  private static PageElements elements(String html) {
    var chars = html.toCharArray();
    return new PageElements(HtmlTree.parse(chars, chars.length));
  }

  @Test
  void readsNamesInAnyCaseAndResolvesReferencesInValues() {
    var chars = "<p CLASS='a &amp; b' id=x hidden data-n = 3>".toCharArray();
    var tree = HtmlTree.parse(chars, chars.length);
    assertThat(tree.attributes(0))
        .containsExactly("class", "a & b", "id", "x", "hidden", "", "data-n", "3");
    assertThat(tree.attribute(0, "class")).isEqualTo("a & b");
    assertThat(tree.attribute(0, "title")).isEmpty();
  }

  @Test
  void survivesTagsThatNeverEnd() {
    for (var html : new String[] {"<p class=", "<p class='", "<p class='x", "<p =", "<p a/b//c"}) {
      var chars = html.toCharArray();
      assertThat(HtmlTree.parse(chars, chars.length).attributes(0)).doesNotContainNull();
    }
  }

  @Test
  void looksThroughNamesThatAreWrittenWithReferencesOrCapitals() {
    assertThat(elements("<div class='Page-Caption'>").caption(0)).isTrue();
    assertThat(elements("<div class='page&#45;cutl&#105;ne'>").caption(0)).isTrue();
    assertThat(elements("<div class='page-capt'>").caption(0)).isFalse();
  }

  @Test
  void countsShortWordsOnlyAsWordsOfTheirOwn() {
    assertThat(elements("<div class='top ad box'>").unlikely(0)).isTrue();
    assertThat(elements("<div class='shadow reading'>").unlikely(0)).isFalse();
  }

  @Test
  void takesFurnitureThatStandsFirstInTheTable() {
    assertThat(elements("<div class='share comment'>").furniture(0))
        .isEqualTo(Furniture.Kind.COMMENTS);
    assertThat(elements("<div class='xyz123'>").furniture(0)).isEqualTo(Furniture.Kind.OTHER);
  }
}
