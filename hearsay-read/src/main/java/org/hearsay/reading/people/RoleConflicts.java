package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;
import org.hearsay.reading.Conflict;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Role;

/**
 * Finds what one document says that cannot both be true: two offices of one person that exclude
 * each other ({@code exclusive-roles}), or one office with two holders ({@code two-holders}). A
 * question, never a verdict, with both passages. Silent about former, acting, designate and
 * would-be holders, and wherever a sentence with the title speaks of change or of a year.
 * Thread-safe.
 */
public final class RoleConflicts {

  private final Map<String, Optional<Offices>> offices = new ConcurrentHashMap<>();
  private final GenderClashes clashes = new GenderClashes();

  private record Held(Entity entity, Role role, Offices.Office office) {}

  /** In the order of their first passage. */
  public List<Conflict> find(AnnotatedText text, List<Entity> entities) {
    var language = text.language();
    if (language == null || !language.matches("[a-z]{2,3}") || offices.size() > 50) {
      return List.of();
    }
    var known = offices.computeIfAbsent(language, Offices::load);
    if (known.isEmpty()) {
      return List.of();
    }
    var held = held(text, entities, known.get());
    var conflicts = new ArrayList<Conflict>();
    exclusive(held, known.get(), conflicts);
    twoHolders(held, conflicts);
    clashes.find(text, entities, conflicts);
    conflicts.sort(Comparator.comparing(c -> c.evidence().get(0)));
    return conflicts;
  }

  /**
   * Whether two titles of one language are offices that one person does not hold at the same time;
   * false when either is no office that is known.
   */
  public boolean exclude(String language, String title, String other) {
    if (!language.matches("[a-z]{2,3}") || offices.size() > 50) {
      return false;
    }
    var known = offices.computeIfAbsent(language, Offices::load);
    if (known.isEmpty()) {
      return false;
    }
    var a = known.get().of(title);
    var b = known.get().of(other);
    return a.isPresent() && b.isPresent() && known.get().exclude(a.get(), b.get());
  }

  private static List<Held> held(AnnotatedText text, List<Entity> entities, Offices offices) {
    var held = new ArrayList<Held>();
    for (var entity : entities) {
      for (var role : entity.roles()) {
        var office = offices.of(role.title());
        if (office.isPresent()
            && (role.status() == null || role.status() == Role.Status.CURRENT)
            && !holdsAnother(entity, role)
            && !tellsChange(text, role, offices)) {
          held.add(new Held(entity, role, office.get()));
        }
      }
    }
    return held;
  }

  /** Whether a title has another of the same person in it, as an aide's has: "adviser to ...". */
  private static boolean holdsAnother(Entity entity, Role role) {
    return entity.roles().stream()
        .anyMatch(
            inner ->
                role.start() <= inner.start()
                    && inner.end() <= role.end()
                    && inner.end() - inner.start() < role.end() - role.start());
  }

  /** Whether the sentence of a title has a word of change or a year. */
  private static boolean tellsChange(AnnotatedText text, Role role, Offices offices) {
    for (var token : text.tokens(sentence(text, role))) {
      if (token.length() <= 20 && offices.tellsChange(token.in(text.text()))
          || isYear(text, token)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYear(AnnotatedText text, Token token) {
    return token.kind() == Token.Kind.NUMBER
        && token.in(text.text()).matches("1[0-9]{3}|20[0-9]{2}");
  }

  private static Sentence sentence(AnnotatedText text, Role role) {
    var low = 0;
    var high = text.sentences().size() - 1;
    while (low < high) {
      var middle = (low + high + 1) / 2;
      if (text.sentences().get(middle).start() <= role.start()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return text.sentences().get(low);
  }

  private static void exclusive(List<Held> held, Offices offices, List<Conflict> conflicts) {
    var byEntity = new LinkedHashMap<String, List<Held>>();
    for (var h : held) {
      byEntity.computeIfAbsent(h.entity.id(), k -> new ArrayList<>()).add(h);
    }
    for (var of : byEntity.values()) {
      var seen = new LinkedHashMap<String, Held>();
      of.forEach(h -> seen.putIfAbsent(h.office.name(), h));
      var different = new ArrayList<>(seen.values());
      for (var i = 0; i < different.size(); i++) {
        for (var k = i + 1; k < different.size(); k++) {
          var a = different.get(i);
          var b = different.get(k);
          if (offices.exclude(a.office, b.office) && !areOnePhrase(a.role, b.role)) {
            conflicts.add(new Conflict("exclusive-roles", a.entity.id(), evidence(a.role, b.role)));
          }
        }
      }
    }
  }

  /** Coordinated titles are the text's own statement that one person holds both. */
  private static boolean areOnePhrase(Role a, Role b) {
    return Math.max(a.start(), b.start()) - Math.min(a.end(), b.end()) < 8;
  }

  private static List<Span> evidence(Role a, Role b) {
    return a.start() <= b.start() ? List.of(a.span(), b.span()) : List.of(b.span(), a.span());
  }

  /** Two people with full names who hold a unique office under the same words. */
  private static void twoHolders(List<Held> held, List<Conflict> conflicts) {
    var byWords = new LinkedHashMap<String, List<Held>>();
    for (var h : held) {
      if (h.office.unique() && h.entity.name().indexOf(' ') > 0) {
        byWords.computeIfAbsent(Offices.plain(h.role.title()), k -> new ArrayList<>()).add(h);
      }
    }
    for (var of : byWords.values()) {
      var first = of.get(0);
      of.stream()
          .filter(h -> !h.entity.id().equals(first.entity.id()))
          .findFirst()
          .ifPresent(
              other ->
                  conflicts.add(
                      new Conflict(
                          "two-holders", first.entity.id(), evidence(first.role, other.role))));
    }
  }
}
