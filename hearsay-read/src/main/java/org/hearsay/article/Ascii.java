package org.hearsay.article;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Runs of bytes below 128, which most of a page is, eight bytes at a time. */
final class Ascii {

  private final ByteBuffer bytes;
  private final CharBuffer chars;
  private final CharsetDecoder decoder = StandardCharsets.ISO_8859_1.newDecoder();

  Ascii(byte[] bytes, char[] chars) {
    this.bytes = ByteBuffer.wrap(bytes);
    this.chars = CharBuffer.wrap(chars);
  }

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH = 0x8080808080808080L;

  /** The first byte of 128 or more at or after {@code from}; {@code end} when there is none. */
  static int end(byte[] bytes, int from, int end) {
    var at = from;
    while (at + 8 <= end) {
      var high = (long) EIGHT.get(bytes, at) & HIGH;
      if (high != 0) {
        return at + (Long.numberOfTrailingZeros(high) >> 3);
      }
      at += 8;
    }
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** Widens a run to characters; by a decoder, which copies many at a time. */
  void widen(int from, int to, int at) {
    bytes.limit(to).position(from);
    chars.limit(at + to - from).position(at);
    decoder.decode(bytes, chars, false);
  }
}
