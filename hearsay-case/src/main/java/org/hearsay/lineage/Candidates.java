package org.hearsay.lineage;

import java.util.Arrays;
import java.util.List;

/**
 * Pairs of texts worth comparing: those that share two sampled 5-grams or more. Costs about as much
 * as the texts are long, not the square of their number: a 5-gram that many texts have, such as a
 * standing phrase, links each only with the few that come next.
 */
final class Candidates {
  private static final int WINDOW = 6;
  private static final int SHARED = 2;
  private static final int COMMON = 32;
  private static final int LINKS_OF_COMMON = 8;
  private static final int TEXT_BITS = 24;

  /** Told each pair once, {@code first < second}, in order. */
  interface Sink {
    void pair(int first, int second);
  }

  private final int texts;

  /** Hash of the gram in the upper bits, index of the text in the lower; sorted. */
  private final long[] postings;

  /** Where in {@code postings} those of each text are. */
  private final int[][] places;

  private Candidates(int texts, long[] postings) {
    this.texts = texts;
    this.postings = postings;
    this.places = places();
  }

  /**
   * @param words of each text; at most 16 million texts
   */
  static Candidates of(List<int[]> words) {
    if (words.size() >= 1 << TEXT_BITS) {
      throw new IllegalArgumentException("too many texts at once: " + words.size());
    }
    var postings = new long[1024];
    var count = 0;
    for (var text = 0; text < words.size(); text++) {
      var sample = Grams.winnow(Grams.of(words.get(text)), WINDOW);
      if (count + sample.length > postings.length) {
        postings = Arrays.copyOf(postings, Math.max(2 * count, count + sample.length));
      }
      for (var gram : sample) {
        postings[count++] = gram << TEXT_BITS | text;
      }
    }
    return new Candidates(words.size(), Grams.distinct(Arrays.copyOf(postings, count)));
  }

  private int[][] places() {
    var counts = new int[texts];
    for (var posting : postings) {
      counts[text(posting)]++;
    }
    var places = new int[texts][];
    for (var text = 0; text < texts; text++) {
      places[text] = new int[counts[text]];
    }
    for (var i = postings.length - 1; i >= 0; i--) {
      var text = text(postings[i]);
      places[text][--counts[text]] = i;
    }
    return places;
  }

  private static int text(long posting) {
    return (int) (posting & ((1 << TEXT_BITS) - 1));
  }

  void forEach(Sink sink) {
    var shared = new int[texts];
    var touched = new int[texts];
    for (var first = 0; first < texts; first++) {
      var count = 0;
      for (var place : places[first]) {
        var gram = postings[place] >>> TEXT_BITS;
        var links = common(place) ? LINKS_OF_COMMON : COMMON;
        for (var i = place + 1; i <= place + links && i < postings.length; i++) {
          if (postings[i] >>> TEXT_BITS != gram) {
            break;
          }
          var second = text(postings[i]);
          if (shared[second]++ == 0) {
            touched[count++] = second;
          }
        }
      }
      Arrays.sort(touched, 0, count);
      for (var i = 0; i < count; i++) {
        if (shared[touched[i]] >= SHARED) {
          sink.pair(first, touched[i]);
        }
        shared[touched[i]] = 0;
      }
    }
  }

  /** Whether more than {@code COMMON} texts have the gram at this place. */
  private boolean common(int place) {
    var gram = postings[place] >>> TEXT_BITS;
    var from = place;
    while (from > 0 && place - from <= COMMON && postings[from - 1] >>> TEXT_BITS == gram) {
      from--;
    }
    var end = from + COMMON;
    return end < postings.length && postings[end] >>> TEXT_BITS == gram;
  }
}
