package org.hearsay.article;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A link in the article's text.
 *
 * @param href absolute where the page's address is known, else as written
 * @param broken why it cannot be followed, such as {@code truncated}; null when nothing is wrong
 * @param untracked the address without parameters that follow readers, such as {@code utm_source};
 *     null when it has none
 */
public record Link(
    int start, int end, String href, @Nullable String broken, @Nullable String untracked)
    implements Spanned, Serializable {
  public Link {
    Span.check(start, end);
  }

  /** The link as it was before a web archive wrapped it. */
  Link unwrapped() {
    return new Link(start, end, Archived.unwrapped(href), broken, untracked);
  }
}
