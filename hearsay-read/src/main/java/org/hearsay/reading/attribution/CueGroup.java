package org.hearsay.reading.attribution;

import java.util.List;

/**
 * A cue as one or two pieces.
 *
 * @param head the token that carries its meaning
 * @param probability that it is a cue, 0 to 1
 */
record CueGroup(List<Range> pieces, int head, double probability) {
  CueGroup {
    pieces = List.copyOf(pieces);
  }

  /** The head of a group: its last verb or preposition that the lexicon knows, or its last word. */
  static int head(Words words, List<Range> pieces) {
    for (var p = pieces.size() - 1; p >= 0; p--) {
      for (var i = pieces.get(p).end() - 1; i >= pieces.get(p).first(); i--) {
        var cue = words.cue[i];
        if (cue != null && cue.kind() != Cue.Kind.NOUN && !words.is(i, WordClass.AUXILIARY)) {
          return i;
        }
      }
    }
    var last = pieces.get(pieces.size() - 1);
    for (var i = last.end() - 1; i > last.first(); i--) {
      if (!words.is(i, WordClass.ADVERB) && !words.is(i, WordClass.NEGATION)) {
        return i;
      }
    }
    return last.first();
  }

  boolean overlaps(List<Range> other) {
    return pieces.stream().anyMatch(p -> other.stream().anyMatch(p::overlaps));
  }

  int first() {
    return pieces.get(0).first();
  }

  int end() {
    return pieces.get(pieces.size() - 1).end();
  }
}
