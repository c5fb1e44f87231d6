package org.hearsay.train.attribution;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.article.Span;
import org.hearsay.reading.attribution.AttributionFinder;
import org.hearsay.reading.attribution.AttributionTrainer;
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

  @Option(names = "--share", description = "takes every n-th article of polnear")
  private int share = 1;

  @Option(names = "--french-weight")
  private float frenchWeight = 4;

  @Option(names = "--eagerness")
  private double eagerness = 1;

  @Option(names = "--cue-epochs")
  private int cueEpochs = 5;

  @Option(names = "--role-epochs")
  private int roleEpochs = 5;

  @Option(names = "--out", description = "The model file to write.")
  private @Nullable Path out;

  @Option(names = "--errors")
  private boolean errors;

  @Override
  public Integer call() throws IOException {
    var trainer = new AttributionTrainer();
    if (frenchWeight > 0) {
      for (var told : Corpora.gold(corpora.resolve("fr-attribution/train"))) {
        add(trainer, told, frenchWeight);
      }
    }
    if (share > 0) {
      var polnear = Corpora.polnear(corpora.resolve("polnear/train"));
      for (var i = 0; i < polnear.size(); i += share) {
        add(trainer, polnear.get(i), 1);
      }
    }
    var engine = trainer.train(eagerness, cueEpochs, roleEpochs);
    if (out != null) {
      try (var stream = new BufferedOutputStream(Files.newOutputStream(out))) {
        engine.write(stream);
      }
    }
    var finder = new AttributionFinder(engine);
    for (var dev : List.of("fr-attribution/dev", "en-attribution/dev", "polnear/dev")) {
      var path = corpora.resolve(dev);
      var all = dev.startsWith("polnear") ? Corpora.polnear(path) : Corpora.gold(path);
      var diagnosis = new AttributionTrainer.Diagnosis();
      for (var least : new double[] {.3, .45}) {
        engine.least(least);
        var score = new Score();
        for (var told : all) {
          var text = Reader.read(told);
          var said = finder.find(text, Reader.people(text));
          score.add(told, said);
          if (errors && least == .45) {
            System.out.print(Errors.of(told, said));
          }
          if (least == .45) {
            diagnosis.add(engine, text, told.language(), sayings(told), told.nested());
          }
        }
        System.out.println(dev + " " + least + "\n" + score.table());
      }
      System.out.println(diagnosis.line());
    }
    return 0;
  }

  private static List<List<List<Span>>> sayings(Told told) {
    return told.sayings().stream().map(s -> List.of(s.source(), s.cue(), s.content())).toList();
  }

  private static void add(AttributionTrainer trainer, Told told, float weight) {
    trainer.add(Reader.read(told), told.language(), sayings(told), told.nested(), weight);
  }
}
