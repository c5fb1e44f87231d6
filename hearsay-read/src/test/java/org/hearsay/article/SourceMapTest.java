package org.hearsay.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.hearsay.TestPaths;
import org.hearsay.capture.Capture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceMapTest {

  private static final String PAGE =
      """
      <html><head><title>The ferry of Ardmouth</title></head><body><h1>The ferry of Ardmouth</h1>
      <div class=article-body>
      <p>The ferry, said <b>Ms&nbsp;Quill</b> &amp; her <!-- not this -->brother, &laquo;&#160;was never\r
         late&#160;&raquo;, and the soft\u00ADhyphen &shy;vanishes in the caf&eacute; 😀 by the river.</p>
      <p>A second paragraph, which nobody disputes, says that the ferry of Ardmouth sank in the spring of 1911,
      <script>var x = "<p>";</script>with all its ropes<br>and lines and nothing else of any value to the town.</p>
      </div></body></html>
      """;

  private static Capture capture() {
    return new Capture("", PAGE.getBytes(UTF_8), "text/html", null, null);
  }

  private static String source(Article article, String words) {
    var at = article.text().indexOf(words);
    var bytes =
        SourceMap.of(capture(), article).bytesOf(new Span(at, at + words.length())).orElseThrow();
    return new String(Arrays.copyOfRange(capture().bytes(), bytes.start(), bytes.end()), UTF_8);
  }

  @Test
  void pointsFromWordsToTheirBytes() {
    var article = new ArticleReader().read(capture()).article();
    assertThat(source(article, "Ms Quill & her brother"))
        .isEqualTo("Ms&nbsp;Quill</b> &amp; her <!-- not this -->brother");
    assertThat(source(article, "« was")).isEqualTo("&laquo;&#160;was");
    assertThat(source(article, "softhyphen vanishes")).isEqualTo("soft\u00ADhyphen &shy;vanishes");
    assertThat(source(article, "café 😀")).isEqualTo("caf&eacute; 😀");
    assertThat(source(article, "ropes\nand")).isEqualTo("ropes<br>and");
  }

  @Test
  void pointsFromBytesBackToWords() {
    var article = new ArticleReader().read(capture()).article();
    var map = SourceMap.of(capture(), article);
    for (var words : List.of("Ms Quill", "brother", "😀", "1911", "with all its ropes")) {
      var at = article.text().indexOf(words);
      var span = new Span(at, at + words.length());
      assertThat(map.spanOf(map.bytesOf(span).orElseThrow())).contains(span);
    }
    assertThat(map.spanOf(new ByteRange(0, 10))).isEmpty();
  }

  /**
   * The text of every block of every page comes out the same when it is read from its bytes alone.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fundus/test_data",
        "readability/test-pages",
        "wcxb/dev/html",
        "trafilatura/tests"
      })
  void everyBlockOfTheCorpusIsReadAgainFromItsBytes(String corpus) throws IOException {
    var folder = TestPaths.corpus(corpus);
    List<Path> files;
    try (var found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".html.gz")).sorted().toList();
    }
    // every seventh page, all of them with -Dhearsay.all=true
    var step = Boolean.getBoolean("hearsay.all") ? 1 : 7;
    for (var i = 0; i < files.size(); i += step) {
      byte[] bytes;
      try (var in =
          new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(files.get(i))))) {
        bytes = in.readAllBytes();
      }
      var found = new ArticleReader().read(new Capture("", bytes, "text/html", null, null));
      check(files.get(i), bytes, found);
      pointsThereAndBack(files.get(i), bytes, found.article());
    }
  }

  /** From the first, a middle and the last word of each block to their bytes, and back. */
  private static void pointsThereAndBack(Path file, byte[] bytes, Article article) {
    var map = SourceMap.of(new Capture("", bytes, "text/html", null, null), article);
    // what was read from a script has no place in the page
    var placed = article.blocks().stream().filter(block -> block.html() != null).toList();
    assertThat(map.unmapped())
        .as(file.toString())
        .isEqualTo(article.blocks().size() - placed.size());
    for (var block : placed) {
      var middle = block.start() + (block.end() - block.start()) / 2;
      for (var at : new int[] {block.start(), middle, block.end() - 1}) {
        if (Character.isSurrogate(article.text().charAt(at))) {
          continue;
        }
        var span = new Span(at, at + 1);
        var back = map.spanOf(map.bytesOf(span).orElseThrow()).orElseThrow();
        // one reference may stand for two characters
        assertThat(back.start() <= at && back.end() > at && back.end() - back.start() <= 2)
            .as(file + " at " + at)
            .isTrue();
      }
    }
  }

  private static void check(Path file, byte[] bytes, Extraction found) {
    var charset = Charset.forName(found.source().charset());
    var stateless = !charset.name().startsWith("ISO-2022") && !charset.name().startsWith("UTF-16");
    for (var block : found.article().blocks()) {
      if (block.html() == null) {
        continue;
      }
      var slice = Arrays.copyOfRange(bytes, block.html().start(), block.html().end());
      if (stateless) {
        var chars = Decoded.of(slice, 0, charset);
        var text = SourceText.of(chars.chars(), 0, chars.length(), block.kind() == Block.Kind.CODE);
        assertThat(text.text()).as(file.toString()).isEqualTo(block.in(found.article().text()));
      }
    }
  }
}
