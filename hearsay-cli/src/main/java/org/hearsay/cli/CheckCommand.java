package org.hearsay.cli;

import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.casefile.DocumentRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code hearsay check}: copies and conflicts over a case. */
@Command(
    name = "check",
    description = "Shows copies, independent texts and conflicts over a case.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @ParentCommand Main main;
  @Mixin CaseArgument cases = new CaseArgument();

  @Override
  public Integer call() {
    try (var opened = cases.open(main.console)) {
      main.console.print(report(opened));
    }
    return Main.DONE;
  }

  static String report(CaseFolder opened) {
    var documents =
        opened.documents().stream()
            .collect(Collectors.toMap(DocumentRecord::id, Function.identity()));
    return CaseText.report(opened.check(), documents);
  }
}
