package org.hearsay.language.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hearsay.language.Lexicon;

/**
 * Names known beforehand, of one word or several, and where they stand in a text. Case is ignored,
 * but for the first word of a name that has a capital in the list; accents are not. Immutable,
 * thread-safe.
 *
 * <p>A list is a TSV file {@code name, kinds} whose kinds are letters of {@link #KINDS}.
 */
public final class Gazetteer {

  /**
   * The kinds of names, three bits each for a name of one word, the first word of a longer one and
   * its later words: given names of men and women, words of people's names, cities by size, other
   * places, whole names of people, organisations, companies, organisations and places of our own
   * list; and people, organisations and places of the news of another language.
   */
  static final String KINDS = "mfnABCLPOcGK";

  /** The letters whose bits tell a place that has one name. */
  private static final String SPOKEN = "pol";

  private static final int LONGEST = 9;

  /** The first words of names that begin with no capital, {@code ministère}, {@code 20}. */
  private int[] small = {};

  /** Articles begin too much that is no name. */
  private static final int LEAST_SMALL = 4;

  private long[] keys = new long[1 << 19];
  private int[] masks = new int[1 << 19];
  private int size;

  private Gazetteer() {}

  /** The lists that come with Hearsay: those for all languages, then those of the language. */
  public static Gazetteer load(String language) {
    var gazetteer = new Gazetteer();
    gazetteer.read("names/gazetteer.tsv");
    if (Lexicon.exists(Lexicon.class, language + "/gazetteer.tsv")) {
      gazetteer.read(language + "/gazetteer.tsv");
    }
    return gazetteer;
  }

  /** Reads a list without making a string of each cell: it has more than a hundred thousand. */
  private void read(String path) {
    try (var stream = Lexicon.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException(path + ": no such resource");
      }
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var header = false;
      for (var at = 0; at < text.length(); ) {
        var end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        if (text.charAt(at) != '#' && end > at) {
          if (header) {
            line(path, text, at, end);
          }
          header = true;
        }
        at = end + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private void line(String path, String text, int start, int end) {
    var tab = text.indexOf('\t', start);
    if (tab < 0 || tab > end) {
      throw new IllegalStateException(path + ": no kinds in '" + text.substring(start, end) + "'");
    }
    var mask = 0;
    for (var at = tab + 1; at < end; at++) {
      var c = text.charAt(at);
      var kind = KINDS.indexOf(c);
      mask |= kind >= 0 ? 1 << kind : 1 << (KINDS.length() + SPOKEN.indexOf(c));
    }
    var first = firstEnd(text, start, tab);
    if (!Character.isUpperCase(text.charAt(start)) && first - start >= LEAST_SMALL && first < tab) {
      addSmall(Columns.hash(text, start, first));
    }
    var h = 0L;
    var from = start;
    for (var at = start; at <= tab; at++) {
      var c = text.charAt(at);
      if (c == '\'' && at + 1 < tab) {
        h = next(h, Columns.hash(text, from, at + 1));
        from = at + 1;
      } else if (c == ' ' || at == tab) {
        if (at > from) {
          h = next(h, Columns.hash(text, from, at));
        }
        from = at + 1;
      }
    }
    put(h, mask);
  }

  private void addSmall(int word) {
    if (Arrays.binarySearch(small, word) < 0) {
      small = Arrays.copyOf(small, small.length + 1);
      small[small.length - 1] = word;
      Arrays.sort(small);
    }
  }

  /** Where the first word of a name ends. */
  private static int firstEnd(String text, int start, int tab) {
    for (var at = start; at < tab; at++) {
      if (text.charAt(at) == ' ' || text.charAt(at) == '\'') {
        return at + (text.charAt(at) == ' ' ? 0 : 1);
      }
    }
    return tab;
  }

  private void put(long key, int mask) {
    if (size * 2 >= keys.length) {
      var oldKeys = keys;
      var oldMasks = masks;
      keys = new long[oldKeys.length * 2];
      masks = new int[keys.length];
      size = 0;
      for (var i = 0; i < oldKeys.length; i++) {
        if (oldMasks[i] != 0) {
          put(oldKeys[i], oldMasks[i]);
        }
      }
    }
    var slot = slot(key);
    size += masks[slot] == 0 ? 1 : 0;
    keys[slot] = key;
    masks[slot] |= mask;
  }

  private int slot(long key) {
    var slot = (int) (key >>> 20) & keys.length - 1;
    while (masks[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private static long next(long before, int word) {
    return (before * 31 + word + 17) * 0x9E3779B97F4A7C15L;
  }

  /** How far the bits of the first words of longer names are shifted; twice that, later words'. */
  static final int SHIFT = KINDS.length() + SPOKEN.length();

  /** For each word the kinds of the names that stand there, as bits. */
  long[] flags(Columns columns) {
    var flags = new long[columns.size];
    for (var i = 0; i < columns.size; i++) {
      if (columns.capital[i] || Arrays.binarySearch(small, columns.word[i]) >= 0) {
        var h = 0L;
        for (var k = 0; k < LONGEST && i + k < columns.size; k++) {
          h = next(h, columns.word[i + k]);
          long found = masks[slot(h)];
          if (found != 0 && k == 0) {
            flags[i] |= found;
          } else if (found != 0) {
            flags[i] |= found << SHIFT;
            for (var j = 1; j <= k; j++) {
              flags[i + j] |= found << 2 * SHIFT;
            }
          }
        }
      }
    }
    return flags;
  }
}
