package org.hearsay.reading;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.hearsay.article.Article;
import org.hearsay.article.Span;
import org.hearsay.capture.Note;
import org.hearsay.capture.Source;
import org.jspecify.annotations.Nullable;

/**
 * Everything one document says, each finding with its span in {@code article.text}. {@link
 * ReadingJson} writes it.
 */
public record Reading(
    int format,
    Source source,
    Article article,
    List<Entity> entities,
    List<TimeExpression> times,
    List<Attribution> attributions,
    List<Span> hedges,
    List<Event> events,
    List<Conflict> conflicts,
    List<Note> notes)
    implements Serializable {

  /** The version of the JSON contract; raised when a field changes meaning. */
  public static final int FORMAT = 1;

  public Reading {
    entities = List.copyOf(entities);
    times = List.copyOf(times);
    attributions = List.copyOf(attributions);
    hedges = List.copyOf(hedges);
    events = List.copyOf(events);
    conflicts = List.copyOf(conflicts);
    notes = List.copyOf(notes);
  }

  /** The entity with this id; empty for null or an id that is not of this reading. */
  public Optional<Entity> entity(@Nullable String id) {
    return entities.stream().filter(e -> e.id().equals(id)).findFirst();
  }
}
