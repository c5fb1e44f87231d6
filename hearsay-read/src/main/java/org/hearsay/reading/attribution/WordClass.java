package org.hearsay.reading.attribution;

/** The classes of function words in {@code words.tsv}; a word can be in several. */
enum WordClass {
  SUBORDINATOR,
  SUBJECT,
  OBJECT,
  REFLEXIVE,
  NEGATION,
  AUXILIARY,
  MODAL,
  DETERMINER,
  PREPOSITION,
  OF,
  CONJUNCTION,
  RELATIVE,
  ADVERB,
  TIME,
  TITLE,
  AGENT,
  DOCUMENT,
  INDIVIDUAL;

  int bit() {
    return 1 << ordinal();
  }
}
