package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;

/** Fits a {@link Chooser} on what engines offer for articles they have not learnt from. */
public final class ChoiceTrainer {
  private static float RATE = Float.parseFloat(System.getProperty("crate", ".05"));
  private static float DECAY = Float.parseFloat(System.getProperty("cdecay", "1e-3"));
  private static int EPOCHS = Integer.getInteger("cepochs", 5);
  private static final double WRONG = .02;

  /** One cue with what could fill it and how good each is. */
  private record Example(int part, List<Chooser.Option> options, double[] use) {}

  private final List<Example> examples = new ArrayList<>();

  /** Adds what an engine offers in an article that it has not seen. */
  public void add(
      int part,
      Engine engine,
      AnnotatedText text,
      String language,
      List<List<List<Span>>> sayings,
      boolean nested) {
    var lesson = AttributionTrainer.lesson(text, language, sayings, nested);
    var groups = engine.cues(lesson.signs);
    var cueAt = RoleTagger.cueAt(lesson.words, groups);
    var told = new Told();
    for (var group : groups) {
      var saying = lesson.sayings.stream().filter(s -> group.overlaps(s.cue())).findFirst();
      if (saying.isEmpty()) {
        continue;
      }
      var before = told.before(lesson.words, group);
      told.add(group, saying.get().source());
      var options = engine.weighable(lesson.signs, cueAt, group, lesson.ruled, before);
      var use = new double[options.size()];
      var some = false;
      for (var i = 0; i < use.length; i++) {
        var s = ConfidenceTrainer.jaccard(options.get(i).draft().source(), saying.get().source());
        var c = ConfidenceTrainer.jaccard(options.get(i).draft().content(), saying.get().content());
        use[i] = WRONG + (s >= .5 && c >= .5 ? 1 : 0) + (s > .99 && c > .97 ? 1 : 0);
        some |= use[i] > WRONG;
      }
      if (true) {
        examples.add(new Example(part, options, use));
      }
    }
  }

  public void grid(int folds) {
    var all = examples.size();
    var possible =
        examples.stream().filter(e -> java.util.Arrays.stream(e.use).anyMatch(u -> u > 1)).count();
    System.err.println(
        all
            + " examples, options "
            + examples.stream().mapToInt(e -> e.options.size()).average()
            + " possible soft "
            + possible
            + " exact "
            + examples.stream()
                .filter(e -> java.util.Arrays.stream(e.use).anyMatch(u -> u > 2))
                .count());
    for (var rate : new float[] {.005f, .01f, .02f, .05f}) {
      for (var decay : new float[] {1e-3f}) {
        for (var epochs : new int[] {2, 4, 8}) {
          RATE = rate;
          DECAY = decay;
          EPOCHS = epochs;
          var soft = 0;
          var exact = 0;
          for (var f = 0; f < folds; f++) {
            var c = fitted(f);
            for (var e : examples) {
              if (e.part != f) continue;
              var pr = c.probabilities(e.options);
              var best = 0;
              for (var i = 1; i < pr.length; i++) if (pr[i] > pr[best]) best = i;
              soft += e.use[best] > 1 ? 1 : 0;
              exact += e.use[best] > 2 ? 1 : 0;
            }
          }
          System.err.println(rate + " " + decay + " " + epochs + ": " + soft + " " + exact);
        }
      }
    }
  }

  /** Gives an engine the weights that make what is good probable, learnt from the other parts. */
  public void fit(Engine engine, int without) {
    engine.chooser = fitted(without);
  }

  private Chooser fitted(int without) {
    var chooser = new Chooser();
    var squares = new float[Chooser.ROWS];
    var signalSquares = new float[chooser.signalWeights.length];
    var order =
        new ArrayList<>(
            examples.stream()
                .filter(
                    e ->
                        e.part != without
                            && e.options.size() > 1
                            && java.util.Arrays.stream(e.use).anyMatch(u -> u > 1))
                .toList());
    var random = new Random(5);
    for (var epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (var example : order) {
        step(chooser, example, squares, signalSquares);
      }
    }
    return chooser;
  }

  /** One step on the logarithm of the expected use. */
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
        update(chooser.weights, squares, f, g);
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
