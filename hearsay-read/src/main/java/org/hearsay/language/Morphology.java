package org.hearsay.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Mood, tense, person, number and gender of words, by the word and its ending with its part of
 * speech, and whether a verb is negated. {@code "aurait", AUX} gives conditional, third person
 * singular. Does not look at other words: {@code dit} is the present always. Immutable,
 * thread-safe.
 */
public final class Morphology {

  /** Endings have at most this many letters; longer rows are whole words. */
  public static final int LONGEST_ENDING = 6;

  private static final int LONGEST_WORD = 40;

  /** How far before a verb its negation may begin, in words, and end behind it. */
  private static final int REACH = 3;

  private final Map<String, WordForm> forms = new HashMap<>();
  private final Set<String> opening;
  private final Set<String> closing;

  private Morphology(String language) {
    if (Lexicon.exists(Morphology.class, language + "/morphology.tsv")) {
      for (var row : Lexicon.read(Morphology.class, language + "/morphology.tsv").rows()) {
        forms.put(row.get(0) + " " + row.get(1), WordForm.parse(row.get(2)));
      }
    }
    var words =
        Lexicon.exists(Morphology.class, language + "/negations.tsv")
            ? Lexicon.read(Morphology.class, language + "/negations.tsv")
            : null;
    opening = words == null ? Set.of() : words(words, "before");
    closing = words == null ? Set.of() : words(words, "behind");
  }

  private static Set<String> words(Lexicon negations, String where) {
    var words = new java.util.HashSet<String>();
    for (var row : negations.rows()) {
      if (row.get(1).equals(where)) {
        words.add(row.get(0));
      }
    }
    return words;
  }

  /** The forms of a language; none are known where it has no data. */
  public static Morphology load(String language) {
    return new Morphology(language);
  }

  /** The form that a word has as this part of speech; {@link WordForm#NONE} when nothing tells. */
  public WordForm of(String word, PartOfSpeech pos) {
    var lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (lower.isEmpty() || lower.length() > LONGEST_WORD) {
      return WordForm.NONE;
    }
    var whole = forms.get(pos + " ^" + lower);
    for (var n = Math.min(LONGEST_ENDING, lower.length()); whole == null && n >= 0; n--) {
      whole = forms.get(pos + " " + lower.substring(lower.length() - n));
    }
    return whole == null ? WordForm.NONE : whole;
  }

  /** The form of a token. */
  public WordForm of(AnnotatedText text, int token) {
    return of(text.tokens().get(token).in(text.text()), text.pos(token));
  }

  /**
   * Whether a verb is negated where it stands: {@code n'a pas confirmé}, {@code did not confirm}. A
   * word that only opens a negation ({@code ne} without {@code pas}) counts too, but for {@code ne
   * ... que}, which restricts.
   */
  public boolean isNegated(AnnotatedText text, int verb) {
    var sentence = sentence(text, verb);
    var negated = false;
    for (var i = verb - 1; i >= Math.max(sentence.firstToken(), verb - REACH); i--) {
      var word = word(text, i);
      negated |= opening.contains(word) || closing.contains(word);
      if (text.pos(i) == PartOfSpeech.PUNCT || text.pos(i) == PartOfSpeech.SCONJ) {
        break;
      }
    }
    for (var i = verb + 1; i < Math.min(sentence.endToken(), verb + 1 + REACH); i++) {
      var word = word(text, i);
      if (text.pos(i) == PartOfSpeech.PUNCT) {
        break;
      }
      if (negated && (word.equals("que") || word.equals("qu'"))) {
        return false;
      }
      if (closing.contains(word)) {
        return true;
      }
    }
    return negated;
  }

  private static String word(AnnotatedText text, int token) {
    var found = text.tokens().get(token);
    return found.length() > LONGEST_WORD
        ? ""
        : found.in(text.text()).toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  private static Sentence sentence(AnnotatedText text, int token) {
    var low = 0;
    var high = text.sentences().size() - 1;
    while (low < high) {
      var middle = (low + high + 1) / 2;
      if (text.sentences().get(middle).firstToken() <= token) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return text.sentences().get(low);
  }
}
