package org.hearsay.reading.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.Hearsay;
import org.hearsay.capture.Capture;
import org.hearsay.reading.Conflict;
import org.junit.jupiter.api.Test;

/** Conflicts between titles in short invented passages: what is found, and what must be left. */
class ConflictPassagesTest {

  private record Passage(String is, String text) {}

  private record Outcome(Passage passage, List<String> found) {
    boolean isRight() {
      return passage.is().equals("none")
          ? found.isEmpty()
          : found.size() == 1 && found.get(0).equals(passage.is());
    }
  }

  private static List<Outcome> outcomes() throws IOException {
    var outcomes = new ArrayList<Outcome>();
    for (var passage : passages()) {
      var capture = Capture.of("a.txt", passage.text().getBytes(StandardCharsets.UTF_8));
      var found = Hearsay.read(capture).conflicts().stream().map(Conflict::kind).toList();
      outcomes.add(new Outcome(passage, found));
    }
    return outcomes;
  }

  private static List<Passage> passages() throws IOException {
    try (var stream = ConflictPassagesTest.class.getResourceAsStream("conflict-passages.txt")) {
      assertThat(stream).isNotNull();
      var passages = new ArrayList<Passage>();
      for (var block : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n\n")) {
        var lines = block.lines().filter(line -> !line.startsWith("#")).toList();
        if (lines.size() == 3) {
          passages.add(
              new Passage(
                  lines.get(1).substring("is: ".length()),
                  lines.get(2).substring("text: ".length()).replace(" / ", "\n\n")));
        }
      }
      return passages;
    }
  }

  @Test
  void leavesEveryTrapAlone() throws IOException {
    assertThat(outcomes())
        .filteredOn(o -> o.passage().is().equals("none"))
        .hasSizeGreaterThan(20)
        .allMatch(Outcome::isRight);
  }

  @Test
  void findsTheConflictsThatAreThere() throws IOException {
    assertThat(outcomes())
        .filteredOn(o -> !o.passage().is().equals("none"))
        .hasSizeGreaterThan(20)
        .allMatch(Outcome::isRight);
  }
}
