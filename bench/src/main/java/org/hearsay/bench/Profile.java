package org.hearsay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.reading.attribution.AttributionFinder;
import org.hearsay.reading.people.EntityFinder;
import org.hearsay.reading.time.TimeTagger;

/**
 * Where a stage spends its time, by Flight Recorder's samples of the running method: a table of the
 * ten methods in which it was met most often, and of Hearsay's own methods that led there.
 */
final class Profile {
  private Profile() {}

  private static final long WARM = 8_000_000_000L;
  private static final long RECORDED = 12_000_000_000L;

  static void print(List<String> stages) throws IOException {
    var wanted =
        stages.isEmpty() ? List.of("article", "language", "people", "time", "attribution") : stages;
    for (var stage : wanted) {
      print(stage, work(stage));
    }
  }

  private static Runnable work(String stage) {
    if (stage.equals("article")) {
      var pages = Pages.sample("fundus");
      var reader = new ArticleReader();
      return () -> pages.forEach(page -> reader.read(Capture.of("", page)));
    }
    var analyser = new LanguageAnalyser();
    var articles = List.of("fr", "en").stream().flatMap(l -> Texts.articles(l).stream()).toList();
    var texts = articles.stream().map(analyser::analyse).toList();
    var people = new EntityFinder();
    var time = new TimeTagger();
    var attribution = new AttributionFinder();
    var day = Optional.of(LocalDate.of(2022, 5, 31));
    return switch (stage) {
      case "language" -> () -> articles.forEach(analyser::analyse);
      case "people" -> () -> texts.forEach(people::find);
      case "time" -> () -> texts.forEach(text -> time.tag(text, day));
      case "attribution" -> () -> texts.forEach(text -> attribution.find(text, List.of()));
      default -> throw new IllegalArgumentException("no stage '" + stage + "'");
    };
  }

  private static void print(String stage, Runnable work) throws IOException {
    run(work, WARM);
    var file = Files.createTempFile("hearsay", ".jfr");
    try (var recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      recording.start();
      run(work, RECORDED);
      recording.stop();
      recording.dump(file);
    }
    var top = new HashMap<String, Integer>();
    var own = new HashMap<String, Integer>();
    var samples = 0;
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        var event = events.readEvent();
        var stack = event.getStackTrace();
        if (!event.getEventType().getName().equals("jdk.ExecutionSample") || stack == null) {
          continue;
        }
        samples++;
        top.merge(name(stack.getFrames().get(0)), 1, Integer::sum);
        stack.getFrames().stream()
            .map(Profile::name)
            .filter(name -> name.startsWith("hearsay."))
            .findFirst()
            .ifPresent(name -> own.merge(name, 1, Integer::sum));
      }
    }
    Files.delete(file);
    System.out.printf("%n%s, %d samples%n%n", stage, samples);
    System.out.println("| running | % | the own method it was in | % |");
    System.out.println("| --- | --- | --- | --- |");
    var first = sorted(top);
    var second = sorted(own);
    for (var i = 0; i < 10 && i < first.size() && i < second.size(); i++) {
      System.out.println(
          "| `%s` | %.1f | `%s` | %.1f |"
              .formatted(
                  first.get(i).getKey(),
                  100.0 * first.get(i).getValue() / samples,
                  second.get(i).getKey(),
                  100.0 * second.get(i).getValue() / samples));
    }
  }

  private static List<Map.Entry<String, Integer>> sorted(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private static String name(RecordedFrame frame) {
    var method = frame.getMethod();
    return method.getType().getName().replace("org.hearsay.", "hearsay.") + "." + method.getName();
  }

  private static void run(Runnable work, long nanoseconds) {
    var end = System.nanoTime() + nanoseconds;
    while (System.nanoTime() < end) {
      work.run();
    }
  }
}
