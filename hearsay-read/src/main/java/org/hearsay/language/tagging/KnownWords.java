package org.hearsay.language.tagging;

/**
 * What is known of words before a text is read: lists of names, and classes learnt from running
 * text. Immutable, thread-safe.
 */
public record KnownWords(Gazetteer names, WordClusters classes, WordMeanings meanings) {

  /** What there is for a language. */
  public static KnownWords load(String language) {
    return new KnownWords(
        Gazetteer.load(language), WordClusters.load(language), WordMeanings.load());
  }
}
