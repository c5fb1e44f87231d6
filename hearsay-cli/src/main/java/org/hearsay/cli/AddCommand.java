package org.hearsay.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.casefile.Added;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hearsay add}: puts documents into a case. */
@Command(
    name = "add",
    description = {
      "Adds documents to a case; the folder becomes a case when it is missing or empty.",
      "What the case has already is not added again."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AddCommand implements Callable<Integer>, Adding.Listener {

  @ParentCommand Main main;
  @Mixin CaseArgument cases = new CaseArgument();
  @Mixin Inputs inputs = new Inputs();

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "INPUT", description = Inputs.ABOUT)
  List<String> given = List.of();

  private int fresh;
  private int known;
  private boolean troubled;

  @Override
  public Integer call() {
    var console = main.console;
    try (var opened = cases.openOrCreate(console);
        var progress = new Progress(console, cases.quiet, "adding", -1);
        var adding = new Adding(opened, watched(progress))) {
      inputs.read(given, console, adding);
      adding.finish();
    }
    if (!cases.quiet) {
      console.print(
          "%d added%s\n".formatted(fresh, known > 0 ? ", " + known + " there before" : ""));
    }
    return troubled ? Main.SOME_UNREAD : Main.DONE;
  }

  private Adding.Listener watched(Progress progress) {
    return new Adding.Listener() {
      @Override
      public void added(Added added) {
        AddCommand.this.added(added);
        progress.step();
      }

      @Override
      public void trouble(String where, String why) {
        AddCommand.this.trouble(where, why);
      }
    };
  }

  @Override
  public void added(Added added) {
    if (!added.fresh()) {
      known++;
      return;
    }
    fresh++;
    if (!cases.quiet) {
      var document = added.document();
      var title = document.title() == null ? document.uri() : document.title();
      main.console.print("added " + document.id() + "  " + Console.oneLine(title) + "\n");
      main.console.flush();
    }
  }

  @Override
  public void trouble(String where, String why) {
    main.console.problem(where, why);
    troubled = true;
  }
}
