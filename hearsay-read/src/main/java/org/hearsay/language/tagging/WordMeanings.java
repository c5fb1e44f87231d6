package org.hearsay.language.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hearsay.language.Lexicon;

/**
 * Classes of words that mean alike, in two steps, wide and narrow, learnt from the vectors that a
 * model of sentences gives to single words. Case is ignored. Immutable, thread-safe.
 */
public final class WordMeanings {

  private static final String PATH = "names/meanings.tsv";

  /** How many bits number the narrow classes. */
  private static final int NARROW = 10;

  private int[] keys = new int[1 << 19];
  private char[] classes = new char[1 << 19];
  private int size;

  private WordMeanings() {}

  /** The classes of all languages: a TSV file {@code wide, narrow, words}. */
  public static WordMeanings load() {
    var meanings = new WordMeanings();
    try (var stream = Lexicon.class.getResourceAsStream(PATH)) {
      if (stream != null) {
        meanings.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(PATH, e);
    }
    return meanings;
  }

  private void read(String text) {
    for (var at = 0; at < text.length(); ) {
      var end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      var c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        var tab = text.indexOf('\t', at);
        var next = text.indexOf('\t', tab + 1);
        var wide = Integer.parseInt(text, at, tab, 10);
        var narrow = Integer.parseInt(text, tab + 1, next, 10);
        line(text, next + 1, end, (char) (1 + wide << NARROW | narrow));
      }
      at = end + 1;
    }
  }

  private void line(String text, int start, int end, char of) {
    var from = start;
    for (var at = start; at <= end; at++) {
      if (at == end || text.charAt(at) == ' ') {
        put(Columns.hash(text, from, at), of);
        from = at + 1;
      }
    }
  }

  private void put(int key, char of) {
    if (++size * 2 >= keys.length) {
      var oldKeys = keys;
      var oldClasses = classes;
      keys = new int[oldKeys.length * 2];
      classes = new char[keys.length];
      for (var i = 0; i < oldKeys.length; i++) {
        if (oldClasses[i] != 0) {
          var slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          classes[slot] = oldClasses[i];
        }
      }
    }
    var slot = slot(key);
    keys[slot] = key;
    classes[slot] = of;
  }

  private int slot(int key) {
    var slot = key * 0x9E3779B9 >>> 4 & keys.length - 1;
    while (classes[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  /** For each word its narrow class; zero when it is not known. */
  int[] of(Columns columns) {
    var found = new int[columns.size];
    for (var i = 0; i < found.length; i++) {
      found[i] = classes[slot(columns.word[i])];
    }
    return found;
  }

  /** The wide class of a narrow one. */
  static int wide(int narrow) {
    return narrow >> NARROW;
  }
}
