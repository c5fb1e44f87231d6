package org.hearsay.article;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the page that is not the article, and what it is.
 *
 * @param html where it stands in the original; null where it cannot be placed exactly
 */
public record Furniture(Kind kind, String text, @Nullable ByteRange html) implements Serializable {

  /** What a piece of furniture is. {@code toString} gives the name used in the JSON. */
  public enum Kind {
    NAVIGATION,
    RELATED,
    SHARE,
    ADVERTISEMENT,
    NEWSLETTER,
    DONATION,
    COMMENTS,
    ABOUT,
    DISCLAIMER,
    RIGHTS,
    BYLINE,
    DATELINE,
    TAGS,
    CREDIT,
    CONSENT,
    PAYWALL,
    OTHER;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }
}
