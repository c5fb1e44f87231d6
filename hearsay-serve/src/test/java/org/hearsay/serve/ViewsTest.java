package org.hearsay.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.article.Article;
import org.hearsay.article.Block;
import org.hearsay.article.Span;
import org.hearsay.capture.Source;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.casefile.Finding;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Attribution.Flag;
import org.hearsay.reading.Attribution.Form;
import org.hearsay.reading.Reading;
import org.junit.jupiter.api.Test;

class ViewsTest {

  private static final String TEXT =
      "Ada Moor recalls that Ben Hale said the gate was shut.\n\nNobody asked.";

  private static Span at(String words) {
    var start = TEXT.indexOf(words);
    return new Span(start, start + words.length());
  }

  private static Attribution said(
      String id, String source, String cue, String content, String within, Flag... flags) {
    return new Attribution(
        id,
        List.of(at(source)),
        List.of(at(cue)),
        List.of(at(content)),
        null,
        Form.INDIRECT,
        List.of(flags),
        within,
        0.9,
        null);
  }

  private static Reading reading(Attribution... attributions) {
    var second = TEXT.indexOf("Nobody");
    var blocks =
        List.of(
            new Block(Block.Kind.PARAGRAPH, 0, second - 2, null),
            new Block(Block.Kind.PARAGRAPH, second, TEXT.length(), null));
    var article =
        new Article(
            null, null, null, null, List.of(), null, null, "en", TEXT, blocks, List.of(), List.of(),
            null);
    return new Reading(
        1,
        new Source("a", "text/plain", "UTF-8", 1, "0", null),
        article,
        List.of(),
        List.of(),
        List.of(attributions),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static final Attribution OUTER =
      said("a1", "Ada Moor", "recalls", "that Ben Hale said the gate was shut", null);
  private static final Attribution INNER =
      said("a2", "Ben Hale", "said", "the gate was shut", "a1", Flag.DENY);

  @Test
  void tellsAChainFromTheNearestWitnessOutwards() {
    var statements = Statement.of(reading(INNER, OUTER));
    assertThat(statements).extracting(Statement::id).containsExactly("a1", "a2");
    assertThat(statements.get(1).through()).containsExactly("Ada Moor");
    assertThat(statements.get(1).depth()).isEqualTo(1);
    assertThat(statements.get(1).verb()).isEqualTo("denied");
    assertThat(statements.get(0).verb()).isEqualTo("said");
  }

  @Test
  void keepsEveryStatementOfARingOfStatements() {
    var one = said("a1", "Ada Moor", "recalls", "shut", "a2");
    var two = said("a2", "Ben Hale", "said", "gate", "a1");
    var self = said("a3", "Ben Hale", "said", "gate", "a3");
    assertThat(Statement.of(reading(one, two, self)))
        .extracting(Statement::id)
        .containsExactlyInAnyOrder("a1", "a2", "a3");
  }

  @Test
  void cutsTheTextIntoPiecesThatGiveItBack() {
    var reading = reading(OUTER, INNER);
    var paragraphs = LitText.of(reading, Statement.of(reading));
    assertThat(paragraphs).hasSize(2);
    var texts =
        paragraphs.stream()
            .map(p -> p.pieces().stream().map(LitText.Piece::text).collect(Collectors.joining()))
            .toList();
    assertThat(String.join("\n\n", texts)).isEqualTo(TEXT);
    var inner =
        paragraphs.get(0).pieces().stream()
            .filter(p -> p.text().equals("the gate was shut"))
            .findFirst()
            .orElseThrow();
    assertThat(inner.said()).isEqualTo("a1:content a2:content");
    assertThat(inner.classes()).contains("content").contains("in2");
  }

  @Test
  void putsTheNumbersOfStatementsAfterTheFullStop() {
    var reading = reading(OUTER, INNER);
    var pieces = LitText.of(reading, Statement.of(reading)).get(0).pieces();
    var last = pieces.get(pieces.size() - 1);
    assertThat(last.text()).isEqualTo(".");
    assertThat(last.ending()).extracting(Statement::number).containsExactly(1, 2);
  }

  @Test
  void isQuickWithManyStatementsThatOverlap() {
    var many = new ArrayList<Attribution>();
    for (var i = 0; i < 20_000; i++) {
      many.add(said("x" + i, "Ada Moor", "recalls", "gate", null));
    }
    org.junit.jupiter.api.Assertions.assertTimeout(
        java.time.Duration.ofSeconds(10),
        () -> {
          var reading = reading(many.toArray(Attribution[]::new));
          assertThat(LitText.of(reading, Statement.of(reading))).hasSize(2);
        });
  }

  @Test
  void takesOnlyFullNamesForOnePerson() {
    for (var name : List.of("Ada Moor", "Anne de Brive", "Zoé Le Bihan-Roux", "Jan van der Meer")) {
      assertThat(People.full(name)).as(name).isTrue();
    }
    for (var name :
        List.of(
            "Moor", "the minister", "a spokesman", "La sénatrice", "L’avocate d’Ada Moor", "")) {
      assertThat(People.full(name)).as(name).isFalse();
    }
    assertThat(People.fold("Zoé  LE Bihan")).isEqualTo("zoe-le-bihan");
  }

  @Test
  void marksTheWordsThatOnlyOneSideHas() {
    var documents = Map.of("d1", record("d1"), "d2", record("d2"));
    var finding =
        new Finding(
            "near-copy:d1",
            "near-copy",
            "Two alike",
            List.of(
                new Finding.Evidence("d1", new Span(0, 30), "The \"old\" gate was firmly shut."),
                new Finding.Evidence("d2", new Span(0, 30), "The “old” gate was shut today.")),
            false);
    var sides = Passages.of(finding, documents).sides();
    assertThat(own(sides.get(0))).containsExactly("firmly");
    assertThat(own(sides.get(1))).containsExactly("today.");
    assertThat(
            sides.get(0).pieces().stream().map(Passages.Piece::text).collect(Collectors.joining()))
        .isEqualTo("The \"old\" gate was firmly shut.");
  }

  private static List<String> own(Passages.Passage side) {
    return side.pieces().stream().filter(Passages.Piece::own).map(p -> p.text().strip()).toList();
  }

  private static DocumentRecord record(String id) {
    return new DocumentRecord(id, id + ".html", null, null, null, "en", "0", 1, 0, Instant.EPOCH);
  }
}
