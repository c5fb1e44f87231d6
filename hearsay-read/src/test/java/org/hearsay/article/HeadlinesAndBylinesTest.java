package org.hearsay.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.capture.Capture;
import org.junit.jupiter.api.Test;

class HeadlinesAndBylinesTest {

  private static final String FILL =
      " The council of Marlow met on Tuesday in the old mill, and the debate, which had been put off"
          + " twice, went on until midnight, with nobody leaving the room.";

  private static Article read(String head, String body) {
    var html =
        "<!doctype html><html lang=en><head>"
            + head
            + "</head><body><main>"
            + body
            + "<p>One."
            + FILL
            + "</p><p>Two."
            + FILL
            + "</p><p>Three."
            + FILL
            + "</p></main></body></html>";
    return new ArticleReader()
        .read(Capture.of("https://clarion.example/news/1.html", html.getBytes(UTF_8)))
        .article();
  }

  private static String graph(String title) {
    return "<meta property=og:title content=\"" + title + "\">";
  }

  private static String data(String type, String headline) {
    return "<script type=application/ld+json>{\"@type\":\""
        + type
        + "\",\"headline\":\""
        + headline
        + "\"}</script>";
  }

  @Test
  void keepsAKickerThatOpenGraphSetsBeforeTheHeadline() {
    var kicked = "After the flood: Council meets in the old mill";
    assertThat(
            read(
                    graph(kicked) + data("NewsArticle", kicked),
                    "<h1>Council meets in the old mill</h1>")
                .title())
        .isEqualTo(kicked);
  }

  @Test
  void dropsAKickerThatOpenGraphDrops() {
    var kicked = "After the flood: Council meets in the old mill";
    assertThat(
            read(
                    graph("Council meets in the old mill") + data("NewsArticle", kicked),
                    "<h1>" + kicked + "</h1>")
                .title())
        .isEqualTo("Council meets in the old mill");
  }

  @Test
  void takesTheHeadingOverATitleForSearchEngines() {
    assertThat(
            read(
                    graph("Council meets in the old mill tonight")
                        + data("BlogPosting", "Mill Meeting Marlow | Best Meetings 2026"),
                    "<h1>Council meets in the old mill tonight</h1>")
                .title())
        .isEqualTo("Council meets in the old mill tonight");
  }

  @Test
  void cutsTheOutletsNameOffTheTitle() {
    assertThat(
            read(
                    graph("Council meets in the old mill | The Clarion")
                        + "<meta property=og:site_name content='The Clarion'>",
                    "<h1>News</h1>")
                .title())
        .isEqualTo("Council meets in the old mill");
  }

  @Test
  void namesInSpansOfOneLinkAreOneNameAndTwoLinksTwo() {
    assertThat(
            read(
                    "",
                    "<h1>Council meets in the old mill</h1><div class=byline>Written by"
                        + "<a href=/author/lee><span>Ann</span> <span>Lee</span></a>"
                        + "<a href=/author/ray>Bob Ray</a></div>")
                .bylines())
        .containsExactly("Ann Lee", "Bob Ray");
  }

  @Test
  void buttonsAndFieldsNamedAuthorAreNobody() {
    assertThat(
            read(
                    "",
                    "<h1>Council meets in the old mill</h1><p class=author-box>Ann Lee</p>"
                        + "<p class=author-follow>Follow</p><label class=comment-author>Name *</label>")
                .bylines())
        .containsExactly("Ann Lee");
  }

  @Test
  void whoCommentsIsNoAuthor() {
    assertThat(
            read(
                    "",
                    "<h1>Council meets in the old mill</h1><span class=author>Ann Lee</span>"
                        + "<div class=comments><span class=author>Cy Moe</span></div>")
                .bylines())
        .containsExactly("Ann Lee");
  }

  @Test
  void anOutletThatTheDataNamesGivesWayToAPersonAndToNothingElse() {
    var outlet =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Council meets in the old mill\","
            + "\"publisher\":{\"name\":\"The Clarion\"},\"author\":{\"@type\":\"Organization\",\"name\":\"The Clarion\"}}</script>";
    var heading = "<h1>Council meets in the old mill</h1>";
    assertThat(read(outlet, heading + "<p class=author>By Ann Lee</p>").bylines())
        .containsExactly("Ann Lee");
    assertThat(read(outlet, heading + "<p class=author>Folgen</p>").bylines())
        .containsExactly("The Clarion");
  }

  @Test
  void givenAndFamilyNameMakeOneName() {
    assertThat(
            read(
                    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Mill\",\"author\":[{\"@type\":\"Person\","
                        + "\"givenName\":\"Ann Maria\",\"familyName\":\"Lee\"}]}</script>",
                    "<h1>Council meets in the old mill</h1>")
                .bylines())
        .containsExactly("Ann Maria Lee");
  }

  @Test
  void aPlaceOrAnOfficeAfterTheNameIsNoNameAndAnAgencyIs() {
    assertThat(split("Von Anna Lehm und Lea Wagen, Nairobi"))
        .containsExactly("Anna Lehm", "Lea Wagen");
    assertThat(split("Anna Lehm, dpa")).containsExactly("Anna Lehm", "dpa");
    assertThat(split("Ann Lee, Senior Reporter")).containsExactly("Ann Lee");
    assertThat(split("Ann Lee - Clarion Editorial Team")).containsExactly("Ann Lee");
    assertThat(split("Anna Lehm/Ben Moor")).containsExactly("Anna Lehm", "Ben Moor");
    assertThat(split("Lee, Ann")).containsExactly("Lee, Ann");
    assertThat(split("[Ann Lee]")).containsExactly("Ann Lee");
    assertThat(split("Posted")).isEmpty();
  }

  private static List<String> split(String byline) {
    var names = new ArrayList<String>();
    Bylines.split(byline, names);
    return names;
  }

  @Test
  void aNameAloneAtTheEndSignsTheText() {
    var article =
        new ArticleReader()
            .read(
                Capture.of(
                    "page.html",
                    ("<!doctype html><html lang=en><body><article><h1>Council meets in the old mill</h1><p>One."
                            + FILL
                            + "</p><p>Two."
                            + FILL
                            + "</p><p>Three."
                            + FILL
                            + "</p><p><strong>Ann Lee</strong></p></article></body></html>")
                        .getBytes(UTF_8)))
            .article();
    assertThat(article.bylines()).containsExactly("Ann Lee");
    assertThat(article.text()).doesNotContain("Ann Lee");
  }

  @Test
  void whatAPersonsNameLooksLike() {
    assertThat(List.of("Ann Lee", "Ludwig van der Berg", "Jeanne d'Arc", "MARIA NOOR", "渡辺洋介"))
        .allMatch(PersonNames::person);
    assertThat(List.of("Lee", "Senior Editor", "follow us", "The Marlow Clarion", "Ann Lee 2026"))
        .noneMatch(PersonNames::person);
  }

  @Test
  void takesTheHeadlineThatReadersSeeUnderOneForSearchEngines() {
    var forEngines = "Marlow council meeting: old mill, dates and news";
    var seen = "Council meets in the old mill until midnight";
    assertThat(
            read(
                    graph(seen) + data("NewsArticle", forEngines),
                    "<h1>" + forEngines + "</h1><h2>After the flood " + seen + "</h2>")
                .title())
        .isEqualTo(seen);
    assertThat(
            read(
                    graph(seen) + data("NewsArticle", forEngines),
                    "<h1>" + forEngines + "</h1><h2>The mill and its history</h2>")
                .title())
        .isEqualTo(forEngines);
  }

  @Test
  void knowsAKickerThatIsGluedToTheHeading() {
    assertThat(
            read(
                    graph("Flood / Council meets in the old mill")
                        + data("NewsArticle", "Council meets in the old mill"),
                    "<h1><span>Flood</span>Council meets in the old mill</h1>")
                .title())
        .isEqualTo("Flood / Council meets in the old mill");
  }

  @Test
  void takesAnotherWordingOfTheHeadingOnPagesThatAreNoNews() {
    var graph = graph("Ten tips for the old mill in winter");
    var heading = "<h1>Tips for keeping the old mill in winter and spring</h1>";
    assertThat(read(graph, heading).title())
        .isEqualTo("Tips for keeping the old mill in winter and spring");
    assertThat(read(graph + "<meta property=og:type content=article>", heading).title())
        .isEqualTo("Ten tips for the old mill in winter");
  }

  @Test
  void readsANameThatStandsAloneBeforeTheTextWhereDataNameTheOutlet() {
    var outlet =
        "<meta property=og:site_name content=\"The Clarion\"><meta name=author content=\"The Clarion\">";
    assertThat(read(outlet, "<h1>Council meets in the old mill</h1><p>Ann Quill</p>").bylines())
        .containsExactly("Ann Quill");
    assertThat(
            read(outlet, "<h1>Council meets in the old mill</h1><p>Read this first of all</p>")
                .bylines())
        .containsExactly("The Clarion");
  }

  @Test
  void takesThePrefixOffANameAfterAHardSpace() {
    assertThat(read("<meta name=author content=\"By&nbsp;Ann Quill\">", "<h1>Mill</h1>").bylines())
        .containsExactly("Ann Quill");
  }

  @Test
  void aCommaAloneNamesNobody() {
    var found = new ArrayList<String>();
    Bylines.split(",", found);
    Bylines.split(" , ,", found);
    assertThat(found).isEmpty();
  }

  @Test
  void takesTheHeadingThatThePagesTitleHasOverTheSitesName() {
    assertThat(
            read(
                    "<title>Ferry stops for the winter | Harbour Notes</title>",
                    "<h1>Harbour Notes</h1><h2>Ferry stops for the winter</h2>")
                .title())
        .isEqualTo("Ferry stops for the winter");
    assertThat(
            read("<title>Ferry stops</title>", "<h1>Menu and search</h1><h2>Ferry stops</h2>")
                .title())
        .isEqualTo("Ferry stops");
  }

  @Test
  void keepsTheMainHeadingThatSaysWhatThePagesTitleSaysInOtherWords() {
    assertThat(
            read(
                    "<title>What is a mobile app? | Harbour Notes</title>",
                    "<h1>What is a mobile application?</h1><h2>What is a mobile app?</h2>")
                .title())
        .isEqualTo("What is a mobile application?");
  }

  private static String shown(String byline) {
    return "<h1>Council meets in the old mill</h1><p class=byline>" + byline + "</p>";
  }

  @Test
  void leavesOutThoseWhoReviewedOrDrew() {
    assertThat(
            read(
                    "",
                    shown(
                        "<a>Written by</a> <a>Ann Lisle</a><br><i>Reviewed by</i><a>Bo Marsh</a>"))
                .bylines())
        .containsExactly("Ann Lisle");
  }

  @Test
  void takesAShownNameOverAnAccount() {
    var account =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"wp.lisle\"}}</script>";
    assertThat(read(account, shown("By Ann Lisle")).bylines()).containsExactly("Ann Lisle");
    assertThat(read(account, "<h1>Council meets</h1>").bylines()).containsExactly("wp.lisle");
  }

  @Test
  void takesAllNamesOfALineWhereDataHaveTheFirst() {
    var first =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ann Lisle\"}}</script>";
    assertThat(read(first, shown("By Ann Lisle, Bo Marsh")).bylines())
        .containsExactly("Ann Lisle", "Bo Marsh");
    assertThat(read(first, shown("By Cora Wend")).bylines()).containsExactly("Ann Lisle");
  }

  @Test
  void keepsSignsOfAnAgencyAndAWriter() {
    assertThat(read("", shown("dpa/lno")).bylines()).containsExactly("dpa/lno");
  }

  @Test
  void twoKickersThatDifferAreNoneOfTheHeadline() {
    assertThat(
            read(
                    graph("After the flood: Council meets in the old mill"),
                    "<h1>Marlow - Council meets in the old mill</h1>")
                .title())
        .isEqualTo("Council meets in the old mill");
    assertThat(
            Titles.withoutKickers(
                "After the flood – Council meets in the old mill",
                "After the flood - Council meets in the old mill"))
        .isEmpty();
    assertThat(Titles.withoutKickers("Fire: Mill burns", "Marlow: Mill burns")).isEmpty();
  }

  @Test
  void aMarkThatNobodySeesDividesNoWord() {
    assertThat(read(graph("Council\u00ADlors meet in the old mill"), "").title())
        .isEqualTo("Councillors meet in the old mill");
  }

  private static List<String> signed(String before, String inside) {
    return read(
            "<meta property=og:site_name content=\"Marlow Clarion\">",
            "<h1>Council meets in the old mill</h1><p>" + before + "</p><p>" + inside + "</p>")
        .bylines();
  }

  @Test
  void linesAroundTheTextNameItsAuthors() {
    for (var line :
        List.of(
            "Ein Artikel von Ann Lee | 27.01.2022",
            "March 15, 2022 · 3 min read · By Ann Lee",
            "Posted on September 21, 2020 by Ann Lee",
            "25.10.2022 - Ann Lee",
            "Ann Lee, 01.12.2021",
            "This post was written by Ann Lee, head of archives")) {
      assertThat(signed(line, "Zero." + FILL)).as(line).containsExactly("Ann Lee");
    }
  }

  @Test
  void otherLinesAroundTheTextNameNobody() {
    for (var line :
        List.of(
            "Reading Time | 5 min",
            "Reviewed by Ann Lee | 27.01.2022",
            "By the mill, 27.01.2022",
            "Last Updated | 27.01.2022")) {
      assertThat(signed(line, "Zero." + FILL)).as(line).isEmpty();
    }
  }

  @Test
  void aLineInTheTextThatOnlyNamesItsAuthorIsNoText() {
    var article =
        read("", "<h1>Council meets in the old mill</h1><p>Von Ann Lee und Bob Ray, Marlow</p>");
    assertThat(article.bylines()).containsExactly("Ann Lee", "Bob Ray");
    assertThat(article.text()).doesNotContain("Ann Lee");
  }

  @Test
  void anOutletCalledAfterTwoPersonsIsOneName() {
    assertThat(
            read(
                    "<meta property=og:site_name content=\"Lee &amp; Ray\"><meta name=author content=\"Lee &amp; Ray\">",
                    "<p>By Ann Lee</p>")
                .bylines())
        .containsExactly("Ann Lee");
  }
}
