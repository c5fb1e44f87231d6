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

  private int[] keys = new int[1 << 12];
  private int[] paths = new int[1 << 12];
  private int size;

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
        put(Columns.exact(text, at + 1, end), path);
      }
      at = end + 1;
    }
  }

  private void put(int key, int path) {
    if (++size * 2 >= keys.length) {
      var oldKeys = keys;
      var oldPaths = paths;
      keys = new int[oldKeys.length * 4];
      paths = new int[keys.length];
      for (var i = 0; i < oldKeys.length; i++) {
        if (oldPaths[i] != 0) {
          var slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          paths[slot] = oldPaths[i];
        }
      }
    }
    var slot = slot(key);
    keys[slot] = key;
    paths[slot] = path;
  }

  private int slot(int key) {
    var slot = key * 0x9E3779B9 >>> 4 & keys.length - 1;
    while (paths[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  /** For each word its path, a one before it; zero when it is not known. */
  int[] paths(Columns columns) {
    var found = new int[columns.size];
    for (var i = 0; i < found.length; i++) {
      found[i] = paths[slot(columns.exact[i])];
    }
    return found;
  }

  /** The first steps of a path, or all of it when it is shorter. */
  static int prefix(int path, int steps) {
    var length = 31 - Integer.numberOfLeadingZeros(path | 1);
    return length > steps ? path >>> length - steps : path;
  }
}
