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

  private record Entry<T>(String phrase, T value) {}

  private static final int SLOTS = 1024;
  private final List<List<Entry<T>>> slots = new ArrayList<>(SLOTS);

  PhraseIndex() {
    for (var i = 0; i < SLOTS; i++) {
      slots.add(List.of());
    }
  }

  void add(String phrase, T value) {
    var folded = folded(phrase, phrase.length());
    var slot = slot(folded.charAt(0), folded.length() > 1 ? folded.charAt(1) : 0);
    if (slots.get(slot).isEmpty()) {
      slots.set(slot, new ArrayList<>());
    }
    slots.get(slot).add(new Entry<>(folded, value));
  }

  private static int slot(char first, char second) {
    return (first * 31 + second) & (SLOTS - 1);
  }

  /** Every phrase in a folded text, in the order of the text. */
  void find(String folded, Found<? super T> found) {
    var inWord = false;
    for (var i = 0; i < folded.length(); i++) {
      var c = folded.charAt(i);
      var part = Character.isLetterOrDigit(c);
      if (c != ' ' && !(part && inWord)) {
        look(slot(c, i + 1 < folded.length() ? folded.charAt(i + 1) : 0), folded, i, found);
        if (!part) {
          look(slot(c, (char) 0), folded, i, found);
        }
      }
      inWord = part;
    }
  }

  private void look(int slot, String text, int at, Found<? super T> found) {
    for (var entry : slots.get(slot)) {
      if (text.startsWith(entry.phrase(), at)) {
        found.at(entry.value(), at, at + entry.phrase().length());
      }
    }
  }

  /**
   * Lower case, typewriter apostrophes, plain spaces; as long as the text, or as {@code most}. One
   * character for one character, so that places are the same in both.
   */
  static String folded(String text, int most) {
    var out = new char[Math.min(text.length(), most)];
    for (var i = 0; i < out.length; i++) {
      var c = text.charAt(i);
      out[i] =
          switch (c) {
            case '\u2019', '\u02BC', '\u2018' -> '\'';
            case '\n', '\t', '\u00A0', '\u202F' -> ' ';
            default -> Character.toLowerCase(c);
          };
    }
    return new String(out);
  }
}
