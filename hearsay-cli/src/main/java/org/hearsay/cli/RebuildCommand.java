package org.hearsay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code hearsay rebuild}: makes all that is derived again. */
@Command(
    name = "rebuild",
    description = "Makes readings, records and index of a case again from its originals.",
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @ParentCommand Main main;
  @Mixin CaseArgument cases = new CaseArgument();

  @Override
  public Integer call() {
    try (var opened = cases.open(main.console)) {
      var known = opened.documents().size();
      try (var progress = new Progress(main.console, cases.quiet, "reading", known)) {
        opened.rebuild(document -> progress.step());
      }
      if (!cases.quiet) {
        var count = CaseText.count(opened.documents().size(), "document");
        main.console.print("rebuilt from the originals: " + count + "\n");
      }
    }
    return Main.DONE;
  }
}
