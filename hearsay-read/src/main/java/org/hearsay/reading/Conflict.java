package org.hearsay.reading;

import java.io.Serializable;
import java.util.List;
import org.hearsay.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * Two passages of one document that do not agree; a question, never a verdict.
 *
 * @param kind such as {@code exclusive-roles}
 * @param entity id of the entity it is about
 * @param evidence the passages, two or more
 */
public record Conflict(String kind, @Nullable String entity, List<Span> evidence)
    implements Serializable {
  public Conflict {
    evidence = List.copyOf(evidence);
  }
}
