package org.hearsay.reading.attribution;

import java.util.List;

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

  /** The Jaccard index of two lists of pieces that do not overlap among themselves; 1 for none. */
  static double jaccard(List<Range> a, List<Range> b) {
    var both = 0;
    var all = 0;
    for (var i = 0; i < a.size(); i++) {
      var range = a.get(i);
      all += range.length();
      for (var k = 0; k < b.size(); k++) {
        var other = b.get(k);
        both += Math.max(0, Math.min(range.end, other.end) - Math.max(range.first, other.first));
      }
    }
    for (var k = 0; k < b.size(); k++) {
      all += b.get(k).length();
    }
    return all == 0 ? 1 : (double) both / (all - both);
  }
}
