package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.language.PartOfSpeech;

/** Finds the cues of a text with a trained model. */
final class CueTagger {

  private final Crf model;

  CueTagger(Crf model) {
    this.model = model;
  }

  /**
   * The cue groups of a text, in order.
   *
   * @param eagerness added to the score of the first label of a cue: above 0 finds more
   */
  List<CueGroup> find(Context context, double eagerness) {
    var groups = new ArrayList<CueGroup>();
    for (var k = 0; k < context.size(); k++) {
      var stretch = context.stretch(k);
      for (var s = 0; s < stretch.sentences().size(); s++) {
        find(context.signs.words, stretch, s, eagerness, groups);
      }
    }
    return withoutAdverbs(context.signs.words, groups);
  }

  /** Without those that are only an adverb of the next one: "also recognises". */
  private static List<CueGroup> withoutAdverbs(Words words, List<CueGroup> groups) {
    var kept = new ArrayList<CueGroup>();
    for (var g = 0; g < groups.size(); g++) {
      var group = groups.get(g);
      var next = g + 1 < groups.size() ? groups.get(g + 1).first() : -1;
      if (group.end() != next || group.pieces().size() > 1 || !adverbs(words, group)) {
        kept.add(group);
      }
    }
    return kept;
  }

  private static boolean adverbs(Words words, CueGroup group) {
    return IntStream.range(group.first(), group.end())
        .allMatch(token -> words.is(token, PartOfSpeech.ADV));
  }

  private void find(
      Words words, Context.Stretch stretch, int number, double eagerness, List<CueGroup> groups) {
    var features = stretch.sentences().get(number);
    var sentence = features.range;
    var sequence = stretch.sequences().get(number);
    var reading = stretch.reading();
    var scores = features.scores(model, reading == null ? null : reading.cues(sentence));
    var biased = scores.clone();
    for (var t = 0; t < sequence.length(); t++) {
      biased[t * Roles.CUE_LABELS + Roles.CUE_FIRST] += eagerness;
    }
    var labels = model.best(sequence, biased);
    Crf.Sums sums = null;
    for (var t = 0; t < labels.length; t++) {
      if (labels[t] != Roles.CUE_FIRST && labels[t] != Roles.CUE_AGAIN) {
        continue;
      }
      var end = t + 1;
      while (end < labels.length && labels[end] == Roles.CUE_NEXT) {
        end++;
      }
      if (sums == null) {
        sums = model.sums(sequence, scores, sequence.allowed());
      }
      var probability = 0.0;
      for (var k = t; k < end; k++) {
        probability = Math.max(probability, 1 - sums.marginals[k * Roles.CUE_LABELS]);
      }
      var piece = new Range(sentence.first() + t, sentence.first() + end);
      add(words, piece, labels[t] == Roles.CUE_AGAIN, probability, sentence, groups);
    }
  }

  private static void add(
      Words words,
      Range piece,
      boolean again,
      double probability,
      Range sentence,
      List<CueGroup> groups) {
    var pieces = new ArrayList<Range>();
    if (again && !groups.isEmpty()) {
      var last = groups.get(groups.size() - 1);
      if (sentence.holds(last.first()) && piece.first() - last.end() < 10) {
        groups.remove(groups.size() - 1);
        pieces.addAll(last.pieces());
        probability = Math.max(probability, last.probability());
      }
    }
    pieces.add(piece);
    groups.add(new CueGroup(pieces, CueGroup.head(words, pieces), probability));
  }
}
