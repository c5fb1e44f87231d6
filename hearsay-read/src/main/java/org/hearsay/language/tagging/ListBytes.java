package org.hearsay.language.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.hearsay.language.Lexicon;

/**
 * A list of words kept as data, gone through from its first byte to its last, which hashes words
 * where they stand: lists of more than a hundred thousand names are not made strings first. The
 * hashes are those of {@link Columns}. The file is UTF-8; rows end with a line feed, cells with a
 * tab, words with a blank.
 */
final class ListBytes {

  private final byte[] bytes;
  private final int size;

  /** Where the next word is read. */
  private int at;

  /** How many chars the word had that was read last. */
  private int length;

  /** The first of them. */
  private char first;

  private ListBytes(byte[] bytes, int size) {
    this.bytes = bytes;
    this.size = size;
  }

  static ListBytes of(byte[] bytes) {
    return new ListBytes(bytes, bytes.length);
  }

  /** The list that lies at a path of the language data; an empty one when there is none. */
  static ListBytes read(String path) {
    try (var stream = Lexicon.class.getResourceAsStream(path)) {
      if (stream == null) {
        return of(new byte[0]);
      }
      // Jars and files know how long they are, so that mostly nothing is copied.
      var bytes = new byte[Math.max(stream.available(), 1 << 10) + 1];
      var size = 0;
      for (var n = stream.read(bytes); n > 0; n = stream.read(bytes, size, bytes.length - size)) {
        size += n;
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, size * 2);
        }
      }
      return new ListBytes(bytes, size);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The byte that is read next; a line feed at the end of the list, again and again. */
  int next() {
    return at < size ? bytes[at] : '\n';
  }

  boolean atEnd() {
    return at >= size;
  }

  /** Passes over a byte. */
  void skip() {
    at++;
  }

  void skipLine() {
    while (at < size && bytes[at] != '\n') {
      at++;
    }
    at++;
  }

  /** How many chars the word had that was read last. */
  int length() {
    return length;
  }

  /** The first char of that word. */
  char first() {
    return first;
  }

  /** Reads a number up to the byte that is no digit. */
  int number() {
    var number = 0;
    for (; at < size && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      number = number * 10 + bytes[at] - '0';
    }
    return number;
  }

  /**
   * Reads a word up to a blank, tab or line feed.
   *
   * @param elided whether an apostrophe ends a word, as its last letter: {@code l'}
   */
  int word(boolean elided) {
    var hash = 7;
    var chars = 0;
    var i = at;
    for (var more = true; more && i < size; ) {
      int c = bytes[i];
      if (c == ' ' || c == '\t' || c == '\n') {
        break;
      }
      if (c < 0) {
        c = wide(i);
        i += width(c) - 1;
      }
      i++;
      if (c > Character.MAX_VALUE) {
        if (chars < Columns.LONGEST) {
          hash = hash * 31 + Character.highSurrogate(c);
        }
        chars++;
        c = Character.lowSurrogate(c);
      }
      if (chars < Columns.LONGEST) {
        hash = hash * 31 + Columns.fold((char) c);
      }
      if (chars++ == 0) {
        first = (char) c;
      }
      more = !elided || c != '\'';
    }
    at = i;
    length = chars;
    return hash + Math.max(0, chars - Columns.LONGEST);
  }

  /** Reads the rest of a line as one word, with its case. */
  int exactLine() {
    var hash = 5;
    var i = at;
    for (; i < size && bytes[i] != '\n'; i++) {
      int c = bytes[i];
      if (c < 0) {
        c = wide(i);
        i += width(c) - 1;
      }
      if (c > Character.MAX_VALUE) {
        hash = hash * 31 + Character.highSurrogate(c);
        c = Character.lowSurrogate(c);
      }
      hash = hash * 31 + Columns.exact((char) c);
    }
    at = i + 1;
    return hash;
  }

  /** The code point that begins at a byte and has more than one. */
  private int wide(int i) {
    var lead = bytes[i] & 255;
    if (lead < 0xE0) {
      return (lead & 31) << 6 | next(i, 1);
    }
    return lead < 0xF0
        ? (lead & 15) << 12 | next(i, 1) << 6 | next(i, 2)
        : (lead & 7) << 18 | next(i, 1) << 12 | next(i, 2) << 6 | next(i, 3);
  }

  private int next(int i, int behind) {
    return i + behind < size ? bytes[i + behind] & 63 : 0;
  }

  private static int width(int c) {
    return c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
}
