package org.hearsay.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Stretches of a source to be marked; in the end none overlaps another. */
final class Marks {

  /** A stretch of the source, within one run of text. */
  record Mark(int start, int end, Light.Tone tone) {}

  private final List<Mark> wanted = new ArrayList<>();

  void add(int start, int end, Light.Tone tone) {
    wanted.add(new Mark(start, end, tone));
  }

  /** In order of the source; where two tones met, the more specific one has the place. */
  List<Mark> inOrder() {
    var taken = new TreeMap<Integer, Mark>();
    wanted.stream()
        .sorted(Comparator.comparing(Mark::tone).thenComparingInt(Mark::start))
        .forEach(mark -> addWhereFree(taken, mark));
    return List.copyOf(taken.values());
  }

  private static void addWhereFree(TreeMap<Integer, Mark> taken, Mark mark) {
    var before = taken.floorEntry(mark.start);
    var from = before == null ? mark.start : Math.max(mark.start, before.getValue().end);
    while (from < mark.end) {
      var next = taken.ceilingEntry(from);
      var to = next == null ? mark.end : Math.min(mark.end, next.getKey());
      if (from < to) {
        taken.put(from, new Mark(from, to, mark.tone));
      }
      from = next == null ? mark.end : Math.max(to, next.getValue().end);
    }
  }
}
