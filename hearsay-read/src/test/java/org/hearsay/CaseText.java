package org.hearsay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearsay.article.Article;
import org.hearsay.article.Span;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Reading;
import org.hearsay.reading.ReadingJson;
import org.hearsay.reading.Role;
import org.hearsay.reading.TimeExpression;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readings as text that a person can review: the text with the findings marked in it, then what the
 * marks cannot say. Each kind of case shows the part of the reading it is about.
 */
final class CaseText {
  private CaseText() {}

  /** The kinds of cases, by the folder they are in. */
  static final Map<String, Function<Reading, String>> KINDS =
      new TreeMap<>(
          Map.of(
              "reading", CaseText::json,
              "article", CaseText::article,
              "time", CaseText::times,
              "people", CaseText::people,
              "attribution", CaseText::attributions,
              "conflict", CaseText::conflicts));

  /** The whole reading, indented. */
  static String json(Reading reading) {
    var mapper = JsonMapper.builder().build();
    return mapper
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(mapper.readTree(ReadingJson.write(reading)))
        + "\n";
  }

  /** What {@link #article(Article)} shows, then the codes of the notes. */
  static String article(Reading reading) {
    var notes =
        reading.notes().stream().map(note -> note.code() + "\n").collect(Collectors.joining());
    return article(reading.article()) + (notes.isEmpty() ? "" : "\n-- notes\n" + notes);
  }

  /** Metadata, then one line for each block, piece of furniture and link. */
  static String article(Article article) {
    var out = new StringBuilder();
    field(out, "url", article.url());
    field(out, "site", article.site());
    field(out, "title", article.title());
    field(out, "standfirst", article.standfirst());
    article.bylines().forEach(byline -> field(out, "byline", byline));
    field(out, "published", article.published());
    field(out, "modified", article.modified());
    field(out, "language", article.language());
    field(out, "original", article.original());
    out.append('\n');
    article.blocks().forEach(b -> field(out, b.kind(), b.in(article.text())));
    if (!article.furniture().isEmpty()) {
      out.append("\n-- left out\n");
      article.furniture().forEach(f -> field(out, f.kind(), f.text()));
    }
    if (!article.links().isEmpty()) {
      out.append("\n-- links\n");
      article
          .links()
          .forEach(
              l ->
                  field(
                      out,
                      l.in(article.text()),
                      l.href()
                          + (l.broken() == null ? "" : " (broken: " + l.broken() + ")")
                          + (l.untracked() == null ? "" : " (untracked: " + l.untracked() + ")")));
    }
    var reuse = article.reuse();
    if (reuse != null) {
      out.append("\n-- reuse\n");
      field(out, "licence", reuse.licence());
      reuse.conditions().forEach(condition -> field(out, "condition", condition));
      reuse.evidence().forEach(e -> field(out, "evidence", e.text()));
      reuse
          .pictures()
          .forEach(p -> field(out, "picture", p.licence() + " " + p.conditions() + " " + p.text()));
      field(out, "conflicting", reuse.conflicting());
    }
    return out.toString();
  }

  /** The text with {@code [la veille => DATE 2013-02-11 / 2013-02-11 (published)]}. */
  static String times(Reading reading) {
    var marks = new ArrayList<Mark>();
    for (var time : reading.times()) {
      marks.add(new Mark(time.span(), "[", " => " + describe(time) + "]"));
    }
    return marked(reading.article().text(), marks);
  }

  private static String describe(TimeExpression time) {
    return time.type()
        + " "
        + (time.value() == null ? "unresolved" : time.value())
        + (time.edtf() == null ? "" : " / " + time.edtf())
        + (time.anchor() == null ? "" : " (" + time.anchor() + ")");
  }

  /**
   * The text with {@code [e1: M. Dupont]} and {@code {e1: maire de Nantes}} for roles; then the
   * entities.
   */
  static String people(Reading reading) {
    var marks = new ArrayList<Mark>();
    var names = new StringBuilder();
    for (var entity : reading.entities()) {
      entity.mentions().forEach(m -> marks.add(new Mark(m, "[" + entity.id() + ": ", "]")));
      names.append(entity.id()).append(' ').append(entity.kind()).append(' ');
      names.append(entity.name()).append('\n');
      for (var role : entity.roles()) {
        marks.add(new Mark(role.span(), "{" + entity.id() + ": ", "}"));
        names.append("   ").append(describe(role)).append('\n');
      }
    }
    return marked(reading.article().text(), marks) + "\n--\n" + names;
  }

  private static String describe(Role role) {
    return role.title()
        + (role.organisation() == null ? "" : " of " + role.organisation())
        + (role.status() == null ? "" : " (" + role.status() + ")");
  }

  /** The text with {@code {s1|...} {c1|...} {q1|...} {h|...}}; then the attributions. */
  static String attributions(Reading reading) {
    var marks = new ArrayList<Mark>();
    var list = new StringBuilder();
    for (var said : reading.attributions()) {
      var n = said.id().replaceFirst("^a", "");
      said.source().forEach(s -> marks.add(new Mark(s, "{s" + n + "|", "}")));
      said.cue().forEach(s -> marks.add(new Mark(s, "{c" + n + "|", "}")));
      said.content().forEach(s -> marks.add(new Mark(s, "{q" + n + "|", "}")));
      list.append(describe(said, reading)).append('\n');
    }
    reading.hedges().forEach(h -> marks.add(new Mark(h, "{h|", "}")));
    return marked(reading.article().text(), marks) + "\n--\n" + list;
  }

  private static String describe(Attribution said, Reading reading) {
    var speaker = reading.entity(said.speaker()).map(Entity::name).orElse("unresolved");
    return said.id()
        + " "
        + said.form()
        + " "
        + speaker
        + said.flags().stream().map(flag -> " " + flag).collect(Collectors.joining())
        + (said.within() == null ? "" : " within " + said.within());
  }

  /** One line for each conflict: kind, name, the passages. */
  static String conflicts(Reading reading) {
    return reading.conflicts().stream()
        .map(
            c ->
                c.kind()
                    + " "
                    + reading.entity(c.entity()).map(Entity::name).orElse("-")
                    + c.evidence().stream()
                        .map(e -> " | " + e.in(reading.article().text()))
                        .collect(Collectors.joining())
                    + "\n")
        .collect(Collectors.joining());
  }

  private static void field(StringBuilder out, Object name, Object value) {
    if (value != null) {
      out.append(name).append(": ").append(String.valueOf(value).replace("\n", "\\n")).append('\n');
    }
  }

  private record Mark(Span span, String open, String close) {}

  /** The text with marks put in; spans that cross are shown as they fall. */
  private static String marked(String text, List<Mark> marks) {
    var inserts = new ArrayList<Insert>();
    for (var mark : marks) {
      inserts.add(new Insert(mark.span().end(), 0, mark.span().length(), mark.close()));
      inserts.add(new Insert(mark.span().start(), 1, -mark.span().length(), mark.open()));
    }
    // Closing marks before opening ones; of several closing, the shortest span first; of several
    // opening, the longest.
    inserts.sort(
        Comparator.comparingInt(Insert::at)
            .thenComparingInt(Insert::side)
            .thenComparingInt(Insert::rank));
    var out = new StringBuilder();
    var at = 0;
    for (var insert : inserts) {
      out.append(text, at, insert.at()).append(insert.text());
      at = insert.at();
    }
    return out.append(text.substring(at)).append(text.endsWith("\n") ? "" : "\n").toString();
  }

  private record Insert(int at, int side, int rank, String text) {}
}
