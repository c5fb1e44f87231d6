package org.hearsay.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.capture.Capture;

/**
 * Where in the original each character of an article comes from, and back. Made again from the
 * bytes, not kept: the text of each block is read anew from its byte range, and a block whose text
 * does not come out the same is not mapped.
 *
 * <pre>{@code
 * var map = SourceMap.of(capture, article);
 * map.bytesOf(attribution.content().get(0)) // the bytes between which the words stand
 * }</pre>
 *
 * Works for web pages and plain text. What was read from a PDF or a script has no map.
 */
public final class SourceMap {

  private record Mapped(Block block, SourceText text) {}

  private final Decoded decoded;
  private final List<Mapped> blocks;
  private final int unmapped;

  private SourceMap(Decoded decoded, List<Mapped> blocks, int unmapped) {
    this.decoded = decoded;
    this.blocks = blocks;
    this.unmapped = unmapped;
  }

  /** The map of an article that was read from this capture. */
  public static SourceMap of(Capture capture, Article article) {
    var kind = MediaKind.of(capture);
    var found = CharsetFinder.find(capture.bytes(), capture.charset());
    var decoded = Decoded.of(capture.bytes(), found.skip(), found.charset());
    var blocks = new ArrayList<Mapped>();
    var unmapped = 0;
    for (var block : article.blocks()) {
      var html = block.html();
      if (html == null || kind != MediaKind.HTML && kind != MediaKind.TEXT) {
        unmapped++;
        continue;
      }
      var from = decoded.charAt(html.start());
      var to = html.end() >= capture.bytes().length ? decoded.length() : decoded.charAt(html.end());
      var text =
          kind == MediaKind.TEXT
              ? SourceText.plain(decoded.chars(), from, to)
              : SourceText.of(decoded.chars(), from, to, block.kind() == Block.Kind.CODE);
      if (text.text().equals(block.in(article.text()))) {
        blocks.add(new Mapped(block, text));
      } else {
        unmapped++;
      }
    }
    return new SourceMap(decoded, blocks, unmapped);
  }

  /** How many blocks have no map. */
  public int unmapped() {
    return unmapped;
  }

  /**
   * The bytes from the first character of the span to its last, markup between them included; empty
   * when either stands in no mapped block.
   */
  public Optional<ByteRange> bytesOf(Spanned span) {
    var first = blockAt(span.start());
    var last = blockAt(Math.max(span.start(), span.end() - 1));
    if (first == null || last == null) {
      return Optional.empty();
    }
    var from = first.text().from(span.start() - first.block().start());
    var end = last.text().from(Math.max(span.start(), span.end() - 1) - last.block().start());
    return Optional.of(
        new ByteRange(
            decoded.byteAt(from),
            decoded.byteAt(SourceText.unitEnd(decoded.chars(), end, decoded.length()))));
  }

  /** The characters of the text that come from these bytes; empty when none do. */
  public Optional<Span> spanOf(ByteRange bytes) {
    var from = decoded.charAt(bytes.start());
    var to = decoded.charAt(Math.max(bytes.start(), bytes.end() - 1));
    to += to < decoded.length() && Character.isHighSurrogate(decoded.chars()[to]) ? 2 : 1;
    var start = -1;
    var end = -1;
    for (var mapped : blocks) {
      var text = mapped.text();
      if (text.length() == 0 || text.from(text.length() - 1) < from || text.from(0) >= to) {
        continue;
      }
      var first = text.indexOf(from);
      var last = text.indexOf(to);
      if (last > first) {
        start = start < 0 ? mapped.block().start() + first : start;
        end = mapped.block().start() + last;
      }
    }
    return start < 0 ? Optional.empty() : Optional.of(new Span(start, end));
  }

  private @org.jspecify.annotations.Nullable Mapped blockAt(int index) {
    var low = 0;
    var high = blocks.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (blocks.get(middle).block().end() <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < blocks.size() && blocks.get(low).block().start() <= index ? blocks.get(low) : null;
  }
}
