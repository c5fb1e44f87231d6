package org.hearsay.reading;

import java.io.Serializable;
import java.util.List;
import org.hearsay.article.Names;
import org.hearsay.article.Span;

/**
 * A person, organisation or place of the document.
 *
 * @param id unique in the document, such as {@code e1}
 * @param name its fullest mention
 * @param mentions every place where the text names it or stands for it, in order
 */
public record Entity(String id, Kind kind, String name, List<Span> mentions, List<Role> roles)
    implements Serializable {

  public Entity {
    mentions = List.copyOf(mentions);
    roles = List.copyOf(roles);
  }

  /** What an entity is. */
  public enum Kind {
    PERSON,
    ORGANISATION,
    PLACE;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }
}
