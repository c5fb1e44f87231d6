package org.hearsay.article;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One piece of the article's text: a paragraph, a heading, a caption.
 *
 * @param html where it stands in the original; null where it cannot be placed exactly (PDF, text
 *     from scripts)
 */
public record Block(Kind kind, int start, int end, @Nullable ByteRange html)
    implements Spanned, Serializable {

  public Block {
    Span.check(start, end);
  }

  /** What a block is. {@code toString} gives the name used in the JSON. */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    QUOTE,
    LIST_ITEM,
    TABLE_ROW,
    CAPTION,
    CODE;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }
}
