package org.hearsay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code hearsay verify}: are the originals as they were, and does every span fit? */
@Command(
    name = "verify",
    description = "Hashes all originals of a case again and checks every span.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @ParentCommand Main main;
  @Mixin CaseArgument cases = new CaseArgument();

  @Override
  public Integer call() {
    try (var opened = cases.open(main.console)) {
      var report = opened.verify();
      for (var problem : report.problems()) {
        main.console.problem(cases.folder.toString(), problem);
      }
      if (report.problems().isEmpty() && !cases.quiet) {
        main.console.print(
            "%s, %s: all as they were\n"
                .formatted(
                    CaseText.count(report.documents(), "original"),
                    CaseText.count(report.spans(), "span")));
      }
      return report.problems().isEmpty() ? Main.DONE : Main.SOME_UNREAD;
    }
  }
}
