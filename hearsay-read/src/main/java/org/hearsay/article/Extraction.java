package org.hearsay.article;

import java.io.Serializable;
import java.util.List;
import org.hearsay.capture.Note;
import org.hearsay.capture.Source;

/** What the article stage makes of a capture. */
public record Extraction(Source source, Article article, List<Note> notes) implements Serializable {
  public Extraction {
    notes = List.copyOf(notes);
  }
}
