package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hearsay.Hearsay;
import org.hearsay.capture.Capture;
import org.hearsay.reading.ReadingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads every file of a folder, in the order of their names, and writes the readings as lines. */
@Command(
    name = "read",
    description = "Writes the readings of all files of a folder, one JSON line each.",
    mixinStandardHelpOptions = true)
final class ReadFolder implements Callable<Integer> {

  @Parameters(paramLabel = "DIR")
  private Path folder = Path.of("");

  @Parameters(paramLabel = "OUT.jsonl")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (var files = Files.list(folder);
        var lines = Files.newBufferedWriter(out)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var reading = Hearsay.read(Capture.of(file.toString(), Files.readAllBytes(file)));
        lines.write(ReadingJson.write(reading));
        lines.write('\n');
      }
    }
    return 0;
  }
}
