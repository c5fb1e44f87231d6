package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the source and the content of each cue with a trained model. */
final class RoleTagger {

  private static final int MOST_SOURCES = 3;
  private static final int MOST_CONTENTS = 4;

  /** For the likeliest of the sources several contents are tried. */
  private static final int LIKELIEST = 2;

  /** How far behind what the tagger has not scored is put. */
  private static final double FAR = 8;

  /** Sources less probable than this are not tried. */
  private static final double LEAST = .05;

  /** How much the ranker's word counts beside the tagger's. */
  private static final double TRUST = 2;

  private final Crf model;

  RoleTagger(Crf model) {
    this.model = model;
  }

  /**
   * What a cue may attribute to whom.
   *
   * @param source null for none
   * @param trust probability of the source among the phrases around
   * @param certainty of the least certain token of the content, 0 to 1
   * @param behind how far its score is from the best, 0 for the best
   * @param doubt as {@link Doubt} gives it
   * @param ruled whether the content is what word order says
   * @param marginals as {@link Marginals} gives them; empty for what the tagger has not scored
   */
  record Filled(
      @Nullable Range source,
      List<Range> content,
      double trust,
      double certainty,
      double behind,
      double[] doubt,
      boolean ruled,
      double[] marginals) {}

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

  /**
   * Sources and contents that fit each other: each likely source is tried, and the content looked
   * for around it.
   *
   * @return the likeliest first; empty when there is no content
   */
  List<Filled> fill(CueWindow seen, Context context, SourceRanker ranker, List<List<Range>> told) {
    var window = seen.range();
    var features = new RoleFeatures(seen);
    var sequence = features.shared();
    var logs = context.roles(seen, sequence);
    var scores = features.scores(model, logs);
    var doubt = new Doubt(window, sequence, logs);
    var candidates = SourceRanker.candidates(seen, told);
    var probabilities = ranker.probabilities(candidates);
    var search = model.new Search(sequence, scores, 1);
    var tries = new ArrayList<Try>();
    for (var i = 0; i < probabilities.length; i++) {
      if (i > 0 && probabilities[i] < LEAST) {
        continue;
      }
      var span = candidates.get(i).span();
      var allowed = allowed(sequence, window, span);
      var path = search.best(allowed).get(0);
      var score = path.score() + TRUST * Math.log(probabilities[i] + 1e-9);
      tries.add(new Try(span, allowed, probabilities[i], path, score));
    }
    tries.sort(Comparator.comparingDouble(t -> -t.score()));
    var rule = seen.rule();
    var sums = model.sums(sequence, scores, sequence.allowed());
    var marginals = new Marginals(window, sums.marginals);
    var wide = model.new Search(sequence, scores, MOST_CONTENTS);
    var filled = new ArrayList<Filled>();
    var top = tries.get(0).score();
    for (var k = 0; k < Math.min(MOST_SOURCES, tries.size()); k++) {
      var one = tries.get(k);
      var paths = k >= LIKELIEST ? List.of(one.path()) : wide.best(one.allowed());
      for (var path : paths) {
        var content = Roles.runs(path.labels(), window.first(), Roles.CONTENT_FIRST, Roles.CONTENT);
        if (content.isEmpty() || path.score() == Double.NEGATIVE_INFINITY) {
          continue;
        }
        filled.add(
            new Filled(
                one.source(),
                content,
                one.trust(),
                certainty(content, window, path.labels(), sums),
                top - (one.score() - one.path().score() + path.score()),
                doubt.of(one.source(), content),
                rule != null && rule.content().equals(content),
                marginals.of(one.source(), content)));
      }
    }
    if (rule != null && filled.stream().noneMatch(Filled::ruled)) {
      var source = rule.source();
      filled.add(
          new Filled(
              source.isEmpty() ? null : source.get(0),
              rule.content(),
              .5,
              .3,
              FAR,
              doubt.of(source.isEmpty() ? null : source.get(0), rule.content()),
              true,
              Evidence.NONE));
    }
    return filled;
  }

  /**
   * @param allowed the labels at each token when nothing else is the source
   */
  private record Try(
      @Nullable Range source, int[] allowed, double trust, Crf.Path path, double score) {}

  /** The labels when a span is the source and nothing else is. */
  private static int[] allowed(Crf.Sequence sequence, Range window, @Nullable Range source) {
    var allowed = sequence.allowed().clone();
    for (var t = 0; t < allowed.length; t++) {
      var i = window.first() + t;
      if (source != null && source.holds(i)) {
        allowed[t] = 1 << (i == source.first() ? Roles.SOURCE_FIRST : Roles.SOURCE);
      } else {
        allowed[t] &= ~(1 << Roles.SOURCE_FIRST | 1 << Roles.SOURCE);
      }
    }
    return allowed;
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
