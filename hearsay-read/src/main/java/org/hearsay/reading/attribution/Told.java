package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;

/** The sources of the cues so far: who spoke last may speak on. */
final class Told {
  private static final int MOST = 4;

  private record Saying(CueGroup cue, List<Range> source) {}

  private final List<Saying> sayings = new ArrayList<>();

  void add(CueGroup cue, List<Range> source) {
    sayings.add(new Saying(cue, source));
  }

  /** The sources of the cues in the same stretch before a cue, the nearest first. */
  List<List<Range>> before(Words words, CueGroup cue) {
    var sources = new ArrayList<List<Range>>();
    for (var i = sayings.size() - 1; i >= 0 && sources.size() < MOST; i--) {
      var saying = sayings.get(i);
      if (saying.cue().first() >= cue.first()) {
        continue;
      }
      if (saying.cue().first() < words.stretchStart(cue.first())) {
        break;
      }
      sources.add(saying.source());
    }
    return sources;
  }
}
