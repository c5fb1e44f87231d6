package org.hearsay.time;

import org.jspecify.annotations.Nullable;

/**
 * A time expression in a text, with its value: "mardi dernier", read on 2022-05-31, is {@code DATE
 * 2022-05-24}.
 *
 * @param start in UTF-16 code units, inclusive
 * @param end exclusive
 * @param value as in TIMEX3; null when it cannot be resolved
 * @param edtf the same in EDTF (ISO 8601-2); null when it has none, or it is not known
 * @param anchor what the value was counted from; null when it could not be resolved
 * @param mod what TIMEX3 says beside the value: "début mars" is {@code START}; null for nothing
 */
public record TimeMention(
    int start,
    int end,
    Type type,
    @Nullable String value,
    @Nullable String edtf,
    @Nullable Anchor anchor,
    @Nullable Mod mod) {

  /** The TIMEX3 types. */
  public enum Type {
    DATE,
    TIME,
    DURATION,
    SET
  }

  /** What a value was counted from: nothing, the day of publication, the last date mentioned. */
  public enum Anchor {
    ABSOLUTE,
    PUBLISHED,
    PREVIOUS
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
}
