package org.hearsay.article;

/** Anything that covers a stretch of the article's text. */
public interface Spanned {

  /** First UTF-16 code unit, inclusive. */
  int start();

  /** Last UTF-16 code unit, exclusive. */
  int end();

  /** The stretch alone. */
  default Span span() {
    return new Span(start(), end());
  }

  /** The words it covers. */
  default String in(String text) {
    return text.substring(start(), end());
  }

  default int length() {
    return end() - start();
  }

  default boolean covers(Spanned other) {
    return start() <= other.start() && other.end() <= end();
  }

  default boolean overlaps(Spanned other) {
    return start() < other.end() && other.start() < end();
  }
}
