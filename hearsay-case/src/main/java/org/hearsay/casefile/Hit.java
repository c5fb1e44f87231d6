package org.hearsay.casefile;

import java.util.List;
import org.hearsay.article.Span;

/**
 * A document that a search found.
 *
 * @param snippet a piece of its text around the best match
 * @param highlights the matching words, as spans of the snippet
 */
public record Hit(DocumentRecord document, String snippet, List<Span> highlights, float score) {
  public Hit {
    highlights = List.copyOf(highlights);
  }
}
