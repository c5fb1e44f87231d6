package org.hearsay.reading.attribution;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hearsay.reading.Entity;
import org.jspecify.annotations.Nullable;

/** Who spoke last, for the pronouns that follow. */
final class LastSpoken {

  /** How many sentences a pronoun reaches back; "he" and "she" reach back to any one person. */
  private static final int REACH = 3;

  private static final int MOST = 3;

  /**
   * Who spoke.
   *
   * @param feminine null when the words do not tell
   * @param plural null when the words do not tell
   * @param first the first token of the first source that named them
   */
  private record Spoke(
      String id,
      Entity.Kind kind,
      @Nullable Boolean feminine,
      @Nullable Boolean plural,
      int first,
      int sentence) {}

  private final Words words;
  private final Deque<Spoke> spoke = new ArrayDeque<>();

  LastSpoken(Words words) {
    this.words = words;
  }

  /**
   * Notes a source.
   *
   * @param named whether it has a name: a person who has one is surely one person
   */
  void add(String id, Entity.Kind kind, boolean named, Range source) {
    var i = source.first();
    var same = spoke.stream().filter(s -> s.id.equals(id)).findFirst().orElse(null);
    var feminine = feminine(i);
    var plural = named && kind == Entity.Kind.PERSON ? Boolean.FALSE : plural(i);
    var first = i;
    if (same != null) {
      spoke.remove(same);
      feminine = feminine == null ? same.feminine : feminine;
      plural = plural == null ? same.plural : plural;
      first = Math.min(i, same.first);
    }
    spoke.addFirst(new Spoke(id, kind, feminine, plural, first, words.sentence[i]));
    if (spoke.size() > MOST) {
      spoke.removeLast();
    }
  }

  /** The one who spoke last of all; null before anybody did. */
  @Nullable String id() {
    return spoke.isEmpty() ? null : spoke.getFirst().id;
  }

  /** The sentence in which somebody spoke last; -1 for one who has not. */
  int sentence(String id) {
    return spoke.stream()
        .filter(s -> s.id.equals(id))
        .mapToInt(Spoke::sentence)
        .findFirst()
        .orElse(-1);
  }

  /** The one that a pronoun fits; null for none. */
  @Nullable String fitting(int pronoun) {
    for (var one : spoke) {
      var near = words.sentence[pronoun] - one.sentence <= REACH;
      if (fits(pronoun, one) && (near || one.kind == Entity.Kind.PERSON && singular(pronoun))) {
        return one.id;
      }
    }
    return null;
  }

  private boolean fits(int pronoun, Spoke one) {
    if (one.first > pronoun) {
      return false;
    }
    var plural = words.is(pronoun, WordClass.PLURAL);
    var feminine = feminine(pronoun);
    if (one.kind == Entity.Kind.PERSON && words.is(pronoun, "it")) {
      return false;
    }
    if (one.kind != Entity.Kind.PERSON && feminine != null && words.english()) {
      return false;
    }
    return (one.plural == null ? !plural || words.english() : one.plural == plural)
        && (one.feminine == null || feminine == null || one.feminine.equals(feminine));
  }

  private boolean singular(int pronoun) {
    return !words.is(pronoun, WordClass.PLURAL) && !words.is(pronoun, "it");
  }

  private @Nullable Boolean feminine(int i) {
    return words.is(i, WordClass.FEMININE)
        ? Boolean.TRUE
        : words.is(i, WordClass.MASCULINE) ? Boolean.FALSE : null;
  }

  private @Nullable Boolean plural(int i) {
    if (words.is(i, WordClass.PLURAL)
        || words.is(i, WordClass.HUMAN) && words.form[i].endsWith("s")) {
      return true;
    }
    return words.is(i, WordClass.MASCULINE) || words.is(i, WordClass.FEMININE)
        ? Boolean.FALSE
        : null;
  }
}
