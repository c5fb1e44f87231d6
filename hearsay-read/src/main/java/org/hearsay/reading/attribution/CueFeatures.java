package org.hearsay.reading.attribution;

/** Features for finding cues: the words around a token, the lexicon, quotation marks near by. */
final class CueFeatures {
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

  private final Words words;
  private final Signs signs;
  private final FeatureHash hash;

  CueFeatures(Signs signs, int rows) {
    this.words = signs.words;
    this.signs = signs;
    this.hash = new FeatureHash(rows);
  }

  /** The feature that tells which word a token is: the first of those that the network sees. */
  static int word(String form, String language) {
    var hash = new FeatureHash(Crf.SPACE);
    hash.add(WORD, Signs.normal(form).hashCode(), language.hashCode());
    return hash.row(0);
  }

  /** The sequence of the tokens of a range. */
  Crf.Sequence sequence(Range range, int allowed) {
    var n = range.length();
    var features = new int[n][];
    var classes = new byte[n];
    var masks = new int[n];
    var shared = new int[n][];
    for (var i = 0; i < n; i++) {
      features[i] = at(range.first() + i, range);
      shared[i] = hash.shared();
      classes[i] = signs.transitionClass[range.first() + i];
      masks[i] = allowed;
    }
    return new Crf.Sequence(features, classes, masks, shared);
  }

  private int[] at(int i, Range range) {
    hash.clear();
    plain(0, 1, 0);
    for (var k = -3; k <= 3; k++) {
      lexical(WORD + k, get(signs.form, i + k, range));
      share(k == 0);
      plain(20 + k, get(signs.kind, i + k, range), 0);
      share(k == 0);
    }
    lexical(30, signs.suffix[i]);
    hash.share();
    lexical(31, signs.suffix2[i]);
    lexical(32, signs.prefix[i]);
    hash.share();
    plain(33, signs.shape[i], 0);
    hash.share();
    for (var k = -1; k <= 1; k++) {
      var lemma = get(signs.lemma, i + k, range);
      if (lemma > 0) {
        lexical(41 + k, lemma);
        share(k == 0);
      }
    }
    lexical2(44, get(signs.form, i - 1, range), signs.form[i]);
    lexical2(45, signs.form[i], get(signs.form, i + 1, range));
    lexical2(46, get(signs.kind, i - 1, range), signs.form[i]);
    lexical2(47, signs.form[i], get(signs.kind, i + 1, range));
    lexical2(48, get(signs.form, i - 1, range), get(signs.form, i - 2, range));
    lexical2(49, get(signs.form, i + 1, range), get(signs.form, i + 2, range));
    plain(50, get(signs.kind, i - 1, range), signs.kind[i]);
    plain(51, signs.kind[i], get(signs.kind, i + 1, range));
    hash.add(52, signs.kind[i], get(signs.kind, i - 1, range), get(signs.kind, i + 1, range));
    plain(53, signs.quoteState[i], words.depth[i]);
    hash.share();
    plain(54, signs.quoteState[i], signs.kind[i]);
    var ahead = ahead(i, range);
    var behind = behind(i, range);
    plain(55, ahead, 0);
    hash.share();
    plain(56, ahead, signs.kind[i]);
    lexical2(57, ahead, signs.word(i));
    plain(58, behind, signs.kind[i]);
    plain(59, behind, ahead);
    hash.share();
    lexical2(60, behind, signs.word(i));
    plain(61, Math.min(i - range.first(), 4), signs.kind[i]);
    hash.share();
    var cue = words.cue[i];
    if (cue != null) {
      for (var frame : cue.frames()) {
        plain(62, frame.hashCode(), ahead);
      }
      plain(63, cue.kind().ordinal(), behind);
    }
    lexical2(64, signs.suffix[i], get(signs.kind, i - 1, range));
    lexical2(65, signs.suffix[i], get(signs.kind, i + 1, range));
    syntax(i, range, ahead, behind);
    return hash.rows();
  }

  private void syntax(int i, Range range, int ahead, int behind) {
    var tag = words.tag[i];
    var relation = words.relation[i];
    var children = signs.children[i] & TELLING;
    var head = words.head[i];
    var word = signs.word(i);
    for (var k = -2; k <= 2; k++) {
      plain(72 + k, get(words.tag, i + k, range), 0);
      share(k == 0);
    }
    plain(75, get(words.tag, i - 1, range), tag * 20 + get(words.tag, i + 1, range));
    plain(76, relation, tag);
    hash.share();
    plain(77, children, tag);
    hash.share();
    plain(78, children, ahead);
    plain(79, children, behind);
    plain(80, children, signs.kind[i]);
    lexical2(81, children, word);
    lexical2(82, relation, word);
    lexical2(83, tag, word);
    if (head >= 0) {
      plain(84, relation, words.tag[head]);
      lexical2(85, relation, signs.word(head));
      hash.share();
      plain(86, relation, signs.kind[head]);
      hash.share();
      plain(87, relation * 40 + words.relation[head], signs.children[head] & TELLING);
    }
  }

  private void share(boolean so) {
    if (so) {
      hash.share();
    }
  }

  /** What comes first of: a subordinator, a colon, a quotation, an infinitive marker, a stop. */
  private int ahead(int i, Range range) {
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
  private int behind(int i, Range range) {
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

  private static int get(int[] of, int i, Range range) {
    return i < range.first() ? Signs.BEFORE : i >= range.end() ? Signs.AFTER : of[i];
  }

  private void lexical(int template, int a) {
    hash.add(template, a, signs.language);
  }

  private void lexical2(int template, int a, int b) {
    hash.add(template, a, b ^ signs.language);
  }

  private void plain(int template, int a, int b) {
    hash.add(template + 500, a, b);
  }
}
