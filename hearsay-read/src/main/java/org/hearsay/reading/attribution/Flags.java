package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hearsay.reading.Attribution.Flag;
import org.hearsay.reading.attribution.Cue.Tense;

/** What kind of saying a draft is: from the lexicon, the words of the cue, and the source. */
final class Flags {

  private final Words words;
  private final Set<String> future;

  Flags(Words words) {
    this.words = words;
    future = words.lexicon.hedges("future");
  }

  /** In the order of {@link Flag}. */
  List<Flag> of(Draft draft) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    var entry = draft.entry();
    if (entry != null) {
      flags.addAll(entry.flags());
      if (entry.verb()) {
        ofVerb(draft, entry, flags);
      }
    }
    for (var piece : draft.source()) {
      if (document(piece)) {
        flags.add(Flag.DOC);
      }
    }
    return new ArrayList<>(flags);
  }

  private void ofVerb(Draft draft, Cue entry, Set<Flag> flags) {
    for (var piece : draft.cue()) {
      for (var i = piece.first(); i < piece.end(); i++) {
        if (words.is(i, WordClass.NEGATION)) {
          flags.add(Flag.NEG);
        }
        if (future.contains(words.form[i]) && i != draft.head()) {
          flags.add(Flag.PLAN);
        }
        // "fait savoir", "croit savoir", "à en croire" tell of no thought
        if (entry.tense() == Tense.INF && i < draft.head() && carries(i)) {
          flags.remove(Flag.THINK);
        }
      }
    }
    if (flags.contains(Flag.NEG)) {
      flags.remove(Flag.DENY);
    }
    if (entry.tense() == Tense.FUT || entry.tense() == Tense.COND) {
      flags.add(Flag.PLAN);
    }
    var first = draft.content().get(0).first();
    if (words.lexicon.is(entry.lemma(), WordClass.NAMING)
        && !words.is(first, WordClass.URGING)
        && !words.is(draft.head() + 1, WordClass.URGING)) {
      flags.remove(Flag.ORDER);
    }
    if (flags.contains(Flag.ASK) && flags.contains(Flag.ORDER)) {
      flags.remove(question(draft) ? Flag.ORDER : Flag.ASK);
    } else if (words.is(first, "si")
        || words.is(first, "s'")
        || words.is(first, "whether")
        || words.is(first, "if")) {
      if (flags.remove(Flag.ORDER)) {
        flags.add(Flag.ASK);
      }
    }
    if (words.is(first, "to") && entry.kind() == Cue.Kind.SPEECH) {
      flags.remove(Flag.ASK);
      flags.add(Flag.ORDER);
    }
  }

  /** Whether a word of a verb group carries meaning of its own. */
  private boolean carries(int i) {
    return !words.is(i, WordClass.AUXILIARY)
        && !words.is(i, WordClass.MODAL)
        && !words.is(i, WordClass.NEGATION)
        && !words.is(i, WordClass.REFLEXIVE)
        && !words.is(i, WordClass.ADVERB);
  }

  /** Whether what is asked is a question, and no request: "se demande qui", "asked: “Why?”". */
  private boolean question(Draft draft) {
    var last = draft.content().get(draft.content().size() - 1).end() - 1;
    return words.is(draft.content().get(0).first(), WordClass.INTERROGATIVE)
        || words.is(last, "?")
        || last > 0 && words.is(last - 1, "?")
        || draft.cue().stream().anyMatch(piece -> words.is(piece.first(), WordClass.REFLEXIVE));
  }

  /** Whether the first noun of a source names something written. */
  private boolean document(Range source) {
    for (var i = source.first(); i < source.end(); i++) {
      if (words.is(i, WordClass.DOCUMENT) || words.is(i, WordClass.WRITING)) {
        return true;
      }
      if (i > source.first() && words.is(i, WordClass.PREPOSITION)
          || words.punctuation[i] && !words.is(i, "-")) {
        return false;
      }
    }
    return false;
  }
}
