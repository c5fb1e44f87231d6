package org.hearsay.reading.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stretch of words that a noun governs in the dependency tree. */
final class Phrases {
  /** 0 the whole phrase; 1 up to its first comma; 2 without what is added to its noun. */
  static final int VARIANTS = 3;

  private final Words words;
  private final int from;
  private final int to;

  Phrases(Words words, int from, int to) {
    this.words = words;
    this.from = from;
    this.to = to;
  }

  /** Null when nothing is left of it. */
  @Nullable Range around(int head, int variant, List<Range> cue) {
    var first = head;
    var end = head + 1;
    while (first > from && inside(first - 1, head, variant) && free(first - 1, cue)) {
      first--;
    }
    while (end < to && inside(end, head, variant) && free(end, cue)) {
      if (variant == 1 && words.is(end, ",")) {
        break;
      }
      end++;
    }
    while (first < head && edge(first)) {
      first++;
    }
    while (end - 1 > head
        && words.punctuation[end - 1]
        && !words.is(end - 1, ")")
        && !words.quoteMark(end - 1)) {
      end--;
    }
    return new Range(first, end);
  }

  private boolean free(int i, List<Range> cue) {
    return cue.stream().noneMatch(c -> c.holds(i));
  }

  private boolean edge(int i) {
    if (words.punctuation[i]) {
      return !words.quoteMark(i) || words.quotation[i] < 0;
    }
    var relation = Relation.of(words.relation[i]);
    return relation == Relation.CASE && !words.is(i, "du") && !words.is(i, "des")
        || relation == Relation.MARK
        || relation == Relation.CC
        || relation == Relation.ADVMOD && words.is(i, WordClass.ADVERB);
  }

  /** Whether a token hangs under the head by relations that keep a phrase together. */
  private boolean inside(int i, int head, int variant) {
    var at = i;
    for (var steps = 0; steps < 12 && at >= 0; steps++) {
      if (at == head) {
        return true;
      }
      var relation = Relation.of(words.relation[at]);
      var direct = words.head[at] == head;
      if (direct
          && (relation == Relation.ACL_RELCL
              || relation == Relation.ADVCL
              || relation == Relation.PARATAXIS
              || relation == Relation.CCOMP
              || relation == Relation.NSUBJ
              || relation == Relation.AUX
              || relation == Relation.COP)) {
        return false;
      }
      if (direct
          && variant == 2
          && at > head
          && relation != Relation.FLAT
          && relation != Relation.AMOD) {
        return false;
      }
      at = words.head[at];
    }
    return false;
  }
}
