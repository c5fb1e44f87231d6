package org.hearsay.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hearsay search}: documents of a case by their words. */
@Command(
    name = "search",
    description = "Searches texts, titles and speakers of a case.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

  @ParentCommand Main main;
  @Mixin CaseArgument cases = new CaseArgument();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "QUERY",
      description = "Words, \"phrases\", AND OR NOT.")
  List<String> query = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many documents at most (default: ${DEFAULT-VALUE}).")
  int limit = 20;

  @Override
  public Integer call() {
    try (var opened = cases.open(main.console)) {
      var hits = opened.search(String.join(" ", query), Math.max(1, limit));
      for (var i = 0; i < hits.size(); i++) {
        main.console.print((i == 0 ? "" : "\n") + CaseText.hit(hits.get(i)));
      }
      if (hits.isEmpty() && !cases.quiet) {
        main.console.print("nothing found\n");
      }
    }
    return Main.DONE;
  }
}
