package org.hearsay.reading.attribution;

/**
 * What speaks for an attribution, before it is weighed.
 *
 * @param origin who found it
 * @param cue probability of the cue, 0 to 1
 * @param content probability of the least certain token of the content, 0 to 1
 * @param source probability of the source among the phrases around, 0 to 1
 * @param behind how far the score of source and content is from the best, 0 for the best
 * @param doubt how unlikely the network finds the labels of source and content, by {@link Doubt};
 *     empty when it was not asked
 * @param ruled whether word order alone would find the same
 * @param marginals how the tagger of roles divides its belief, by {@link Marginals}; empty when it
 *     was not asked
 * @param agreement how far the other ways to fill the cue agree, by {@link Agreement}; empty when
 *     there was no choice
 */
record Evidence(
    Origin origin,
    double cue,
    double content,
    double source,
    double behind,
    double[] doubt,
    boolean ruled,
    double[] marginals,
    double[] agreement) {

  /** Who found an attribution. */
  enum Origin {
    MODEL,
    RULE,
    FREE_QUOTATION
  }

  /** Figures of what was not asked. */
  static final double[] NONE = {};

  Evidence with(double[] otherAgreement) {
    return new Evidence(
        origin, cue, content, source, behind, doubt, ruled, marginals, otherAgreement);
  }

  static Evidence of(Origin origin) {
    return new Evidence(origin, .5, .5, .5, 0, NONE, origin == Origin.RULE, NONE, NONE);
  }
}
