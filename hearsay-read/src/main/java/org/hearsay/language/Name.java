package org.hearsay.language;

import java.io.Serializable;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;

/** A proper name in the text: {@code Jens Stoltenberg}, without title or honorific. */
public record Name(int start, int end, Kind kind) implements Spanned, Serializable {
  public Name {
    Span.check(start, end);
  }

  /** What a name names; {@code UNKNOWN} when nothing around it tells. */
  public enum Kind {
    PERSON,
    ORGANISATION,
    PLACE,
    UNKNOWN;

    @Override
    public String toString() {
      return org.hearsay.article.Names.kebab(this);
    }
  }
}
