package org.hearsay.train.article;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hearsay.article.BodyTrainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearsay-train train article CORPORA MODEL}: the same model, byte for byte, every time. */
@Command(
    name = "article",
    description = "Trains the model that finds the article in a page.",
    mixinStandardHelpOptions = true)
public final class TrainArticle implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--unseen",
      description = "also write the scores of each page by models that have not seen its site")
  private @Nullable Path unseen;

  @Parameters(
      paramLabel = "CORPORA",
      description = "the folder with fundus, wcxb, trafilatura and readability in it")
  private Path corpora = Path.of("");

  @Parameters(paramLabel = "MODEL", description = "the file to write")
  private Path model = Path.of("");

  @Override
  public Integer call() throws Exception {
    BodyTrainer.train(corpora, model, unseen, spec.commandLine().getErr());
    return 0;
  }
}
