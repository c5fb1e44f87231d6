package org.hearsay.reading.attribution;

import java.util.List;
import java.util.function.Function;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.reading.Entity;
import org.hearsay.reading.people.GivenNames;
import org.jspecify.annotations.Nullable;

/**
 * The noun phrase that a pronoun stands for where no name near it does: the subject the text spoke
 * of last that agrees with it, in its own sentence or else in those before, quotations left out
 * (subjects first, after left-right centering, Tetreault 2001). A subject that is the same pronoun
 * is followed further back.
 */
final class Antecedents {

  /** How many sentences are looked at, quotations not counted. */
  private static final int MOST_SENTENCES = 3;

  /** A phrase has no more tokens on either side of its noun. */
  private static final int LONGEST = 45;

  /** How many tokens are looked at. */
  private static final int REACH = 400;

  private final Words words;
  private final Function<Range, @Nullable Entity> named;

  /**
   * @param named whom a phrase names; null for nobody
   */
  Antecedents(Words words, Function<Range, @Nullable Entity> named) {
    this.words = words;
    this.named = named;
  }

  /**
   * The phrase; null for none, and for a pronoun in a quotation.
   *
   * @param content what the pronoun is said to say, where nobody is looked for
   */
  @Nullable Range of(int pronoun, List<Range> content) {
    if (words.depth[pronoun] > 0) {
      return null;
    }
    var at = pronoun;
    var end = pronoun;
    for (var seen = 0; seen < MOST_SENTENCES && end > 0 && pronoun - end < REACH; ) {
      var first = end;
      var free = 0;
      while (first > 0
          && pronoun - first < REACH
          && words.sentence[first - 1] == words.sentence[end - 1]) {
        first--;
        free += words.depth[first] == 0 && !words.punctuation[first] ? 1 : 0;
      }
      if (free > 1) {
        seen++;
        var subject = subject(first, end, at, content);
        if (subject >= 0 && same(subject, pronoun)) {
          at = subject;
          seen = 0;
        } else if (subject >= 0) {
          return phrase(subject);
        }
      }
      end = first;
    }
    return null;
  }

  /**
   * The subject in a stretch that agrees with a pronoun, those of main clauses first; -1 for none.
   */
  private int subject(int first, int end, int pronoun, List<Range> content) {
    var other = -1;
    for (var i = first; i < end; i++) {
      var relation = Relation.of(words.relation[i]);
      if (words.depth[i] == 0
          && !CueWindow.holds(content, i)
          && (relation == Relation.NSUBJ || relation == Relation.NSUBJ_PASS)
          && (same(i, pronoun) || agrees(i, pronoun))) {
        if (main(words.head[i])) {
          return i;
        }
        other = other < 0 ? i : other;
      }
    }
    return other;
  }

  private boolean main(int verb) {
    var at = verb;
    while (at >= 0 && Relation.of(words.relation[at]) == Relation.CONJ) {
      at = words.head[at];
    }
    return at >= 0 && words.head[at] < 0;
  }

  private boolean same(int i, int pronoun) {
    return words.is(i, WordClass.PRONOUN)
        && words.is(i, WordClass.SUBJECT)
        && words.is(i, WordClass.FEMININE) == words.is(pronoun, WordClass.FEMININE)
        && words.is(i, WordClass.PLURAL) == words.is(pronoun, WordClass.PLURAL)
        && words.is(i, "it") == words.is(pronoun, "it");
  }

  private boolean agrees(int noun, int pronoun) {
    var phrase = phrase(noun);
    var entity = named.apply(phrase);
    if (entity == null
        && !words.is(noun, PartOfSpeech.NOUN)
        && !words.is(noun, PartOfSpeech.PROPN)) {
      return false;
    }
    var kind = entity == null ? null : entity.kind();
    var english = words.english();
    if (words.is(pronoun, WordClass.PLURAL)) {
      return kind != Entity.Kind.PERSON
          && (plural(noun, phrase) || english && kind == Entity.Kind.ORGANISATION);
    }
    if (plural(noun, phrase)) {
      return false;
    }
    if (words.is(pronoun, "it")) {
      return kind != Entity.Kind.PERSON && kind != Entity.Kind.PLACE && !human(noun);
    }
    if (entity != null && kind == Entity.Kind.PERSON) {
      var given = entity.name().split(" ", 2)[0];
      return GivenNames.mayBe(words.is(pronoun, WordClass.FEMININE), given);
    }
    if (english) {
      var other = words.is(pronoun, WordClass.FEMININE) ? WordClass.MASCULINE : WordClass.FEMININE;
      return kind == null && human(noun) && !words.is(noun, other);
    }
    var first = phrase.first();
    return words.is(
        first, words.is(pronoun, WordClass.FEMININE) ? WordClass.FEMININE : WordClass.MASCULINE);
  }

  private boolean plural(int noun, Range phrase) {
    var first = phrase.first();
    return joined(noun, phrase)
        || words.is(first, WordClass.PLURAL)
        || words.is(noun, WordClass.PLURAL)
        || words.is(first, PartOfSpeech.NUM) && noun > first
        || words.is(noun, PartOfSpeech.NOUN)
            && words.form[noun].endsWith("s")
            && !words.is(first, WordClass.MASCULINE)
            && !words.is(first, WordClass.FEMININE);
  }

  /** Whether another noun is joined to it: "X and Y". */
  private boolean joined(int noun, Range phrase) {
    for (var i = noun + 1; i < phrase.end(); i++) {
      if (words.head[i] == noun && Relation.of(words.relation[i]) == Relation.CONJ) {
        return true;
      }
    }
    return false;
  }

  private boolean human(int noun) {
    return words.is(noun, WordClass.HUMAN)
        || words.is(noun, WordClass.INDIVIDUAL)
        || words.is(noun, WordClass.TITLE);
  }

  private Range phrase(int head) {
    var from = Math.max(0, head - LONGEST);
    return new Phrases(words, from, Math.min(words.size, head + LONGEST), List.of()).under(head);
  }
}
