package org.hearsay.reading;

import java.io.Serializable;
import org.hearsay.article.Names;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;
import org.jspecify.annotations.Nullable;

/**
 * An office, title or function that the text gives to a person.
 *
 * @param title as written, without leading article
 * @param organisation id of the entity it belongs to; null when not named
 * @param status null when the text does not say
 */
public record Role(
    int start, int end, String title, @Nullable String organisation, @Nullable Status status)
    implements Spanned, Serializable {

  public Role {
    Span.check(start, end);
  }

  /** Whether the person holds the office at the time of writing. */
  public enum Status {
    CURRENT,
    FORMER,
    ACTING,
    DESIGNATE,
    CANDIDATE;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }
}
