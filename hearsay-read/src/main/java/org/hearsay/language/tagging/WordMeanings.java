package org.hearsay.language.tagging;

/**
 * Classes of words that mean alike, in two steps, wide and narrow, learnt from the vectors that a
 * model of sentences gives to single words. Case is ignored. Immutable, thread-safe.
 */
public final class WordMeanings {

  /** How many bits number the narrow classes. */
  private static final int NARROW = 10;

  private final WordTable classes = new WordTable(1 << 18);

  private WordMeanings() {}

  /** Read once: every language has the same. */
  private static final class Shared {
    static final WordMeanings ALL = read();
  }

  /** The classes of all languages: a TSV file {@code wide, narrow, words}. */
  public static WordMeanings load() {
    return Shared.ALL;
  }

  private static WordMeanings read() {
    var meanings = new WordMeanings();
    for (var list = ListBytes.read("names/meanings.tsv"); !list.atEnd(); ) {
      if (list.next() < '0' || list.next() > '9') {
        list.skipLine();
        continue;
      }
      var wide = list.number();
      list.skip();
      var of = 1 + wide << NARROW | list.number();
      while (list.next() != '\n') {
        list.skip();
        meanings.classes.put(list.word(false), of);
      }
      list.skip();
    }
    return meanings;
  }

  /** For each word its narrow class; zero when it is not known. */
  int[] of(Columns columns) {
    var found = new int[columns.size];
    for (var i = 0; i < found.length; i++) {
      found[i] = classes.get(columns.word[i]);
    }
    return found;
  }

  /** The wide class of a narrow one. */
  static int wide(int narrow) {
    return narrow >> NARROW;
  }
}
