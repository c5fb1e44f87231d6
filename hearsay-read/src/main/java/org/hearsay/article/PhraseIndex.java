package org.hearsay.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds many phrases in a text in one pass: each begins where a word or a sign begins and may run
 * on into a longer word. Phrases and texts are compared {@linkplain #folded folded}.
 *
 * @param <T> what a phrase stands for
 */
final class PhraseIndex<T> {

  /** Told of each phrase that stands in the text; several may start at one place. */
  interface Found<T> {
    void at(T value, int start, int end);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Entry<T>(char[] phrase, T value) {}

  static final int SLOTS = 1024;

  /** Hashes of four characters, and of eight: as few as do, for they stay in the nearest memory. */
  static final int HASHES = 1 << 13;

  private static final int COVERED = 0x600;
  private static final char[] FOLDED = new char[COVERED];

  /** Those that are letters or digits when they are folded. */
  private static final boolean[] PART = new boolean[COVERED];

  static {
    for (var c = 0; c < COVERED; c++) {
      FOLDED[c] =
          switch (c) {
            case '\n', '\t', '\u00A0' -> ' ';
            case '\u02BC' -> '\'';
            default -> Character.toLowerCase((char) c);
          };
      PART[c] = Letters.letterOrDigit(FOLDED[c]);
    }
  }

  /** By the first two characters. */
  private final List<List<Entry<T>>> slots = new ArrayList<>(SLOTS);

  /** By the first four: looked through where a slot's phrases all have four. */
  private final List<List<Entry<T>>> fours = new ArrayList<>(HASHES);

  private final boolean[] taken = new boolean[SLOTS];

  /** Hashes of the first four characters of phrases of less than eight. */
  private final boolean[] begun = new boolean[HASHES];

  /** Hashes of the first four characters of phrases of eight and more, and of their first eight. */
  private final boolean[] longer = new boolean[HASHES];

  private final boolean[] eights = new boolean[HASHES];

  /** Slots of phrases that have less than four. */
  private final boolean[] brief = new boolean[SLOTS];

  PhraseIndex() {
    for (var i = 0; i < SLOTS; i++) {
      slots.add(List.of());
    }
    for (var i = 0; i < HASHES; i++) {
      fours.add(List.of());
    }
  }

  void add(String phrase, T value) {
    var folded = folded(phrase, phrase.length());
    var entry = new Entry<T>(folded.toCharArray(), value);
    var slot = slot(folded.charAt(0), folded.length() > 1 ? folded.charAt(1) : 0);
    add(slots, slot, entry);
    taken[slot] = true;
    if (folded.length() > 3) {
      var four = four(slot, folded.charAt(2), folded.charAt(3));
      add(fours, four, entry);
      if (folded.length() < 8) {
        begun[four] = true;
      } else {
        longer[four] = true;
        eights[eight(four, entry.phrase(), 0)] = true;
      }
    } else {
      brief[slot] = true;
    }
  }

  private static <E> void add(List<List<E>> lists, int at, E entry) {
    if (lists.get(at).isEmpty()) {
      lists.set(at, new ArrayList<>());
    }
    lists.get(at).add(entry);
  }

  /** What hash four characters have, the slot of the first two given. */
  static int four(int slot, char third, char fourth) {
    return (slot * 37 + third * 101 + fourth * 1907) & (HASHES - 1);
  }

  /** What hash eight characters have, that of the first four given. */
  static int eight(int four, char[] text, int at) {
    var hash = four;
    for (var i = at + 4; i < at + 8; i++) {
      hash = hash * 37 + folded(text[i]);
    }
    return (hash ^ hash >>> 13) & (HASHES - 1);
  }

  /** Whether the first four characters of any phrase of less than eight have this hash. */
  boolean begun(int four) {
    return begun[four];
  }

  /** Whether the first four characters of any longer phrase have this hash. */
  boolean longer(int four) {
    return longer[four];
  }

  /** Whether the first eight characters of any phrase have this hash. */
  boolean begunByEight(int eight) {
    return eights[eight];
  }

  /** Whether any of a slot's phrases has less than four characters. */
  boolean brief(int slot) {
    return brief[slot];
  }

  static int slot(char first, char second) {
    return (first * 31 + second) & (SLOTS - 1);
  }

  /**
   * Every phrase in a text, in the order of the text.
   *
   * @param most how much of the text is looked at
   */
  void find(String text, int most, Found<? super T> found) {
    var inWord = false;
    var end = Math.min(text.length(), most);
    var chars = new char[end];
    text.getChars(0, end, chars, 0);
    for (var i = 0; i < end; i++) {
      var part = part(chars[i]);
      if (part && inWord) {
        continue;
      }
      inWord = part;
      var c = folded(chars[i]);
      if (c != ' ') {
        var slot = slot(c, i + 1 < end ? folded(chars[i + 1]) : 0);
        if (taken[slot]) {
          look(slot, chars, i, end, found);
        }
        if (!part && taken[slot(c, (char) 0)]) {
          look(slot(c, (char) 0), chars, i, end, found);
        }
      }
    }
  }

  /** Whether any phrase begins with what this slot is for. */
  boolean taken(int slot) {
    return taken[slot];
  }

  /** Whether any of the slot's phrases stands in the text at this place. */
  boolean stands(int slot, char[] text, int at, int end) {
    var entries = entries(slot, text, at, end);
    for (var i = 0; i < entries.size(); i++) {
      if (stands(entries.get(i).phrase(), text, at, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any phrase stands in the text, or in so much of it. */
  boolean any(String text, int most) {
    var found = new boolean[1];
    find(text, most, (value, start, end) -> found[0] = true);
    return found[0];
  }

  /** Those of a slot's phrases that may stand in the text at this place. */
  private List<Entry<T>> entries(int slot, char[] text, int at, int end) {
    if (brief[slot]) {
      return slots.get(slot);
    }
    if (at + 4 > end) {
      return List.of();
    }
    var four = four(slot, folded(text[at + 2]), folded(text[at + 3]));
    return begun[four] || longer[four] && at + 8 <= end && eights[eight(four, text, at)]
        ? fours.get(four)
        : List.of();
  }

  private void look(int slot, char[] text, int at, int end, Found<? super T> found) {
    var entries = entries(slot, text, at, end);
    for (var i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      if (stands(entry.phrase(), text, at, end)) {
        found.at(entry.value(), at, at + entry.phrase().length);
      }
    }
  }

  private static boolean stands(char[] phrase, char[] text, int at, int end) {
    if (at + phrase.length > end) {
      return false;
    }
    for (var i = 0; i < phrase.length; i++) {
      if (phrase[i] != folded(text[at + i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character is a part of a word. */
  private static boolean part(char c) {
    return c < COVERED ? PART[c] : Letters.letterOrDigit(folded(c));
  }

  static char folded(char c) {
    if (c < COVERED) {
      return FOLDED[c];
    }
    return switch (c) {
      case '\u2019', '\u2018' -> '\'';
      case '\u202F' -> ' ';
      default -> Character.toLowerCase(c);
    };
  }

  /**
   * Lower case, typewriter apostrophes, plain spaces; as long as the text, or as {@code most}. One
   * character for one character, so that places are the same in both.
   */
  static String folded(String text, int most) {
    var out = new char[Math.min(text.length(), most)];
    for (var i = 0; i < out.length; i++) {
      out[i] = folded(text.charAt(i));
    }
    return new String(out);
  }
}
