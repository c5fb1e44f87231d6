package org.hearsay.article;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.capture.Note;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the charset of a page as browsers do (WHATWG HTML 13.2.3.2): byte order mark, what the
 * sender declared, a {@code meta} in the first 1,024 bytes, then a look at the bytes: UTF-8 when
 * they are valid UTF-8, else what a later {@code meta} of the head says, else what Mozilla's
 * detector says, else windows-1252.
 */
final class CharsetFinder {
  private CharsetFinder() {}

  /**
   * @param skip how many bytes of byte order mark to leave out
   */
  record Found(Charset charset, int skip, List<Note> notes) {}

  private static final int PRESCAN = 1024;

  /** A meta after the first bytes is looked for no further than this. */
  private static final int HEAD = 1 << 17;

  /** Labels and the charset they mean, which often is another than they say. */
  private static final Map<String, String> LABELS = new HashMap<>();

  /** What other names than those labels may lead to, and no browser reads as such. */
  private static final Set<Charset> LATIN =
      Set.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

  static {
    for (var row : Lexicon.rows("charset-labels.tsv")) {
      for (var label : row.get(1).split(" ")) {
        LABELS.put(label, row.get(0));
      }
    }
  }

  static Found find(byte[] bytes, @Nullable String declared) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new Found(StandardCharsets.UTF_8, 3, List.of());
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new Found(StandardCharsets.UTF_16BE, 2, List.of());
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new Found(StandardCharsets.UTF_16LE, 2, List.of());
    }
    var notes = new ArrayList<Note>();
    var fromSender = label(declared, "the sender", notes);
    if (fromSender.isPresent()) {
      return new Found(fromSender.get(), 0, notes);
    }
    var fromMeta =
        prescan(bytes).flatMap(label -> label(label, "the page", notes)).map(CharsetFinder::ofMeta);
    if (fromMeta.isPresent()
        && !fromMeta.get().equals(StandardCharsets.UTF_8)
        && multibyteUtf8(bytes, fromMeta.get())) {
      notes.add(
          new Note(
              "charset-mismatch",
              "the page says it is "
                  + fromMeta.get().name()
                  + ", but its bytes are valid UTF-8 and were read as that"));
      return new Found(StandardCharsets.UTF_8, 0, notes);
    }
    return new Found(fromMeta.orElseGet(() -> look(bytes, notes)), 0, notes);
  }

  private static final int TELLING = 8;

  /**
   * Whether the bytes are UTF-8 beyond doubt: pages that a browser or crawler saved keep the meta
   * of the original, and in no other charset do many characters happen to be valid UTF-8. Browsers
   * would show them garbled; here they are to be read.
   */
  private static boolean multibyteUtf8(byte[] bytes, Charset declared) {
    var found = 0;
    for (var i = 0; i < bytes.length && found < TELLING; i++) {
      found += (bytes[i] & 0xE0) == 0xC0 || (bytes[i] & 0xF0) == 0xE0 ? 1 : 0;
    }
    return found >= TELLING && !declared.name().startsWith("ISO-2022") && validUtf8(bytes);
  }

  /** A page whose meta could be read is not UTF-16, whatever it says. */
  private static Charset ofMeta(Charset charset) {
    return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
  }

  private static Optional<Charset> label(@Nullable String given, String by, List<Note> notes) {
    if (given == null || given.isBlank()) {
      return Optional.empty();
    }
    var label = given.strip().toLowerCase(Locale.ROOT);
    try {
      var found = Charset.forName(LABELS.getOrDefault(label, label));
      return Optional.of(LATIN.contains(found) ? Charset.forName("windows-1252") : found);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      notes.add(
          new Note(
              "unknown-charset",
              "the charset '"
                  + label.substring(0, Math.min(40, label.length()))
                  + "' declared by "
                  + by
                  + " is not known; the charset was found by looking at the bytes"));
      return Optional.empty();
    }
  }

  /** The label in the first {@code meta} that has one, comments left out. */
  private static Optional<String> prescan(byte[] bytes) {
    return labelIn(lower(bytes, PRESCAN), false);
  }

  /**
   * The label in a {@code meta} further down in the head: browsers change the charset when they
   * come to it.
   */
  private static Optional<String> lateMeta(byte[] bytes) {
    var head = lower(bytes, HEAD);
    var end = head.indexOf("<body");
    return labelIn(end < 0 ? head : head.substring(0, end), true);
  }

  private static String lower(byte[] bytes, int most) {
    return new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1)
        .toLowerCase(Locale.ROOT);
  }

  /**
   * @param tree whether scripts are told from markup, as when the page is read, not when it is
   *     scanned
   */
  private static Optional<String> labelIn(String head, boolean tree) {
    var at = 0;
    while ((at = head.indexOf('<', at)) >= 0) {
      if (head.startsWith("<!--", at)) {
        var end = head.indexOf("-->", at + 2);
        if (end < 0) {
          return Optional.empty();
        }
        at = end + 3;
      } else if (head.startsWith("<?xml", at) && head.indexOf("?>", at) > 0) {
        var end = head.indexOf("?>", at);
        var found = after(head.substring(at, end), "encoding");
        if (found.isPresent()) {
          return found;
        }
        at = end;
      } else if (tree && (head.startsWith("<script", at) || head.startsWith("<style", at))) {
        at = head.indexOf(head.charAt(at + 2) == 'c' ? "</script" : "</style", at);
        if (at < 0) {
          return Optional.empty();
        }
        at++;
      } else if (head.startsWith("<meta", at)) {
        var end = head.indexOf('>', at);
        var found = after(head.substring(at, end < 0 ? head.length() : end), "charset");
        if (found.isPresent()) {
          return found;
        }
        at += 5;
      } else {
        at++;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> after(String tag, String name) {
    var at = tag.indexOf(name);
    while (at >= 0) {
      var i = at + name.length();
      while (i < tag.length() && tag.charAt(i) <= ' ') {
        i++;
      }
      if (i < tag.length() && tag.charAt(i) == '=') {
        i++;
        while (i < tag.length() && (tag.charAt(i) <= ' ' || "\"'".indexOf(tag.charAt(i)) >= 0)) {
          i++;
        }
        var end = i;
        while (end < tag.length()
            && tag.charAt(end) > ' '
            && "\"';/".indexOf(tag.charAt(end)) < 0) {
          end++;
        }
        return end > i ? Optional.of(tag.substring(i, end)) : Optional.empty();
      }
      at = tag.indexOf(name, at + 1);
    }
    return Optional.empty();
  }

  private static Charset look(byte[] bytes, List<Note> notes) {
    var utf16 = utf16(bytes);
    if (utf16.isPresent()) {
      return utf16.get();
    }
    if (validUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    var late = lateMeta(bytes).flatMap(label -> label(label, "the page", notes));
    if (late.isPresent()) {
      return ofMeta(late.get());
    }
    var detector = new UniversalDetector(null);
    detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 18));
    detector.dataEnd();
    return label(detector.getDetectedCharset(), "the detector", new ArrayList<>())
        .filter(charset -> !charset.equals(StandardCharsets.UTF_8) || mostlyUtf8(bytes))
        .orElse(Charset.forName("windows-1252"));
  }

  /** UTF-16 without a mark: markup has a zero byte beside most of its characters. */
  private static Optional<Charset> utf16(byte[] bytes) {
    var n = Math.min(bytes.length & ~1, 512);
    var even = 0;
    var odd = 0;
    for (var i = 0; i < n; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (n < 8 || Math.max(even, odd) < n / 2 * 0.7 || Math.min(even, odd) > n / 20) {
      return Optional.empty();
    }
    return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  /** Valid, but for a character cut at the very end. */
  private static boolean validUtf8(byte[] bytes) {
    return errors(bytes) == 0;
  }

  private static boolean mostlyUtf8(byte[] bytes) {
    return errors(bytes) <= bytes.length / 500;
  }

  private static int errors(byte[] bytes) {
    var errors = 0;
    for (var i = Ascii.end(bytes, 0, bytes.length);
        i < bytes.length;
        i = Ascii.end(bytes, i, bytes.length)) {
      var b = bytes[i] & 0xFF;
      var more = b < 0x80 ? 0 : b < 0xC2 ? -1 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : b < 0xF5 ? 3 : -1;
      var j = 1;
      while (j <= more && i + j < bytes.length && (bytes[i + j] & 0xC0) == 0x80) {
        j++;
      }
      if (more < 0 || j <= more && i + j < bytes.length) {
        errors++;
      }
      i += j;
    }
    return errors;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (var i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
