package org.hearsay.reading.attribution;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.hearsay.article.Span;
import org.hearsay.boosting.Boosting;
import org.hearsay.boosting.Forest;
import org.hearsay.language.AnnotatedText;

/** Fits a {@link Confidence} on articles an engine has not learnt from. */
public final class ConfidenceTrainer {
  private static final int TREES = 150;
  private static final int DEPTH = 4;
  private static final double RATE = .06;

  private record Example(int part, float[] row, boolean right) {}

  private final List<Example> found = new ArrayList<>();

  /**
   * Adds what an engine finds in an article that it has not seen.
   *
   * @param part of the corpus to which the article belongs
   * @param nested whether what stands inside contents is marked, and what has no cue; where it is
   *     not (PolNeAR), it cannot be judged
   */
  public void add(
      int part,
      Engine engine,
      AnnotatedText text,
      String language,
      List<List<List<Span>>> sayings,
      boolean nested) {
    var lesson = AttributionTrainer.lesson(text, language, sayings, nested);
    var shown = engine.shown;
    engine.shown(0);
    var drafts = engine.find(lesson.words, lesson.rules);
    engine.shown(shown);
    for (var draft : drafts) {
      if (nested
          || !draft.cue().isEmpty() && drafts.stream().noneMatch(other -> holds(other, draft))) {
        var right = lesson.sayings.stream().anyMatch(saying -> soft(draft, saying));
        found.add(new Example(part, Confidence.row(draft, lesson.words), right));
      }
    }
  }

  private static boolean holds(Draft outer, Draft inner) {
    return inner.content().stream()
        .allMatch(
            piece ->
                outer.content().stream()
                    .anyMatch(c -> c.first() <= piece.first() && piece.end() < c.end()));
  }

  private static boolean soft(Draft draft, Lesson.Saying saying) {
    var cue =
        draft.cue().isEmpty() && saying.cue().isEmpty()
            || draft.cue().stream().anyMatch(c -> saying.cue().stream().anyMatch(c::overlaps));
    return cue
        && Range.jaccard(draft.source(), saying.source()) >= .5
        && Range.jaccard(draft.content(), saying.content()) >= .5;
  }

  /** Gives an engine what is learnt from some parts. */
  public void fit(Engine engine, IntPredicate parts) {
    engine.confidence = new Confidence(forest(parts));
  }

  /** Writes what is learnt from some parts. */
  public void write(Path file, IntPredicate parts) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      forest(parts).write(out);
    }
  }

  private Forest forest(IntPredicate parts) {
    var examples = found.stream().filter(e -> parts.test(e.part)).toList();
    var labels = new float[examples.size()];
    var weights = new float[labels.length];
    for (var i = 0; i < labels.length; i++) {
      labels[i] = examples.get(i).right ? 1 : 0;
      weights[i] = 1;
    }
    var rows = examples.stream().map(Example::row).toArray(float[][]::new);
    return new Boosting(rows, labels, weights, DEPTH, 7).train(TREES, RATE);
  }
}
