package org.hearsay.cli;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearsay.casefile.CaseFolder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The case a command works on. */
final class CaseArgument {

  @Parameters(index = "0", paramLabel = "CASE", description = "The folder of the case.")
  Path folder = Path.of("");

  @Option(names = "--quiet", description = "No progress bar, and only what was asked for.")
  boolean quiet;

  /** Opens the case, which must exist; says on standard error what opening it had to mend. */
  CaseFolder open(Console console) {
    quietLibraries();
    return told(console, CaseFolder.open(folder));
  }

  /** The same; a missing or empty folder becomes a case. */
  CaseFolder openOrCreate(Console console) {
    quietLibraries();
    return told(console, CaseFolder.openOrCreate(folder));
  }

  /** Lucene tells Java's own log, and so standard error, which Java it runs on. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static void quietLibraries() {
    LUCENE.setLevel(Level.OFF);
  }

  private CaseFolder told(Console console, CaseFolder opened) {
    opened.notices().forEach(notice -> console.problem(folder.toString(), notice));
    return opened;
  }
}
