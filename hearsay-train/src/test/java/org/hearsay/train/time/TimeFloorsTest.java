package org.hearsay.train.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hearsay.TestPaths;
import org.hearsay.reading.TimeExpression;
import org.hearsay.reading.time.TimeTagger;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scores of {@code floors.tsv}, asked of the corpora where they are there. */
class TimeFloorsTest {

  private final TimeTagger tagger = new TimeTagger();

  @TestFactory
  Stream<DynamicTest> keepsItsScores() throws IOException {
    try (var in = Objects.requireNonNull(TimeFloorsTest.class.getResourceAsStream("floors.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(l -> !l.startsWith("#") && !l.startsWith("corpus\t"))
              .map(l -> l.split("\t"))
              .map(l -> dynamicTest(l[0] + " " + l[1], () -> holds(l)))
              .toList()
              .stream();
    }
  }

  private void holds(String[] floor) {
    var path = TestPaths.corpus(floor[0]);
    try {
      if (floor[0].equals("recognizers-text")) {
        var specs = new Recognizers();
        specs.table(path.resolve("Specs/DateTime"));
        assertThat(specs.share(floor[1])).isGreaterThanOrEqualTo(Double.parseDouble(floor[2]));
        return;
      }
      var dates = floor[0].startsWith("winer");
      var texts = dates ? BratDates.readAll(path) : TimeMl.readAll(path);
      var score = new TimeScore();
      // Every tenth of the many articles of WiNER tells a fall too.
      for (var i = 0; i < texts.size(); i += dates ? 10 : 1) {
        score.add(texts.get(i), found(texts.get(i), floor[1], dates));
      }
      assertThat(score.relaxed()).isGreaterThanOrEqualTo(Double.parseDouble(floor[2]));
      assertThat(score.value()).isGreaterThanOrEqualTo(Double.parseDouble(floor[3]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<TimeExpression> found(GoldText text, String language, boolean dates) {
    var times = tagger.tag(text.annotated(language), text.published());
    return dates ? times.stream().filter(t -> EvaluateTime.isDate(t, text.text())).toList() : times;
  }
}
