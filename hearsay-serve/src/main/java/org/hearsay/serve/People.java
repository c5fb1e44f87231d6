package org.hearsay.serve;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The people of the case. Two documents speak of the same person when they give the same full name,
 * accents and case aside. A surname alone joins nobody: such a person stays with the document.
 */
final class People {

  private static final Pattern MARKS = Pattern.compile("\\p{M}++");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]++");

  private static final Pattern ELIDED = Pattern.compile("\\p{Lu}['’]\\p{Ll}");
  private static final Pattern SPACE = Pattern.compile("\\s++");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "du", "des", "la", "le", "van", "von", "der", "den", "ter", "zu", "da", "di", "dos",
          "del", "della", "el", "al", "bin", "ben", "ibn", "y", "e", "af", "av");

  private final CaseFolder cases;
  private final Map<String, List<Mentioned>> known = new ConcurrentHashMap<>();

  People(CaseFolder cases) {
    this.cases = cases;
  }

  /** Somebody as one document has them. */
  record Mentioned(
      DocumentRecord document, String entity, String name, List<Title> titles, int statements) {}

  /**
   * A title and where the text gives it.
   *
   * @param place {@code 12-30}, in the article's text
   * @param status {@code former} and the like; null when the text does not say
   */
  record Title(
      String document,
      String title,
      @Nullable String organisation,
      @Nullable String status,
      String place) {}

  /**
   * Somebody of the case.
   *
   * @param key of the person, in addresses
   * @param full whether the name is a full one, so that documents could be joined on it
   * @param statements in how many attributions they speak, over all documents
   */
  record Person(String key, String name, boolean full, int statements, List<Mentioned> mentioned) {

    /** Each title once, in the order of the documents. */
    List<Title> titles() {
      var once = new LinkedHashMap<String, Title>();
      for (var mention : mentioned) {
        mention.titles.forEach(t -> once.putIfAbsent(t.title.toLowerCase(Locale.ROOT), t));
      }
      return List.copyOf(once.values());
    }
  }

  /** Everybody: those with a full name first, and among them those who say most. */
  List<Person> all() {
    var byKey = new LinkedHashMap<String, List<Mentioned>>();
    for (var document : cases.documents()) {
      for (var mention : mentions(document)) {
        byKey.computeIfAbsent(key(mention), k -> new ArrayList<>()).add(mention);
      }
    }
    return byKey.entrySet().stream()
        .map(e -> person(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing(Person::full)
                .thenComparingInt(Person::statements)
                .reversed()
                .thenComparing(p -> fold(p.name))
                .thenComparing(Person::key))
        .toList();
  }

  /**
   * @param name words of the name, in order; null for everybody
   */
  List<Person> named(@Nullable String name) {
    var wanted = name == null ? "" : fold(name);
    return all().stream().filter(p -> fold(p.name).contains(wanted)).toList();
  }

  Optional<Person> person(String key) {
    return all().stream().filter(p -> p.key.equals(key)).findFirst();
  }

  private static Person person(String key, List<Mentioned> mentioned) {
    var name =
        mentioned.stream()
            .map(Mentioned::name)
            .max(Comparator.comparingInt(String::length))
            .orElseThrow();
    var statements = mentioned.stream().mapToInt(Mentioned::statements).sum();
    return new Person(key, name, full(name), statements, List.copyOf(mentioned));
  }

  private List<Mentioned> mentions(DocumentRecord document) {
    return known.computeIfAbsent(
        document.id(),
        id -> cases.reading(id).map(reading -> mentions(document, reading)).orElse(List.of()));
  }

  private static List<Mentioned> mentions(DocumentRecord document, Reading reading) {
    return reading.entities().stream()
        .filter(e -> e.kind() == Entity.Kind.PERSON)
        .map(
            e ->
                new Mentioned(
                    document,
                    e.id(),
                    e.name(),
                    titles(document.id(), e, reading),
                    (int)
                        reading.attributions().stream()
                            .filter(a -> e.id().equals(a.speaker()))
                            .count()))
        .toList();
  }

  private static List<Title> titles(String document, Entity entity, Reading reading) {
    return entity.roles().stream()
        .map(
            role ->
                new Title(
                    document,
                    role.title(),
                    reading.entity(role.organisation()).map(Entity::name).orElse(null),
                    role.status() == null ? null : role.status().toString(),
                    LitText.place(role)))
        .toList();
  }

  private static String key(Mentioned mention) {
    return full(mention.name)
        ? fold(mention.name)
        : fold(mention.name) + "." + mention.document.id() + "." + mention.entity;
  }

  /**
   * Whether a name can stand for one person wherever it is written: two words or more, each with a
   * capital but for particles. {@code Anne de Brive} is one; {@code Brive}, {@code the minister}
   * and {@code a spokesman} are not.
   */
  static boolean full(String name) {
    var capitals = 0;
    if (name.isBlank() || ELIDED.matcher(name.strip()).lookingAt()) {
      return false;
    }
    for (var word : SPACE.split(name.strip())) {
      if (Character.isUpperCase(word.codePointAt(0)) || !Character.isLetter(word.codePointAt(0))) {
        capitals += Character.isLetter(word.codePointAt(0)) ? 1 : 0;
      } else if (!PARTICLES.contains(word) && !word.startsWith("d’") && !word.startsWith("d'")) {
        return false;
      }
    }
    return capitals >= 2 && Character.isUpperCase(name.strip().codePointAt(0));
  }

  /** {@code Zoé Le Bihan-Roux} becomes {@code zoe-le-bihan-roux}. */
  static String fold(String name) {
    var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    var words = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    return words.replaceAll("^-|-$", "");
  }
}
