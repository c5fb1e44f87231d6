package org.hearsay.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hearsay.article.Span;
import org.hearsay.lineage.Folding;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Reading;
import org.hearsay.reading.Role;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The people of all documents, in the tables {@code person} and {@code role}. */
final class People {
  private People() {}

  private static final Pattern NAME_PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /**
   * The name by which a person is the same in two documents: all of it, folded. Empty when fewer
   * than two of its words are written out and begin with a capital ("Tarnier", "O. Tarnier", "a
   * court official"), and for lists of names.
   */
  static Optional<String> fullName(String name) {
    var whole = 0;
    for (var part : NAME_PARTS.split(name)) {
      whole += part.length() > 1 && Character.isUpperCase(part.codePointAt(0)) ? 1 : 0;
    }
    return whole < 2 || name.contains(",")
        ? Optional.empty()
        : Optional.of(String.join(" ", NAME_PARTS.split(Folding.fold(name))).strip());
  }

  static void insert(Handle h, int seq, Reading reading) {
    for (var entity : reading.entities()) {
      if (entity.kind() == Entity.Kind.PERSON) {
        insert(h, seq, entity, said(reading, entity));
      }
    }
  }

  private static long said(Reading reading, Entity entity) {
    return reading.attributions().stream().filter(a -> entity.id().equals(a.speaker())).count();
  }

  private static void insert(Handle h, int seq, Entity entity, long said) {
    var person = "insert into person values (?, ?, ?, ?, ?, ?)";
    var full = fullName(entity.name()).orElse(null);
    h.execute(person, seq, entity.id(), entity.name(), full, entity.mentions().size(), said);
    for (var role : entity.roles()) {
      var status = role.status() == null ? null : role.status().name();
      h.execute(
          "insert into role values (?, ?, ?, ?, ?, ?)",
          seq,
          entity.id(),
          role.title(),
          status,
          role.start(),
          role.end());
    }
  }

  /** In order of their folded names. */
  static List<Person> all(Handle h) {
    var people = new TreeMap<String, Gathered>();
    h.createQuery(
            "select full_name, id, name, p.attributions as said from person p"
                + " join document using (seq) where full_name is not null order by seq")
        .map(
            (r, c) -> {
              var person = people.computeIfAbsent(r.getString("full_name"), name -> new Gathered());
              person.names.merge(r.getString("name"), 1, Integer::sum);
              person.documents.put(r.getString("id"), true);
              person.said += r.getInt("said");
              return person;
            })
        .list();
    for (var title : titles(h)) {
      var person = people.get(title.person());
      if (person != null) {
        person.titles.merge(title.title(), 1, Integer::sum);
      }
    }
    return people.values().stream().map(Gathered::person).toList();
  }

  private static final class Gathered {
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<String, Boolean> documents = new LinkedHashMap<>();
    private final Map<String, Integer> titles = new LinkedHashMap<>();
    private int said;

    Person person() {
      return new Person(
          frequent(names).get(0), List.copyOf(documents.keySet()), said, frequent(titles));
    }

    private static List<String> frequent(Map<String, Integer> counts) {
      var names = new ArrayList<>(counts.keySet());
      names.sort(Comparator.comparing((String name) -> -counts.getOrDefault(name, 0)));
      return names;
    }
  }

  /**
   * A title that a document gives a person.
   *
   * @param person the {@link #fullName}
   * @param name as this document has it
   * @param document its id
   */
  record Title(
      String person,
      String name,
      String document,
      @Nullable String language,
      @Nullable String published,
      String title,
      Role.@Nullable Status status,
      Span span) {}

  /** By person, then in the order of documents and of their texts. */
  static List<Title> titles(Handle h) {
    return h.createQuery(
            "select full_name, name, id, language, published, r.title as held, status, start,"
                + " r.\"end\" as stop from role r join person using (seq, entity)"
                + " join document d using (seq) where full_name is not null"
                + " order by full_name, seq, start")
        .map(
            (r, c) ->
                new Title(
                    r.getString("full_name"),
                    r.getString("name"),
                    r.getString("id"),
                    r.getString("language"),
                    r.getString("published"),
                    r.getString("held"),
                    status(r.getString("status")),
                    new Span(r.getInt("start"), r.getInt("stop"))))
        .list();
  }

  private static Role.@Nullable Status status(@Nullable String name) {
    return name == null ? null : Role.Status.valueOf(name);
  }
}
