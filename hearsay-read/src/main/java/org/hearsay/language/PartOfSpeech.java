package org.hearsay.language;

/** The universal parts of speech of Universal Dependencies, under the names used there. */
public enum PartOfSpeech {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  /** Not one of the others, or not known. */
  X
}
