package org.hearsay.reading.attribution;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hearsay.reading.Attribution.Flag;
import org.jspecify.annotations.Nullable;

/**
 * A word form that can attribute: {@code déclarait} as a form of {@code déclarer}.
 *
 * @param lemma the dictionary form
 * @param number of the lemma in its lexicon, from 1
 * @param frames what can follow, as in {@code cues.tsv}, sorted: the features made of them are lost
 *     by chance in learning, in this order
 * @param flags that the word alone gives
 */
record Cue(
    String lemma,
    int number,
    Kind kind,
    List<String> frames,
    Set<Flag> flags,
    @Nullable Tense tense) {

  Cue {
    frames = List.copyOf(frames);
    flags = flags.isEmpty() ? Set.of() : EnumSet.copyOf(flags);
  }

  /** How strongly a word attributes. */
  enum Kind {
    /** By itself. */
    SPEECH,
    /** Praise, blame, demand: its object is the content. */
    ACT,
    /** Belief, hope, fear. */
    THINK,
    /** Only with a clause, a quotation or a colon. */
    WEAK,
    NOUN,
    PREP
  }

  /** The form of a verb. */
  enum Tense {
    INF,
    PRES,
    IMP,
    PAST,
    FUT,
    COND,
    SUBJ,
    PP,
    GER
  }

  boolean verb() {
    return kind != Kind.NOUN && kind != Kind.PREP;
  }
}
