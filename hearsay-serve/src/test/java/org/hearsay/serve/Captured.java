package org.hearsay.serve;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.article.Article;
import org.hearsay.article.Block;
import org.hearsay.article.ByteRange;
import org.hearsay.article.Span;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Source;
import org.hearsay.reading.Reading;

/**
 * A page made by hand with the reading it should have: in {@code html}, each {@code «id:text}
 * paragraph is named by its element's id.
 */
record Captured(Capture capture, Reading reading) {

  /** One block: the source it stands in, and the text the article has for it. */
  record Part(String source, String text) {}

  static Captured of(String html, Part... parts) {
    return of(html, StandardCharsets.UTF_8, "text/html", parts);
  }

  static Captured of(String html, Charset charset, String mediaType, Part... parts) {
    var bytes = html.getBytes(charset);
    var text = new StringBuilder();
    var blocks = new ArrayList<Block>();
    for (var part : parts) {
      if (!text.isEmpty()) {
        text.append("\n\n");
      }
      var at = html.indexOf(part.source);
      var start = html.substring(0, at).getBytes(charset).length;
      var range = new ByteRange(start, start + part.source.getBytes(charset).length);
      blocks.add(
          new Block(
              Block.Kind.PARAGRAPH, text.length(), text.length() + part.text.length(), range));
      text.append(part.text);
    }
    var capture = new Capture("page.html", bytes, mediaType, charset.name(), null);
    var article =
        new Article(
            null,
            null,
            "Invented",
            null,
            List.of(),
            null,
            null,
            "en",
            text.toString(),
            blocks,
            List.of(),
            List.of(),
            null);
    var source =
        new Source(capture.uri(), mediaType, charset.name(), bytes.length, capture.sha256(), null);
    return new Captured(
        capture,
        new Reading(
            Reading.FORMAT,
            source,
            article,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  PlacedPage page() {
    return new PlacedPage(capture, reading);
  }

  /** Where these words stand in the article. */
  List<Light> light(String words) {
    var at = reading.article().text().indexOf(words);
    return List.of(new Light(new Span(at, at + words.length()), Light.Tone.CONTENT));
  }
}
