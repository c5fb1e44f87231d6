package org.hearsay.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.hearsay.article.Span;
import org.hearsay.serve.Captured.Part;
import org.hearsay.serve.PlacedPage.Found;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PlacedPageTest {

  private static String lit(Captured captured, String words) {
    return lit(captured.page().copy(captured.light(words)));
  }

  private static String lit(String copy) {
    return Jsoup.parse(copy).select("mark[data-hearsay]").stream()
        .map(mark -> mark.wholeText())
        .collect(Collectors.joining("|"));
  }

  @Test
  void lightsOnlyTheWordsOfTheStatementInAParagraphWithLinksAndReferences() {
    var source =
        "<p class='x'>The mayor, <a href=\"/who?a=1&amp;b=2\">Ana&nbsp;Ruiz</a>, said the \n"
            + " caf&eacute; &amp; the <b>old <i>quay</i></b> &#8220;will close&#8221; soon.</p>";
    var page =
        Captured.of(
            "<html><body><h1>The café & the old quay</h1>" + source + "</body></html>",
            new Part(
                source, "The mayor, Ana Ruiz, said the café & the old quay “will close” soon."));
    assertThat(lit(page, "the café & the old quay “will close”"))
        .isEqualTo("the \n caf\u00e9 & the|old|quay|“will close”");
    assertThat(lit(page, "Ana Ruiz")).isEqualTo("Ana\u00a0Ruiz");
    assertThat(page.page().found(page.light("Ana Ruiz"))).isEqualTo(Found.ALL);
  }

  @Test
  void lightsAPassageOverSeveralBlocks() {
    var page =
        Captured.of(
            "<p>First one.</p><div>ad</div><p>Second one.</p>",
            new Part("<p>First one.</p>", "First one."),
            new Part("<p>Second one.</p>", "Second one."));
    assertThat(lit(page, "one.\n\nSecond")).isEqualTo("one.|Second");
  }

  @Test
  void placesWordsOfAPageInWindows1252AndInUtf16() {
    for (var charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
      var page =
          Captured.of(
              "<p>Déjà.</p><p>« L’été », dit-il… à Évry.</p>",
              charset,
              "text/html",
              new Part("<p>« L’été », dit-il… à Évry.</p>", "« L’été », dit-il… à Évry."));
      assertThat(lit(page, "L’été")).as(charset.name()).isEqualTo("L’été");
      assertThat(page.page().copy(List.of())).contains("Déjà.");
    }
  }

  @Test
  void stepsOverScriptsAndCommentsAndButtonsThatTheTextLeavesOut() {
    var source =
        "<p>She said<!-- 'no' --> yes<script>if (a<b) write('no')</script>"
            + "<button>Share</button> twice.</p>";
    var page = Captured.of(source, new Part(source, "She said yes twice."));
    assertThat(lit(page, "said yes twice")).isEqualTo("said|yes|twice");
  }

  @Test
  void doesNotGuessWhereTheTextIsNotInThePageToTheLetter() {
    var page = Captured.of("<p>She said no.</p>", new Part("<p>She said no.</p>", "She said yes."));
    assertThat(lit(page, "yes")).isEmpty();
    assertThat(page.page().found(page.light("yes"))).isEqualTo(Found.NONE);
  }

  @Test
  void doesNotGuessBetweenTwoPlacesForTheSameWords() {
    var source = "<div><span>Yes.</span><span>Yes.</span><b>No.</b></div>";
    var page = Captured.of(source, new Part(source, "Yes. No."));
    assertThat(page.page().found(page.light("Yes"))).isEqualTo(Found.NONE);
  }

  @Test
  void tellsWhenOnlyAPartIsFound() {
    var page =
        Captured.of(
            "<p>One.</p><p>Two.</p>",
            new Part("<p>One.</p>", "One."),
            new Part("<p>Two.</p>", "Three."));
    assertThat(page.page().found(page.light("One.\n\nThree."))).isEqualTo(Found.PART);
    assertThat(lit(page, "One.\n\nThree.")).isEqualTo("One.");
  }

  @Test
  void givesTheMoreSpecificToneItsPlace() {
    var page = Captured.of("<p>A b c</p>", new Part("<p>A b c</p>", "A b c"));
    var copy =
        page.page()
            .copy(
                List.of(
                    new Light(new Span(0, 5), Light.Tone.CONTENT),
                    new Light(new Span(2, 3), Light.Tone.CUE)));
    assertThat(Jsoup.parse(copy).select("mark").eachAttr("data-hearsay"))
        .containsExactly("content", "cue", "content");
    assertThat(Jsoup.parse(copy).select("#" + HarmlessPage.ANCHOR).text()).isEqualTo("A");
  }

  @Test
  void marksPlainTextWhereItStands() {
    var text = "A <b>line</b>.\nAnother & more.";
    var page = Captured.of(text, StandardCharsets.UTF_8, "text/plain", new Part(text, text));
    assertThat(lit(page, "Another & more")).isEqualTo("Another & more");
    assertThat(Jsoup.parse(page.page().copy(List.of())).select("pre").first().wholeText())
        .isEqualTo(text);
  }

  @Test
  void saysWhenAnOriginalCannotBeShown() {
    var page =
        Captured.of("%PDF-1.7", StandardCharsets.UTF_8, "application/pdf", new Part("%PDF", "Hi"));
    assertThat(page.page().found(page.light("Hi"))).isEqualTo(Found.NONE);
    assertThat(page.page().copy(List.of())).contains("cannot be shown here");
  }

  @Test
  void leavesNothingThatRunsOrLoads() {
    var html =
        """
        <html><head><base href="https://evil.example/"><meta http-equiv=refresh content="0;url=//e">
        <link rel=stylesheet href=x.css><style>@import 'a.css'; p{background:url(x.png);color:red}
        @font-face{font-family:x;src:url(f.woff)} i{background:url(data:image/png;base64,AA)}</style>
        <script>alert(1)</script></head>
        <body onload="a()" background=b.png><p onclick=x()>Text <a href="javascript:x()">one</a>
        <a href=https://outside.example/>two</a> <a href="#n">three</a></p>
        <img src=https://t.example/p.gif srcset="a 1x" onerror=x()><img src="data:image/png;base64,AA">
        <img src="data:text/html,x"><iframe src=//f.example></iframe><object data=o></object>
        <form action=/x><input name=q autofocus><button formaction=/y>Go</button></form>
        <svg><script>x()</script><image xlink:href="https://i.example/i.png"/><use href="//u"/></svg>
        <p style="background:URL( 'https://s.example/s.png' );color:blue">styled</p>
        <video src=v poster=p></video><template><p>hidden</p></template></body></html>
        """;
    var copy = Captured.of(html, new Part("<p onclick=x()>", "x")).page().copy(List.of());
    var page = Jsoup.parse(copy);
    assertThat(page.select("script, base, link, iframe, object, video, template, meta[http-equiv]"))
        .isEmpty();
    assertThat(page.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(a -> a.getKey().startsWith("on"))
                    .noneMatch(a -> a.getKey().matches("action|formaction|srcset|background"))
                    .noneMatch(a -> a.getKey().endsWith("href") && !a.getValue().startsWith("#")));
    assertThat(page.select("img[src]").eachAttr("src")).containsExactly("data:image/png;base64,AA");
    assertThat(page.select("style").first().data())
        .doesNotContain("import", "x.png", "font-face")
        .contains("color:red", "url(data:image/png;base64,AA)");
    assertThat(page.select("p[style]").attr("style")).doesNotContain("s.png").contains("blue");
    assertThat(page.select("input, button").eachAttr("disabled")).hasSize(2);
    assertThat(page.select("a[title=https://outside.example/]").text()).isEqualTo("two");
    assertThat(page.select(".hearsay-copy").text()).contains("Marked copy");
  }

  @Test
  void takesNoMarkOfThePagesOwnForALight() {
    var html = "<p>Said.</p><mark data-hearsay=content id=hearsay-lit>Forged</mark>";
    var page = Captured.of(html, new Part("<p>Said.</p>", "Said."));
    assertThat(lit(page, "Said")).isEqualTo("Said");
    assertThat(Jsoup.parse(page.page().copy(List.of())).select("#hearsay-lit")).isEmpty();
  }

  @Test
  void opensWhatIsFoldedAroundALight() {
    var html = "<details><summary>More</summary><div hidden><p>Said.</p></div></details>";
    var page = Captured.of(html, new Part("<p>Said.</p>", "Said."));
    var copy = Jsoup.parse(page.page().copy(page.light("Said")));
    assertThat(copy.select("details[open]")).hasSize(1);
    assertThat(copy.select("[hidden]")).isEmpty();
  }

  @Test
  void isNotSlowedDownByHostilePages() {
    var runs = "<b>a</b>".repeat(20_000);
    var deep = "<div>".repeat(50_000) + "<p>Said.</p>";
    var many = Captured.of(runs, new Part(runs, "a".repeat(10_000)));
    var nested = Captured.of(deep, new Part("<p>Said.</p>", "Said."));
    org.junit.jupiter.api.Assertions.assertTimeout(
        java.time.Duration.ofSeconds(20),
        () -> {
          assertThat(many.page().found(many.light("aaa"))).isEqualTo(Found.NONE);
          many.page().copy(many.light("aaa"));
          assertThat(lit(nested, "Said").equals("Said")).isTrue();
        });
  }
}
