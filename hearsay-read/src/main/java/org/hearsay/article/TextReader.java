package org.hearsay.article;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.capture.Capture;

/** Reads plain text: the decoded input, unchanged, with its paragraphs as blocks. */
final class TextReader {
  private TextReader() {}

  static Extraction read(Capture capture) {
    var found = CharsetFinder.find(capture.bytes(), capture.charset());
    var decoded = Decoded.of(capture.bytes(), found.skip(), found.charset());
    var text = new String(decoded.chars(), 0, decoded.length());
    var article =
        new Article(
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            text,
            paragraphs(text, decoded),
            List.of(),
            List.of(),
            null);
    return new Extraction(capture, "text/plain", found.charset().name(), article, found.notes());
  }

  /** A paragraph is what stands between blank lines. */
  private static List<Block> paragraphs(String text, Decoded decoded) {
    var blocks = new ArrayList<Block>();
    var start = -1;
    var end = 0;
    var newlines = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
        newlines++;
      } else if (!Character.isWhitespace(c)) {
        if (start >= 0 && newlines > 1) {
          blocks.add(block(start, end, decoded));
          start = -1;
        }
        start = start < 0 ? i : start;
        end = i + 1;
        newlines = 0;
      }
    }
    if (start >= 0) {
      blocks.add(block(start, end, decoded));
    }
    return blocks;
  }

  private static Block block(int start, int end, Decoded decoded) {
    return new Block(
        Block.Kind.PARAGRAPH,
        start,
        end,
        new ByteRange(decoded.byteAt(start), decoded.byteAt(end)));
  }
}
