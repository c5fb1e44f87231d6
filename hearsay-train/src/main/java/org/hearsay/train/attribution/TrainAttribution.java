package org.hearsay.train.attribution;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;
import org.hearsay.reading.attribution.AttributionFinder;
import org.hearsay.reading.attribution.AttributionTrainer;
import org.hearsay.reading.attribution.ChoiceTrainer;
import org.hearsay.reading.attribution.ConfidenceTrainer;
import org.hearsay.reading.attribution.Engine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearsay-train train attribution ../shared/corpora}. */
@Command(
    name = "attribution",
    description = "Trains the attribution models from fr-attribution/train and polnear/train.",
    mixinStandardHelpOptions = true)
public final class TrainAttribution implements Callable<Integer> {

  @Parameters(paramLabel = "CORPORA")
  private Path corpora = Path.of("");

  @Option(names = "--language", required = true, description = "fr or en")
  private String language = "";

  @Option(names = "--share", description = "Takes every n-th article of PolNeAR.")
  private int share = 1;

  @Option(names = "--eagerness")
  private double eagerness = 1;

  @Option(names = "--cue-epochs")
  private int cueEpochs = 5;

  @Option(
      names = "--cue-dropped",
      description = "The share of the features that a word loses at each visit, for cues.")
  private double cueDropped = .3;

  @Option(names = "--role-epochs")
  private int roleEpochs = 5;

  @Option(
      names = "--network-epochs",
      description = "How often the network reads all articles, ${DEFAULT-VALUE} times if not said.")
  private int networkEpochs = 8;

  @Option(names = "--runs", description = "Averages so many trainings in different orders.")
  private int runs = 1;

  @Option(names = "--out", description = "The model file to write.")
  private @Nullable Path out;

  @Option(names = "--only", description = "Scores only on the folders that start so.")
  private String only = "";

  @Option(names = "--errors")
  private boolean errors;

  @Option(names = "--own-weight", description = "Weight of the articles marked for Hearsay.")
  private float ownWeight = 1;

  @Option(names = "--written-weight", description = "Weight of the invented articles.")
  private float writtenWeight = 1;

  @Option(
      names = "--other-weight",
      description = "Weight of the other language's articles that were marked for Hearsay.")
  private float otherWeight;

  @Option(
      names = "--polnear-weight",
      description = "Weight of PolNeAR's articles, where the French network learns from them.")
  private float polnearWeight;

  @Option(
      names = "--folds",
      description = "Instead: trains and scores that many times, each time without a part.")
  private int folds;

  @Option(names = "--confidence", description = "With --folds: the trees of confidence to write.")
  private @Nullable Path confidence;

  @Option(names = "--choice", description = "With --folds: the model of the chooser to write.")
  private @Nullable Path choice;

  private final AttributionTrainer trainer = new AttributionTrainer();

  /** Articles that scores are reported of. */
  private final Set<String> dev = new HashSet<>();

  @Override
  public Integer call() throws IOException {
    var articles = new ArrayList<Article>();
    if (language.equals("fr")) {
      for (var told : Corpora.gold(corpora.resolve("fr-attribution/train"))) {
        articles.add(add(told, 1, ""));
      }
      if (folds > 0) {
        for (var told : Corpora.gold(corpora.resolve("fr-attribution/dev"))) {
          dev.add(told.id());
          articles.add(add(told, 1, ""));
        }
      }
    } else {
      for (var told : polnear()) {
        articles.add(add(told, 1, ""));
      }
    }
    for (var told : Corpora.own(corpora, language)) {
      articles.add(add(told, ownWeight, "own marks, " + folder(told)));
    }
    for (var told : Corpora.later(corpora, language)) {
      articles.add(add(told, ownWeight, "later marks, " + folder(told)));
    }
    for (var told : Corpora.written(language)) {
      articles.add(add(told, writtenWeight, "written for Hearsay"));
    }
    if (otherWeight > 0) {
      var other = language.equals("fr") ? "en" : "fr";
      for (var told : Corpora.own(corpora, other)) {
        add(told, otherWeight, "");
      }
      for (var told : Corpora.written(other)) {
        add(told, otherWeight, "");
      }
    }
    if (polnearWeight > 0) {
      for (var told : polnear()) {
        trainer.addForNetwork(
            Reader.read(told), told.language(), sayings(told), told.nested(), polnearWeight);
      }
    }
    if (folds > 0) {
      cross(articles);
      return 0;
    }
    var engine = trainer.train(cueLearning(), roleEpochs, networkEpochs, runs, new BitSet());
    if (out != null) {
      try (var stream = new BufferedOutputStream(Files.newOutputStream(out))) {
        engine.write(stream);
      }
    }
    for (var dev : List.of("fr-attribution/dev", "en-attribution/dev", "polnear/dev")) {
      if (!dev.startsWith(only)) {
        continue;
      }
      var path = corpora.resolve(dev);
      var all = dev.startsWith("polnear") ? Corpora.polnear(path) : Corpora.gold(path);
      var result = new Result();
      for (var told : all) {
        result.add(engine, new Article(told, Reader.read(told), -1, ""));
      }
      System.out.print(dev + "\n" + result.table());
    }
    return 0;
  }

  private List<Told> polnear() throws IOException {
    var all = Corpora.polnear(corpora.resolve("polnear/train"));
    return IntStream.range(0, all.size()).filter(i -> i % share == 0).mapToObj(all::get).toList();
  }

  private AttributionTrainer.CueLearning cueLearning() {
    return new AttributionTrainer.CueLearning(eagerness, cueEpochs, cueDropped);
  }

  /**
   * An article to learn from.
   *
   * @param set what it is scored with
   */
  private record Article(Told told, AnnotatedText text, int number, String set) {}

  /**
   * What is written learns from none of {@link #dev}, so that those can still tell how good it is.
   */
  private void cross(List<Article> articles) throws IOException {
    var engines = new ArrayList<Engine>();
    var fit = new ConfidenceTrainer();
    var chooser = new ChoiceTrainer();
    for (var fold = 0; fold < folds; fold++) {
      var left = new BitSet();
      every(articles, fold).forEach(a -> left.set(a.number()));
      var engine = trainer.train(cueLearning(), roleEpochs, networkEpochs, runs, left);
      engines.add(engine);
      for (var article : every(articles, fold)) {
        var told = article.told();
        chooser.add(
            part(told, fold),
            engine,
            article.text(),
            told.language(),
            sayings(told),
            told.nested());
      }
    }
    for (var fold = 0; fold < folds; fold++) {
      chooser.fit(engines.get(fold), without(fold));
      for (var article : every(articles, fold)) {
        var told = article.told();
        fit.add(
            part(told, fold),
            engines.get(fold),
            article.text(),
            told.language(),
            sayings(told),
            told.nested());
      }
    }
    if (confidence != null) {
      fit.write(confidence, part -> part < folds);
    }
    if (choice != null) {
      chooser.write(choice, part -> part < folds);
    }
    var results = new TreeMap<String, Result>();
    for (var fold = 0; fold < folds; fold++) {
      fit.fit(engines.get(fold), without(fold));
      for (var article : every(articles, fold)) {
        results.computeIfAbsent(article.set(), s -> new Result()).add(engines.get(fold), article);
      }
    }
    results.forEach((set, result) -> System.out.print(set + "\n" + result.table()));
  }

  /** The number of a fold, or, for articles of {@link #dev}, of one that is apart. */
  private int part(Told told, int fold) {
    return dev.contains(told.id()) ? folds + fold : fold;
  }

  private IntPredicate without(int fold) {
    return part -> part % folds != fold;
  }

  /** The articles of a part. */
  private List<Article> every(List<Article> articles, int fold) {
    var part = new ArrayList<Article>();
    for (var i = fold; i < articles.size(); i += folds) {
      part.add(articles.get(i));
    }
    return part;
  }

  private final class Result {
    private static final double[] LEAST = {.2, .25, .33, .5};
    private final Map<Engine, AttributionFinder> finders = new IdentityHashMap<>();
    private final List<Score> scores = Stream.generate(Score::new).limit(LEAST.length).toList();
    private final AttributionTrainer.Diagnosis diagnosis = new AttributionTrainer.Diagnosis();

    void add(Engine engine, Article article) {
      var people = Reader.people(article.text());
      var finder = finders.computeIfAbsent(engine, AttributionFinder::new);
      for (var k = 0; k < LEAST.length; k++) {
        engine.shown(LEAST[k]);
        var said = finder.find(article.text(), people);
        scores.get(k).add(article.told(), said);
        if (errors && k == 0) {
          System.out.print(Errors.of(article.told(), said));
        }
      }
      diagnosis.add(
          engine,
          article.text(),
          article.told().language(),
          sayings(article.told()),
          article.told().nested());
    }

    String table() {
      var out = new StringBuilder();
      for (var k = 0; k < LEAST.length; k++) {
        out.append(LEAST[k] + ": ").append(scores.get(k).table());
      }
      return out.append(diagnosis.line()).append('\n').toString();
    }
  }

  private static List<List<List<Span>>> sayings(Told told) {
    return told.sayings().stream().map(s -> List.of(s.source(), s.cue(), s.content())).toList();
  }

  /** The corpus in which a text that was marked for Hearsay stands. */
  private static String folder(Told told) {
    return told.id().replaceFirst("/.*", "");
  }

  private Article add(Told told, float weight, String set) {
    var text = Reader.read(told);
    var number =
        trainer.add(
            text,
            told.language(),
            sayings(told),
            told.nested(),
            weight,
            !told.language().equals(language));
    return new Article(told, text, number, set);
  }
}
