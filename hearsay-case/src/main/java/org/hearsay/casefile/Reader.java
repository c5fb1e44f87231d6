package org.hearsay.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.hearsay.Hearsay;
import org.hearsay.article.Article;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Note;
import org.hearsay.capture.Source;
import org.hearsay.reading.Reading;

/** From a capture to its reading and its record. */
final class Reader {
  private Reader() {}

  /** Tells readings made by different versions apart. */
  static final String VERSION =
      Reading.FORMAT
          + "/"
          + Objects.requireNonNullElse(
              Hearsay.class.getPackage().getImplementationVersion(), "development");

  /** See {@link DocumentRecord#id}; a zero byte stands between uri and bytes. */
  static String id(Capture capture) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(capture.uri().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(capture.bytes());
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads a capture. The original must not be lost because of a fault in the reader: then the
   * reading is empty and says so.
   */
  static Reading read(Capture capture) {
    try {
      return Hearsay.read(capture);
    } catch (RuntimeException | StackOverflowError e) {
      return unread(capture, e);
    }
  }

  private static Reading unread(Capture capture, Throwable cause) {
    var note =
        new Note(
            "reader-failed",
            "this document is kept but could not be read, which is a fault of Hearsay: " + cause);
    return new Reading(
        Reading.FORMAT,
        new Source(
            capture.uri(),
            capture.mediaType(),
            null,
            capture.bytes().length,
            capture.sha256(),
            capture.fetched()),
        new Article(
            null, null, null, null, List.of(), null, null, null, "", List.of(), List.of(),
            List.of(), null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(note));
  }

  static DocumentRecord record(String id, Reading reading, Instant added) {
    var source = reading.source();
    var article = reading.article();
    return new DocumentRecord(
        id,
        source.uri(),
        article.title(),
        article.site(),
        article.published(),
        article.language(),
        source.sha256(),
        source.bytes(),
        reading.attributions().size(),
        added);
  }
}
