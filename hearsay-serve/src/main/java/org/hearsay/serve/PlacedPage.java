package org.hearsay.serve;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.article.Block;
import org.hearsay.article.ByteRange;
import org.hearsay.capture.Capture;
import org.hearsay.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A captured page beside its reading: knows where in the page's source the article's words stand.
 *
 * <p>A block of the article knows its bytes in the original. Within them each character of the
 * block is found again in the source ({@link Placement}). A block that cannot be found again to the
 * letter is not placed, and nothing is lit for it. Not thread-safe.
 */
final class PlacedPage {

  private static final int MOST_BYTES = 32 << 20;

  /** How an original can be shown. */
  enum Kind {
    HTML,
    TEXT,
    /** Not at all here: PDF, mail, too large. */
    NONE
  }

  /** How much of some passages was found in the page. */
  enum Found {
    ALL,
    PART,
    NONE;

    @Override
    public String toString() {
      return org.hearsay.article.Names.kebab(this);
    }
  }

  private final Reading reading;
  private final Kind kind;
  private final byte[] bytes;
  private final Charset charset;
  private final TreeMap<Integer, Integer> places = new TreeMap<>(); // byte -> character of page
  private final String page;
  private final Map<Block, Optional<Placement>> placements = new HashMap<>();

  PlacedPage(Capture original, Reading reading) {
    this.reading = reading;
    bytes = original.bytes();
    kind = bytes.length > MOST_BYTES ? Kind.NONE : kind(reading.source().mediaType());
    charset = charset(reading.source().charset(), bytes);
    page =
        switch (kind) {
          case HTML -> decode(reading.article().blocks());
          case TEXT -> reading.article().text();
          case NONE -> "";
        };
  }

  Kind kind() {
    return kind;
  }

  /** The copy to be shown, with these passages lit. */
  String copy(List<Light> lights) {
    var marks = new Marks();
    light(lights, marks);
    return switch (kind) {
      case HTML -> HarmlessPage.ofHtml(page, marks, reading.source().sha256());
      case TEXT -> HarmlessPage.ofText(page, marks, reading.source().sha256());
      case NONE ->
          HarmlessPage.message(
              bytes.length > MOST_BYTES
                  ? "This original is too large to be shown here. Download it instead."
                  : "This kind of original cannot be shown here. Download it instead.");
    };
  }

  /** Whether these passages can be lit in the copy. */
  Found found(List<Light> lights) {
    return light(lights, new Marks());
  }

  private Found light(List<Light> lights, Marks marks) {
    if (kind == Kind.TEXT) { // plain text is the article's text: a span is a place in it
      lights.forEach(light -> marks.add(light.span().start(), light.span().end(), light.tone()));
      return Found.ALL;
    }
    var missed = kind == Kind.NONE;
    var found = false;
    for (var light : lights) {
      for (var block : reading.article().blocks()) {
        if (kind == Kind.HTML && block.overlaps(light.span())) {
          var placement = placement(block);
          placement.ifPresent(place -> mark(place, block, light, marks));
          found |= placement.isPresent();
          missed |= placement.isEmpty();
        }
      }
    }
    return !found ? Found.NONE : missed ? Found.PART : Found.ALL;
  }

  private Optional<Placement> placement(Block block) {
    return placements.computeIfAbsent(
        block,
        b -> {
          var range = b.html();
          if (range == null || range.end() > bytes.length) {
            return Optional.empty();
          }
          var source = SourceText.of(page, place(range.start()), place(range.end()));
          return Placement.of(b.in(reading.article().text()), source);
        });
  }

  private int place(int at) {
    return places.getOrDefault(at, 0);
  }

  /** Marks the characters of the light, one mark for each run of text without a tag in it. */
  private static void mark(Placement placement, Block block, Light light, Marks marks) {
    var source = placement.source();
    var first = -1;
    var last = -1;
    var end = Math.min(block.end(), light.span().end());
    for (var i = Math.max(block.start(), light.span().start()); i < end; i++) {
      var index = placement.index(i - block.start());
      if (index < 0) {
        continue;
      }
      if (first >= 0 && source.run(index) != source.run(last)) {
        marks.add(source.start(first), source.end(last), light.tone());
        first = index;
      }
      first = first < 0 ? index : first;
      last = index;
    }
    if (first >= 0) {
      marks.add(source.start(first), source.end(last), light.tone());
    }
  }

  /** Decodes the page piece by piece, so that each block's bytes have a known place in it. */
  private String decode(List<Block> blocks) {
    var cuts = new TreeSet<Integer>(List.of(0, bytes.length));
    for (var block : blocks) {
      ByteRange range = block.html();
      if (range != null && range.end() <= bytes.length) {
        cuts.add(range.start());
        cuts.add(range.end());
      }
    }
    var decoded = new StringBuilder(bytes.length);
    var from = 0;
    for (int cut : cuts) {
      decoded.append(charset.decode(ByteBuffer.wrap(bytes, from, cut - from)));
      places.put(cut, decoded.length());
      from = cut;
    }
    return decoded.toString();
  }

  private static Kind kind(@Nullable String mediaType) {
    if (mediaType == null) {
      return Kind.NONE;
    }
    return mediaType.contains("html")
        ? Kind.HTML
        : mediaType.startsWith("text/") ? Kind.TEXT : Kind.NONE;
  }

  private static Charset charset(@Nullable String name, byte[] bytes) {
    if (name == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      var charset = Charset.forName(name);
      if (charset.equals(StandardCharsets.UTF_16)) { // a later piece has no mark of byte order
        return bytes.length > 1 && bytes[0] == (byte) 0xFF
            ? StandardCharsets.UTF_16LE
            : StandardCharsets.UTF_16BE;
      }
      return charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
