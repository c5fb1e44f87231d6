package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the ways to fill a cue agree. The one is taken that the others are likely to overlap, not
 * simply the likeliest: the choice of the least expected loss (minimum Bayes risk, Goel and Byrne
 * 2000).
 */
final class Agreement {
  private static final int FIGURES = 8;

  /** From here on two sources, or two contents, count as the same. */
  private static final double SAME = .5;

  /** How much being right to the letter counts beside being right by overlap. */
  private static final double LETTER = .5;

  private Agreement() {}

  /**
   * The drafts, the best first.
   *
   * @param p the probability of each
   */
  static List<Draft> ordered(List<Draft> drafts, double[] p) {
    var ordered = new ArrayList<Draft>();
    for (var i = 0; i < p.length; i++) {
      var draft = drafts.get(i);
      var figures = figures(draft, i, drafts, p);
      ordered.add(draft.with(draft.evidence().with(figures), figures[1] + LETTER * p[i]));
    }
    // stable: of two that weigh the same, the first stays first
    ordered.sort(Comparator.comparingDouble(d -> -d.confidence()));
    return ordered;
  }

  /**
   * In the order of {@link Confidence.Signal} from {@code CHOSEN}: the probability of this one;
   * that source and content overlap the true ones by half; of the same source; of the same content;
   * of a content with the same start; with the same end; the expected overlap (as by Jaccard) of
   * source and of content.
   */
  private static double[] figures(Draft draft, int at, List<Draft> drafts, double[] p) {
    var figures = new double[FIGURES];
    figures[0] = p[at];
    var content = draft.content();
    for (var i = 0; i < p.length; i++) {
      var other = drafts.get(i);
      var source = Range.jaccard(draft.source(), other.source());
      var same = Range.jaccard(content, other.content());
      figures[1] += source >= SAME && same >= SAME ? p[i] : 0;
      figures[2] += draft.source().equals(other.source()) ? p[i] : 0;
      figures[3] += content.equals(other.content()) ? p[i] : 0;
      figures[4] += content.get(0).first() == other.content().get(0).first() ? p[i] : 0;
      figures[5] += end(content) == end(other.content()) ? p[i] : 0;
      figures[6] += p[i] * source;
      figures[7] += p[i] * same;
    }
    return figures;
  }

  private static int end(List<Range> pieces) {
    return pieces.get(pieces.size() - 1).end();
  }
}
