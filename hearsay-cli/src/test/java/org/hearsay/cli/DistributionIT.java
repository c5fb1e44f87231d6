package org.hearsay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hearsay.reading.ReadingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as built, in a process of its own. */
class DistributionIT {

  private static final Path HOME = Path.of(System.getProperty("hearsay.distribution"));

  @TempDir Path folder;

  private Ran run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var out = folder.resolve("out").toFile();
    var err = folder.resolve("err").toFile();
    var builder =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    var process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(
        process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private Ran hearsay(String... args) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("sh", HOME.resolve("bin/hearsay").toString()));
    command.addAll(List.of(args));
    return run(Map.of("LC_ALL", "C"), command.toArray(String[]::new));
  }

  @Test
  void startsThroughALinkWithASpaceInItsName() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("a link"), HOME.resolve("bin/hearsay"));
    var ran = run(Map.of(), "sh", link.toString(), "--version");
    assertThat(ran.out()).matches("hearsay \\d+\\.\\d+.*\n");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
  }

  @Test
  void startsFromTheJarAlone() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jar = HOME.resolve("lib/hearsay-cli.jar").toString();
    assertThat(run(Map.of(), java, "-jar", jar, "--version").out()).startsWith("hearsay ");
  }

  @Test
  void readsAndWritesUtf8WhateverTheLocale() throws Exception {
    var page = folder.resolve("été.txt");
    Files.write(page, "« Non », dit-elle.".getBytes(UTF_8));
    var ran = hearsay("read", "--format=jsonl", "été.txt", "none.txt");
    assertThat(ran.status()).isEqualTo(1);
    var reading = ReadingJson.parse(ran.out());
    assertThat(reading.source().uri()).isEqualTo("été.txt");
    assertThat(reading.article().text()).isEqualTo("« Non », dit-elle.");
    assertThat(ran.errLines()).hasSize(1);
    assertThat(ran.err()).startsWith("none.txt: ");
  }

  @Test
  void endsQuietlyWhenTheReaderLeaves() throws Exception {
    var examples = HOME.resolve("examples").toString();
    var command = "sh '" + HOME.resolve("bin/hearsay") + "' read '" + examples + "' | head -1";
    var ran = run(Map.of(), "sh", "-c", command);
    assertThat(ran.outLines()).hasSize(1);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void saysWhichJavaIsWrong() throws Exception {
    var missing =
        run(Map.of("JAVA_HOME", "/nowhere"), "sh", HOME.resolve("bin/hearsay").toString());
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.errLines()).singleElement().asString().contains("JAVA_HOME");

    var old = Files.createDirectories(folder.resolve("old/bin"));
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
    Files.writeString(old.resolve("java"), "#!/bin/sh\nexit 9\n").toFile().setExecutable(true);
    var ran =
        run(
            Map.of("JAVA_HOME", folder.resolve("old").toString()),
            "sh",
            HOME.resolve("bin/hearsay").toString(),
            "--version");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.errLines()).singleElement().asString().contains("11.0.2").contains("17");
  }
}
