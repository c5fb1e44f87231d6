package org.hearsay.language.tagging;

import java.util.Arrays;

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
  private int[] small;

  /** Articles begin too much that is no name. */
  private static final int LEAST_SMALL = 4;

  /**
   * For each name the upper bits of its hash, and in the lower ones its kinds; zero where a slot is
   * free. Three quarters full at most.
   */
  private long[] entries;

  private int size;

  /** The bits of an entry that tell kinds; those of the hash are enough without them. */
  private static final long KIND_BITS = 0xFFFF;

  private Gazetteer(long[] entries, int size, int[] small) {
    this.entries = entries;
    this.size = size;
    this.small = small;
  }

  /** Read once: every language has the same, and its own. */
  private static final class Shared {
    static final Gazetteer ALL = new Gazetteer(new long[1 << 18], 0, new int[0]);

    static {
      ALL.read("names/gazetteer.tsv");
    }
  }

  /** The lists that come with Hearsay: those for all languages, then those of the language. */
  public static Gazetteer load(String language) {
    var all = Shared.ALL;
    var gazetteer = new Gazetteer(all.entries.clone(), all.size, all.small);
    gazetteer.read(language + "/gazetteer.tsv");
    return gazetteer;
  }

  private void read(String path) {
    var list = ListBytes.read(path);
    while (list.next() == '#') {
      list.skipLine();
    }
    for (list.skipLine(); !list.atEnd(); ) {
      line(path, list);
    }
  }

  private void line(String path, ListBytes list) {
    var first = list.word(true);
    var name = next(0, first);
    var small = list.length() >= LEAST_SMALL && !Character.isUpperCase(list.first());
    while (list.next() != '\t') {
      if (list.next() == '\n') {
        throw new IllegalStateException(path + ": a name without kinds");
      }
      if (list.next() == ' ') {
        list.skip();
      } else {
        if (small) {
          addSmall(first);
          small = false;
        }
        name = next(name, list.word(true));
      }
    }
    list.skip();
    var mask = 0;
    for (; list.next() != '\n'; list.skip()) {
      mask |= bit((char) list.next());
    }
    list.skip();
    put(name, mask);
  }

  private static int bit(char letter) {
    var kind = KINDS.indexOf(letter);
    return kind >= 0 ? 1 << kind : 1 << KINDS.length() + SPOKEN.indexOf(letter);
  }

  private void addSmall(int word) {
    if (Arrays.binarySearch(small, word) < 0) {
      small = Arrays.copyOf(small, small.length + 1);
      small[small.length - 1] = word;
      Arrays.sort(small);
    }
  }

  private void put(long name, int kinds) {
    var slot = slot(name);
    if (entries[slot] == 0) {
      if (++size * 4 >= entries.length * 3) {
        grow();
        slot = slot(name);
      }
      entries[slot] = name & ~KIND_BITS;
    }
    entries[slot] |= kinds;
  }

  private void grow() {
    var old = entries;
    entries = new long[old.length * 2];
    for (var entry : old) {
      if (entry != 0) {
        entries[slot(entry)] = entry;
      }
    }
  }

  /** Where a name is, or is to be put. */
  private int slot(long name) {
    var slot = (int) (name >>> 20) & entries.length - 1;
    while (entries[slot] != 0 && (entries[slot] ^ name) >>> 16 != 0) {
      slot = slot + 1 & entries.length - 1;
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
          var found = entries[slot(h)] & KIND_BITS;
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
