package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.article.Span;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.reading.attribution.Cue.Tense;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words by which the writer keeps a distance from a fact: {@code présumé}, {@code
 * allegedly}, and the French conditional of hearsay ({@code aurait fui}).
 *
 * <p>A conditional is none of hearsay inside quotation marks, beside {@code si} (an ordinary
 * hypothesis), or in a clause that a verb in a past tense introduces (the future seen from the
 * past: "il a dit qu'il viendrait").
 */
final class Hedges {

  /** How far before its verb a clause may begin. */
  private static final int CLAUSE = 12;

  private final Words words;
  private final Set<String> hedges;
  private final Set<String> modifiers;
  private final Set<String> beforeInfinitive;
  private final Set<String> conditional;
  private final Set<String> notConditional;
  private final Set<String> hypothesis;
  private final Set<String> wished;
  private final Set<String> had;
  private final Set<String> opens;
  private final Set<String> judged;

  /** The one looked at last; null before any is. */
  private @Nullable Sentence last;

  /**
   * @param supposes whether there is a hypothesis in it
   * @param asks whether it is a question
   */
  private record Sentence(Range range, boolean supposes, boolean asks) {}

  Hedges(Words words) {
    this.words = words;
    hedges = words.lexicon.hedges("word");
    modifiers = words.lexicon.hedges("modifier");
    beforeInfinitive = words.lexicon.hedges("infinitive");
    conditional = words.lexicon.hedges("conditional");
    notConditional = words.lexicon.hedges("not-conditional");
    hypothesis = words.lexicon.hedges("hypothesis");
    wished = words.lexicon.hedges("wished");
    had = words.lexicon.hedges("had");
    opens = words.lexicon.hedges("opens");
    judged = words.lexicon.hedges("judged");
  }

  /** In order; the verb group or the word only. */
  List<Span> find(List<Draft> drafts) {
    var futureInThePast = futureInThePast(drafts);
    var spans = new ArrayList<Span>();
    for (var i = 0; i < words.size; i++) {
      if (words.quotation[i] >= 0) {
        continue;
      }
      var form = words.form[i];
      if (doubt(i) || modifiers.contains(form) && !verb(i)) {
        spans.add(words.span(new Range(i, i + 1)));
      } else if (conditional(form)
          && !futureInThePast[i]
          && !sentence(i).supposes()
          && !wished(i)) {
        var group = group(i);
        if (!sentence(i).asks()
            && !consequence(i)
            && !judged(i)
            && (words.is(i, WordClass.AUXILIARY) || !subordinate(i))) {
          spans.add(words.span(group));
        }
        i = group.end() - 1;
      }
    }
    return spans;
  }

  /** Whether it is only the writer who doubts: "it seems that", "appears to have left". */
  boolean own(Draft draft) {
    return draft.source().isEmpty() && !draft.cue().isEmpty() && doubt(draft.head());
  }

  private boolean doubt(int at) {
    return hedges.contains(words.form[at])
        || beforeInfinitive.contains(words.form[at])
            && at + 1 < words.size
            && words.is(at + 1, "to");
  }

  /** "A prétendu que", where it is what somebody does. */
  private boolean verb(int i) {
    return i > 0 && had.contains(words.form[i - 1])
        || i + 1 < words.size && words.is(i + 1, WordClass.SUBORDINATOR);
  }

  /** "Aurait dû", "n'aurait pas pu". */
  private boolean wished(int auxiliary) {
    if (!words.form[auxiliary].startsWith("aur")) {
      return false;
    }
    var i = auxiliary + 1;
    while (i < words.size && (words.is(i, WordClass.ADVERB) || words.is(i, WordClass.NEGATION))) {
      i++;
    }
    return i < words.size && wished.contains(words.form[i]);
  }

  private boolean conditional(String form) {
    if (!form.endsWith("ait") && !form.endsWith("aient") || notConditional.contains(form)) {
      return false;
    }
    for (var ending : conditional) {
      if (form.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Looks through the sentence of a token, once for all of its tokens. */
  private Sentence sentence(int at) {
    var sentence = last;
    if (sentence == null || !sentence.range().holds(at)) {
      var first = at;
      while (first > 0 && words.sentence[first - 1] == words.sentence[at]) {
        first--;
      }
      var end = at + 1;
      while (end < words.size && words.sentence[end] == words.sentence[at]) {
        end++;
      }
      sentence =
          new Sentence(
              new Range(first, end),
              IntStream.range(first, end).anyMatch(this::hypothesis),
              words.is(end - 1, "?"));
      last = sentence;
    }
    return sentence;
  }

  private boolean hypothesis(int i) {
    var elided = words.is(i, "s'");
    return hypothesis.contains(words.form[i])
        && !(elided && !words.is(i + 1, "il") && !words.is(i + 1, "ils"))
        && (!elided || i + 2 < words.size)
        && !conditional(words.form[Math.min(i + 2, words.size - 1)])
        && words.quotation[i] < 0;
  }

  /** "Que la ligne fermerait": seen from the past, or on a condition. */
  private boolean subordinate(int verb) {
    for (var i = verb - 1; i >= Math.max(0, verb - CLAUSE) && !words.punctuation[i]; i--) {
      if (words.is(i, WordClass.SUBORDINATOR) && words.sentence[i] == words.sentence[verb]) {
        return true;
      }
    }
    return false;
  }

  /** "Ce qui permettrait", "voilà qui changerait". */
  private boolean consequence(int verb) {
    return verb > 1
        && words.is(verb - 1, WordClass.RELATIVE)
        && opens.contains(words.form[verb - 2]);
  }

  /** "Il serait naïf de", "on aurait tort". */
  private boolean judged(int verb) {
    return words.is(verb - 1, WordClass.SUBJECT)
        && verb + 1 < words.size
        && (judged.contains(words.form[verb + 1])
            || words.is(verb, "serait")
                && (words.is(verb - 1, "il") || words.is(verb - 1, "ce"))
                && words.is(verb + 1, PartOfSpeech.ADJ)
                && (words.is(verb + 2, WordClass.OF)
                    || words.is(verb + 2, WordClass.SUBORDINATOR)));
  }

  private boolean[] futureInThePast(List<Draft> drafts) {
    var result = new boolean[words.size];
    for (var draft : drafts) {
      if (draft.entry() == null || !draft.entry().verb()) {
        continue;
      }
      var tense = draft.entry().tense();
      var compound =
          !draft.cue().isEmpty() && words.is(draft.cue().get(0).first(), WordClass.AUXILIARY);
      if (compound || tense == Tense.PP || tense == Tense.IMP || tense == Tense.PAST) {
        for (var piece : draft.content()) {
          if (words.is(piece.first(), WordClass.SUBORDINATOR)) {
            for (var i = piece.first(); i < piece.end(); i++) {
              result[i] = true;
            }
          }
        }
      }
    }
    return result;
  }

  private Range group(int verb) {
    var first = verb;
    while (first > 0
        && (words.is(first - 1, WordClass.REFLEXIVE)
            || words.is(first - 1, "ne")
            || words.is(first - 1, "n'"))
        && !words.is(first - 1, "nous")) {
      first--;
    }
    var end = verb + 1;
    if (words.is(verb, WordClass.AUXILIARY)) {
      for (var i = end;
          i < Math.min(words.size, end + 5) && words.sentence[i] == words.sentence[verb];
          i++) {
        if (participle(i)) {
          end = i + 1;
        } else if (!words.is(i, WordClass.ADVERB) && !words.is(i, WordClass.NEGATION)) {
          break;
        }
      }
    }
    return new Range(first, end);
  }

  private boolean participle(int i) {
    var form = words.form[i];
    var cue = words.cue[i];
    return !words.punctuation[i]
            && (words.classes[i] & WordClass.LEARNT) == 0
            && (cue != null && cue.tense() == Tense.PP
                || form.endsWith("é")
                || form.endsWith("ée")
                || form.endsWith("és")
                || form.endsWith("ées")
                || form.length() > 2
                    && (form.endsWith("i")
                        || form.endsWith("u")
                        || form.endsWith("is")
                        || form.endsWith("it")
                        || form.endsWith("ert")
                        || form.endsWith("mort")))
        || form.equals("été");
  }
}
