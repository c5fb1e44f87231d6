package org.hearsay.reading.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens around a cue, seen from it: where its source and its content are looked for.
 *
 * @param cueAt for each token of the article the number of its cue, -1 for none
 * @param paths how the tokens hang together with the cue
 * @param rule what word order says of the cue
 */
record CueWindow(
    Signs signs, int[] cueAt, CueGroup group, Range range, Paths paths, @Nullable Draft rule) {

  static CueWindow of(Signs signs, int[] cueAt, CueGroup group, ByCue rules) {
    var range = Roles.window(signs.words, group.pieces());
    return new CueWindow(
        signs,
        cueAt,
        group,
        range,
        new Paths(signs.words, group.pieces(), range),
        rules.overlapping(group.pieces()).stream().findFirst().orElse(null));
  }

  Words words() {
    return signs.words;
  }

  boolean inCue(int token) {
    return holds(group.pieces(), token);
  }

  static boolean holds(List<Range> pieces, int token) {
    for (var i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).holds(token)) {
        return true;
      }
    }
    return false;
  }

  /** What word order says of each token of the window: 0 nothing, 1 source, 2 content. */
  int[] ruled() {
    var ruled = new int[range.length()];
    if (rule != null) {
      Roles.label(ruled, range, rule.content(), 2, 2);
      Roles.label(ruled, range, rule.source(), 1, 1);
    }
    return ruled;
  }
}
