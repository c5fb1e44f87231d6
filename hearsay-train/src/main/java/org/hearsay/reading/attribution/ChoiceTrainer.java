package org.hearsay.reading.attribution;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;

/**
 * Fits a {@link Chooser} on what engines offer for articles they have not learnt from: AdaGrad on
 * the logarithm of the expected use, where what is right by overlap is of use, and what is right to
 * the letter of twice as much.
 */
public final class ChoiceTrainer {
  private static final float RATE = .02f;
  private static final float DECAY = 1e-3f;
  private static final int EPOCHS = 4;
  private static final double WRONG = .02;

  /** One cue with what could fill it and of how much use each is. */
  private record Example(int part, List<Chooser.Option> options, double[] use) {}

  private final List<Example> examples = new ArrayList<>();

  /**
   * Adds what an engine offers in an article that it has not seen.
   *
   * @param part of the corpus to which the article belongs
   */
  public void add(
      int part,
      Engine engine,
      AnnotatedText text,
      String language,
      List<List<List<Span>>> sayings,
      boolean nested) {
    var lesson = AttributionTrainer.lesson(text, language, sayings, nested);
    var context = engine.read(lesson.signs);
    var groups = engine.cues(context);
    var cueAt = RoleTagger.cueAt(lesson.words, groups);
    var told = new Told();
    for (var group : groups) {
      var saying = lesson.sayings.stream().filter(s -> group.overlaps(s.cue())).findFirst();
      if (saying.isEmpty()) {
        continue;
      }
      var before = told.before(lesson.words, group);
      told.add(group, saying.get().source());
      var options =
          engine.weighable(CueWindow.of(lesson.signs, cueAt, group, lesson.ruled), context, before);
      var use = options.stream().mapToDouble(o -> use(o.draft(), saying.get())).toArray();
      if (use.length > 1 && Arrays.stream(use).anyMatch(u -> u > WRONG)) {
        examples.add(new Example(part, options, use));
      }
    }
  }

  private static double use(Draft draft, Lesson.Saying saying) {
    var source = Range.jaccard(draft.source(), saying.source());
    var content = Range.jaccard(draft.content(), saying.content());
    return WRONG
        + (source >= .5 && content >= .5 ? 1 : 0)
        + (source > .99 && content > .97 ? 1 : 0);
  }

  /** Gives an engine what is learnt from some parts. */
  public void fit(Engine engine, IntPredicate parts) {
    engine.chooser = fitted(parts);
  }

  /** Writes what is learnt from some parts. */
  public void write(Path file, IntPredicate parts) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      fitted(parts).write(out);
    }
  }

  private Chooser fitted(IntPredicate parts) {
    var chooser = new Chooser();
    var squares = new float[Chooser.ROWS];
    var signalSquares = new float[chooser.signalWeights.length];
    var order = new ArrayList<>(examples.stream().filter(e -> parts.test(e.part)).toList());
    var random = new Random(5);
    for (var epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (var example : order) {
        step(chooser, example, squares, signalSquares);
      }
    }
    return chooser;
  }

  private static void step(
      Chooser chooser, Example example, float[] squares, float[] signalSquares) {
    var p = chooser.probabilities(example.options);
    var expected = 0.0;
    for (var i = 0; i < p.length; i++) {
      expected += p[i] * example.use[i];
    }
    for (var i = 0; i < p.length; i++) {
      var g = (float) (p[i] - p[i] * example.use[i] / expected);
      if (Math.abs(g) < 1e-4f) {
        continue;
      }
      var option = example.options.get(i);
      for (var f : option.features()) {
        update(chooser.weights.floats, squares, f, g);
      }
      for (var s = 0; s < signalSquares.length; s++) {
        if (option.signals()[s] != 0) {
          update(chooser.signalWeights, signalSquares, s, (float) (g * option.signals()[s]));
        }
      }
    }
  }

  private static void update(float[] weights, float[] squares, int i, float gradient) {
    var g = gradient + DECAY * weights[i];
    squares[i] += g * g;
    weights[i] -= RATE * g / (float) Math.sqrt(squares[i] + 1e-6f);
  }
}
