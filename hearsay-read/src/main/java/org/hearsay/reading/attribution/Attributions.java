package org.hearsay.reading.attribution;

import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Entity;

/**
 * What the attribution stage finds in a document.
 *
 * @param entities those it was given, then one for each speaker without a name: "des témoins", "the
 *     police"
 */
public record Attributions(
    List<Attribution> attributions, List<Span> hedges, List<Entity> entities) {
  public Attributions {
    attributions = List.copyOf(attributions);
    hedges = List.copyOf(hedges);
    entities = List.copyOf(entities);
  }
}
