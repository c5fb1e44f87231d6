package org.hearsay.language.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.language.Lexicon;

/**
 * Names known beforehand, of one word or several, and where they stand in a text. Case is ignored
 * where the text has the name in capitals anyway; accents are not. Immutable, thread-safe.
 */
public final class Gazetteer {

  /** A place begins here. */
  static final int PLACE = 1;

  /** A place goes on here. */
  static final int IN_PLACE = 2;

  static final int MALE = 4;
  static final int FEMALE = 8;

  private static final int LONGEST = 6;

  private final Map<Long, Integer> names = new HashMap<>();

  public Gazetteer(List<String> places, Map<String, Integer> given) {
    for (var place : places) {
      var words = place.replace("'", "' ").strip().split("\\s+");
      if (words.length <= LONGEST) {
        var h = 0L;
        for (var word : words) {
          h = next(h, Columns.hash(word));
        }
        names.merge(h, PLACE, (a, b) -> a | b);
      }
    }
    given.forEach((name, sex) -> names.merge(next(0, Columns.hash(name)), sex, (a, b) -> a | b));
  }

  /** The lists that come with Hearsay, the same for all languages. */
  public static Gazetteer load() {
    var given = new HashMap<String, Integer>();
    for (var row : Lexicon.read(Lexicon.class, "names/given.tsv").rows()) {
      given.put(
          row.get(0),
          switch (row.get(1)) {
            case "m" -> MALE;
            case "f" -> FEMALE;
            default -> MALE | FEMALE;
          });
    }
    return new Gazetteer(Lexicon.read(Lexicon.class, "names/places.tsv").column("name"), given);
  }

  private static long next(long before, int word) {
    return (before * 31 + word + 17) * 0x9E3779B97F4A7C15L;
  }

  /** For each word the sum of the constants that hold for it. */
  int[] flags(Columns columns) {
    var flags = new int[columns.size];
    for (var i = 0; i < columns.size; i++) {
      if (columns.capital[i]) {
        var length = 0;
        var h = 0L;
        for (var k = 0; k < LONGEST && i + k < columns.size; k++) {
          h = next(h, columns.word[i + k]);
          var found = names.get(h);
          if (found != null && (found & PLACE) != 0) {
            length = k + 1;
          }
          if (found != null && k == 0) {
            flags[i] |= found & (MALE | FEMALE);
          }
        }
        for (var k = 0; k < length; k++) {
          flags[i + k] |= k == 0 ? PLACE : IN_PLACE;
        }
      }
    }
    return flags;
  }
}
