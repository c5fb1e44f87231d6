package org.hearsay.train;

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
        org.hearsay.train.attribution.VectorWords.class
      })
  static final class Train {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
