package org.hearsay.reading;

import java.io.Serializable;
import org.hearsay.article.Names;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;
import org.jspecify.annotations.Nullable;

/**
 * A date, time, duration or set of times in the text.
 *
 * @param type as in TIMEX3 (ISO-TimeML)
 * @param value as in TIMEX3, such as {@code 2020-06-09} or {@code P3D}; null when it cannot be
 *     resolved
 * @param edtf the same in EDTF (ISO 8601-2); null when it has none
 * @param anchor what the value was counted from; null when it could not be resolved
 */
public record TimeExpression(
    int start,
    int end,
    Type type,
    @Nullable String value,
    @Nullable String edtf,
    @Nullable Anchor anchor)
    implements Spanned, Serializable {

  public TimeExpression {
    Span.check(start, end);
  }

  /** The TIMEX3 types. */
  public enum Type {
    DATE,
    TIME,
    DURATION,
    SET
  }

  /** What a value was counted from. */
  public enum Anchor {
    /** The words alone give the value. */
    ABSOLUTE,
    /** The day of publication. */
    PUBLISHED,
    /** The last date mentioned before. */
    PREVIOUS;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }
}
