package org.hearsay.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.hearsay.capture.Capture;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {

  private static final String FILL =
      " The council of Marlow met on Tuesday in the old mill, and the debate, which had been put off"
          + " twice, went on until midnight, with nobody leaving the room.";

  private static Article read(String html) {
    return new ArticleReader().read(Capture.of("page.html", html.getBytes(UTF_8))).article();
  }

  private static String page(String body) {
    return "<!doctype html><html lang=en><body><nav><a href=/>Home</a><a href=/news>News</a></nav><main>"
        + "<h1>Council meets in the old mill</h1>"
        + body
        + "</main><footer><p>© 2026 The Marlow Clarion. All rights reserved.</p></footer></body></html>";
  }

  @Test
  void joinsBlocksByOneBlankLineAndLeavesTheHeadlineOut() {
    var article = read(page("<p>One." + FILL + "<p>Two." + FILL));
    assertThat(article.title()).isEqualTo("Council meets in the old mill");
    assertThat(article.text()).isEqualTo("One." + FILL + "\n\nTwo." + FILL);
    assertThat(article.blocks()).extracting(Block::kind).containsOnly(Block.Kind.PARAGRAPH);
  }

  @Test
  void aBlockPointsAtItsBytes() {
    var html = page("<p>Été &amp; hiver, 😀" + FILL + "</p><p>Deux <b>mots</b>." + FILL + "</p>");
    var bytes = html.getBytes(UTF_8);
    var article = read(html);
    var block = article.blocks().get(0);
    assertThat(
            new String(Arrays.copyOfRange(bytes, block.html().start(), block.html().end()), UTF_8))
        .isEqualTo("Été &amp; hiver, 😀" + FILL);
    var second = article.blocks().get(1);
    assertThat(
            new String(
                Arrays.copyOfRange(bytes, second.html().start(), second.html().end()), UTF_8))
        .startsWith("Deux <b>mots</b>.");
  }

  @Test
  void twoLineBreaksArePartingParagraphs() {
    var article = read(page("<div>One." + FILL + "<br><br>Two." + FILL + "<br>Three.</div>"));
    assertThat(article.text()).isEqualTo("One." + FILL + "\n\nTwo." + FILL + "\nThree.");
  }

  @Test
  void flagsALinkThatWasCut() {
    var article =
        read(
            page("<p>See <a href='https://…/…/'>the report</a> and <a href='/b'>more</a>." + FILL));
    assertThat(article.links()).hasSize(2);
    var cut = article.links().get(0);
    assertThat(cut.broken()).isEqualTo("truncated");
    assertThat(cut.in(article.text())).isEqualTo("the report");
    assertThat(article.links().get(1).broken()).isNull();
  }

  @Test
  void namesTheRightsLineAndKeepsItOutOfTheText() {
    var article = read(page("<p>One." + FILL + "<p>Two." + FILL));
    assertThat(article.furniture())
        .anySatisfy(
            piece -> {
              assertThat(piece.kind()).isEqualTo(Furniture.Kind.RIGHTS);
              assertThat(piece.text()).contains("Marlow Clarion");
            });
    assertThat(article.reuse().conditions()).containsExactly("all-rights-reserved");
  }

  @Test
  void readsALicenceBesideOtherRelTokens() {
    var article =
        read(
            page(
                "<p>One."
                    + FILL
                    + "<p>Two."
                    + FILL
                    + "<p class=licence><a rel='noopener license' href='https://creativecommons.org/licenses/by-nd/4.0/deed.fr'>CC</a></p>"));
    assertThat(article.reuse().licence()).isEqualTo("CC-BY-ND-4.0");
    assertThat(article.reuse().conflicting()).isTrue(); // the footer reserves all rights
  }

  @Test
  void decodesWindows1252PagesAndCountsTheirBytes() {
    var html =
        "<html><head><meta charset=iso-8859-1></head><body><p>L’été « chaud » – dit-il."
            + FILL
            + "</p></body></html>";
    var bytes = html.getBytes(Charset.forName("windows-1252"));
    var found = new ArticleReader().read(Capture.of("page.html", bytes));
    assertThat(found.source().charset()).isEqualTo("windows-1252");
    assertThat(found.article().text()).startsWith("L’été « chaud » – dit-il.");
    assertThat(found.article().blocks().get(0).html().end()).isEqualTo(html.indexOf("</p>"));
  }

  @Test
  void brokenJsonLdStillGivesWhatItHolds() {
    var article =
        read(
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"The \"old\" mill\","
                + "\"datePublished\":\"2026-03-04T08:00:00+01:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"name\":\"Bob Ray\"}],</script>"
                + page("<p>One." + FILL));
    assertThat(article.title()).isEqualTo("The \"old\" mill");
    assertThat(article.published()).isEqualTo("2026-03-04T08:00:00+01:00");
    assertThat(article.bylines()).containsExactly("Ann Lee", "Bob Ray");
  }

  @Test
  void textOutsideAnyElementIsRead() {
    var article = read("Share this" + FILL + "<p>Two." + FILL + "</p>Tail");
    assertThat(article.text()).contains("Two.");
  }

  @Test
  void anEmptyPageIsSaidToHoldNoArticle() {
    var found =
        new ArticleReader().read(Capture.of("", "<html><body></body></html>".getBytes(UTF_8)));
    assertThat(found.article().text()).isEmpty();
    assertThat(found.notes()).extracting(note -> note.code()).contains("no-article");
  }

  @Test
  void bytesThatAreNoTextAreSaidToBeUnreadable() {
    var junk = new byte[4000];
    for (var i = 0; i < junk.length; i++) {
      junk[i] = (byte) (i * 31 ^ i >> 3);
    }
    var found = new ArticleReader().read(Capture.of("junk.bin", junk));
    assertThat(found.article().text()).isEmpty();
    assertThat(found.notes()).extracting(note -> note.code()).containsExactly("unreadable");
  }

  @Test
  void leavesOutLinesThatLeadElsewhereAndUnfilledTemplates() {
    var text =
        "The ferry of Ardmouth sank in the spring of 1911, with all its ropes and lines, and ";
    var html =
        "<html lang=en><body><article><h1>The ferry</h1><p>"
            + text
            + "one.</p><p>Read also: <a href=/2>A new ferry for the bay of Ardmouth</a></p><p>"
            + text
            + "two.</p><p>{{ item.title }} {{ item.lead }}</p><p>"
            + text
            + "three.</p><p>Read also what the old captain wrote in his diary, which nobody has.</p><p>"
            + text
            + "four.</p></article></body></html>";
    var read =
        new ArticleReader()
            .read(
                org.hearsay.capture.Capture.of(
                    "", html.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .article()
            .text();
    assertThat(read)
        .contains("one.", "two.", "three.", "four.", "what the old captain wrote")
        .doesNotContain("A new ferry", "{{");
  }
}
