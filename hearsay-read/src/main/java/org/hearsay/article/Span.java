package org.hearsay.article;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A stretch of the article's text in UTF-16 code units, start inclusive, end exclusive.
 *
 * @throws IllegalArgumentException when start is negative or end lies before start
 */
public record Span(int start, int end) implements Spanned, Comparable<Span>, Serializable {

  private static final Comparator<Span> ORDER =
      Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

  public Span {
    check(start, end);
  }

  @Override
  public Span span() {
    return this;
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }

  /**
   * Throws unless {@code 0 <= start <= end}; for the compact constructors of all spanned records.
   */
  public static void check(int start, int end) {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }
}
