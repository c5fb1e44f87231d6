package org.hearsay.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One attribution in a reporter's words: "Ana Ruiz, harbour master, denied: …".
 *
 * @param number its place in the document, from 1
 * @param depth 0 for the writer's own, 1 for a statement inside another, and so on
 * @param who the speaker's full name, or the words that stand for the source
 * @param named whether the speaker was resolved; if not, {@code who} is only what the text says
 * @param title the speaker's first title in this document
 * @param as the source's words, when they are not the name
 * @param verb what the source did: said, denied, will ask
 * @param what the content's words
 * @param through those on whose word it comes, the nearest first
 */
record Statement(
    Attribution said,
    int number,
    int depth,
    String who,
    boolean named,
    @Nullable String title,
    @Nullable String as,
    String verb,
    String what,
    List<String> through) {

  private static final int DEEPEST = 8;

  String id() {
    return said.id();
  }

  /** How the words are given, for people. */
  String form() {
    return switch (said.form()) {
      case DIRECT -> "in quotation marks";
      case INDIRECT -> "in the writer’s words";
      case MIXED -> "partly in quotation marks";
    };
  }

  /** The whole of it in one line, for those who hear the page. */
  String label() {
    return "Statement " + number + ": " + who + " " + verb;
  }

  int percent() {
    return (int) Math.round(said.confidence() * 100);
  }

  /** All statements of a reading: by place in the text, each before those inside it. */
  static List<Statement> of(Reading reading) {
    var byId = new HashMap<String, Attribution>();
    reading.attributions().forEach(a -> byId.put(a.id(), a));
    var inside =
        reading.attributions().stream()
            .collect(Collectors.groupingBy(a -> String.valueOf(parent(a, byId))));
    inside.values().forEach(list -> list.sort(Comparator.comparingInt(Statement::start)));
    var statements = new ArrayList<Statement>();
    var seen = new HashSet<String>();
    for (var top : inside.getOrDefault("null", List.of())) {
      add(top, List.of(), inside, seen, reading, statements);
    }
    for (var lost : reading.attributions()) { // a ring of "within" has no top
      if (!seen.contains(lost.id())) {
        add(lost, List.of(), Map.of(), seen, reading, statements);
      }
    }
    return statements;
  }

  private static @Nullable String parent(Attribution said, Map<String, Attribution> byId) {
    return said.within() != null && byId.containsKey(said.within()) ? said.within() : null;
  }

  private static void add(
      Attribution said,
      List<String> through,
      Map<String, List<Attribution>> inside,
      HashSet<String> seen,
      Reading reading,
      List<Statement> out) {
    if (!seen.add(said.id())) {
      return;
    }
    var statement = of(said, out.size() + 1, through, reading);
    out.add(statement);
    var chain = new ArrayList<String>();
    chain.add(statement.who);
    chain.addAll(through);
    if (chain.size() <= DEEPEST) {
      for (var within : inside.getOrDefault(said.id(), List.of())) {
        add(within, chain, inside, seen, reading, out);
      }
    }
  }

  private static Statement of(Attribution said, int number, List<String> through, Reading reading) {
    var text = reading.article().text();
    var words = words(said.source(), text);
    var speaker = reading.entity(said.speaker());
    var name = speaker.map(Entity::name);
    var who = name.orElse(words.isEmpty() ? "Somebody not named" : words);
    return new Statement(
        said,
        number,
        Math.min(through.size(), DEEPEST),
        who,
        speaker.isPresent(),
        speaker.flatMap(e -> e.roles().stream().findFirst()).map(r -> r.title()).orElse(null),
        name.isPresent() && !words.isEmpty() && !words.equals(who) ? words : null,
        said.verb(),
        words(said.content(), text),
        List.copyOf(through));
  }

  private static String words(List<Span> spans, String text) {
    return spans.stream().map(s -> s.in(text).strip()).collect(Collectors.joining(" … "));
  }

  private static int start(Attribution said) {
    return java.util.stream.Stream.of(said.source(), said.cue(), said.content())
        .flatMap(List::stream)
        .mapToInt(Spanned::start)
        .min()
        .orElse(0);
  }
}
