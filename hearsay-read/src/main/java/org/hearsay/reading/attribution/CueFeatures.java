package org.hearsay.reading.attribution;

/** Features for finding cues: the words around a token, the lexicon, quotation marks near by. */
final class CueFeatures extends SequenceFeatures {
  private static final int NEAR = 8;

  private static final int TELLING =
      1 << Relation.NSUBJ.ordinal()
          | 1 << Relation.NSUBJ_PASS.ordinal()
          | 1 << Relation.OBJ.ordinal()
          | 1 << Relation.CCOMP.ordinal()
          | 1 << Relation.XCOMP.ordinal()
          | 1 << Relation.OBL_AGENT.ordinal()
          | 1 << Relation.MARK.ordinal()
          | 1 << Relation.PARATAXIS.ordinal()
          | 1 << Relation.EXPL.ordinal();

  private static final int WORD = 10;

  CueFeatures(Signs signs, Range sentence) {
    super(signs, sentence);
  }

  /** The feature that tells which word a token is: the first of those that the network sees. */
  static int word(String form, String language) {
    var hash = new FeatureHash(Crf.SPACE);
    hash.add(WORD, Signs.normal(form).hashCode(), language.hashCode());
    return hash.row(0);
  }

  @Override
  int allowed(int token) {
    return (1 << Roles.CUE_LABELS) - 1;
  }

  @Override
  void shared(int i) {
    var ahead = ahead(i);
    var behind = behind(i);
    lexical(WORD, signs.form[i]);
    plain(20, signs.kind[i], 0);
    lexical(30, signs.suffix[i]);
    lexical(32, signs.prefix[i]);
    plain(33, signs.shape[i], 0);
    if (signs.lemma[i] > 0) {
      lexical(41, signs.lemma[i]);
    }
    plain(53, signs.quoteState[i], words.depth[i]);
    plain(55, ahead, 0);
    plain(59, behind, ahead);
    plain(61, Math.min(i - range.first(), 4), signs.kind[i]);
    plain(72, words.tag[i], 0);
    plain(76, words.relation[i], words.tag[i]);
    plain(77, children(i), words.tag[i]);
    var head = words.head[i];
    if (head >= 0) {
      lexical(85, words.relation[i], signs.word(head));
      plain(86, words.relation[i], signs.kind[head]);
    }
  }

  @Override
  void own(int i) {
    var ahead = ahead(i);
    var behind = behind(i);
    var before = get(signs.form, i - 1);
    var after = get(signs.form, i + 1);
    var kind = signs.kind[i];
    var kindBefore = get(signs.kind, i - 1);
    var kindAfter = get(signs.kind, i + 1);
    plain(0, 1, 0);
    for (var k = -3; k <= 3; k++) {
      if (k != 0) {
        lexical(WORD + k, get(signs.form, i + k));
        plain(20 + k, get(signs.kind, i + k), 0);
      }
    }
    lexical(31, signs.suffix2[i]);
    for (var k = -1; k <= 1; k += 2) {
      var lemma = get(signs.lemma, i + k);
      if (lemma > 0) {
        lexical(41 + k, lemma);
      }
    }
    lexical(44, before, signs.form[i]);
    lexical(45, signs.form[i], after);
    lexical(46, kindBefore, signs.form[i]);
    lexical(47, signs.form[i], kindAfter);
    lexical(48, before, get(signs.form, i - 2));
    lexical(49, after, get(signs.form, i + 2));
    plain(50, kindBefore, kind);
    plain(51, kind, kindAfter);
    plain(52, kind, kindBefore, kindAfter);
    plain(54, signs.quoteState[i], kind);
    plain(56, ahead, kind);
    lexical(57, ahead, signs.word(i));
    plain(58, behind, kind);
    lexical(60, behind, signs.word(i));
    var cue = words.cue[i];
    if (cue != null) {
      for (var frame : cue.frames()) {
        plain(62, frame.hashCode(), ahead);
      }
      plain(63, cue.kind().ordinal(), behind);
    }
    lexical(64, signs.suffix[i], kindBefore);
    lexical(65, signs.suffix[i], kindAfter);
    syntax(i, ahead, behind);
  }

  private void syntax(int i, int ahead, int behind) {
    var tag = words.tag[i];
    var relation = words.relation[i];
    var children = children(i);
    var head = words.head[i];
    var word = signs.word(i);
    for (var k = -2; k <= 2; k++) {
      if (k != 0) {
        plain(72 + k, get(words.tag, i + k), 0);
      }
    }
    plain(75, get(words.tag, i - 1), tag * 20 + get(words.tag, i + 1));
    plain(78, children, ahead);
    plain(79, children, behind);
    plain(80, children, signs.kind[i]);
    lexical(81, children, word);
    lexical(82, relation, word);
    lexical(83, tag, word);
    if (head >= 0) {
      plain(84, relation, words.tag[head]);
      plain(87, relation * 40 + words.relation[head], children(head));
    }
  }

  /** How those that hang on a token do, as far as it tells something. */
  private int children(int token) {
    return signs.children[token] & TELLING;
  }

  /** What comes first of: a subordinator, a colon, a quotation, an infinitive marker, a stop. */
  private int ahead(int i) {
    for (var k = i + 1; k < Math.min(range.end(), i + NEAR); k++) {
      var distance = k - i <= 1 ? 0 : k - i <= 3 ? 1 : 2;
      if (words.is(k, WordClass.SUBORDINATOR)) {
        return 10 + distance;
      }
      if (words.is(k, ":")) {
        return 20 + distance;
      }
      if (words.quotation[k] >= 0 && words.quotation[i] < 0) {
        return 30 + distance;
      }
      if (k == i + 1 && (words.is(k, "de") || words.is(k, "d'") || words.is(k, "to"))) {
        return 40;
      }
      if (words.is(k, ".")) {
        return 50 + distance;
      }
      if (words.is(k, ",")) {
        return 60 + distance;
      }
    }
    return 0;
  }

  /** What stands closest before: the end of a quotation, a comma, the start of the sentence. */
  private int behind(int i) {
    for (var k = i - 1; k >= Math.max(range.first(), i - NEAR); k--) {
      var distance = i - k <= 1 ? 0 : i - k <= 3 ? 1 : 2;
      if (words.quotation[k] >= 0 && words.quotation[i] < 0) {
        return 10 + distance;
      }
      if (words.is(k, ",")) {
        return 20
            + distance
            + (k > 0 && words.quotation[k - 1] >= 0 && words.quotation[i] < 0 ? 5 : 0);
      }
      if (words.punctuation[k]) {
        return 40 + distance;
      }
    }
    return i - range.first() < NEAR ? 50 : 0;
  }
}
