package org.hearsay.reading.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;

/** Fits a {@link Confidence} on articles an engine has not learnt from. */
public final class ConfidenceTrainer {
  private static final int STEPS = 12;
  private static final double DECAY = 1;

  private record Example(double[] signals, boolean right) {}

  private final List<Example> found = new ArrayList<>();

  /** Adds what an engine finds in an article that it has not seen. */
  public void add(
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
      // what stands inside another's content cannot be judged where the corpus marks none such
      if (nested || drafts.stream().noneMatch(other -> holds(other, draft))) {
        var right = lesson.sayings.stream().anyMatch(saying -> soft(draft, saying));
        found.add(new Example(Confidence.signals(draft, lesson.words), right));
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
        && jaccard(draft.source(), saying.source()) >= .5
        && jaccard(draft.content(), saying.content()) >= .5;
  }

  static double jaccard(List<Range> a, List<Range> b) {
    var both = new BitSet();
    a.forEach(r -> both.set(r.first(), r.end()));
    var other = new BitSet();
    b.forEach(r -> other.set(r.first(), r.end()));
    var any = (BitSet) both.clone();
    any.or(other);
    both.and(other);
    return any.isEmpty() ? 1 : (double) both.cardinality() / any.cardinality();
  }

  public void fit(Engine engine) {
    engine.confidence = new Confidence(weights(found));
  }

  /** Writes the weights as a table. */
  public void write(Path file) throws IOException {
    var weights = weights(found);
    var out = new StringBuilder("# How what speaks for an attribution is weighed; see MODEL.md.\n");
    out.append("signal\tweight\n");
    for (var signal : Confidence.Signal.values()) {
      var i = signal.ordinal();
      out.append(String.format(Locale.ROOT, "%s\t%.4f\n", signal, weights[i]));
    }
    Files.writeString(file, out);
  }

  /** Newton's method on the likelihood with a small pull towards zero. */
  private static double[] weights(List<Example> examples) {
    var n = Confidence.Signal.COUNT;
    var weights = new double[n];
    for (var step = 0; step < STEPS; step++) {
      var system = new double[n][n + 1];
      for (var i = 0; i < n; i++) {
        system[i][i] = DECAY;
        system[i][n] = -DECAY * weights[i];
      }
      for (var example : examples) {
        var x = example.signals;
        var sum = 0.0;
        for (var i = 0; i < n; i++) {
          sum += weights[i] * x[i];
        }
        var p = 1 / (1 + Math.exp(-sum));
        for (var i = 0; i < n; i++) {
          system[i][n] += ((example.right ? 1 : 0) - p) * x[i];
          for (var j = 0; j < n; j++) {
            system[i][j] += p * (1 - p) * x[i] * x[j];
          }
        }
      }
      solve(system);
      for (var i = 0; i < n; i++) {
        weights[i] += system[i][n];
      }
    }
    return weights;
  }

  /** Gauss-Jordan elimination; the matrix is positive definite, so no pivoting is needed. */
  private static void solve(double[][] system) {
    var n = system.length;
    for (var k = 0; k < n; k++) {
      for (var j = n; j >= k; j--) {
        system[k][j] /= system[k][k];
      }
      for (var i = 0; i < n; i++) {
        for (var j = n; i != k && j >= k; j--) {
          system[i][j] -= system[i][k] * system[k][j];
        }
      }
    }
  }
}
