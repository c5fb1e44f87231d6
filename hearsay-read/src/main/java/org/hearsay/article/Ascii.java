package org.hearsay.article;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Runs of bytes below 128, which most of a page is, eight bytes at a time. */
final class Ascii {
  private Ascii() {}

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

  /** Widens a run to characters; by way of a string, which the virtual machine does fastest. */
  static void widen(byte[] bytes, int from, int to, char[] into, int at) {
    new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
        .getChars(0, to - from, into, at);
  }
}
