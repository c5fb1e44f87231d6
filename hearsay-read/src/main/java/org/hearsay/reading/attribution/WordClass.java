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
  INDIVIDUAL,

  /** I, we, and their other forms. */
  FIRST_PERSON,

  /** Third person, for somebody or something named before. */
  PRONOUN,

  /** Points back to what was named last. */
  LATTER,
  MASCULINE,
  FEMININE,
  PLURAL,

  /** A noun for an organisation: the group, the newspaper. */
  BODY,

  /** The same, but only where the name has it: the ministry, the court. */
  NAMED_BODY,

  /** A noun for a person or, in the plural, people. */
  HUMAN,

  /** Orders or names: call for peace, call it a success. */
  NAMING,

  /** What follows a naming verb that orders. */
  URGING,

  /** Makes an owner of the name before it. */
  POSSESSIVE,

  /** Begins a question that is not quoted: if, who. */
  INTERROGATIVE,

  /** A noun for something written, beside {@link #DOCUMENT}. */
  WRITING;

  /** The classes that the models know of. */
  static final int LEARNT = FIRST_PERSON.bit() - 1;

  int bit() {
    return 1 << ordinal();
  }
}
