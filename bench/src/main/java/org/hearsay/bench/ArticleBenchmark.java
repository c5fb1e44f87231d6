package org.hearsay.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.boilerpipe.BoilerpipeContentHandler;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.xml.sax.SAXException;

/** From bytes to the article, beside jsoup's parse of the same bytes and beside two peers. */
@State(Scope.Benchmark)
public class ArticleBenchmark {

  @Param({"fundus", "wcxb"})
  public String pages = "fundus";

  private List<byte[]> bytes = List.of();

  @Setup
  public void load() {
    bytes = Pages.sample(pages);
  }

  /** What the others are measured by: the tree alone, its charset found as jsoup does. */
  @Benchmark
  public void jsoupParse(Blackhole hole) throws IOException {
    for (var page : bytes) {
      hole.consume(Jsoup.parse(new ByteArrayInputStream(page), null, "https://example.org/"));
    }
  }

  @Benchmark
  public void hearsay(Blackhole hole) {
    var reader = new ArticleReader();
    for (var page : bytes) {
      hole.consume(reader.read(Capture.of("https://example.org/", page)));
    }
  }

  @Benchmark
  public void readability4j(Blackhole hole) {
    for (var page : bytes) {
      var html = new String(page, StandardCharsets.UTF_8);
      hole.consume(
          new Readability4JExtended("https://example.org/", html).parse().getTextContent());
    }
  }

  @Benchmark
  public void boilerpipe(Blackhole hole) throws IOException, SAXException, TikaException {
    for (var page : bytes) {
      var text = new BodyContentHandler(-1);
      new JSoupParser()
          .parse(
              new ByteArrayInputStream(page),
              new BoilerpipeContentHandler(text),
              new Metadata(),
              new ParseContext());
      hole.consume(text.toString());
    }
  }
}
