package org.hearsay.language.tagging;

/** What a tagger looks at: for each word a handful of hashes. */
public interface Features {

  /** At most this many for a word; no more than {@link SequenceModel#MOST}. */
  int most();

  /**
   * Writes the features of a word.
   *
   * @param word index of the word in the document
   * @param first index of the first word of its sentence
   * @param end index after the last word of its sentence
   * @param into receives the hashes; at least {@link #most} long
   * @return how many were written
   */
  int of(int word, int first, int end, int[] into);

  /** The hash of a feature: which template, and what it saw. */
  static int hash(int template, int seen) {
    var h = seen * 0xcc9e2d51 + template * 0x9E3779B9;
    h ^= h >>> 15;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    return h;
  }

  /** The same for two things seen together. */
  static int hash(int template, int seen, int with) {
    return hash(template, seen * 0x1b873593 ^ Integer.rotateLeft(with, 13));
  }
}
