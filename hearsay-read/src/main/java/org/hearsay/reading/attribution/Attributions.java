package org.hearsay.reading.attribution;

import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.reading.Attribution;

/** What the attribution stage finds in a document. */
public record Attributions(List<Attribution> attributions, List<Span> hedges) {
  public Attributions {
    attributions = List.copyOf(attributions);
    hedges = List.copyOf(hedges);
  }
}
