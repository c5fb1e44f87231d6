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

  Flags(Words words) {
    this.words = words;
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
        if (words.is(i, WordClass.MODAL) && i != draft.head()) {
          flags.add(Flag.PLAN);
        }
      }
    }
    if (entry.tense() == Tense.FUT || entry.tense() == Tense.COND) {
      flags.add(Flag.PLAN);
    }
    var first = draft.content().get(0).first();
    if ((words.lexicon.classes(entry.lemma()) & WordClass.NAMING.bit()) != 0
        && !words.is(first, WordClass.URGING)
        && !words.is(draft.head() + 1, WordClass.URGING)) {
      flags.remove(Flag.ORDER);
    }
    if (words.is(first, "si")
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

  /** Whether the first noun of a source names something written. */
  private boolean document(Range source) {
    for (var i = source.first(); i < source.end(); i++) {
      if (words.is(i, WordClass.DOCUMENT)) {
        return true;
      }
      if (i > source.first() && words.is(i, WordClass.PREPOSITION) || words.punctuation[i]) {
        return false;
      }
    }
    return false;
  }
}
