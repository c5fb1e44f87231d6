package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * From the verb that reports to the whole verb group: {@code n'a pas encore [confirmé]}, and in two
 * pieces around an inverted subject: {@code a-t-il [déclaré]}.
 */
final class CueGroups {
  private static final int WIDEST = 5;

  private final Words words;

  CueGroups(Words words) {
    this.words = words;
  }

  /**
   * The pieces of the group around a verb, in order; the clitic subject between two is left out.
   */
  List<Range> around(int head) {
    var end = head + Math.max(1, words.cueLength[head]);
    var cue = words.cue[head];
    if (cue == null || !cue.verb()) {
      return List.of(new Range(head, end));
    }
    var first = head;
    var auxiliary = -1;
    for (var i = head - 1; i >= Math.max(0, head - WIDEST - 1) && inGroup(i, head); i--) {
      if (words.is(i, WordClass.AUXILIARY)
          || words.is(i, WordClass.MODAL)
          || words.is(i, WordClass.NEGATION) && !words.is(i, "pas")
          || words.is(i, WordClass.REFLEXIVE)
              && french()
              && words.sentence[i] == words.sentence[head]) {
        first = i;
        auxiliary = i;
      }
    }
    if (auxiliary < 0 && french()) {
      var inverted = inverted(head);
      if (inverted >= 0) {
        var before = inverted;
        while (before > 0
            && (words.is(before - 1, WordClass.REFLEXIVE) || words.is(before - 1, "n'"))) {
          before--;
        }
        var pieces = new ArrayList<Range>();
        pieces.add(new Range(before, inverted + 1));
        pieces.add(new Range(head, end));
        return pieces;
      }
    }
    while (french() && end < words.size && (words.is(end, "pas") || words.is(end, "jamais"))) {
      end++;
    }
    return List.of(new Range(first, end));
  }

  private boolean french() {
    return words.lexicon.language().equals("fr");
  }

  private boolean inGroup(int i, int head) {
    if (words.sentence[i] != words.sentence[head] || words.punctuation[i]) {
      return false;
    }
    return words.is(i, WordClass.AUXILIARY)
        || words.is(i, WordClass.MODAL)
        || words.is(i, WordClass.NEGATION)
        || words.is(i, WordClass.ADVERB)
        || french() && words.is(i, WordClass.REFLEXIVE);
  }

  /** The auxiliary of {@code a-t-il déclaré}, {@code a-t-il ainsi déclaré}; -1 when none. */
  private int inverted(int head) {
    var i = head - 1;
    while (i > 0 && head - i < 4 && words.is(i, WordClass.ADVERB)) {
      i--;
    }
    if (i <= 0 || !words.is(i, WordClass.SUBJECT) || words.start[i] != words.end[i - 1]) {
      return -1;
    }
    i--;
    while (i > 0
        && (words.is(i, "-") || words.is(i, "t") || words.is(i, "-t-") || words.is(i, "-t"))) {
      i--;
    }
    return words.is(i, WordClass.AUXILIARY) ? i : -1;
  }
}
