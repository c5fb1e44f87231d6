package org.hearsay.article;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Note;
import org.hearsay.capture.Source;

/**
 * Turns a capture into an article, whatever its kind: HTML, plain text, PDF. Never throws on the
 * content of a page: what cannot be read gives an empty article and a note. Thread-safe.
 */
public final class ArticleReader {

  public Extraction read(Capture capture) {
    var text = new String(capture.bytes(), StandardCharsets.UTF_8);
    var source =
        new Source(
            capture.uri(),
            "text/plain",
            "UTF-8",
            capture.bytes().length,
            capture.sha256(),
            capture.fetched());
    var article =
        new Article(
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            text,
            paragraphs(text),
            List.of(),
            List.of(),
            null);
    return new Extraction(source, article, List.<Note>of());
  }

  private static List<Block> paragraphs(String text) {
    var blocks = new ArrayList<Block>();
    var matcher = Pattern.compile("\\S(?:.*(?:\\R(?=.*\\S))?)*").matcher(text);
    while (matcher.find()) {
      blocks.add(new Block(Block.Kind.PARAGRAPH, matcher.start(), matcher.end(), null));
    }
    return blocks;
  }
}
