package org.hearsay.reading.attribution;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hearsay.boosting.Forest;
import org.jspecify.annotations.Nullable;

/**
 * How probable it is that an attribution is right: boosted trees over what speaks for it, fitted on
 * articles the models had not learnt from.
 */
final class Confidence {

  /** What can speak for an attribution or against it. */
  enum Signal {
    CUE,
    CONTENT,
    SOURCE,
    BEHIND,
    SECOND,
    NO_SOURCE,
    RULED,
    QUOTED,
    IN_QUOTATION,
    KNOWN_CUE,
    SPEECH,
    PREPOSITION,
    NOUN,
    PARTICIPLE,
    INFINITIVE,
    COLON,
    CLAUSE,
    CONTENT_FIRST,
    PIECES,
    LOOSE_ENDS,
    OPEN_END,
    SHORT,
    LONG,
    PRONOUN,
    NEXT_TO_SOURCE,
    FAR_FROM_SOURCE,
    FREE_QUOTATION,

    // Doubt
    UNLIKELY,
    UNLIKELIEST,

    // Marginals
    INSIDE,
    FIRST,
    LAST,
    AFTER,
    BEFORE,
    OUTSIDE,
    UNEXPECTED,
    CONTENT_OVERLAP,
    SOURCE_OVERLAP,
    SOURCES,
    NAMED,

    // Agreement
    CHOSEN,
    NEAR,
    SAME_SOURCE,
    SAME_CONTENT,
    SAME_FIRST,
    SAME_END,
    NEAR_SOURCE,
    NEAR_CONTENT;

    static final int COUNT = values().length;

    /** The first ones, which are known before one of the ways to fill a cue is chosen. */
    static final int BEFORE_CHOICE = INSIDE.ordinal();
  }

  private final @Nullable Forest forest;

  /**
   * @param forest null before anything was fitted: then only the probability of the cue counts
   */
  Confidence(@Nullable Forest forest) {
    this.forest = forest;
  }

  /** What is shipped for a language. */
  static Confidence shipped(String language) {
    var name = language + "/confidence.model";
    try (var stream = Confidence.class.getResourceAsStream(name)) {
      return new Confidence(
          stream == null
              ? null
              : Forest.read(new DataInputStream(new BufferedInputStream(stream))));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * For each the probability, 0 to 1, that the source and content overlap the true ones by half or
   * more.
   */
  double[] right(List<Draft> drafts, Words words) {
    var right = new double[drafts.size()];
    var seen = forest == null ? null : forest.probabilities(rows(drafts, words));
    for (var i = 0; i < right.length; i++) {
      right[i] = seen == null ? drafts.get(i).evidence().cue() : seen[i];
    }
    return right;
  }

  private static float[][] rows(List<Draft> drafts, Words words) {
    return drafts.stream().map(draft -> row(draft, words)).toArray(float[][]::new);
  }

  /** What the trees see of an attribution, indexed by {@link Signal}. */
  static float[] row(Draft draft, Words words) {
    var signals = signals(draft, words);
    var row = new float[signals.length];
    for (var i = 0; i < row.length; i++) {
      row[i] = (float) signals[i];
    }
    return row;
  }

  /** Indexed by {@link Signal}. */
  static double[] signals(Draft draft, Words words) {
    var evidence = draft.evidence();
    var entry = draft.entry();
    var content = draft.content();
    var first = content.get(0).first();
    var end = content.get(content.size() - 1).end();
    var length = content.stream().mapToInt(Range::length).sum();
    var signals = new double[Signal.COUNT];
    if (evidence.origin() == Evidence.Origin.MODEL) {
      signals[Signal.CUE.ordinal()] = logit(evidence.cue());
      signals[Signal.CONTENT.ordinal()] = logit(evidence.content());
      signals[Signal.SOURCE.ordinal()] = logit(evidence.source());
      signals[Signal.BEHIND.ordinal()] = Math.min(evidence.behind(), 8);
      set(signals, Signal.SECOND, evidence.behind() > 0);
    }
    copy(evidence.doubt(), signals, Signal.UNLIKELY);
    copy(evidence.marginals(), signals, Signal.INSIDE);
    copy(evidence.agreement(), signals, Signal.CHOSEN);
    set(signals, Signal.FREE_QUOTATION, evidence.origin() == Evidence.Origin.FREE_QUOTATION);
    set(signals, Signal.RULED, evidence.ruled());
    set(signals, Signal.QUOTED, words.quotation[first] >= 0);
    if (entry != null) {
      set(signals, Signal.KNOWN_CUE, true);
      set(signals, Signal.SPEECH, entry.kind() == Cue.Kind.SPEECH);
      set(signals, Signal.PREPOSITION, entry.kind() == Cue.Kind.PREP);
      set(signals, Signal.NOUN, entry.kind() == Cue.Kind.NOUN);
      set(
          signals,
          Signal.PARTICIPLE,
          entry.tense() == Cue.Tense.GER || entry.tense() == Cue.Tense.PP);
      set(signals, Signal.INFINITIVE, entry.tense() == Cue.Tense.INF);
    }
    if (draft.head() >= 0) {
      set(signals, Signal.IN_QUOTATION, words.depth[draft.head()] > 0);
      set(signals, Signal.COLON, words.is(draft.head(), ":"));
      set(signals, Signal.CONTENT_FIRST, first < draft.head());
    }
    set(signals, Signal.CLAUSE, words.is(first, WordClass.SUBORDINATOR));
    signals[Signal.PIECES.ordinal()] = Math.min(content.size(), 3) - 1;
    signals[Signal.LOOSE_ENDS.ordinal()] = looseEnds(draft, words);
    set(signals, Signal.OPEN_END, end < words.size && !words.punctuation[end]);
    set(signals, Signal.SHORT, length < 3);
    set(signals, Signal.LONG, length > 40);
    if (draft.source().isEmpty()) {
      set(signals, Signal.NO_SOURCE, true);
    } else {
      var source = draft.source().get(0);
      set(signals, Signal.PRONOUN, source.length() == 1 && !words.capital[source.first()]);
      if (!draft.cue().isEmpty()) {
        var cue = draft.cue().get(0);
        var gap = Math.max(cue.first() - source.end(), source.first() - cue.end());
        set(signals, Signal.NEXT_TO_SOURCE, gap <= 0);
        set(signals, Signal.FAR_FROM_SOURCE, gap > 8);
      }
    }
    return signals;
  }

  private static void copy(double[] from, double[] signals, Signal first) {
    System.arraycopy(from, 0, signals, first.ordinal(), from.length);
  }

  private static void set(double[] signals, Signal signal, boolean value) {
    signals[signal.ordinal()] = value ? 1 : 0;
  }

  /** How many words of the content hang on words outside it and the cue, beyond one a piece. */
  private static double looseEnds(Draft draft, Words words) {
    var loose = -draft.content().size();
    for (var piece : draft.content()) {
      for (var i = piece.first(); i < piece.end(); i++) {
        var head = words.head[i];
        if (!words.punctuation[i]
            && !CueWindow.holds(draft.content(), head)
            && words.relation[i] != Relation.ROOT.ordinal()) {
          loose++;
        }
      }
    }
    return Math.max(0, Math.min(3, loose));
  }

  private static double logit(double probability) {
    var p = Math.min(.999, Math.max(.001, probability));
    return Math.log(p / (1 - p));
  }
}
