package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as the models look at it before any cue is known.
 *
 * @param sequences one for each sentence
 * @param reading what the network reads; null where there is none
 */
record Context(
    Signs signs,
    List<Range> sentences,
    List<Crf.Sequence> sequences,
    Network.@Nullable Reading reading) {

  static Context of(Signs signs, @Nullable Network network) {
    var sentences = sentences(signs.words);
    var sequences = new ArrayList<Crf.Sequence>();
    var shared = new int[signs.words.size][];
    for (var sentence : sentences) {
      var sequence =
          new CueFeatures(signs, Crf.SPACE).sequence(sentence, (1 << Roles.CUE_LABELS) - 1);
      System.arraycopy(sequence.shared(), 0, shared, sentence.first(), sentence.length());
      sequences.add(sequence);
    }
    return new Context(
        signs, sentences, sequences, network == null ? null : network.read(shared, sentences));
  }

  static List<Range> sentences(Words words) {
    var ranges = new ArrayList<Range>();
    var from = 0;
    for (var i = 1; i <= words.size; i++) {
      if (i == words.size || words.sentence[i] != words.sentence[i - 1] || i - from >= 400) {
        ranges.add(new Range(from, i));
        from = i;
      }
    }
    return ranges;
  }

  /** Puts what the network says of the labels in a sentence to the scores. */
  void addCues(Range sentence, double[] scores) {
    if (reading != null) {
      reading.addCues(sentence, scores);
    }
  }

  /** The logarithms of the probabilities that the network gives the labels around a cue. */
  double[] roles(CueWindow seen, Crf.Sequence sequence) {
    return reading == null
        ? new double[sequence.length() * Roles.ROLE_LABELS]
        : reading.roles(seen.range().first(), seen.group().head(), sequence.shared());
  }
}
