package org.hearsay.reading.people;

import java.util.List;
import org.hearsay.language.AnnotatedText;
import org.hearsay.reading.Entity;

/** Groups the mentions of a document into entities and gives them their roles. Thread-safe. */
public final class EntityFinder {

  public List<Entity> find(AnnotatedText text) {
    return List.of();
  }
}
