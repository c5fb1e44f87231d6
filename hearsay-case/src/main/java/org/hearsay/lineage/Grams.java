package org.hearsay.lineage;

import java.util.Arrays;

/** Runs of five words, as hashes. */
final class Grams {
  private Grams() {}

  static final int WORDS = 5;

  /** One for each word that four more follow. */
  static long[] of(int[] ids) {
    var grams = new long[Math.max(0, ids.length - WORDS + 1)];
    for (var i = 0; i < grams.length; i++) {
      var hash = 0L;
      for (var j = i; j < i + WORDS; j++) {
        hash = mix(hash + ids[j] + 1);
      }
      grams[i] = hash;
    }
    return grams;
  }

  /** The finisher of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long z) {
    var a = (z + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    a = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return a ^ (a >>> 31);
  }

  /**
   * The smallest of every {@code window} grams that follow each other, without repetition: two
   * texts that share {@code window + 4} words in a row have one of these in common (winnowing;
   * Schleimer, Wilkerson and Aiken, 2003).
   */
  static long[] winnow(long[] grams, int window) {
    var picked = new long[grams.length];
    var count = 0;
    var best = -1;
    for (var end = Math.min(window, grams.length); end <= grams.length && end > 0; end++) {
      var start = Math.max(0, end - window);
      var before = best;
      if (best < start) {
        best = start;
        for (var i = start + 1; i < end; i++) {
          best = grams[i] <= grams[best] ? i : best;
        }
      } else if (grams[end - 1] <= grams[best]) {
        best = end - 1;
      }
      if (best != before) {
        picked[count++] = grams[best];
      }
    }
    return distinct(Arrays.copyOf(picked, count));
  }

  /** Sorted, each once. */
  static long[] distinct(long[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    var count = 0;
    for (var i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /** How many values two sorted arrays without repetition share. */
  static int shared(long[] a, long[] b) {
    var shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }
}
