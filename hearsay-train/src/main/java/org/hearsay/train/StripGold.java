package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Writes the texts of annotated articles without their marks: {@code fr-001.gold} to {@code .txt}.
 */
@Command(
    name = "strip-gold",
    description = "Writes the plain texts of .gold files, for hearsay read.",
    mixinStandardHelpOptions = true)
final class StripGold implements Callable<Integer> {

  @Parameters(paramLabel = "GOLD_DIR")
  private Path gold = Path.of("");

  @Parameters(paramLabel = "OUT_DIR")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    var files = GoldFile.readAll(gold);
    for (var file : files) {
      Files.writeString(out.resolve(file.id() + ".txt"), file.text());
    }
    System.out.println(files.size() + " texts written to " + out);
    return 0;
  }
}
