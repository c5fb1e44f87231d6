package org.hearsay.reading.attribution;

import org.jspecify.annotations.Nullable;

/**
 * The features of the tokens of a range, from which their labels are told: some that network and
 * CRF both see, and those that only the CRF sees, which are found where it is asked.
 */
abstract class SequenceFeatures {
  final Signs signs;
  final Words words;
  final Range range;
  private final FeatureHash hash = new FeatureHash(Crf.SPACE);

  SequenceFeatures(Signs signs, Range range) {
    this.signs = signs;
    this.words = signs.words;
    this.range = range;
  }

  /** Finds what both see of a token. */
  abstract void shared(int token);

  /** Finds what only the CRF sees of a token. */
  abstract void own(int token);

  /** The labels that a token may have, as bits. */
  abstract int allowed(int token);

  /** The sequence of the tokens, with what both see of them only. */
  final Crf.Sequence shared() {
    var n = range.length();
    var classes = new byte[n];
    var allowed = new int[n];
    var shared = new int[n][];
    for (var k = 0; k < n; k++) {
      var token = range.first() + k;
      classes[k] = signs.transitionClass[token];
      allowed[k] = allowed(token);
      hash.clear();
      shared(token);
      shared[k] = hash.rows();
    }
    return new Crf.Sequence(new int[0][], classes, allowed, shared);
  }

  /** The sequence of the tokens, with all features. */
  final Crf.Sequence sequence() {
    var features = new int[range.length()][];
    for (var k = 0; k < features.length; k++) {
      find(range.first() + k);
      features[k] = hash.rows();
    }
    return shared().with(features);
  }

  /**
   * The scores of the labels by a CRF and the network beside it. Where that is nearly certain, and
   * where only one label is allowed, the CRF is not asked.
   *
   * @param logs of the network's probabilities, label by label; null where there is no network
   */
  final double[] scores(Crf model, double @Nullable [] logs) {
    var labels = model.labels;
    var scores = new double[range.length() * labels];
    for (var k = 0; k < range.length(); k++) {
      var token = range.first() + k;
      if (Integer.bitCount(allowed(token)) > 1
          && (logs == null || Network.doubts(logs, k * labels, labels))) {
        find(token);
        model.add(hash.raw(), hash.size(), scores, k * labels);
      }
    }
    if (logs != null) {
      Network.add(logs, scores, 0);
    }
    return scores;
  }

  private void find(int token) {
    hash.clear();
    shared(token);
    own(token);
  }

  /** What stands at a place, if the range has it. */
  final int get(int[] of, int i) {
    return i < range.first() ? Signs.BEFORE : i >= range.end() ? Signs.AFTER : of[i];
  }

  /** A feature that hangs on words, and so is of one language. */
  final void lexical(int template, int a) {
    hash.add(template, a, signs.language);
  }

  final void lexical(int template, int a, int b) {
    hash.add(template, a, b ^ signs.language);
  }

  /** A feature that languages share. */
  final void plain(int template, int a, int b) {
    hash.add(template + 500, a, b);
  }

  final void plain(int template, int a, int b, int c) {
    hash.add(template + 500, a, b, c);
  }
}
