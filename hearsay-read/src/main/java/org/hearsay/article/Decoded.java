package org.hearsay.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes as characters, with the byte that each character came from. Malformed bytes become U+FFFD,
 * in UTF-8 one for each maximal part as the WHATWG Encoding standard has it; nothing is skipped but
 * a byte order mark.
 *
 * <p>For UTF-8 the place of every 64th character is kept and the rest counted from there, which
 * takes a sixteenth of a table; one-byte charsets need none.
 */
final class Decoded {

  private static final int STEP = 64;

  /** Shorter runs of ASCII are widened one by one. */
  private static final int SHORT_RUN = 24;

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private final char[] chars;
  private final int length;
  private final int first;

  /** UTF-8: byte of every 64th character. Other charsets: byte of each. Empty: one byte each. */
  private final int[] places;

  private final boolean sparse;

  private Decoded(byte[] bytes, char[] chars, int length, int first, int[] places, boolean sparse) {
    this.bytes = bytes;
    this.chars = chars;
    this.length = length;
    this.first = first;
    this.places = places;
    this.sparse = sparse;
  }

  /** Decodes all bytes from {@code first} on, which is where a byte order mark ends. */
  static Decoded of(byte[] bytes, int first, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return utf8(bytes, first);
    }
    var oneByte =
        charset.newDecoder().maxCharsPerByte() == 1f
            && charset.canEncode()
            && charset.newEncoder().maxBytesPerChar() == 1f;
    return oneByte ? single(bytes, first, charset) : stepwise(bytes, first, charset);
  }

  char[] chars() {
    return chars;
  }

  /** How many of {@link #chars} count. */
  int length() {
    return length;
  }

  /** Where in the original the character at this index starts; the end for the index after all. */
  int byteAt(int index) {
    if (index >= length) {
      return bytes.length;
    }
    if (places.length == 0) {
      return first + index;
    }
    if (!sparse) {
      return places[index];
    }
    var at = places[index / STEP];
    var i = index - index % STEP;
    var next = i + STEP;
    if (next < length
        && places[next / STEP] - at == STEP
        && !Character.isLowSurrogate(chars[next])) {
      return at + index - i; // all of them take one byte
    }
    if (i > 0 && Character.isLowSurrogate(chars[i])) {
      i++;
      at += 4;
      if (index < i) {
        return places[index / STEP];
      }
    }
    while (i < index) {
      var size = sizeAt(bytes, at);
      if (size > 3) {
        if (i + 1 == index) {
          return at; // a low surrogate stands where its pair does
        }
        i++;
      }
      at += Math.abs(size);
      i++;
    }
    return at;
  }

  /** The index of the character that the byte belongs to, of its first half if it has two. */
  int charAt(int place) {
    var low = 0;
    var high = length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (byteAt(middle) <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    var at = Math.max(0, low - 1);
    return at > 0 && Character.isLowSurrogate(chars[at]) && byteAt(at - 1) == byteAt(at)
        ? at - 1
        : at;
  }

  private static Decoded utf8(byte[] bytes, int first) {
    var chars = new char[bytes.length - first];
    var places = new int[chars.length / STEP + 1];
    var ascii = new Ascii(bytes, chars);
    var n = 0;
    var at = first;
    while (at < bytes.length) {
      if (n % STEP == 0) {
        places[n / STEP] = at;
      }
      var b = bytes[at];
      if (b >= 0) {
        var end = Ascii.end(bytes, at, bytes.length);
        for (var next = n / STEP + 1; next * STEP < n + end - at; next++) {
          places[next] = at + next * STEP - n;
        }
        if (end - at < SHORT_RUN) {
          while (at < end) {
            chars[n++] = (char) bytes[at++];
          }
        } else {
          ascii.widen(at, end, n);
          n += end - at;
          at = end;
        }
        continue;
      }
      var size = sizeAt(bytes, at);
      switch (size) {
        case 2 -> chars[n++] = (char) ((b & 0x1F) << 6 | bytes[at + 1] & 0x3F);
        case 3 ->
            chars[n++] =
                (char) ((b & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F);
        case 4 -> {
          var point =
              (b & 0x07) << 18
                  | (bytes[at + 1] & 0x3F) << 12
                  | (bytes[at + 2] & 0x3F) << 6
                  | bytes[at + 3] & 0x3F;
          chars[n++] = Character.highSurrogate(point);
          if (n % STEP == 0) {
            places[n / STEP] = at;
          }
          chars[n++] = Character.lowSurrogate(point);
        }
        default -> chars[n++] = REPLACEMENT;
      }
      at += Math.abs(size);
    }
    return new Decoded(bytes, chars, n, first, places, true);
  }

  /** How many bytes the character here takes; negative for a malformed part of that many. */
  private static int sizeAt(byte[] bytes, int at) {
    var b = bytes[at] & 0xFF;
    if (b < 0x80) {
      return 1;
    }
    var want =
        b >= 0xC2 && b <= 0xDF ? 2 : b >= 0xE0 && b <= 0xEF ? 3 : b >= 0xF0 && b <= 0xF4 ? 4 : 0;
    if (want == 0) {
      return -1;
    }
    var low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    var high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    for (var i = 1; i < want; i++) {
      var next = at + i < bytes.length ? bytes[at + i] & 0xFF : -1;
      if (next < low || next > high) {
        return -i;
      }
      low = 0x80;
      high = 0xBF;
    }
    return want;
  }

  private static Decoded single(byte[] bytes, int first, Charset charset) {
    var all = new byte[256];
    for (var i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    var table = new String(all, charset).toCharArray();
    if (charset.name().equals("windows-1252")) {
      for (var hole : new int[] {0x81, 0x8D, 0x8F, 0x90, 0x9D}) {
        table[hole] = (char) hole; // as WHATWG has it; Java leaves them unmapped
      }
    }
    var chars = new char[bytes.length - first];
    for (var i = 0; i < chars.length; i++) {
      chars[i] = table[bytes[first + i] & 0xFF];
    }
    return new Decoded(bytes, chars, chars.length, first, new int[0], false);
  }

  /** One character at a time, so that the decoder tells where each begins. */
  private static Decoded stepwise(byte[] bytes, int first, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var chars = new char[bytes.length - first + 2];
    var places = new int[chars.length];
    var n = 0;
    var in = ByteBuffer.wrap(bytes, first, bytes.length - first);
    var out = CharBuffer.allocate(2);
    while (in.hasRemaining()) {
      var at = in.position();
      out.clear().limit(1);
      var result = decoder.decode(in, out, true);
      if (result.isOverflow() && out.position() == 0) {
        out.limit(2);
        result = decoder.decode(in, out, true);
      }
      if (n + 3 > chars.length) {
        chars = Arrays.copyOf(chars, chars.length * 2);
        places = Arrays.copyOf(places, places.length * 2);
      }
      for (var i = 0; i < out.position(); i++) {
        chars[n] = out.get(i);
        places[n++] = at;
      }
      if (result.isError()) {
        chars[n] = REPLACEMENT;
        places[n++] = in.position();
        in.position(Math.min(bytes.length, in.position() + Math.max(1, result.length())));
        decoder.reset();
      } else if (in.position() == at && out.position() == 0) {
        break;
      }
    }
    return new Decoded(bytes, chars, n, first, places, false);
  }
}
