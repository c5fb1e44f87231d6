package org.hearsay.language.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hearsay.language.Lexicon;

/**
 * Classes of words that stand in the same places of running text, as the paths of a binary tree
 * (Brown et al. 1992), learnt from text without annotations (for names after Miller et al. 2004).
 * Immutable, thread-safe.
 */
public final class WordClusters {

  private final WordTable paths = new WordTable(1 << 12);

  private WordClusters() {}

  /** The classes of a language: a TSV file {@code path, word}; none when there is no file. */
  public static WordClusters load(String language) {
    var clusters = new WordClusters();
    var path = language + "/clusters.tsv";
    try (var stream = Lexicon.class.getResourceAsStream(path)) {
      if (stream != null) {
        clusters.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return clusters;
  }

  private void read(String text) {
    for (var at = 0; at < text.length(); ) {
      var end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      var c = text.charAt(at);
      if (c == '0' || c == '1') {
        var path = 1;
        while (text.charAt(at) != '\t') {
          path = path << 1 | text.charAt(at++) - '0';
        }
        paths.put(Columns.exact(text, at + 1, end), path);
      }
      at = end + 1;
    }
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
