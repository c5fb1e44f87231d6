package org.hearsay.language.tagging;

/**
 * Classes of words that stand in the same places of running text, as the paths of a binary tree
 * (Brown et al. 1992), learnt from text without annotations (for names after Miller et al. 2004).
 * Immutable, thread-safe.
 */
public final class WordClusters {

  private final WordTable paths = new WordTable(1 << 15);

  private WordClusters() {}

  /** The classes of a language: a TSV file {@code path, word}; none when there is no file. */
  public static WordClusters load(String language) {
    var clusters = new WordClusters();
    for (var list = ListBytes.read(language + "/clusters.tsv"); !list.atEnd(); ) {
      if (list.next() != '0' && list.next() != '1') {
        list.skipLine();
        continue;
      }
      var path = 1;
      for (; list.next() != '\t'; list.skip()) {
        path = path << 1 | list.next() - '0';
      }
      list.skip();
      clusters.paths.put(list.exactLine(), path);
    }
    return clusters;
  }

  /** For each word its path, a one before it; zero when it is not known. */
  int[] paths(Columns columns) {
    var found = new int[columns.size];
    for (var i = 0; i < found.length; i++) {
      found[i] = paths.get(columns.exact[i]);
    }
    return found;
  }

  /** The first steps of a path, or all of it when it is shorter. */
  static int prefix(int path, int steps) {
    var length = 31 - Integer.numberOfLeadingZeros(path | 1);
    return length > steps ? path >>> length - steps : path;
  }
}
