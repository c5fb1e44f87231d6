package org.hearsay.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Captures;
import org.hearsay.fetch.Fetcher;
import picocli.CommandLine.Option;

/** How the inputs of a command are opened; shared by those that read pages. */
final class Inputs {

  private static final Pattern SCHEME = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]+)://.*");

  static final String ABOUT =
      "A file (HTML, text, PDF, WARC; each also as .gz), a folder with all below it, an http or"
          + " https address, or - for standard input.";

  @Option(names = "--allow-private", description = "Fetch from private and loopback addresses too.")
  boolean allowPrivate;

  @Option(
      names = "--max-size",
      paramLabel = "MB",
      description = "The largest document that is read, in MB (default: 64, at most 1024).")
  int megabytes = Captures.DEFAULT_LIMIT >> 20;

  /** Opens the inputs one after the other and tells what is in them. */
  void read(List<String> given, Console console, Captures.Sink sink) {
    var limit = Math.max(1, Math.min(1024, megabytes)) << 20;
    try (var fetcher = new Fetcher(allowPrivate, limit)) {
      for (var input : given) {
        read(input, limit, fetcher, console, sink);
      }
    }
  }

  private void read(String input, int limit, Fetcher fetcher, Console console, Captures.Sink sink) {
    var scheme = SCHEME.matcher(input);
    if (input.equals("-")) {
      Captures.read("-", console.in(), limit, sink);
    } else if (scheme.matches()) {
      fetch(input, scheme.group(1), fetcher, sink);
    } else {
      try {
        Captures.read(Path.of(input), limit, sink);
      } catch (InvalidPathException e) {
        sink.unreadable(input, "cannot be the name of a file");
      }
    }
  }

  private static void fetch(String input, String scheme, Fetcher fetcher, Captures.Sink sink) {
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      sink.unreadable(input, "only http and https addresses can be fetched; give a file as a path");
      return;
    }
    Capture page;
    try {
      page = fetcher.fetch(input);
    } catch (IOException e) {
      sink.unreadable(input, Console.message(e));
      return;
    }
    sink.capture(page);
  }
}
