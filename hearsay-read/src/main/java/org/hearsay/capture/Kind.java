package org.hearsay.capture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What bytes are, told from how they begin; after the WHATWG MIME Sniffing Standard, but a page
 * that starts with prose or an unknown tag is still found by its {@code <html>} or {@code <body>}.
 */
enum Kind {
  HTML("text/html"),
  TEXT("text/plain"),
  PDF("application/pdf"),
  /** Markup that is no page: a feed, a drawing. */
  XML(null),
  BINARY(null);

  private static final int HEAD = 4096;
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:!doctype html|html|head|body|title|script|style|meta|table|div|p|h1)\\b");
  private static final Pattern ROOT = Pattern.compile("<(?:!doctype html|html|body)\\b");

  private static final Set<String> READ =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "application/xml",
          "text/xml",
          "text/plain",
          "text/markdown",
          "application/pdf",
          "application/x-pdf");
  private static final Set<String> UNSAID =
      Set.of("", "application/octet-stream", "application/unknown", "unknown/unknown", "*/*");

  private final @Nullable String mediaType;

  Kind(@Nullable String mediaType) {
    this.mediaType = mediaType;
  }

  /** Null for what cannot be read. */
  @Nullable String mediaType() {
    return mediaType;
  }

  /** The kind of a file: a name ending in {@code .txt} keeps markup from being taken for a page. */
  static Kind of(byte[] bytes, String name) {
    var kind = sniff(bytes);
    var lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (kind == HTML && lower.matches("(?s).*\\.(txt|text|md|markdown)")) {
      return TEXT;
    }
    if ((kind == TEXT || kind == XML) && lower.matches("(?s).*\\.(html?|xhtml)")) {
      return HTML;
    }
    return kind;
  }

  /**
   * The kind of what a server sent.
   *
   * @param declared the media type without parameters; null when none was sent
   */
  static Kind declared(byte[] bytes, @Nullable String declared) {
    var kind = sniff(bytes);
    var type = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> kind == TEXT || kind == XML ? HTML : kind;
      case "text/plain", "text/markdown" -> kind == HTML || kind == XML ? TEXT : kind;
      case "application/pdf", "application/x-pdf" -> kind == PDF ? PDF : BINARY;
      case "application/xml", "text/xml" -> kind == HTML ? HTML : XML;
      default -> UNSAID.contains(type) ? kind : BINARY;
    };
  }

  /** Whether a server's media type is one that can be read, or says nothing; null is none sent. */
  static boolean mayBeRead(@Nullable String type) {
    return type == null || READ.contains(type) || UNSAID.contains(type);
  }

  /** The kind by the bytes alone. */
  static Kind sniff(byte[] bytes) {
    var length = Math.min(bytes.length, HEAD);
    // ISO-8859-1 keeps every byte; the zero bytes of UTF-16 are dropped.
    var head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    if (head.startsWith("%PDF-") || head.length() > 5 && head.stripLeading().startsWith("%PDF-")) {
      return PDF;
    }
    if (formatName(bytes).isPresent() || isBinary(bytes, length)) {
      return head.substring(0, Math.min(1024, length)).contains("%PDF-1.") ? PDF : BINARY;
    }
    var text =
        head.replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
            .replace("\0", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    var root = ROOT.matcher(text);
    if (text.startsWith("<?xml")) {
      return root.find() ? HTML : XML;
    }
    if (text.startsWith("<rss") || text.startsWith("<feed") || text.startsWith("<svg")) {
      return XML;
    }
    return TAG.matcher(text).lookingAt() || text.startsWith("<!--") || root.find() ? HTML : TEXT;
  }

  /** Whether the bytes are unmistakably a page, whatever their name. */
  static boolean surelyPage(byte[] head) {
    var text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
    return text.startsWith("%PDF-")
        || sniff(head) == HTML && ROOT.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /** For people: why bytes of this kind are not read. */
  String told(byte[] bytes) {
    if (this == XML) {
      return "XML that is not a web page";
    }
    return formatName(bytes).orElse("binary data")
        + ", not a page: HTML, plain text, PDF and WARC can be read";
  }

  /** A format with a mark of its own, in words. */
  private static Optional<String> formatName(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\3\4")) {
      return Optional.of("a ZIP archive or Office document");
    } else if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return Optional.of("an old Office document");
    } else if (head.startsWith("\u0089PNG")
        || head.startsWith("\u00ff\u00d8\u00ff")
        || head.startsWith("GIF8")
        || head.startsWith("RIFF")) {
      return Optional.of("an image or recording");
    }
    return Optional.empty();
  }

  /** Zero bytes that are not those of UTF-16, or more control characters than a slip of the pen. */
  private static boolean isBinary(byte[] bytes, int length) {
    var zeros = new int[2];
    var controls = 0;
    for (var i = 0; i < length; i++) {
      var b = bytes[i] & 0xff;
      if (b == 0) {
        zeros[i & 1]++;
      } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
        controls++;
      }
    }
    // In UTF-16 text of Latin letters nearly every other byte is zero.
    var utf16 =
        Math.max(zeros[0], zeros[1]) > length / 4 && Math.min(zeros[0], zeros[1]) <= length / 50;
    return !hasUtf16Mark(bytes)
        && !utf16
        && zeros[0] + zeros[1] + controls > Math.max(2, length / 100);
  }

  private static boolean hasUtf16Mark(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
            || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
  }
}
