package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Quotations that no cue claims: whole sentences in marks, said by the speaker named last in their
 * paragraph. Words in marks inside a sentence are names, titles or scare quotes, and are left
 * alone.
 */
final class FreeQuotations {
  private static final int FEWEST = 5;

  private final Words words;

  FreeQuotations(Words words) {
    this.words = words;
  }

  void addTo(List<Draft> drafts) {
    var claimed = new boolean[words.size];
    for (var draft : drafts) {
      for (var piece : draft.content()) {
        for (var i = piece.first(); i < piece.end(); i++) {
          claimed[i] = true;
        }
      }
    }
    var sources = new TreeMap<Integer, List<Range>>();
    for (var draft : drafts) {
      if (!draft.source().isEmpty() && words.depth[draft.source().get(0).first()] == 0) {
        sources.putIfAbsent(draft.source().get(0).first(), draft.source());
      }
    }
    var free = new ArrayList<Draft>();
    for (var i = 0; i < words.size; i++) {
      var q = words.quotation[i];
      if (q < 0 || i > 0 && words.quotation[i - 1] == q) {
        continue;
      }
      var end = i;
      while (end < words.size && words.quotation[end] == q) {
        end++;
      }
      if (end - i >= FEWEST && !any(claimed, i, end) && wholeSentence(i, end)) {
        free.add(
            new Draft(
                speakerBefore(i, sources),
                List.of(),
                List.of(new Range(i, end)),
                -1,
                null,
                Evidence.of(Evidence.Origin.FREE_QUOTATION),
                .45));
      }
    }
    drafts.addAll(free);
  }

  private static boolean any(boolean[] claimed, int first, int end) {
    for (var i = first; i < end; i++) {
      if (claimed[i]) {
        return true;
      }
    }
    return false;
  }

  private boolean wholeSentence(int first, int end) {
    var before = words.stretchStart(first) == first;
    var after =
        end >= words.stretchEnd(first)
            || end + 1 >= words.stretchEnd(first) && words.punctuation[end];
    return before && after;
  }

  /** The source named last before a token in the same paragraph. */
  private List<Range> speakerBefore(int first, TreeMap<Integer, List<Range>> sources) {
    var last = sources.lowerEntry(first);
    return last == null || words.block[last.getKey()] != words.block[first]
        ? List.of()
        : last.getValue();
  }
}
