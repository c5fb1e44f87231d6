package org.hearsay.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code hearsay-train} command. */
@Command(
    name = "hearsay-train",
    description = "Trains the models and measures the engines on public corpora.",
    mixinStandardHelpOptions = true,
    subcommands = {Main.Evaluate.class, Main.Train.class, StripGold.class, ReadFolder.class})
public final class Main {

  /** Measures: a table on standard output, nothing written. */
  @Command(
      name = "evaluate",
      description = "Scores an engine on a corpus and prints the table.",
      mixinStandardHelpOptions = true,
      subcommands = {
        org.hearsay.train.article.EvaluateArticle.class,
        org.hearsay.train.attribution.EvaluateAttribution.class,
        PosEvaluation.class,
        NameEvaluation.class,
        MorphologyEvaluation.class,
        LanguageEvaluation.class,
        org.hearsay.train.time.EvaluateTime.class,
        org.hearsay.train.people.EvaluatePeople.class
      })
  static final class Evaluate {}

  /** Trains: a model file, the same byte for byte at every run. */
  @Command(
      name = "train",
      description = "Trains a model from corpora.",
      mixinStandardHelpOptions = true,
      subcommands = {
        org.hearsay.train.article.TrainArticle.class,
        PosTraining.class,
        NameTraining.class,
        GazetteerTraining.class,
        MorphologyTraining.class,
        KnownNamesTraining.class,
        MeaningTraining.class,
        MeaningWords.class,
        AnnotatedNames.class,
        ClusterTraining.class,
        LanguageTraining.class,
        org.hearsay.train.attribution.TrainAttribution.class,
        org.hearsay.train.attribution.TrainParser.class,
        org.hearsay.train.attribution.VectorWords.class,
        org.hearsay.train.attribution.TrainNetworkStart.class
      })
  static final class Train {}

  public static void main(String[] args) {
    var command = new CommandLine(new Main());
    command.setExecutionExceptionHandler((e, part, parsed) -> failed(e));
    System.exit(command.execute(args));
  }

  /** Says in a line which file is missing or wrong; what is not about files is a fault of ours. */
  private static int failed(Exception e) throws Exception {
    var cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (!(cause instanceof IOException)) {
      throw e;
    }
    var missing = cause instanceof NoSuchFileException ? "there is no " : "";
    System.err.println("hearsay-train: " + missing + cause.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
