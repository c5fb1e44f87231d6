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

  private final WordTable classes = new WordTable(1 << 19);

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
        line(text, next + 1, end, 1 + wide << NARROW | narrow);
      }
      at = end + 1;
    }
  }

  private void line(String text, int start, int end, int of) {
    var from = start;
    for (var at = start; at <= end; at++) {
      if (at == end || text.charAt(at) == ' ') {
        classes.put(Columns.hash(text, from, at), of);
        from = at + 1;
      }
    }
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
