package org.hearsay.article;

import java.io.Serializable;

/** A range of bytes in the original, start inclusive, end exclusive. */
public record ByteRange(int start, int end) implements Serializable {
  public ByteRange {
    Span.check(start, end);
  }
}
