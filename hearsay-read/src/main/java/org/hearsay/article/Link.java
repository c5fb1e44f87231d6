package org.hearsay.article;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A link in the article's text.
 *
 * @param href absolute where the page's address is known, else as written
 * @param broken why it cannot be followed, such as {@code truncated}; null when nothing is wrong
 */
public record Link(int start, int end, String href, @Nullable String broken)
    implements Spanned, Serializable {
  public Link {
    Span.check(start, end);
  }
}
