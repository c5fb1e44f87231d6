package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hearsay.language.AnnotatedText;
import org.hearsay.reading.Conflict;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Role;
import org.jspecify.annotations.Nullable;

/**
 * Finds what one document says that cannot both be true: two offices of one person that exclude
 * each other ({@code exclusive-roles}), one office with two holders ({@code two-holders}), a man
 * who is a woman elsewhere ({@code gender-clash}). A question, never a verdict, with both passages.
 *
 * <p>Silent about former, acting, designate and would-be holders; about people of whom the text
 * says that they died, left or were chosen; where the sentences name different dates; where the
 * title is not plainly given by the name; and, for an office of a state that a title leaves out,
 * where the text names more states than one. Thread-safe.
 */
public final class RoleConflicts {

  private final Map<String, Optional<Known>> known = new ConcurrentHashMap<>();
  private final GenderClashes clashes = new GenderClashes();

  /** What is known of one language. */
  private record Known(Offices offices, DatedWords dates) {
    static Optional<Known> load(String language) {
      return Offices.load(language)
          .flatMap(
              offices ->
                  RoleWords.of(language).map(words -> new Known(offices, new DatedWords(words))));
    }
  }

  private record Held(Entity entity, Role role, Offices.Office office) {}

  /** A possible conflict, before the text is asked whether both titles are held now. */
  private record Pair(String kind, Held a, Held b) {
    Conflict conflict() {
      var first = a.role.start() <= b.role.start() ? a : b;
      var second = first == a ? b : a;
      return new Conflict(kind, a.entity.id(), List.of(first.role.span(), second.role.span()));
    }
  }

  /** In the order of their first passage. */
  public List<Conflict> find(AnnotatedText text, List<Entity> entities) {
    var of = known(text.language());
    if (of.isEmpty()) {
      return List.of();
    }
    var conflicts = new ArrayList<Conflict>();
    var held = held(entities, of.get().offices());
    var pairs = new ArrayList<Pair>();
    exclusive(held, of.get().offices(), pairs);
    twoHolders(held, text, of.get().offices().nations(), pairs);
    if (!pairs.isEmpty()) {
      confirm(pairs, text, entities, of.get(), conflicts);
    }
    clashes.find(text, entities, conflicts);
    conflicts.sort(Comparator.comparing(c -> c.evidence().get(0)));
    return conflicts;
  }

  /**
   * Whether two titles of one language are offices that one person does not hold at the same time;
   * false when either is no office that is known.
   */
  public boolean exclude(String language, String title, String other) {
    var of = known(language);
    if (of.isEmpty()) {
      return false;
    }
    var offices = of.get().offices();
    var a = offices.of(title);
    var b = offices.of(other);
    return a.isPresent() && b.isPresent() && offices.exclude(a.get(), b.get());
  }

  private Optional<Known> known(@Nullable String language) {
    return language == null || !language.matches("[a-z]{2,3}") || known.size() > 50
        ? Optional.empty()
        : known.computeIfAbsent(language, Known::load);
  }

  private static List<Held> held(List<Entity> entities, Offices offices) {
    var held = new ArrayList<Held>();
    var known = new HashMap<String, Optional<Offices.Office>>();
    for (var entity : entities) {
      if (entity.name().indexOf(' ') < 0) {
        continue;
      }
      var simple = simple(entity.roles());
      var qualified = qualified(entity.roles(), offices.changes());
      for (var role : entity.roles()) {
        if ((role.status() == null || role.status() == Role.Status.CURRENT)
            && simple.contains(role)
            && !isQualified(role, qualified)) {
          known
              .computeIfAbsent(role.title(), offices::of)
              .ifPresent(office -> held.add(new Held(entity, role, office)));
        }
      }
    }
    return held;
  }

  /**
   * The titles that have no other of the same person in them, as an aide's has: "adviser to ...".
   */
  private static Set<Role> simple(List<Role> roles) {
    var simple = new HashSet<Role>();
    var order = new ArrayList<>(roles);
    order.sort(Comparator.comparingInt(Role::start).thenComparing(Role::end));
    var leastEnd = Integer.MAX_VALUE;
    for (var i = order.size() - 1; i >= 0; ) {
      // those that start in one place: the shortest may be simple, and the others hold it
      var first = i;
      while (first > 0 && order.get(first - 1).start() == order.get(i).start()) {
        first--;
      }
      var shortest = order.get(first).end();
      for (var k = first; k <= i; k++) {
        if (order.get(k).end() == shortest && leastEnd > shortest) {
          simple.add(order.get(k));
        }
      }
      leastEnd = Math.min(leastEnd, shortest);
      i = first - 1;
    }
    return simple;
  }

  /** The different titles of a person that are acting, former or lesser offices, the first ones. */
  private static List<String> qualified(List<Role> roles, ChangeWords changes) {
    return roles.stream()
        .filter(
            role ->
                role.status() != null && role.status() != Role.Status.CURRENT
                    || changes.isLesser(RoleWords.lower(role.title())))
        .map(role -> RoleWords.lower(role.title()))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Whether the same words with more, of the same person, are such an office. */
  private static boolean isQualified(Role role, List<String> qualified) {
    var title = RoleWords.lower(role.title());
    return qualified.stream().anyMatch(q -> q.length() > title.length() && q.contains(title));
  }

  // --- one person, two offices

  private static void exclusive(List<Held> held, Offices offices, List<Pair> pairs) {
    var byEntity = new LinkedHashMap<String, List<Held>>();
    for (var h : held) {
      byEntity.computeIfAbsent(h.entity.id(), k -> new ArrayList<>()).add(h);
    }
    for (var of : byEntity.values()) {
      for (var i = 0; i < of.size(); i++) {
        for (var k = i + 1; k < Math.min(of.size(), i + MOST); k++) {
          var a = of.get(i);
          var b = of.get(k);
          if (offices.exclude(a.office, b.office) && !areJoined(of, a, b)) {
            pairs.add(new Pair("exclusive-roles", a, b));
          }
        }
      }
    }
  }

  /** Whether the text joins the two offices anywhere: "minister of defence and the interior". */
  private static boolean areJoined(List<Held> held, Held a, Held b) {
    var first = held.stream().filter(h -> h.office.name().equals(a.office.name())).toList();
    var second = held.stream().filter(h -> h.office.name().equals(b.office.name())).toList();
    return first.size() <= MOST
        && second.size() <= MOST
        && first.stream()
            .anyMatch(x -> second.stream().anyMatch(y -> x != y && areOnePhrase(x.role, y.role)));
  }

  /** Of one person's or one office's titles not more are compared with each. */
  private static final int MOST = 30;

  /** Coordinated titles are the text's own statement that one person holds both. */
  private static boolean areOnePhrase(Role a, Role b) {
    return Math.max(a.start(), b.start()) - Math.min(a.end(), b.end()) < 8;
  }

  // --- one office, two people

  private static void twoHolders(
      List<Held> held, AnnotatedText text, Nations nations, List<Pair> pairs) {
    var byOffice = new LinkedHashMap<String, List<Held>>();
    for (var h : held) {
      if (h.office.unique()) {
        byOffice.computeIfAbsent(h.office.name(), k -> new ArrayList<>()).add(h);
      }
    }
    for (var of : byOffice.values()) {
      for (var i = 0; i < of.size(); i++) {
        for (var k = i + 1; k < Math.min(of.size(), i + MOST); k++) {
          var a = of.get(i);
          var b = of.get(k);
          if (!a.entity.id().equals(b.entity.id())
              && isOne(a.office, b.office, text, nations)
              && NamesAlike.differ(a.entity.name(), b.entity.name())) {
            pairs.add(new Pair("two-holders", a, b));
          }
        }
      }
    }
  }

  /** Whether two titles name one office of one state, place or body. */
  private static boolean isOne(
      Offices.Office a, Offices.Office b, AnnotatedText text, Nations nations) {
    var same = a.where().equals(b.where());
    return switch (a.scope()) {
      case WORLD -> true;
      case PLACE, BODY -> same && !a.where().isEmpty();
      // "the minister" beside "the Belgian minister" is the one at home.
      case NAMED, NATION -> same && (!a.where().isEmpty() || statesNamed(text, nations) <= 1);
      case NONE -> false;
    };
  }

  private static int statesNamed(AnnotatedText text, Nations nations) {
    var codes = new HashSet<String>();
    var tokens = text.tokens();
    var words =
        tokens.stream()
            .map(t -> t.length() > 30 ? "" : t.in(text.text()))
            .map(w -> w.equals("us") ? "" : RoleWords.lower(w))
            .toList();
    for (var i = 0; i < tokens.size() && codes.size() < 2; i++) {
      var end = nations.end(words, i);
      if (end > 0) {
        var code = nations.code(words, i, end);
        if (code != null) {
          codes.add(code);
        }
      }
    }
    return codes.size();
  }

  // --- what the text says of both

  private static void confirm(
      List<Pair> pairs,
      AnnotatedText text,
      List<Entity> entities,
      Known known,
      List<Conflict> conflicts) {
    var standing = new Standing(text, entities, known.offices().changes(), known.dates());
    var told = new HashSet<Set<String>>();
    for (var pair : pairs) {
      var a = pair.a;
      var b = pair.b;
      var about =
          Set.of(a.entity.id() + a.office.name(), b.entity.id() + b.office.name() + pair.kind);
      if (!told.contains(about)
          && !standing.isChanging(a.entity)
          && !standing.isChanging(b.entity)
          && standing.isPlain(a.entity, a.role)
          && standing.isPlain(b.entity, b.role)
          && standing.sameTime(a.role, b.role)) {
        told.add(about);
        conflicts.add(pair.conflict());
      }
    }
  }
}
