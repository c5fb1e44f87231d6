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
 * @param edtf the same in EDTF (ISO 8601-2); null when it has none (durations, sets) or it is not
 *     known. The two ends of a range both give its interval: "du 3 au 5 mars" is {@code
 *     2022-03-03/2022-03-05} twice; "depuis 2017" is {@code 2017/..}
 * @param anchor what the value was counted from; null when it could not be resolved
 * @param mod what TIMEX3 says beside the value: "début mars" is {@code START}; null for nothing
 */
public record TimeExpression(
    int start,
    int end,
    Type type,
    @Nullable String value,
    @Nullable String edtf,
    @Nullable Anchor anchor,
    @Nullable Mod mod)
    implements Spanned, Serializable {

  public TimeExpression {
    Span.check(start, end);
  }

  /** Without a modifier. */
  public TimeExpression(
      int start,
      int end,
      Type type,
      @Nullable String value,
      @Nullable String edtf,
      @Nullable Anchor anchor) {
    this(start, end, type, value, edtf, anchor, null);
  }

  /** The TIMEX3 modifiers. */
  public enum Mod {
    BEFORE,
    AFTER,
    ON_OR_BEFORE,
    ON_OR_AFTER,
    LESS_THAN,
    MORE_THAN,
    EQUAL_OR_LESS,
    EQUAL_OR_MORE,
    START,
    MID,
    END,
    APPROX
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
