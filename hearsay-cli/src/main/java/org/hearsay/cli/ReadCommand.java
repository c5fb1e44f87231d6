package org.hearsay.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.Hearsay;
import org.hearsay.article.ArticleReader.LiveBlogs;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Captures;
import org.hearsay.reading.Reading;
import org.hearsay.reading.ReadingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hearsay read}: prints readings; keeps nothing. */
@Command(
    name = "read",
    description = "Reads pages and prints who said what; no case is needed.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReadCommand implements Callable<Integer> {

  /** How readings are printed. */
  enum Format {
    /** For people. */
    TEXT,
    /** One array, indented. */
    JSON,
    /** One line for each document. */
    JSONL;

    @Override
    public String toString() {
      return org.hearsay.article.Names.kebab(this);
    }
  }

  @ParentCommand Main main;
  @Mixin Inputs inputs = new Inputs();

  @Parameters(index = "0..*", arity = "1..*", paramLabel = "INPUT", description = Inputs.ABOUT)
  List<String> given = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Format format = Format.TEXT;

  @Option(
      names = "--without-live-entries",
      description =
          "Leaves out the entries of live blogs, each a text of its own time; what is said of the"
              + " whole stays.")
  boolean withoutLiveEntries;

  @Option(names = "--quiet", description = "No progress bar.")
  boolean quiet;

  private int printed;
  private boolean troubled;

  @Override
  public Integer call() {
    if (format == Format.JSON) {
      main.console.print("[");
    }
    try (var progress = new Progress(main.console, quiet, "reading", -1);
        var documents =
            new Ordered<Outcome>(
                outcome -> {
                  show(outcome);
                  progress.step();
                })) {
      inputs.read(
          given,
          main.console,
          new Captures.Sink() {
            @Override
            public void capture(Capture capture) {
              documents.give(
                  capture.bytes().length,
                  () -> Outcome.guarded(capture.uri(), () -> outcome(capture)));
            }

            @Override
            public void unreadable(String where, String why) {
              documents.give(Outcome.unread(where, why));
            }
          });
      documents.finish();
    }
    if (format == Format.JSON) {
      main.console.print(printed == 0 ? "]\n" : "\n]\n");
    }
    return troubled ? Main.SOME_UNREAD : Main.DONE;
  }

  private Outcome outcome(Capture capture) {
    var reading =
        Hearsay.read(capture, withoutLiveEntries ? LiveBlogs.WITHOUT_ENTRIES : LiveBlogs.KEPT);
    return Outcome.of(capture.uri(), reading, () -> render(reading));
  }

  private String render(Reading reading) {
    return switch (format) {
      case TEXT -> new ReadingText(reading).toString();
      case JSON -> ReadingJson.writeIndented(reading);
      case JSONL -> ReadingJson.write(reading) + "\n";
    };
  }

  private void show(Outcome outcome) {
    if (!outcome.output().isEmpty()) {
      main.console.print(separator() + outcome.output());
      main.console.flush();
      printed++;
    }
    for (var trouble : outcome.troubles()) {
      main.console.problem(outcome.where(), trouble);
      troubled = true;
    }
  }

  private String separator() {
    return switch (format) {
      case TEXT -> printed == 0 ? "" : "\n" + "=".repeat(TextPage.WIDTH) + "\n\n";
      case JSON -> printed == 0 ? "\n" : ",\n";
      case JSONL -> "";
    };
  }
}
