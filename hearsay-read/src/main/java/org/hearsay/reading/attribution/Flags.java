package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.reading.Attribution.Flag;
import org.hearsay.reading.attribution.Cue.Tense;
import org.jspecify.annotations.Nullable;

/** What kind of saying a draft is: from the lexicon, the words of the cue, and the source. */
final class Flags {
  /** Words of the longest phrase in {@code flags.tsv}. */
  private static final int LONGEST = 3;

  private final Words words;
  private final Set<String> future;

  /** What spoke before and is something written. */
  private final Set<String> documents = new HashSet<>();

  Flags(Words words) {
    this.words = words;
    future = words.lexicon.hedges("future");
  }

  /**
   * In the order of {@link Flag}. Call in the order of the text.
   *
   * @param speaker who or what the source was found to be; null for unresolved
   */
  List<Flag> of(Draft draft, @Nullable String speaker) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    var entry = draft.entry();
    if (entry != null) {
      flags.addAll(entry.flags());
    }
    ofWords(draft, flags);
    if (entry == null || entry.verb()) {
      ofVerb(draft, entry, flags);
    }
    for (var piece : draft.source()) {
      if (document(piece)) {
        flags.add(Flag.DOC);
        if (speaker != null) {
          documents.add(speaker);
        }
      } else if (pronoun(piece) && speaker != null && documents.contains(speaker)) {
        flags.add(Flag.DOC);
      }
    }
    return new ArrayList<>(flags);
  }

  /** What the words of the cue give, alone or several together. */
  private void ofWords(Draft draft, Set<Flag> flags) {
    for (var piece : draft.cue()) {
      for (var i = piece.first(); i < piece.end(); i++) {
        var phrase = words.form[i];
        for (var k = i; k < Math.min(piece.end(), i + LONGEST); k++) {
          phrase = k == i ? phrase : words.extended(phrase, k);
          var flagging = words.lexicon.flagging(phrase);
          if (flagging != null && applies(flagging, draft)) {
            flags.addAll(flagging.flags());
          }
        }
      }
    }
  }

  private boolean applies(Lexicon.Flagging flagging, Draft draft) {
    var first = words.form[draft.content().get(0).first()];
    return (flagging.first().isEmpty() || flagging.first().contains(first))
        && (!flagging.reflexive() || inCue(draft, WordClass.REFLEXIVE));
  }

  private boolean inCue(Draft draft, WordClass what) {
    return draft.cue().stream()
        .flatMapToInt(piece -> IntStream.range(piece.first(), piece.end()))
        .anyMatch(i -> words.is(i, what));
  }

  private void ofVerb(Draft draft, @Nullable Cue entry, Set<Flag> flags) {
    var tense = entry == null ? null : entry.tense();
    if (inCue(draft, WordClass.NEGATION)) {
      flags.add(Flag.NEG);
    }
    for (var piece : draft.cue()) {
      for (var i = piece.first(); i < piece.end(); i++) {
        if (future.contains(words.form[i]) && i != draft.head()) {
          flags.add(Flag.PLAN);
        }
        // "fait savoir", "croit savoir", "à en croire" tell of no thought
        if (tense == Tense.INF && i < draft.head() && carries(i)) {
          flags.remove(Flag.THINK);
        }
      }
    }
    if (flags.contains(Flag.NEG)) {
      flags.remove(Flag.DENY);
    }
    if (tense == Tense.FUT || tense == Tense.COND) {
      flags.add(Flag.PLAN);
    }
    var first = draft.content().get(0).first();
    if (entry != null
        && words.lexicon.is(entry.lemma(), WordClass.NAMING)
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

  private boolean pronoun(Range source) {
    return words.isOne(source, WordClass.PRONOUN) || words.isOne(source, WordClass.RELATIVE);
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
