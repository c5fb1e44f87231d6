package org.hearsay.article;

import java.util.List;
import java.util.Locale;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Note;

/**
 * Turns a capture into an article, whatever its kind: HTML, plain text, PDF. Never throws on the
 * content of a page: what cannot be read gives an empty article and a note. Thread-safe.
 */
public final class ArticleReader {

  /** What becomes of the entries of a live blog, which are texts of their own times. */
  public enum LiveBlogs {
    /** They are the text, in the order of the page. */
    KEPT,
    /** They are left out; what is said of the whole stays. */
    WITHOUT_ENTRIES
  }

  private final LiveBlogs liveBlogs;

  public ArticleReader() {
    this(LiveBlogs.KEPT);
  }

  public ArticleReader(LiveBlogs liveBlogs) {
    this.liveBlogs = liveBlogs;
  }

  public Extraction read(Capture capture) {
    return switch (MediaKind.of(capture)) {
      case HTML -> HtmlReader.read(capture, liveBlogs);
      case TEXT -> TextReader.read(capture);
      case PDF -> PdfReader.read(capture);
      case BINARY -> unreadable(capture);
    };
  }

  private static Extraction unreadable(Capture capture) {
    var kind =
        capture.mediaType() != null
            ? capture.mediaType().toLowerCase(Locale.ROOT)
            : "application/octet-stream";
    return new Extraction(
        capture,
        kind,
        null,
        Article.empty(),
        List.of(
            new Note("unreadable", "these bytes are neither a page nor a text that can be read")));
  }
}
