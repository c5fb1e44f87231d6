package org.hearsay.reading.people;

import java.util.List;
import org.hearsay.language.AnnotatedText;
import org.hearsay.reading.Conflict;
import org.hearsay.reading.Entity;

/** Finds people to whom one document gives two current offices that exclude each other. */
public final class RoleConflicts {

  public List<Conflict> find(AnnotatedText text, List<Entity> entities) {
    return List.of();
  }
}
