package org.hearsay.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.article.Span;
import org.hearsay.capture.Capture;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one document shows.
 *
 * @param chosen the statement that the address names, or null
 * @param found how much of each statement can be lit in the captured page, by its id
 * @param kind how the original can be shown
 */
record DocumentView(
    DocumentRecord document,
    Reading reading,
    List<Statement> statements,
    List<LitText.Paragraph> paragraphs,
    Map<String, PlacedPage.Found> found,
    PlacedPage.Kind kind,
    @Nullable Statement chosen) {

  static DocumentView of(
      DocumentRecord document, Reading reading, Capture original, @Nullable String chosen) {
    var statements = Statement.of(reading);
    var page = new PlacedPage(original, reading);
    var found = new HashMap<String, PlacedPage.Found>();
    statements.forEach(s -> found.put(s.id(), page.found(Light.of(s.said()))));
    return new DocumentView(
        document,
        reading,
        statements,
        LitText.of(reading, statements),
        found,
        page.kind(),
        statements.stream().filter(s -> s.id().equals(chosen)).findFirst().orElse(null));
  }

  String title() {
    var title = reading.article().title();
    return title == null ? Words.name(document) : title;
  }

  /** BCP 47; empty when it is not known. */
  String language() {
    var language = reading.article().language();
    return language == null ? "" : language;
  }

  List<Entity> entities(Entity.Kind kind) {
    return reading.entities().stream().filter(e -> e.kind() == kind).toList();
  }

  long statementsBy(Entity person) {
    return statements.stream().filter(s -> person.id().equals(s.said().speaker())).count();
  }

  /** Something to look at again in this document, with the passages that raise it. */
  record Doubt(String what, List<Span> passages) {}

  /** Conflicts first, then notes, links that lead nowhere, and hedges. */
  List<Doubt> doubts() {
    var doubts = new ArrayList<Doubt>();
    for (var conflict : reading.conflicts()) {
      var about = reading.entity(conflict.entity()).map(e -> e.name() + ": ").orElse("");
      doubts.add(new Doubt(about + conflict(conflict.kind()), conflict.evidence()));
    }
    reading.notes().forEach(note -> doubts.add(new Doubt(note.message(), List.of())));
    for (var link : reading.article().links()) {
      if (link.broken() != null) {
        doubts.add(
            new Doubt("A link leads nowhere (" + link.broken() + ").", List.of(link.span())));
      }
    }
    var reuse = reading.article().reuse();
    if (reuse != null && reuse.conflicting()) {
      doubts.add(new Doubt("The page contradicts itself on its reuse.", List.of()));
    }
    if (!reading.hedges().isEmpty()) {
      doubts.add(new Doubt("The writer keeps a distance from what is told.", reading.hedges()));
    }
    return doubts;
  }

  private static String conflict(String kind) {
    return kind.equals("exclusive-roles")
        ? "two offices that one person cannot hold at once?"
        : kind.replace('-', ' ').toLowerCase(Locale.ROOT) + "?";
  }

  /** The words of a span, cut to what a list can show. */
  String quote(Span span) {
    return Words.cut(span.in(reading.article().text()), 160);
  }
}
