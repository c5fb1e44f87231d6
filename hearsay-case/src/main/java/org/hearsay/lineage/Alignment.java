package org.hearsay.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The passages that two texts share: shared 5-grams are seeds, extended as far as the words agree,
 * and joined over small edits. Costs about as much as the two texts are long.
 */
final class Alignment {
  /** Edits of up to so many words do not end a passage. */
  private static final int GAP = 6;

  /** Shorter passages happen by chance and by fixed expressions. */
  private static final int LEAST = 10;

  /** So many places are tried for a 5-gram that one text repeats. */
  private static final int TRIES = 8;

  private final int[] a;
  private final int[] b;
  private final List<Run> runs = new ArrayList<>();

  private Alignment(int[] a, int[] b) {
    this.a = a;
    this.b = b;
  }

  /**
   * A passage of both texts, as word positions; ends are exclusive.
   *
   * @param agreeing how many words of it are the same in both, in the same order
   */
  record Run(int startA, int endA, int startB, int endB, int agreeing) {
    private boolean joins(Run next) {
      return gap(next.startA - endA) && gap(next.startB - endB);
    }

    private static boolean gap(int words) {
      return 0 <= words && words <= GAP;
    }

    private Run with(Run next) {
      return new Run(startA, next.endA, startB, next.endB, agreeing + next.agreeing);
    }
  }

  /** In the order of the second text. */
  static List<Run> of(int[] a, int[] b) {
    var alignment = new Alignment(a, b);
    alignment.match();
    return alignment.joined();
  }

  private void match() {
    var gramsA = Grams.of(a);
    var gramsB = Grams.of(b);
    var heads = new int[Integer.highestOneBit(Math.max(1, gramsA.length)) * 4];
    var next = new int[gramsA.length];
    Arrays.fill(heads, -1);
    for (var i = gramsA.length - 1; i >= 0; i--) {
      var slot = slot(gramsA[i], heads.length);
      next[i] = heads[slot];
      heads[slot] = i;
    }
    var usedA = 0;
    for (var j = 0; j < gramsB.length; ) {
      var best = new Run(0, 0, 0, 0, 0);
      var tries = 0;
      for (var i = heads[slot(gramsB[j], heads.length)]; i >= 0 && tries < TRIES; i = next[i]) {
        if (gramsA[i] == gramsB[j]) {
          tries++;
          var run = extend(i, j);
          // Of equally long ones, the one that goes on where the last one ended.
          if (run.agreeing() > best.agreeing()
              || run.agreeing() == best.agreeing() && best.startA() < usedA && i >= usedA) {
            best = run;
          }
        }
      }
      if (best.agreeing() < Grams.WORDS) {
        j++;
      } else {
        runs.add(best);
        usedA = best.endA();
        j = best.endB();
      }
    }
  }

  private static int slot(long gram, int slots) {
    return (int) (gram >>> 17) & (slots - 1);
  }

  /** As far as the words agree, to the right only: what is to the left was looked at before. */
  private Run extend(int i, int j) {
    var length = 0;
    while (i + length < a.length && j + length < b.length && a[i + length] == b[j + length]) {
      length++;
    }
    return new Run(i, i + length, j, j + length, length);
  }

  private List<Run> joined() {
    var passages = new ArrayList<Run>();
    for (var run : runs) {
      var last = passages.isEmpty() ? null : passages.get(passages.size() - 1);
      if (last != null && last.joins(run)) {
        passages.set(passages.size() - 1, last.with(run));
      } else {
        passages.add(run);
      }
    }
    passages.removeIf(run -> run.agreeing() < LEAST);
    return passages;
  }

  /** How many words of the first text stand in one of these passages. */
  static int wordsOfA(List<Run> runs) {
    var words = new BitSet();
    runs.forEach(run -> words.set(run.startA(), run.endA()));
    return words.cardinality();
  }

  /** How many words of the second text do. */
  static int wordsOfB(List<Run> runs) {
    var words = new BitSet();
    runs.forEach(run -> words.set(run.startB(), run.endB()));
    return words.cardinality();
  }
}
