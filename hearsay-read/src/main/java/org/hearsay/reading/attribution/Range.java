package org.hearsay.reading.attribution;

/** Tokens, by index: first inclusive, end exclusive, never empty. */
record Range(int first, int end) {
  Range {
    if (first < 0 || end <= first) {
      throw new IllegalArgumentException("not a range of tokens: " + first + ".." + end);
    }
  }

  boolean holds(int token) {
    return first <= token && token < end;
  }

  boolean overlaps(Range other) {
    return first < other.end && other.first < end;
  }

  int length() {
    return end - first;
  }
}
