package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text as the models look at it before any cue is known, stretch by stretch. Of long texts only
 * the last stretches are kept; what is asked for again is made again.
 */
final class Context {
  private static final int KEPT = 64;

  final Signs signs;
  private final @Nullable Network network;
  private final List<List<Range>> sentences = new ArrayList<>();

  /** For each token the number of its stretch. */
  private final int[] stretchOf;

  /** By their numbers; null for those that are not kept. */
  private final @Nullable Stretch[] kept;

  /** The numbers of those that were made last, in turn. */
  private final int[] last = new int[KEPT];

  private int made;

  /**
   * @param network null where there is none
   */
  Context(Signs signs, @Nullable Network network) {
    this.signs = signs;
    this.network = network;
    stretchOf = new int[signs.words.size];
    var all = sentences(signs.words);
    var next = 0;
    for (var stretch : Network.together(all)) {
      var inside = new ArrayList<Range>();
      while (next < all.size() && all.get(next).end() <= stretch.end()) {
        inside.add(all.get(next++));
      }
      for (var t = stretch.first(); t < stretch.end(); t++) {
        stretchOf[t] = sentences.size();
      }
      sentences.add(inside);
    }
    kept = new Stretch[sentences.size()];
  }

  /**
   * Some sentences that are read together.
   *
   * @param sequences one for each sentence, with what the network sees of its tokens
   * @param reading what the network reads; null where there is none
   */
  record Stretch(
      List<CueFeatures> sentences,
      List<Crf.Sequence> sequences,
      Network.@Nullable Reading reading) {

    /** For each token of the stretch what the network sees of it. */
    int[][] shared() {
      return sequences.stream().flatMap(s -> Stream.of(s.shared())).toArray(int[][]::new);
    }
  }

  /** How many stretches there are. */
  int size() {
    return sentences.size();
  }

  Stretch stretch(int number) {
    var stretch = kept[number];
    if (stretch == null) {
      stretch = read(sentences.get(number));
      if (made >= KEPT) {
        kept[last[made % KEPT]] = null;
      }
      kept[number] = stretch;
      last[made++ % KEPT] = number;
    }
    return stretch;
  }

  private Stretch read(List<Range> inside) {
    var features = inside.stream().map(sentence -> new CueFeatures(signs, sentence)).toList();
    var plain =
        new Stretch(features, features.stream().map(SequenceFeatures::shared).toList(), null);
    if (network == null) {
      return plain;
    }
    var range = new Range(inside.get(0).first(), inside.get(inside.size() - 1).end());
    return new Stretch(features, plain.sequences(), network.new Reading(range, plain.shared()));
  }

  private static List<Range> sentences(Words words) {
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

  /** The logarithms of the probabilities that the network gives the labels around a cue. */
  double[] roles(CueWindow seen, Crf.Sequence sequence) {
    var window = seen.range();
    var brought = new float[window.length()][];
    for (var i = window.first(); i < window.end(); ) {
      var reading = reading(i);
      var part = new Range(i, Math.min(window.end(), reading.stretch().end()));
      System.arraycopy(reading.seen(part), 0, brought, i - window.first(), part.length());
      i = part.end();
    }
    var head = seen.group().head();
    return Objects.requireNonNull(network)
        .roles(reading(head).state(head), brought, sequence.shared());
  }

  private Network.Reading reading(int token) {
    return Objects.requireNonNull(stretch(stretchOf[token]).reading());
  }
}
