package org.hearsay.cli;

import java.io.UncheckedIOException;
import java.util.Locale;
import org.hearsay.casefile.CaseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;

/** The {@code hearsay} command. */
@Command(
    name = "hearsay",
    description = "A checkable record of who said what, on whose word, when.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit status: 0 done; 1 some inputs could not be read, or only in part:",
      "each is named on standard error, the others are done; 2 wrong usage."
    },
    subcommands = {
      ReadCommand.class,
      AddCommand.class,
      CheckCommand.class,
      SearchCommand.class,
      ServeCommand.class,
      VerifyCommand.class,
      RebuildCommand.class,
      DemoCommand.class
    })
public final class Main {

  static final int DONE = 0;
  static final int SOME_UNREAD = 1;
  static final int WRONG_USAGE = 2;

  final Console console;

  private Main(Console console) {
    this.console = console;
  }

  public static void main(String[] args) {
    System.exit(run(Console.system(), args));
  }

  /** Runs the command as {@link #main} does, and returns its exit status. */
  static int run(Console console, String... args) {
    Locale.setDefault(Locale.ROOT);
    var command = new CommandLine(new Main(console));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(console.outWriter());
    command.setErr(console.errWriter());
    command.setParameterExceptionHandler((e, arguments) -> wrongUsage(console, e));
    command.setExecutionExceptionHandler(failed(console));
    command.setExecutionStrategy(Main::execute);
    var status = command.execute(args);
    try {
      console.flush();
    } catch (Console.Closed e) {
      return closed(console, e, status);
    }
    return status;
  }

  private static int execute(CommandLine.ParseResult parsed) {
    var help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      var top = parsed.commandSpec().commandLine();
      top.usage(top.getErr());
      return WRONG_USAGE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int wrongUsage(Console console, ParameterException e) {
    var command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.problem(command, Console.message(e) + "; see '" + command + " --help'");
    return WRONG_USAGE;
  }

  private static IExecutionExceptionHandler failed(Console console) {
    return (e, command, parsed) -> {
      if (e instanceof Console.Closed closed) {
        return closed(console, closed, DONE);
      }
      if (e instanceof CaseException) {
        console.problem("hearsay", Console.message(e));
      } else if (e instanceof UncheckedIOException) {
        console.problem("hearsay", Console.message(e));
      } else {
        console.problem("hearsay", "failed, which is an error of ours: " + e);
        if (System.getenv("HEARSAY_DEBUG") != null) {
          e.printStackTrace(command.getErr());
        }
      }
      return SOME_UNREAD;
    };
  }

  /** Whoever reads a pipe may leave when it has seen enough; a full disk is another matter. */
  private static int closed(Console console, Console.Closed e, int status) {
    if (e.pipe()) {
      return status;
    }
    console.problem("standard output", Console.message(e));
    return SOME_UNREAD;
  }
}
