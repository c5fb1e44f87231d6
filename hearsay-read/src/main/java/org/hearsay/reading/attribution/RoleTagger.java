package org.hearsay.reading.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the source and the content of each cue with a trained model. */
final class RoleTagger {

  private final Crf model;

  RoleTagger(Crf model) {
    this.model = model;
  }

  /**
   * What a cue attributes to whom.
   *
   * @param certainty of the least certain of the border and inner tokens, 0 to 1
   */
  record Filled(
      List<Range> source, List<Range> content, double sourceCertainty, double certainty) {}

  /** The token-wise view of all cues, -1 where there is none. */
  static int[] cueAt(Words words, List<CueGroup> groups) {
    var cueAt = new int[words.size];
    Arrays.fill(cueAt, -1);
    for (var g = 0; g < groups.size(); g++) {
      for (var piece : groups.get(g).pieces()) {
        Arrays.fill(cueAt, piece.first(), piece.end(), g);
      }
    }
    return cueAt;
  }

  /** What the rules say of each token of the window of a cue. */
  static int[] ruled(Range window, CueGroup group, List<Draft> rules) {
    var ruled = new int[window.length()];
    for (var draft : rules) {
      if (draft.cue().isEmpty() || !group.overlaps(draft.cue())) {
        continue;
      }
      mark(ruled, window, draft.content(), 2);
      mark(ruled, window, draft.source(), 1);
      break;
    }
    return ruled;
  }

  private static void mark(int[] ruled, Range window, List<Range> pieces, int as) {
    for (var piece : pieces) {
      for (var i = Math.max(piece.first(), window.first());
          i < Math.min(piece.end(), window.end());
          i++) {
        ruled[i - window.first()] = as;
      }
    }
  }

  static Crf.Sequence sequence(
      Signs signs, int[] cueAt, CueGroup group, List<Draft> rules, int rows) {
    var window = Roles.window(signs.words, group.pieces());
    return new RoleFeatures(signs, cueAt, rows)
        .sequence(window, group.pieces(), group.head(), ruled(window, group, rules));
  }

  /** Empty when the model finds no content. */
  Optional<Filled> fill(Signs signs, int[] cueAt, CueGroup group, List<Draft> rules) {
    var window = Roles.window(signs.words, group.pieces());
    var sequence = sequence(signs, cueAt, group, rules, Crf.SPACE);
    var scores = model.scores(sequence);
    var labels = model.best(sequence, scores);
    var content = Roles.runs(labels, window.first(), Roles.CONTENT_FIRST, Roles.CONTENT);
    if (content.isEmpty()) {
      return rules.stream()
          .filter(d -> !d.cue().isEmpty() && group.overlaps(d.cue()))
          .findFirst()
          .map(d -> new Filled(d.source(), d.content(), .5, .3));
    }
    var source = Roles.runs(labels, window.first(), Roles.SOURCE_FIRST, Roles.SOURCE);
    var sums = model.sums(sequence, scores, sequence.allowed());
    return Optional.of(
        new Filled(
            source,
            content,
            certainty(source, window, labels, sums),
            certainty(content, window, labels, sums)));
  }

  private static double certainty(List<Range> pieces, Range window, int[] labels, Crf.Sums sums) {
    var least = 1.0;
    for (var piece : pieces) {
      for (var i = piece.first(); i < piece.end(); i++) {
        var t = i - window.first();
        least = Math.min(least, sums.marginals[t * Roles.ROLE_LABELS + labels[t]]);
      }
    }
    return least;
  }
}
