package org.hearsay.article;

import java.io.Serializable;
import java.util.List;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Note;
import org.hearsay.capture.Source;
import org.jspecify.annotations.Nullable;

/**
 * What the article stage makes of a capture.
 *
 * @param mediaType the kind the bytes were read as
 * @param charset the name of the charset they were decoded with; null for binary formats
 */
public record Extraction(
    Capture capture, String mediaType, @Nullable String charset, Article article, List<Note> notes)
    implements Serializable {

  public Extraction {
    notes = List.copyOf(notes);
  }

  /** What was read, its hash computed at every call: it costs a tenth of reading the article. */
  public Source source() {
    return new Source(
        capture.uri(),
        mediaType,
        charset,
        capture.bytes().length,
        capture.sha256(),
        capture.fetched());
  }
}
