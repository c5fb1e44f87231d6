package org.hearsay.bench;

import java.io.IOException;
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
    System.out.println("\n| | first use, wall ms | then, ms |");
    System.out.println("| --- | --- | --- |");
    for (var stage :
        List.of("language-fr", "language-en", "people", "time", "attribution", "all")) {
      var first = new double[5];
      var second = new double[5];
      for (var i = 0; i < first.length; i++) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
            new ProcessBuilder(
                    java, "-cp", System.getProperty("java.class.path"), Load.class.getName(), stage)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var parts = said.strip().split(" ");
        first[i] = Double.parseDouble(parts[0]);
        second[i] = Double.parseDouble(parts[1]);
      }
      Arrays.sort(first);
      Arrays.sort(second);
      System.out.println("| %s | %.0f | %.1f |".formatted(stage, first[2], second[2]));
    }
  }

  /** In the fresh process: prints the milliseconds of the first and the second use. */
  public static void main(String[] arguments) {
    var stage = arguments[0];
    var english = stage.equals("language-en");
    var article = Texts.article(LINE, english ? "en" : "fr");
    // What is loaded by a stage before it does not count for it.
    var text =
        stage.equals("people") || stage.equals("time") || stage.equals("attribution")
            ? new LanguageAnalyser().analyse(article)
            : null;
    var time = new double[2];
    Runnable work =
        switch (stage) {
          case "people" -> () -> new EntityFinder().find(Objects.requireNonNull(text));
          case "time" -> () -> new TimeTagger().tag(Objects.requireNonNull(text), Optional.empty());
          case "attribution" ->
              () -> new AttributionFinder().find(Objects.requireNonNull(text), List.of());
          case "all" -> () -> Hearsay.read(Texts.capture(LINE));
          default -> () -> new LanguageAnalyser().analyse(article);
        };
    for (var i = 0; i < time.length; i++) {
      var before = System.nanoTime();
      work.run();
      time[i] = (System.nanoTime() - before) / 1e6;
    }
    System.out.println(time[0] + " " + time[1]);
  }
}
