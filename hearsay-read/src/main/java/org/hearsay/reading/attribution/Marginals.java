package org.hearsay.reading.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the tagger of roles divides its belief over the tokens of a window: how many tokens of
 * content and of source it expects, and how many of them one way to fill the cue takes.
 */
final class Marginals {
  private static final int LABELS = Roles.ROLE_LABELS;

  private final Range window;
  private final double[] belief;
  private final double contents;
  private final double sources;

  /**
   * @param belief the probability of each label of each token of the window
   */
  Marginals(Range window, double[] belief) {
    this.window = window;
    this.belief = belief;
    var contents = 0.0;
    var sources = 0.0;
    for (var i = window.first(); i < window.end(); i++) {
      contents += content(i);
      sources += source(i);
    }
    this.contents = contents;
    this.sources = sources;
  }

  /**
   * What speaks for a source and a content, in the order of {@link Confidence.Signal} from {@code
   * INSIDE}: the mean probability inside the content; of its first token being one; of its last
   * token, the one behind and the one before it; the tokens expected outside and those taken but
   * not expected; the expected overlap (as by Jaccard) of content, and of source; the tokens of
   * source expected at all and in the one taken.
   */
  double[] of(@Nullable Range source, List<Range> content) {
    var inside = 0.0;
    var taken = 0;
    for (var piece : content) {
      taken += piece.length();
      for (var i = piece.first(); i < piece.end(); i++) {
        inside += content(i);
      }
    }
    var named = 0.0;
    var length = 0;
    if (source != null) {
      length = source.length();
      for (var i = source.first(); i < source.end(); i++) {
        named += source(i);
      }
    }
    var first = content.get(0).first();
    var end = content.get(content.size() - 1).end();
    return new double[] {
      inside / taken,
      at(first, Roles.CONTENT_FIRST),
      content(end - 1),
      content(end),
      content(first - 1),
      contents - inside,
      taken - inside,
      inside / (contents + taken - inside),
      source == null ? 1 / (1 + sources) : named / (sources + length - named),
      sources,
      named
    };
  }

  private double content(int token) {
    return at(token, Roles.CONTENT_FIRST) + at(token, Roles.CONTENT);
  }

  private double source(int token) {
    return at(token, Roles.SOURCE_FIRST) + at(token, Roles.SOURCE);
  }

  private double at(int token, int label) {
    return window.holds(token) ? belief[(token - window.first()) * LABELS + label] : 0;
  }
}
