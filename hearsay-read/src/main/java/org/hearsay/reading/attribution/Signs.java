package org.hearsay.reading.attribution;

import org.jspecify.annotations.Nullable;

/** What the models see of each token, as numbers computed once for a text. */
final class Signs {
  static final int BEFORE = -7;
  static final int AFTER = -8;

  final Words words;

  /** Tells the languages apart in features that hold for one only. */
  final int language;

  final int[] form;
  final int[] suffix;
  final int[] suffix2;
  final int[] prefix;
  final int[] shape;

  /** Word classes, kind of cue, kind of mark: what does not depend on the language. */
  final int[] kind;

  /** Cue lemma, 0 when none. */
  final int[] lemma;

  final int[] quoteState;
  final byte[] transitionClass;

  /** For each token the relations of what depends on it, as bits. */
  final int[] children;

  static final int TRANSITION_CLASSES = 8;

  Signs(Words words) {
    this.words = words;
    language = words.lexicon.language().hashCode();
    var n = words.size;
    form = new int[n];
    suffix = new int[n];
    suffix2 = new int[n];
    prefix = new int[n];
    shape = new int[n];
    kind = new int[n];
    lemma = new int[n];
    quoteState = new int[n];
    transitionClass = new byte[n];
    children = new int[n];
    for (var i = 0; i < n; i++) {
      if (words.head[i] >= 0) {
        children[words.head[i]] |= 1 << words.relation[i];
      }
    }
    for (var i = 0; i < n; i++) {
      var w = normal(words.form[i]);
      form[i] = w.hashCode();
      suffix[i] = w.substring(Math.max(0, w.length() - 3)).hashCode();
      suffix2[i] = w.substring(Math.max(0, w.length() - 2)).hashCode();
      prefix[i] = w.length() > 5 ? w.substring(0, 5).hashCode() : form[i];
      shape[i] = shape(i);
      quoteState[i] = quoteState(i);
      transitionClass[i] = transitionClass(i);
      var cue = words.cue[i];
      lemma[i] = cue == null ? 0 : cue.number();
      kind[i] = kind(i, cue);
    }
  }

  /** The lemma of a cue; for other words how they begin. */
  int word(int i) {
    return lemma[i] > 0 ? lemma[i] : prefix[i];
  }

  static String normal(String form) {
    return switch (form) {
      case "“", "”", "«", "»", "``", "''", "„" -> "\"";
      case "–", "—" -> "-";
      case "’", "‘" -> "'";
      default -> Character.isDigit(form.charAt(0)) ? "0" : form;
    };
  }

  private int kind(int i, @Nullable Cue cue) {
    if (words.punctuation[i]) {
      return 1 + transitionClass[i];
    }
    var bits = words.classes[i] & WordClass.LEARNT;
    var code = bits * 31;
    if (cue != null) {
      code +=
          7
              + cue.kind().ordinal() * 11
              + (cue.tense() == null ? 0 : cue.tense().ordinal() + 1) * 97;
    } else if (bits == 0) {
      code += words.capital[i] ? 3 : Character.isDigit(words.form[i].charAt(0)) ? 5 : 0;
    }
    return FeatureHash.mix(code);
  }

  private int shape(int i) {
    var text = words.text;
    var start = words.start[i];
    var length = words.end[i] - start;
    var first = text.charAt(start);
    if (Character.isUpperCase(first)) {
      var initial = i == 0 || words.sentence[i] != words.sentence[i - 1];
      var allCaps = length > 1 && Character.isUpperCase(text.charAt(words.end[i] - 1));
      return (allCaps ? 1 : 2) + (initial ? 10 : 0);
    }
    if (Character.isDigit(first)) {
      return 3;
    }
    if (words.punctuation[i]) {
      return 4;
    }
    return length <= 3 ? 5 : 6;
  }

  /** 0 outside, 1 first mark, 2 last mark, 3 inside, 4 outside right before, 5 right after. */
  private int quoteState(int i) {
    var q = words.quotation[i];
    if (q < 0) {
      if (i + 1 < words.size && words.quotation[i + 1] >= 0) {
        return 4;
      }
      return i > 0 && words.quotation[i - 1] >= 0 ? 5 : 0;
    }
    if (i == 0 || words.quotation[i - 1] != q) {
      return 1;
    }
    return i + 1 == words.size || words.quotation[i + 1] != q ? 2 : 3;
  }

  private byte transitionClass(int i) {
    if (!words.punctuation[i]) {
      return (byte)
          (words.is(i, WordClass.SUBORDINATOR)
                  || words.is(i, WordClass.RELATIVE)
                  || words.is(i, WordClass.CONJUNCTION)
              ? 7
              : 0);
    }
    return switch (words.form[i]) {
      case "," -> 1;
      case ".", "!", "?", "…", "..." -> 2;
      case ":", ";" -> 3;
      case "«", "“", "‘", "``" -> 4;
      case "»", "”", "''" -> 5;
      case "\"" -> (byte) (quoteState[i] == 1 ? 4 : 5);
      default -> 6;
    };
  }
}
