package org.hearsay.article;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hearsay.capture.Capture;

/** What kind of document some bytes are. What the bytes show outranks what was declared. */
enum MediaKind {
  HTML,
  TEXT,
  PDF,
  BINARY;

  private static final int LOOK = 2048;

  static MediaKind of(Capture capture) {
    var bytes = capture.bytes();
    var declared = capture.mediaType() == null ? "" : capture.mediaType().toLowerCase(Locale.ROOT);
    if (starts(bytes, "%PDF-")) {
      return PDF;
    }
    if (binary(bytes)) {
      return BINARY;
    }
    if (declared.contains("html") || declared.endsWith("xml") || declared.contains("mhtml")) {
      return HTML;
    }
    if (declared.equals("text/plain") || declared.equals("text/markdown")) {
      return TEXT;
    }
    return markup(bytes) ? HTML : TEXT;
  }

  private static boolean starts(byte[] bytes, String mark) {
    // some writers put a few bytes of junk before the mark
    for (var from = 0; from < 16; from++) {
      var i = 0;
      while (i < mark.length() && from + i < bytes.length && bytes[from + i] == mark.charAt(i)) {
        i++;
      }
      if (i == mark.length()) {
        return true;
      }
    }
    return false;
  }

  /** Zero bytes in a pattern that is not UTF-16, or many control characters. */
  private static boolean binary(byte[] bytes) {
    var n = Math.min(bytes.length, LOOK);
    var even = 0;
    var odd = 0;
    var control = 0;
    for (var i = 0; i < n; i++) {
      if (bytes[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2 == 1 ? 1 : 0;
      } else if (bytes[i] > 0 && bytes[i] < 32 && "\t\n\r\f\u001B".indexOf(bytes[i]) < 0) {
        control++;
      }
    }
    var utf16 = Math.max(even, odd) > n / 4 && Math.min(even, odd) <= n / 50;
    var mark = n > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
    return !mark && !utf16 && even + odd + control > Math.max(2, n / 100);
  }

  /** Whether it looks like HTML: a known tag, comment or doctype before long. */
  private static boolean markup(byte[] bytes) {
    var n = Math.min(bytes.length, LOOK);
    var text = new byte[n];
    var size = 0;
    for (var i = 0; i < n; i++) {
      if (bytes[i] != 0) {
        var c = bytes[i] & 0x7F;
        text[size++] = (byte) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
      }
    }
    var head = new String(text, 0, size, StandardCharsets.ISO_8859_1).strip();
    if (head.startsWith("<!doctype html")
        || head.startsWith("<html")
        || head.contains("<html")
        || head.contains("<head")
        || head.contains("<body")) {
      return true;
    }
    var chars = head.toCharArray();
    var tags = 0;
    for (var i = 0; i < chars.length; i++) {
      if (chars[i] == '<' && Markup.startTag(chars, i, chars.length)) {
        var tag = Tag.of(chars, i + 1, Markup.nameEnd(chars, i + 1, chars.length));
        tags += tag == Tag.OTHER || tag == Tag.CUSTOM ? 0 : 1;
      }
    }
    return head.startsWith("<") && tags > 0 || tags > 3;
  }
}
