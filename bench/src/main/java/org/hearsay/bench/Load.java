package org.hearsay.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hearsay.Hearsay;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.reading.attribution.AttributionFinder;
import org.hearsay.reading.people.EntityFinder;
import org.hearsay.reading.time.TimeTagger;

/**
 * What it takes to load models and lexicons, each in a fresh process: from before the first use of
 * the stage to the end of a line's analysis. The median of five.
 */
final class Load {
  private Load() {}

  private static final String LINE = "Le 3 mars, Mme Diallo a dit : « Nous irons à Brest. »";

  static void print() throws IOException, InterruptedException {
    System.out.println("\n| first use of | CPU ms of the thread | wall ms |");
    System.out.println("| --- | --- | --- |");
    for (var stage :
        List.of("language-fr", "language-en", "people", "time", "attribution", "all")) {
      var cpu = new double[5];
      var wall = new double[5];
      for (var i = 0; i < cpu.length; i++) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
            new ProcessBuilder(
                    java, "-cp", System.getProperty("java.class.path"), Load.class.getName(), stage)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var parts = said.strip().split(" ");
        cpu[i] = Double.parseDouble(parts[0]);
        wall[i] = Double.parseDouble(parts[1]);
      }
      Arrays.sort(cpu);
      Arrays.sort(wall);
      System.out.println("| %s | %.0f | %.0f |".formatted(stage, cpu[2], wall[2]));
    }
  }

  /** In the fresh process: prints the milliseconds of CPU and of the clock. */
  public static void main(String[] arguments) {
    var stage = arguments[0];
    var english = stage.equals("language-en");
    var article = Texts.article(LINE, english ? "en" : "fr");
    // What is loaded by a stage before it does not count for it.
    var text =
        stage.equals("people") || stage.equals("time") || stage.equals("attribution")
            ? new LanguageAnalyser().analyse(article)
            : null;
    var threads = ManagementFactory.getThreadMXBean();
    var wall = System.nanoTime();
    var before = threads.getCurrentThreadCpuTime();
    switch (stage) {
      case "people" -> new EntityFinder().find(Objects.requireNonNull(text));
      case "time" -> new TimeTagger().tag(Objects.requireNonNull(text), Optional.empty());
      case "attribution" -> new AttributionFinder().find(Objects.requireNonNull(text), List.of());
      case "all" -> Hearsay.read(Texts.capture(LINE));
      default -> new LanguageAnalyser().analyse(article);
    }
    System.out.println(
        (threads.getCurrentThreadCpuTime() - before) / 1e6
            + " "
            + (System.nanoTime() - wall) / 1e6);
  }
}
