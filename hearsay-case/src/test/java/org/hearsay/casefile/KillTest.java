package org.hearsay.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that adds documents is killed at any moment, again and again. */
class KillTest {
  private static final int KILLS = 25;
  private static final long BUDGET = TimeUnit.SECONDS.toNanos(55);

  @TempDir Path folder;

  @Test
  void losesAndDoublesNothingWhenKilled() throws Exception {
    var random = new Random(20261125);
    var acknowledged = new LinkedHashSet<String>();
    var end = System.nanoTime() + BUDGET;
    var kills = 0;
    for (; kills < KILLS && System.nanoTime() < end; kills++) {
      run(acknowledged, random.nextInt(250));
      if (kills % 5 == 4) {
        check(acknowledged);
      }
      if (kills % 7 == 6) {
        Disk.delete(folder.resolve("case/derived"));
      }
    }
    check(acknowledged);
    assertThat(kills).isGreaterThanOrEqualTo(5);
    assertThat(acknowledged).hasSizeGreaterThan(kills);
  }

  /** Lets a process add documents and kills it some time after it has opened the case. */
  private void run(Set<String> acknowledged, long milliseconds) throws Exception {
    var said = folder.resolve("said.txt");
    var errors = folder.resolve("errors.txt");
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AddUntilKilled.class.getName(),
                folder.resolve("case").toString(),
                String.valueOf(acknowledged.size() / 2)) // so that many come twice
            .redirectOutput(said.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      while (child.isAlive() && Files.size(said) == 0) {
        Thread.sleep(5);
      }
      Thread.sleep(milliseconds);
      assertThat(child.isAlive()).as(Files.readString(errors)).isTrue();
    } finally {
      child.destroyForcibly().waitFor();
    }
    for (var line : Files.readAllLines(said)) {
      if (line.length() == 16) { // the last one may be cut
        acknowledged.add(line);
      }
    }
  }

  private void check(Set<String> acknowledged) {
    try (var cases = CaseFolder.open(folder.resolve("case"))) {
      var ids = cases.documents().stream().map(DocumentRecord::id).toList();
      assertThat(new HashSet<>(ids)).hasSameSizeAs(ids).containsAll(acknowledged);
      assertThat(cases.verify().problems()).isEmpty();
      assertThat(cases.search("page", 100_000)).hasSameSizeAs(ids);
      var first = AddUntilKilled.page(0);
      assertThat(cases.add(first).fresh()).isEqualTo(!ids.contains(Reader.id(first)));
    }
  }
}
