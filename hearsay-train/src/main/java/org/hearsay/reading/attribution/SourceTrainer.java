package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Fits a {@link SourceRanker}: the annotated source against the other phrases, by AdaGrad. */
final class SourceTrainer {

  private record Example(
      List<SourceRanker.Candidate> candidates, int right, float weight, boolean foreign) {}

  private final SourceRanker ranker;
  private final List<Example> examples = new ArrayList<>();
  private int lost;

  SourceTrainer(SourceRanker ranker) {
    this.ranker = ranker;
  }

  void add(Lesson lesson, List<CueGroup> found) {
    var cueAt = RoleTagger.cueAt(lesson.words, lesson.groups(found));
    var told = new Told();
    for (var saying : lesson.inOrderOfCues()) {
      var group = lesson.group(saying, found);
      var before = told.before(lesson.words, group);
      told.add(group, saying.source());
      var candidates =
          SourceRanker.candidates(CueWindow.of(lesson.signs, cueAt, group, lesson.ruled), before);
      var right = 0;
      if (!saying.source().isEmpty()) {
        var best = .5;
        for (var i = 1; i < candidates.size(); i++) {
          var span = candidates.get(i).span();
          var overlap = span == null ? 0 : jaccard(saying.source(), span);
          if (overlap >= best && (overlap > best || right == 0)) {
            best = overlap;
            right = i;
          }
        }
        if (right == 0) {
          lost++;
          continue;
        }
      }
      examples.add(new Example(candidates, right, lesson.weight, lesson.foreign));
    }
  }

  private static double jaccard(List<Range> gold, Range span) {
    var set = new BitSet();
    gold.forEach(r -> set.set(r.first(), r.end()));
    var any = (BitSet) set.clone();
    any.set(span.first(), span.end());
    set.clear(0, span.first());
    set.clear(span.end(), Math.max(span.end(), set.length()));
    return (double) set.cardinality() / any.cardinality();
  }

  void train(int epochs, int runs) {
    System.err.println(examples.size() + " sources, " + lost + " out of reach");
    var sum = new float[SourceRanker.ROWS];
    for (var run = 0; run < runs; run++) {
      Arrays.fill(ranker.weights.floats, 0);
      learn(epochs, new Random(11 + run));
      for (var i = 0; i < sum.length; i++) {
        sum[i] += ranker.weights.floats[i] / runs;
      }
    }
    System.arraycopy(sum, 0, ranker.weights.floats, 0, sum.length);
    clearForeign();
  }

  /** Of what is learnt from another language, keeps what the language itself has. */
  private void clearForeign() {
    var known = new BitSet(SourceRanker.ROWS);
    for (var example : examples) {
      if (!example.foreign) {
        example.candidates.forEach(c -> Arrays.stream(c.features()).forEach(known::set));
      }
    }
    for (var f = known.nextClearBit(0); f < SourceRanker.ROWS; f = known.nextClearBit(f + 1)) {
      ranker.weights.floats[f] = 0;
    }
  }

  private void learn(int epochs, Random random) {
    var squares = new float[SourceRanker.ROWS];
    var order = new ArrayList<>(examples);
    for (var epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      for (var example : order) {
        var probabilities = ranker.probabilities(example.candidates);
        for (var i = 0; i < probabilities.length; i++) {
          var g = (float) (probabilities[i] - (i == example.right ? 1 : 0)) * example.weight;
          if (Math.abs(g) < 1e-4f) {
            continue;
          }
          for (var f : example.candidates.get(i).features()) {
            var step = g + 1e-4f * ranker.weights.floats[f];
            squares[f] += step * step;
            ranker.weights.floats[f] -= .05f * step / (float) Math.sqrt(squares[f] + 1e-6f);
          }
        }
      }
    }
  }
}
