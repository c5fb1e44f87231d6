package org.hearsay.train.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hearsay.reading.TimeExpression;
import org.hearsay.reading.time.TimeTagger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The utterances of Microsoft's Recognizers-Text ({@code Specs/DateTime}) that a newsroom could
 * write. A case is passed when an expression is found where one is expected and its value is the
 * expected one, in the past or the future reading; {@code recognizers-left-out.tsv} says which
 * cases are left out and why.
 */
final class Recognizers {

  private static final Map<String, String> LANGUAGES = Map.of("English", "en", "French", "fr");
  private static final List<String> KINDS =
      List.of("Date", "DatePeriod", "DateTime", "Duration", "Holiday", "Set", "Time");

  private final List<Pattern> leftOut = leftOut();
  private final TimeTagger tagger = new TimeTagger();
  private final List<String> failures = new ArrayList<>();

  /** The table: cases passed and asked, for each language and kind. */
  String table(Path specs) throws IOException {
    var out = new StringBuilder();
    for (var language : new TreeMap<>(LANGUAGES).entrySet()) {
      var passed = 0;
      var asked = 0;
      for (var kind : KINDS) {
        var file = specs.resolve(language.getKey()).resolve(kind + "Parser.json");
        var counts = score(file, language.getValue());
        passed += counts[0];
        asked += counts[1];
        out.append(line(language.getKey() + " " + kind, counts[0], counts[1]));
      }
      out.append(line(language.getKey() + " all", passed, asked));
    }
    return out.toString();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  private static String line(String name, int passed, int asked) {
    return String.format(
        Locale.ROOT,
        "%-20s %4d of %4d %6.1f%n",
        name,
        passed,
        asked,
        asked == 0 ? 0 : 100.0 * passed / asked);
  }

  private int[] score(Path file, String language) throws IOException {
    var counts = new int[2];
    var json = Files.readString(file);
    for (var test :
        JsonMapper.shared().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json)) {
      for (var result : test.path("Results")) {
        var text = result.path("Text").asString("");
        if (result.path("Value").isMissingNode()
            || leftOut.stream().anyMatch(p -> p.matcher(text).find())) {
          continue;
        }
        counts[1]++;
        if (passes(test, result, language)) {
          counts[0]++;
        } else {
          failures.add(
              language + "\t" + test.path("Input").asString("") + "\t" + result.path("Value"));
        }
      }
    }
    return counts;
  }

  private boolean passes(JsonNode test, JsonNode result, String language) {
    var day =
        test.path("Context").path("ReferenceDateTime").asString("2016-11-07").substring(0, 10);
    var start = result.path("Start").asInt();
    var end = start + result.path("Length").asInt();
    var wanted = wanted(result.path("Value"));
    return tagger
        .tag(test.path("Input").asString(""), language, Optional.of(LocalDate.parse(day)))
        .stream()
        .filter(t -> t.start() < end && start < t.end())
        .anyMatch(t -> wanted.contains(plain(t)) || wanted.contains(String.valueOf(t.edtf())));
  }

  private static String plain(TimeExpression time) {
    return String.valueOf(time.value()).replaceFirst(":00$", "");
  }

  /** Everything that counts as right: the timex, and what it resolves to. */
  private static List<String> wanted(JsonNode value) {
    var wanted = new ArrayList<String>();
    wanted.add(value.path("Timex").asString("").replaceFirst(":00$", ""));
    for (var side : List.of("FutureResolution", "PastResolution")) {
      var resolution = value.path(side);
      var from = resolution.path("startDate").asString("");
      var to = resolution.path("endDate").asString("");
      wanted.add(resolution.path("date").asString("").strip());
      wanted.add(
          resolution
              .path("dateTime")
              .asString("")
              .replace(' ', 'T')
              .replaceFirst(":00$", "")
              .replaceFirst(":00$", ""));
      wanted.add(
          resolution.path("dateTime").asString("").replace(' ', 'T').replaceFirst(":00$", ""));
      wanted.add(from + "/" + to);
      if (!to.isEmpty()) {
        wanted.add(from + "/" + LocalDate.parse(to).minusDays(1));
      }
    }
    // A time of day has the day of publication here, and none there.
    if (value.path("Timex").asString("").startsWith("T")) {
      var clock = value.path("Timex").asString("");
      for (var form : List.of(clock, clock + ":00")) {
        wanted.add("2016-11-07" + form);
      }
    }
    wanted.removeIf(w -> w.isEmpty() || w.equals("/"));
    return wanted;
  }

  private static List<Pattern> leftOut() {
    try (var in = Recognizers.class.getResourceAsStream("recognizers-left-out.tsv")) {
      if (in == null) {
        throw new IllegalStateException("recognizers-left-out.tsv is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#") && !l.startsWith("reason\t"))
          .map(l -> Pattern.compile(l.substring(l.indexOf('\t') + 1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
