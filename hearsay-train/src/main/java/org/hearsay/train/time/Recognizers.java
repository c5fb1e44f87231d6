package org.hearsay.train.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hearsay.reading.time.TimeTagger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The utterances of Microsoft's Recognizers-Text ({@code Specs/DateTime}) that a newsroom could
 * write: {@code recognizers-left-out.tsv} says which are left out, and why. A case is passed when
 * an expression is found where one is expected and {@link Expected} takes its value.
 */
final class Recognizers {

  private static final Map<String, String> LANGUAGES = Map.of("English", "en", "French", "fr");
  private static final List<String> KINDS =
      List.of(
          "Date",
          "DatePeriod",
          "DateTime",
          "DateTimePeriod",
          "Duration",
          "Holiday",
          "Set",
          "Time",
          "TimePeriod");

  /** One line of the file: cases of a language whose expected text matches are out. */
  private record LeftOut(String reason, String language, Pattern pattern) {}

  private static final String UNDATED =
      "counted from the day of speaking, which the file does not give for this case";

  private final List<LeftOut> leftOut = leftOut();
  private final Map<String, Map<String, Integer>> out = new LinkedHashMap<>();
  private final Map<String, Double> shares = new TreeMap<>();
  private final TimeTagger tagger = new TimeTagger();
  private final List<String> failures = new ArrayList<>();

  /** The table: cases passed and asked, for each language and kind; then what is left out. */
  String table(Path specs) throws IOException {
    var table = new StringBuilder();
    leftOut.forEach(o -> out.computeIfAbsent(o.reason, r -> new TreeMap<>()));
    for (var language : new TreeMap<>(LANGUAGES).entrySet()) {
      var passed = 0;
      var asked = 0;
      var all = 0;
      for (var kind : KINDS) {
        var file = specs.resolve(language.getKey()).resolve(kind + "Parser.json");
        var counts = score(file, language.getValue());
        passed += counts[0];
        asked += counts[1];
        all += counts[2];
        table.append(line(language.getKey() + " " + kind, counts[0], counts[1]));
      }
      shares.put(language.getValue(), 100.0 * passed / Math.max(1, asked));
      table.append(line(language.getKey() + " all", passed, asked));
      table.append(
          String.format(
              Locale.ROOT,
              "%-24s %4d of %4d%n",
              language.getKey() + " left out",
              all - asked,
              all));
    }
    table.append(String.format(Locale.ROOT, "%n%5s %5s  left out because%n", "en", "fr"));
    out.forEach(
        (reason, counts) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%5d %5d  %s%n",
                    counts.getOrDefault("en", 0),
                    counts.getOrDefault("fr", 0),
                    reason)));
    return table.toString();
  }

  /** The share of the cases asked that passed in the last table, in percent. */
  double share(String language) {
    return shares.getOrDefault(language, 0.0);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  private static String line(String name, int passed, int asked) {
    return String.format(
        Locale.ROOT,
        "%-24s %4d of %4d %6.1f%n",
        name,
        passed,
        asked,
        asked == 0 ? 0 : 100.0 * passed / asked);
  }

  /** How many of a file's cases passed, were asked, and are there in all. */
  private int[] score(Path file, String language) throws IOException {
    var counts = new int[3];
    var json = Files.readString(file);
    for (var test :
        JsonMapper.shared().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json)) {
      for (var result : test.path("Results")) {
        if (result.path("Value").path("Timex").asString("").isEmpty()) {
          continue;
        }
        counts[2]++;
        var text = result.path("Text").asString("").strip();
        if (isLeftOut(text, language) || isUndated(test, result, language)) {
          continue;
        }
        counts[1]++;
        if (passes(test, result, language)) {
          counts[0]++;
        }
      }
    }
    return counts;
  }

  private boolean isLeftOut(String text, String language) {
    for (var each : leftOut) {
      if ((each.language.equals("*") || each.language.equals(language))
          && each.pattern.matcher(text).find()) {
        out.getOrDefault(each.reason, new TreeMap<>()).merge(language, 1, Integer::sum);
        return true;
      }
    }
    return false;
  }

  /** What is counted from the day of speaking, in a case that does not give that day. */
  private boolean isUndated(JsonNode test, JsonNode result, String language) {
    var out = !hasDay(test) && new Expected(result, Optional.empty()).isRelative();
    if (out) {
      this.out.computeIfAbsent(UNDATED, r -> new TreeMap<>()).merge(language, 1, Integer::sum);
    }
    return out;
  }

  private static boolean hasDay(JsonNode test) {
    return !test.path("Context").path("ReferenceDateTime").asString("").isEmpty();
  }

  private boolean passes(JsonNode test, JsonNode result, String language) {
    var day =
        test.path("Context").path("ReferenceDateTime").asString("2016-11-07").substring(0, 10);
    var start = result.path("Start").asInt();
    var end = start + result.path("Length").asInt();
    var expected =
        new Expected(result, hasDay(test) ? Optional.of(LocalDate.parse(day)) : Optional.empty());
    var input = test.path("Input").asString("");
    var found =
        tagger.tag(input, language, Optional.of(LocalDate.parse(day))).stream()
            .filter(t -> t.start() < end && start < t.end())
            .toList();
    if (expected.takes(found)) {
      return true;
    }
    failures.add(
        String.join(
            "\t",
            language,
            input,
            result.path("Text").asString(""),
            result.path("Value").toString(),
            found.stream()
                .map(t -> t.in(input) + "=" + t.value() + " " + t.edtf())
                .toList()
                .toString()));
    return false;
  }

  private static List<LeftOut> leftOut() {
    try (var in = Recognizers.class.getResourceAsStream("recognizers-left-out.tsv")) {
      if (in == null) {
        throw new IllegalStateException("recognizers-left-out.tsv is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#") && !l.startsWith("reason\t"))
          .map(l -> l.split("\t", 3))
          .map(
              l ->
                  new LeftOut(
                      l[0],
                      l[1],
                      Pattern.compile(l[2], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
