package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Drafts found by the tokens of their cue, in time that does not grow with the document. */
final class ByCue {
  private record Numbered(int number, Draft draft) {}

  private final Map<Integer, List<Numbered>> at = new HashMap<>();
  private int size;

  static ByCue of(List<Draft> drafts) {
    var index = new ByCue();
    drafts.forEach(index::add);
    return index;
  }

  void add(Draft draft) {
    var numbered = new Numbered(size++, draft);
    for (var piece : draft.cue()) {
      for (var i = piece.first(); i < piece.end(); i++) {
        at.computeIfAbsent(i, k -> new ArrayList<>()).add(numbered);
      }
    }
  }

  /** The drafts whose cue shares a token with this one, in the order they were added. */
  List<Draft> overlapping(List<Range> cue) {
    var found = new TreeMap<Integer, Draft>();
    for (var piece : cue) {
      for (var i = piece.first(); i < piece.end(); i++) {
        at.getOrDefault(i, List.of()).forEach(n -> found.put(n.number(), n.draft()));
      }
    }
    return List.copyOf(found.values());
  }
}
