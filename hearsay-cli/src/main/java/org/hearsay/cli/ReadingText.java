package org.hearsay.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.article.Article;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Reading;
import org.hearsay.reading.Role;
import org.hearsay.reading.TimeExpression;

/**
 * A reading as text for people: what it is, who said what, when, people and titles, what to check,
 * terms of reuse, what was left out. A section with nothing in it is left out too.
 *
 * <pre>
 * WHO SAID WHAT
 *   Mark Esper (secrétaire à la Défense) says:
 *     "..."
 *     > le général Milley denies:
 *         "..."
 * </pre>
 */
final class ReadingText {

  private static final int DEEPEST_INDENT = 24;
  private static final int CONTEXT = 50;

  private final Reading reading;
  private final Article article;
  private final String text;
  private final TextPage page = new TextPage();

  ReadingText(Reading reading) {
    this.reading = reading;
    this.article = reading.article();
    this.text = article.text();
    head();
    attributions();
    hedges();
    times();
    people();
    checks();
    reuse();
    leftOut();
  }

  @Override
  public String toString() {
    return page.toString();
  }

  private void head() {
    page.line(0, article.title() != null ? article.title() : "(no title)");
    var about = new ArrayList<String>();
    add(about, article.site());
    add(about, article.published());
    if (!article.bylines().isEmpty()) {
      about.add("by " + String.join(", ", article.bylines()));
    }
    add(about, article.language());
    if (!about.isEmpty()) {
      page.line(2, String.join(" · ", about));
    }
    page.line(2, reading.source().uri().isEmpty() ? "(no name)" : reading.source().uri());
    if (article.url() != null && !article.url().equals(reading.source().uri())) {
      page.line(2, article.url());
    }
  }

  private static void add(List<String> words, @org.jspecify.annotations.Nullable String word) {
    if (word != null) {
      words.add(word);
    }
  }

  private void attributions() {
    if (reading.attributions().isEmpty()) {
      return;
    }
    page.heading("WHO SAID WHAT");
    var inner = new HashMap<String, List<Attribution>>();
    var outer = new ArrayList<Attribution>();
    for (var said : reading.attributions()) {
      var within = said.within();
      if (within == null) {
        outer.add(said);
      } else {
        inner.computeIfAbsent(within, id -> new ArrayList<>()).add(said);
      }
    }
    for (var said : outer) {
      attribution(said, 2, "", inner);
    }
  }

  /**
   * Removes what it prints from {@code inner}, so that not even a circle would be printed twice.
   */
  private void attribution(
      Attribution said, int indent, String mark, Map<String, List<Attribution>> inner) {
    var when = said.time() == null ? "" : ", " + said.time();
    page.line(indent, mark, speaker(said) + " " + how(said) + when + ":");
    page.line(indent + mark.length() + 2, quote(said));
    var within = inner.remove(said.id());
    if (within != null) {
      for (var one : within) {
        attribution(one, Math.min(indent + 2, DEEPEST_INDENT), "> ", inner);
      }
    }
  }

  private String speaker(Attribution said) {
    var written = words(said.source());
    var entity = reading.entity(said.speaker());
    var name = entity.map(Entity::name).orElse(written);
    if (name.isEmpty()) {
      return "Somebody not named";
    }
    var asides = new ArrayList<String>();
    if (!written.isEmpty() && !written.contains(name)) {
      asides.add("here: " + written);
    }
    entity.stream()
        .flatMap(e -> e.roles().stream())
        .map(Role::title)
        .distinct()
        .limit(2)
        .filter(title -> !written.contains(title))
        .forEach(asides::add);
    return asides.isEmpty() ? name : name + " (" + String.join("; ", asides) + ")";
  }

  /** The kind of saying in one verb, with the cue as written. */
  private String how(Attribution said) {
    var cue = words(said.cue());
    return said.verb() + (cue.isEmpty() ? " (quotation without a verb)" : " [" + cue + "]");
  }

  private String quote(Attribution said) {
    var content = words(said.content());
    return switch (said.form()) {
      case DIRECT -> "“" + content.replaceAll("^[\"“«»\\s]+|[\"”«»\\s]+$", "") + "”";
      case INDIRECT, MIXED -> content;
    };
  }

  private String words(List<Span> spans) {
    return spans.stream().map(span -> span.in(text)).collect(Collectors.joining(" … "));
  }

  private void hedges() {
    if (!reading.hedges().isEmpty()) {
      page.heading("SAID WITH RESERVE, BY THE WRITER");
      reading.hedges().forEach(hedge -> page.line(2, context(hedge)));
    }
  }

  private void times() {
    if (reading.times().isEmpty()) {
      return;
    }
    page.heading("WHEN");
    reading.times().stream()
        .filter(time -> time.edtf() != null)
        .sorted(Comparator.comparing(ReadingText::moment).thenComparing(TimeExpression::start))
        .forEach(time -> page.line(2, dated(time), context(time) + anchor(time)));
    var lengths =
        reading.times().stream().filter(t -> t.edtf() == null && t.value() != null).toList();
    if (!lengths.isEmpty()) {
      page.heading("HOW LONG, HOW OFTEN, OR ONLY ROUGHLY WHEN");
      lengths.forEach(t -> page.line(2, "%-20s ".formatted(t.value()), t.in(text)));
    }
    var unresolved = reading.times().stream().filter(time -> time.value() == null).toList();
    if (!unresolved.isEmpty()) {
      page.heading("TIMES NOT RESOLVED");
      unresolved.forEach(time -> page.line(2, context(time)));
    }
  }

  private static String dated(TimeExpression time) {
    return "%-20s ".formatted(time.edtf());
  }

  /** Where a date stands in the order of time: the beginning of it; what has no year comes last. */
  private static String moment(TimeExpression time) {
    var edtf = String.valueOf(time.edtf());
    return edtf.startsWith("..") ? edtf.substring(edtf.indexOf('/') + 1) : edtf;
  }

  private static String anchor(TimeExpression time) {
    var anchor = time.anchor();
    if (anchor == null) {
      return "";
    }
    return switch (anchor) {
      case ABSOLUTE -> "";
      case PUBLISHED -> " (from the day of publication)";
      case PREVIOUS -> " (from the date mentioned before)";
    };
  }

  private void people() {
    var people = reading.entities().stream().filter(e -> e.kind() == Entity.Kind.PERSON).toList();
    if (people.isEmpty()) {
      return;
    }
    page.heading("PEOPLE AND TITLES");
    for (var person : people) {
      var roles = person.roles().stream().map(this::role).distinct().toList();
      var titles = roles.isEmpty() ? "" : ": " + String.join("; ", roles);
      page.line(2, person.name() + titles + " (" + times(person.mentions().size()) + ")");
    }
  }

  private String role(Role role) {
    var status = role.status() == null ? "" : " [" + role.status() + "]";
    var of = reading.entity(role.organisation()).map(e -> ", " + e.name()).orElse("");
    return role.title() + of + status;
  }

  private static String times(int count) {
    return count == 1 ? "named once" : "named " + count + " times";
  }

  private void checks() {
    var unnamed = reading.attributions().stream().filter(a -> a.speaker() == null).count();
    var broken = article.links().stream().filter(link -> link.broken() != null).toList();
    if (reading.conflicts().isEmpty()
        && reading.notes().isEmpty()
        && unnamed == 0
        && broken.isEmpty()) {
      return;
    }
    page.heading("TO CHECK");
    for (var conflict : reading.conflicts()) {
      var who = reading.entity(conflict.entity()).map(e -> ", " + e.name()).orElse("");
      page.line(2, "- ", conflict.kind().replace('-', ' ') + who + ":");
      conflict.evidence().forEach(span -> page.line(6, context(span)));
    }
    if (unnamed > 0) {
      page.line(2, "- ", "statements whose speaker could not be told from the text: " + unnamed);
    }
    broken.forEach(link -> page.line(2, "- ", "link " + link.broken() + ": " + link.href()));
    reading.notes().forEach(note -> page.line(2, "- ", note.message()));
  }

  private void reuse() {
    var reuse = article.reuse();
    if (reuse == null) {
      return;
    }
    page.heading("REUSE, AS THE PAGE STATES IT");
    var terms =
        Stream.concat(Stream.ofNullable(reuse.licence()), reuse.conditions().stream())
            .collect(Collectors.joining(", "));
    if (!terms.isEmpty()) {
      page.line(2, terms);
    }
    if (reuse.conflicting()) {
      page.line(2, "The passages contradict each other: ask the publisher.");
    }
    reuse.evidence().forEach(evidence -> page.line(4, evidence.text()));
  }

  private void leftOut() {
    if (article.furniture().isEmpty()) {
      return;
    }
    var counts = new TreeMap<String, Integer>();
    article.furniture().forEach(piece -> counts.merge(piece.kind().toString(), 1, Integer::sum));
    page.heading("LEFT OUT");
    page.line(
        2,
        counts.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", ")));
  }

  /** The words with some of what stands around them; the words themselves in brackets. */
  private String context(Spanned found) {
    var from = Math.max(0, found.start() - CONTEXT);
    var to = Math.min(text.length(), found.end() + CONTEXT);
    return (from > 0 ? "…" : "")
        + text.substring(from, found.start())
        + "["
        + found.in(text)
        + "]"
        + text.substring(found.end(), to)
        + (to < text.length() ? "…" : "");
  }
}
