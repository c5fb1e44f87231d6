package org.hearsay.reading.attribution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hearsay.language.PartOfSpeech;

/**
 * The stretches of words that could be the source of a cue: noun phrases by parts of speech, each
 * shorter and longer, with and without what is added to them, and what a noun governs in the
 * dependency tree.
 */
final class Phrases {
  private static final int LONGEST = 45;
  private static final int MOST_ENDS = 10;
  private static final PartOfSpeech[] TAGS = PartOfSpeech.values();

  /** 0 the whole phrase; 1 up to its first comma; 2 without what is added to its noun. */
  private static final int VARIANTS = 3;

  private final Words words;
  private final int from;
  private final int to;
  private final List<Range> cue;

  /**
   * @param from the first token they may hold
   * @param to the first one behind them
   */
  Phrases(Words words, int from, int to, List<Range> cue) {
    this.words = words;
    this.from = from;
    this.to = to;
    this.cue = cue;
  }

  Set<Range> all() {
    var all = new LinkedHashSet<Range>();
    for (var i = from; i < to; i++) {
      if (opens(i)) {
        grow(i, all);
      }
      if (governs(i)) {
        for (var variant = 0; variant < VARIANTS; variant++) {
          var span = governed(i, variant);
          if (span.holds(i) && span.length() <= LONGEST) {
            all.add(span);
          }
        }
      }
    }
    return all;
  }

  /** All that hangs under a head and is no clause. */
  Range under(int head) {
    return governed(head, 0);
  }

  private PartOfSpeech tag(int i) {
    return TAGS[words.tag[i]];
  }

  private boolean opens(int i) {
    if (words.punctuation[i] || !free(i)) {
      return false;
    }
    var before = i == from ? PartOfSpeech.PUNCT : tag(i - 1);
    return switch (tag(i)) {
      case DET, PRON -> true;
      case NOUN, ADJ, NUM, X ->
          before != PartOfSpeech.DET
              && before != PartOfSpeech.ADJ
              && before != PartOfSpeech.NUM
              && before != PartOfSpeech.NOUN
              && before != PartOfSpeech.PROPN;
      case PROPN -> before != PartOfSpeech.PROPN;
      default -> words.is(i, WordClass.SUBJECT) && !words.is(i, WordClass.DETERMINER);
    };
  }

  /** Adds the phrases that start at a token. */
  private void grow(int first, Set<Range> all) {
    var ends = 0;
    var i = first + 1;
    add(first, i, all);
    while (i < Math.min(to, first + LONGEST) && free(i) && ends < MOST_ENDS && goesOn(i)) {
      i++;
      if (closes(i - 1) && (i == to || !free(i) || !flows(i))) {
        add(first, i, all);
        ends++;
      }
    }
  }

  private void add(int first, int end, Set<Range> all) {
    if (end > first + 1 || tag(first) != PartOfSpeech.DET || words.is(first, WordClass.SUBJECT)) {
      all.add(new Range(first, end));
    }
  }

  /** Whether a phrase can end with a token. */
  private boolean closes(int i) {
    return switch (tag(i)) {
      case NOUN, PROPN, ADJ, NUM, PRON, X, VERB, ADV ->
          !words.punctuation[i] && !words.is(i, WordClass.RELATIVE);
      default -> words.is(i, ")") || words.is(i, "»") || words.is(i, "”") || words.is(i, "\"");
    };
  }

  /** Whether a token holds to the one before it so closely that no phrase ends between. */
  private boolean flows(int i) {
    return switch (tag(i)) {
      case NOUN, PROPN -> words.start[i] - words.end[i - 1] <= 1;
      default -> words.is(i, "-") || words.is(i, "'");
    };
  }

  private boolean goesOn(int i) {
    var before = tag(i - 1);
    return switch (tag(i)) {
      case NOUN, PROPN, ADJ, NUM, X, SYM, ADP -> true;
      case DET -> before == PartOfSpeech.ADP || beforeIsLink(i);
      case PRON -> before == PartOfSpeech.ADP || words.is(i, WordClass.RELATIVE);
      case CCONJ -> words.is(i, "et") || words.is(i, "and") || words.is(i, "&");
      case VERB -> {
        var relation = Relation.of(words.relation[i]);
        yield relation == Relation.ACL || relation == Relation.ACL_RELCL;
      }
      case ADV -> before == PartOfSpeech.DET || before == PartOfSpeech.PUNCT;
      case PART -> words.form[i].startsWith("'");
      case PUNCT ->
          words.is(i, ",")
              || words.is(i, "-")
              || words.is(i, "(")
              || words.is(i, ")")
              || words.is(i, "'")
              || words.is(i, "/")
              || words.quoteMark(i) && words.quotation[i] >= 0
              || words.is(i, ".") && words.end[i - 1] - words.start[i - 1] <= 4;
      default -> false;
    };
  }

  private boolean beforeIsLink(int i) {
    return words.is(i - 1, ",")
        || words.is(i - 1, "(")
        || tag(i - 1) == PartOfSpeech.CCONJ
        || tag(i - 1) == PartOfSpeech.DET;
  }

  private boolean governs(int i) {
    if (words.punctuation[i]) {
      return false;
    }
    var relation = Relation.of(words.relation[i]);
    if (relation == Relation.FLAT || relation == Relation.DET || relation == Relation.CASE) {
      return false;
    }
    return switch (tag(i)) {
      case NOUN, PROPN, PRON -> true;
      default ->
          relation == Relation.NSUBJ
              || relation == Relation.NSUBJ_PASS
              || relation == Relation.OBL_AGENT
              || words.is(i, WordClass.SUBJECT) && !words.is(i, WordClass.DETERMINER);
    };
  }

  /** What hangs under a head. */
  private Range governed(int head, int variant) {
    var first = head;
    var end = head + 1;
    while (first > from && inside(first - 1, head, variant) && free(first - 1)) {
      first--;
    }
    while (end < to && inside(end, head, variant) && free(end)) {
      if (variant == 1 && words.is(end, ",")) {
        break;
      }
      end++;
    }
    while (first < head && edge(first)) {
      first++;
    }
    while (end - 1 > head
        && words.punctuation[end - 1]
        && !words.is(end - 1, ")")
        && !words.quoteMark(end - 1)) {
      end--;
    }
    return new Range(first, end);
  }

  private boolean free(int i) {
    for (var piece : cue) {
      if (piece.holds(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean edge(int i) {
    if (words.punctuation[i]) {
      return !words.quoteMark(i) || words.quotation[i] < 0;
    }
    var relation = Relation.of(words.relation[i]);
    return relation == Relation.CASE && !words.is(i, "du") && !words.is(i, "des")
        || relation == Relation.MARK
        || relation == Relation.CC
        || relation == Relation.ADVMOD && words.is(i, WordClass.ADVERB);
  }

  /** Whether a token hangs under the head by relations that keep a phrase together. */
  private boolean inside(int i, int head, int variant) {
    var at = i;
    for (var steps = 0; steps < 12 && at >= 0; steps++) {
      if (at == head) {
        return true;
      }
      var relation = Relation.of(words.relation[at]);
      var direct = words.head[at] == head;
      if (direct
          && (relation == Relation.ACL_RELCL
              || relation == Relation.ADVCL
              || relation == Relation.PARATAXIS
              || relation == Relation.CCOMP
              || relation == Relation.NSUBJ
              || relation == Relation.AUX
              || relation == Relation.COP)) {
        return false;
      }
      if (direct
          && variant == 2
          && at > head
          && relation != Relation.FLAT
          && relation != Relation.AMOD) {
        return false;
      }
      at = words.head[at];
    }
    return false;
  }
}
