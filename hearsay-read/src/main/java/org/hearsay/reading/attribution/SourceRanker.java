package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the source of a cue among the noun phrases of its sentence, or none: a log-linear ranker
 * over how each phrase hangs together with the cue.
 */
final class SourceRanker {
  static final int ROWS = 1 << 19;

  final LinearWeights weights;

  SourceRanker() {
    this(new LinearWeights(ROWS));
  }

  private SourceRanker(LinearWeights weights) {
    this.weights = weights;
  }

  /** Reads what {@link #write} wrote. */
  static SourceRanker read(InputStream in) throws IOException {
    return new SourceRanker(LinearWeights.read(in));
  }

  void write(OutputStream out) throws IOException {
    weights.write(out);
  }

  /**
   * A phrase that could be the source.
   *
   * @param span null for no source at all
   */
  record Candidate(@Nullable Range span, int[] features) {}

  double[] probabilities(List<Candidate> candidates) {
    var scores = new double[candidates.size()];
    for (var i = 0; i < scores.length; i++) {
      scores[i] = weights.sum(candidates.get(i).features());
    }
    return normalised(scores);
  }

  /** The probabilities of a log-linear model, in place of its scores. */
  static double[] normalised(double[] scores) {
    var top = Double.NEGATIVE_INFINITY;
    for (var score : scores) {
      top = Math.max(top, score);
    }
    var sum = 0.0;
    for (var i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - top);
      sum += scores[i];
    }
    for (var i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }

  /**
   * The candidates around a cue, "none" first.
   *
   * @param told the sources of the cues before this one, the nearest first
   */
  static List<Candidate> candidates(CueWindow seen, List<List<Range>> told) {
    var words = seen.words();
    var group = seen.group();
    var window = seen.range();
    var from = Math.max(window.first(), words.stretchStart(group.first()));
    var to = Math.min(window.end(), words.stretchEnd(group.end() - 1));
    var features = new SourceFeatures(seen, from, to, told);
    var candidates = new ArrayList<Candidate>();
    candidates.add(new Candidate(null, features.none()));
    for (var span : new Phrases(words, from, to, group.pieces()).all()) {
      candidates.add(new Candidate(span, features.of(span)));
    }
    return candidates;
  }
}
