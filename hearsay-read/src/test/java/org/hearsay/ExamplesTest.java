package org.hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.hearsay.article.Span;
import org.hearsay.capture.Capture;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Reading;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example pages, held against {@code examples/expected.json}: of each thing listed there, as
 * many must be found as {@code examples-floors.properties} says. Raise a floor when an engine gets
 * better.
 */
class ExamplesTest {

  private static JsonNode expected;
  private static final TreeMap<String, Reading> READINGS = new TreeMap<>();

  @BeforeAll
  static void readAll() throws IOException {
    var examples = TestPaths.root().resolve("examples");
    expected = JsonMapper.shared().readTree(examples.resolve("expected.json"));
    for (var name : expected.get("pages").propertyNames()) {
      var bytes = Files.readAllBytes(examples.resolve("pages").resolve(name));
      READINGS.put(name, Hearsay.read(Capture.of(name, bytes)));
    }
  }

  @Test
  void findsWhatThePagesState() throws IOException {
    var floors = floors();
    var soft = new SoftAssertions();
    for (var field : List.of("title", "site", "published", "language", "charset")) {
      pages(soft, floors, field, (r, want) -> stated(r, field).startsWith(want.asString()));
    }
    pages(soft, floors, "bylines", (r, want) -> r.article().bylines().equals(strings(want)));
    for (var field : List.of("bodyStart", "bodyEnd")) {
      pages(soft, floors, field, (r, want) -> has(r, want.asString()));
    }
    each(soft, floors, "mustContain", (r, words) -> has(r, words));
    each(soft, floors, "mustNotContain", (r, words) -> !has(r, words));
    soft.assertAll();
  }

  private static String stated(Reading reading, String field) {
    var article = reading.article();
    var value =
        switch (field) {
          case "title" -> article.title();
          case "site" -> article.site();
          case "published" -> article.published();
          case "language" -> article.language();
          default -> reading.source().charset();
        };
    return value == null ? "" : spaced(value);
  }

  private static boolean has(Reading reading, String words) {
    return spaced(reading.article().text()).contains(spaced(words));
  }

  /** One check for each page. */
  private static void pages(
      SoftAssertions soft, Properties floors, String field, BiPredicate<Reading, JsonNode> holds) {
    var tally = new Tally(field);
    READINGS.forEach(
        (name, reading) -> {
          var want = expected.get("pages").get(name).get(field);
          tally.add(holds.test(reading, want), name, want.toString());
        });
    tally.hold(soft, floors);
  }

  /** One check for each string of each page. */
  private static void each(
      SoftAssertions soft, Properties floors, String field, BiPredicate<Reading, String> holds) {
    var tally = new Tally(field);
    READINGS.forEach(
        (name, reading) ->
            strings(expected.get("pages").get(name).get(field))
                .forEach(words -> tally.add(holds.test(reading, words), name, words)));
    tally.hold(soft, floors);
  }

  @Test
  void namesReuseTermsAndBrokenLinks() throws IOException {
    var floors = floors();
    var soft = new SoftAssertions();
    var reuse = new Tally("reuse");
    for (var want : expected.get("case").get("reuse")) {
      var file = want.get("file").asString();
      var found = READINGS.get(file).article().reuse();
      reuse.add(
          found != null
              && Objects.equals(found.licence(), want.path("licence").asString(null))
              && found.conditions().containsAll(strings(want.get("conditions"))),
          file,
          want.get("quote").asString());
    }
    reuse.hold(soft, floors);
    var broken = expected.get("case").get("brokenLink");
    soft.assertThat(READINGS.get(broken.get("file").asString()).article().links())
        .anySatisfy(link -> assertThat(link.broken()).isEqualTo("truncated"));
    soft.assertAll();
  }

  @Test
  void findsWhatACarefulReaderFinds() throws IOException {
    var floors = floors();
    var soft = new SoftAssertions();
    check(soft, floors, "denials", (reading, span, want) -> denies(reading, span));
    check(soft, floors, "hedges", (reading, span, want) -> any(reading.hedges(), span::covers));
    check(soft, floors, "notHedges", (reading, span, want) -> !any(reading.hedges(), span::covers));
    check(soft, floors, "chains", (reading, span, want) -> chained(reading, span));
    check(
        soft,
        floors,
        "relativeDates",
        (reading, span, want) ->
            any(
                reading.times(),
                t -> t.overlaps(span) && want.get("value").asString().equals(t.value())));
    soft.assertAll();
  }

  private interface Finds {
    boolean in(Reading reading, Span span, JsonNode want);
  }

  private static void check(SoftAssertions soft, Properties floors, String what, Finds finds) {
    var tally = new Tally(what);
    for (var want : expected.get("case").get(what)) {
      var file = want.get("file").asString();
      var quote = want.get("quote").asString();
      var reading = READINGS.get(file);
      var span = locate(reading.article().text(), quote);
      tally.add(span.filter(s -> finds.in(reading, s, want)).isPresent(), file, quote);
    }
    tally.hold(soft, floors);
  }

  /** Counts what holds, and names what does not. */
  private static final class Tally {
    private final String what;
    private final List<String> missed = new ArrayList<>();
    private int held;

    Tally(String what) {
      this.what = what;
    }

    void add(boolean holds, String page, String words) {
      if (holds) {
        held++;
      } else {
        missed.add(page.substring(0, 2) + " " + words);
      }
    }

    void hold(SoftAssertions soft, Properties floors) {
      System.out.println("examples: " + what + " " + held + " of " + (held + missed.size()));
      missed.forEach(line -> System.out.println("  not so: " + line));
      soft.assertThat(held)
          .as(what + ", not so:\n  " + String.join("\n  ", missed) + "\n")
          .isGreaterThanOrEqualTo(Integer.parseInt(floors.getProperty(what)));
    }
  }

  private static Properties floors() throws IOException {
    var floors = new Properties();
    try (var in = ExamplesTest.class.getResourceAsStream("examples-floors.properties")) {
      floors.load(in);
    }
    return floors;
  }

  private static boolean denies(Reading reading, Span span) {
    return any(
        reading.attributions(),
        said ->
            said.flags().contains(Attribution.Flag.DENY)
                && (any(said.content(), span::overlaps) || any(said.cue(), span::overlaps)));
  }

  private static boolean chained(Reading reading, Span span) {
    return any(
        reading.attributions(),
        said -> said.within() != null && any(said.content(), span::overlaps));
  }

  private static <T> boolean any(List<T> list, java.util.function.Predicate<T> test) {
    return list.stream().anyMatch(test);
  }

  /** Where the text has these words, any white space counting as any other. */
  private static Optional<Span> locate(String text, String words) {
    var pattern =
        java.util.regex.Pattern.compile(
            Stream.of(spaced(words).split(" "))
                .map(java.util.regex.Pattern::quote)
                .collect(java.util.stream.Collectors.joining("[\\s\\u00a0\\u202f]+")));
    var matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(new Span(matcher.start(), matcher.end()))
        : Optional.empty();
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
