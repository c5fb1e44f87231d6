package org.hearsay.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.hearsay.capture.Capture;
import org.junit.jupiter.api.Test;

class ScriptTextTest {

  private static final String FILL =
      " The council of Marlow met on Tuesday in the old mill, and the debate, which had been put off"
          + " twice, went on until midnight, with nobody leaving the room.";

  private static final String TEXT =
      "One." + FILL + "\n\nTwo." + FILL + "\n\nThree." + FILL + "\n\nFour." + FILL;

  private static Extraction read(String script, String body) {
    var html =
        "<!doctype html><html lang=en><head><title>Council meets</title>"
            + script
            + "</head><body>"
            + body
            + "</body></html>";
    return new ArticleReader().read(Capture.of("page.html", html.getBytes(UTF_8)));
  }

  private static void fromScript(Extraction found) {
    assertThat(found.article().text()).isEqualTo(TEXT);
    assertThat(found.notes()).extracting(note -> note.code()).contains("text-from-script");
    assertThat(found.article().blocks()).hasSize(4).allMatch(block -> block.html() == null);
  }

  @Test
  void readsTheBodyThatJsonLdCarries() {
    fromScript(
        read(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Council meets\",\"articleBody\":\""
                + TEXT.replace("\n", "\\n")
                + "\"}</script>",
            "<div id=root></div>"));
  }

  @Test
  void readsTheMarkupThatEmbeddedStateCarries() {
    var markup =
        "\\u003cp class=\\\"t\\\"\\u003e"
            + TEXT.replace("\n\n", "\\u003c/p\\u003e\\u003cp\\u003e")
            + "\\u003c/p\\u003e";
    fromScript(
        read(
            "",
            "<div id=root></div><script id=__NEXT_DATA__ type='application/json'>{\"props\":{\"article\":{\"title\":\"Council meets\","
                + "\"summary\":\"A meeting in a mill that went on and on, says our man.\",\"content\":\""
                + markup
                + "\"}},\"pad\":\""
                + "x".repeat(1000)
                + "\"}</script>"));
  }

  @Test
  void joinsTheParagraphsThatAreObjectsOfTheirOwn() {
    var parts = new StringBuilder();
    for (var paragraph : TEXT.split("\n\n")) {
      parts.append("{\"type\":\"paragraph\",\"text\":\"").append(paragraph).append("\"},");
    }
    fromScript(
        read(
            "",
            "<div id=root></div><script>window.__STATE__={\"body\":["
                + parts
                + "{}],\"pad\":\""
                + "x".repeat(1000)
                + "\"}</script>"));
  }

  @Test
  void whatThePageShowsGoesFirst() {
    var shown = "<article><p>" + TEXT.replace("\n\n", "</p><p>") + "</p></article>";
    var found =
        read(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + TEXT.replace("\n", " ")
                + " And more."
                + "\"}</script>",
            shown);
    assertThat(found.article().text()).isEqualTo(TEXT);
    assertThat(found.notes()).extracting(note -> note.code()).doesNotContain("text-from-script");
    assertThat(found.article().blocks()).allMatch(block -> block.html() != null);
  }

  @Test
  void shortStringsInScriptsAreNoArticle() {
    var found =
        read(
            "",
            "<div id=root></div><script>var texts={\"error\":\"Something went wrong on our side, please try it again.\",\"pad\":\""
                + "x".repeat(1000)
                + "\"}</script>");
    assertThat(found.article().text()).isEmpty();
    assertThat(found.notes()).extracting(note -> note.code()).contains("no-article");
  }

  @Test
  void captionsAreToldByTheirPictureOrTheirName() {
    var found =
        read(
                "",
                "<main><h1>Council meets in the old mill</h1><p>One."
                    + FILL
                    + "</p><div class=pic><img src=a.jpg><p>The mayor at the door of the mill on Tuesday.</p></div><p>Two."
                    + FILL
                    + "</p><div><p class=wp-caption-text>The clerk, who stayed on until the very end.</p></div><p>Three."
                    + FILL
                    + "</p></main>")
            .article();
    assertThat(found.blocks())
        .filteredOn(block -> block.kind() == Block.Kind.CAPTION)
        .extracting(block -> block.in(found.text()))
        .containsExactly(
            "The mayor at the door of the mill on Tuesday.",
            "The clerk, who stayed on until the very end.");
  }

  @Test
  void aPictureAboveSeveralParagraphsMakesNoCaptionOfThem() {
    var found =
        read(
                "",
                "<main><h1>Council meets in the old mill</h1><div><img src=a.jpg><p>One."
                    + FILL
                    + "</p><p>Two."
                    + FILL
                    + "</p></div></main>")
            .article();
    assertThat(found.blocks()).extracting(Block::kind).containsOnly(Block.Kind.PARAGRAPH);
  }
}
