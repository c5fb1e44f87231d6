package org.hearsay.reading.attribution;

import java.util.Locale;

/** The relations of Universal Dependencies, the rarer ones taken together. */
enum Relation {
  ROOT,
  NSUBJ,
  NSUBJ_PASS,
  OBJ,
  IOBJ,
  CCOMP,
  XCOMP,
  CSUBJ,
  ADVCL,
  ACL,
  ACL_RELCL,
  OBL,
  OBL_AGENT,
  NMOD,
  AMOD,
  ADVMOD,
  DET,
  CASE,
  MARK,
  AUX,
  COP,
  CONJ,
  CC,
  APPOS,
  FLAT,
  PUNCT,
  PARATAXIS,
  EXPL,
  OTHER;

  private static final Relation[] ALL = values();

  static Relation of(int ordinal) {
    return ALL[ordinal];
  }

  static int count() {
    return ALL.length;
  }

  /** From the name in a treebank: {@code nsubj:pass}, {@code obl:mod}. */
  static Relation named(String name) {
    var exact = name.toUpperCase(Locale.ROOT).replace(':', '_');
    var general = exact.contains("_") ? exact.substring(0, exact.indexOf('_')) : exact;
    Relation found = OTHER;
    for (var relation : ALL) {
      if (relation.name().equals(exact)) {
        return relation;
      }
      if (relation.name().equals(general)) {
        found = relation;
      }
    }
    return switch (general) {
      case "FIXED", "COMPOUND" -> FLAT;
      case "NUMMOD" -> AMOD;
      case "DISLOCATED" -> NSUBJ;
      default -> found;
    };
  }
}
