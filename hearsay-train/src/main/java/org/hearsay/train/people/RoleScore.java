package org.hearsay.train.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Role;
import org.hearsay.train.GoldFile;

/** Roles that half of their letters share with a marked one, and whose holder is the right one. */
final class RoleScore {

  private record Found(Entity holder, Role role) {}

  private int gold;
  private int found;
  private int right;
  private final List<String> mistakes = new ArrayList<>();

  void count(GoldPeople text, List<Entity> entities) {
    var roles = new ArrayList<Found>();
    entities.forEach(e -> e.roles().forEach(r -> roles.add(new Found(e, r))));
    var used = new HashSet<Found>();
    for (var mark : text.marks('r')) {
      gold++;
      var match =
          roles.stream()
              .filter(r -> !used.contains(r) && overlap(text.gold.text(), mark, r.role) >= 0.5)
              .filter(r -> text.is(mark.who(), r.holder))
              .findFirst();
      if (match.isPresent()) {
        used.add(match.get());
        right++;
      } else {
        mistakes.add(text.gold.id() + " missed " + text.in(mark) + " of " + mark.who());
      }
    }
    found += roles.size();
    for (var r : roles) {
      if (!used.contains(r)) {
        mistakes.add(text.gold.id() + " wrong  " + r.role.title() + " of " + r.holder.name());
      }
    }
  }

  /** Jaccard's index over letters and digits. */
  private static double overlap(String text, GoldFile.Mark mark, Role role) {
    var both = letters(text, new Span(mark.start(), mark.end()));
    var own = letters(text, role.span());
    var shared =
        letters(
            text,
            new Span(
                Math.max(mark.start(), role.start()),
                Math.max(Math.max(mark.start(), role.start()), Math.min(mark.end(), role.end()))));
    return both + own == shared ? 1 : shared / (double) (both + own - shared);
  }

  private static int letters(String text, Span span) {
    return (int) span.in(text).chars().filter(Character::isLetterOrDigit).count();
  }

  List<String> lines() {
    var p = found == 0 ? 0 : 100.0 * right / found;
    var r = gold == 0 ? 0 : 100.0 * right / gold;
    var f = p + r == 0 ? 0 : 2 * p * r / (p + r);
    return List.of(
        String.format(
            java.util.Locale.ROOT,
            "  roles with their holder      %5d  P %5.1f  R %5.1f  F %5.1f",
            gold,
            p,
            r,
            f));
  }

  List<String> mistakes() {
    return mistakes;
  }
}
