package org.hearsay.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Note;
import org.jspecify.annotations.Nullable;

/** Reads a web page: decodes it, walks it once, chooses the pieces that are the article. */
final class HtmlReader {

  /** A page of more pieces is no article page; its body is found by weight alone. */
  private static final int MOST_JUDGED = 12_000;

  private static final int MOST_LINKS = 20_000;

  private final Decoded decoded;
  private final HtmlTree tree;
  private final PageHead head;
  private final Metadata data;
  private final PageElements elements;
  private final List<Piece> pieces;
  private final String base;
  private final String address;
  private final @Nullable Archived archived;

  /** Whether the text was found in a script alone. */
  private boolean fromScript;

  private HtmlReader(Capture capture, Decoded decoded) {
    this.decoded = decoded;
    this.tree = HtmlTree.parse(decoded.chars(), decoded.length());
    this.head = PageHead.of(tree);
    this.elements = new PageElements(tree);
    var saved = capture.uri().startsWith("http") ? "" : SavedPage.address(tree);
    var from = saved.isEmpty() ? capture.uri() : saved;
    this.archived = Archived.of(tree, elements, head, from);
    var told = archived == null ? null : archived.original();
    this.address = told == null ? from : Archived.unwrapped(told);
    if (archived != null) {
      head.unwrap();
    }
    this.data = Metadata.of(tree, head, VisibleData.of(tree, elements, head.lang()), address);
    this.pieces = Captions.mark(tree, elements, PieceStream.of(tree));
    var own = data.url() != null ? data.url() : address;
    this.base = head.base().isEmpty() ? own : Links.resolve(own, head.base());
  }

  /** The page taken apart, nothing chosen yet: what the trainer starts from. */
  static HtmlReader open(Capture capture) {
    var found = CharsetFinder.find(capture.bytes(), capture.charset());
    return new HtmlReader(capture, Decoded.of(capture.bytes(), found.skip(), found.charset()));
  }

  PieceFeatures features() {
    return new PieceFeatures(
        tree, elements, pieces, data, new GravityFinder(tree, elements, pieces).find());
  }

  Metadata data() {
    return data;
  }

  HtmlTree tree() {
    return tree;
  }

  List<Piece> pieces() {
    return pieces;
  }

  static Extraction read(Capture capture, ArticleReader.LiveBlogs liveBlogs) {
    var found = CharsetFinder.find(capture.bytes(), capture.charset());
    var decoded = Decoded.of(capture.bytes(), found.skip(), found.charset());
    var notes = new ArrayList<>(found.notes());
    var reader = new HtmlReader(capture, decoded);
    var body = reader.body(null);
    var kind = new PageKind(reader.tree, reader.head, reader.data, reader.pieces, body).find();
    var taken = new BitSet();
    if (reader.archived != null) {
      notes.add(reader.archived.note());
    }
    if (kind != null && !kind.holdsAnArticle()) {
      taken.or(body);
      body.clear();
    }
    if (kind == PageKind.Kind.LIVE_BLOG && liveBlogs == ArticleReader.LiveBlogs.WITHOUT_ENTRIES) {
      LiveEntries.takeOut(reader.tree, reader.elements, reader.pieces, body);
    }
    var article = reader.article(body, taken, kind);
    if (kind != null && !(reader.fromScript && kind == PageKind.Kind.PAYWALL)) {
      notes.add(kind.note());
    }
    if (reader.fromScript) {
      notes.add(
          new Note(
              "text-from-script",
              "the page shows less than half of the article or nothing; its text was read from data in a script, and its place in the original is not given"));
    }
    if (article.text().isEmpty()) {
      notes.add(new Note("no-article", "no article was found in this page"));
    }
    if (article.published() == null) {
      notes.add(new Note("no-date", "the page does not say when it was published"));
    }
    return new Extraction(capture, "text/html", found.charset().name(), article, notes);
  }

  /**
   * The pieces that are the article.
   *
   * @param given scores of the pieces, from a model that is being tried; null for the shipped one's
   */
  BitSet body(float @Nullable [] given) {
    var gravity = new GravityFinder(tree, elements, pieces).find();
    if (pieces.size() > MOST_JUDGED) {
      return gravity;
    }
    var features = new PieceFeatures(tree, elements, pieces, data, gravity);
    var scores = given != null ? given : BodyModel.shipped().scores(features, tree, pieces);
    return new BodyFinder(tree, elements, pieces, scores, gravity, features.inData()).find();
  }

  Article article(BitSet body) {
    return article(body, new BitSet(), null);
  }

  /**
   * @param taken what looked like an article in a page that is none
   */
  private Article article(BitSet body, BitSet taken, PageKind.@Nullable Kind kind) {
    var namer = new FurnitureNamer(tree, elements, pieces);
    namer.takeOut(body);
    var apart = new Apart(tree, elements, pieces);
    apart.takeHeadline(body, this.data);
    var data = OpeningLines.complete(this.data, pieces, body);
    var standfirst = apart.take(body, data);
    var leftOut = namer.name(body, data.bylines());
    body = Captions.withLeading(tree, pieces, body, leftOut);
    var text = new StringBuilder(body.stream().map(i -> pieces.get(i).text().length() + 2).sum());
    var blocks = new ArrayList<Block>();
    var links = new ArrayList<Link>();
    var photos = new PhotoCredits(tree, elements);
    var credits = new TreeMap<Integer, Piece>();
    var words = 0;
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      leftOut[i] = null;
      var piece = pieces.get(i);
      if (photos.mayHoldOne(piece)) {
        var parts = photos.part(piece);
        if (parts.credit() != null) {
          credits.put(i, parts.credit());
        }
        if (parts.caption() == null) {
          continue;
        }
        piece = parts.caption();
      }
      if (text.length() > 0) {
        text.append("\n\n");
      }
      var start = text.length();
      text.append(piece.text());
      words += piece.words();
      blocks.add(new Block(piece.kind(), start, text.length(), bytes(piece.start(), piece.end())));
      if (links.size() < MOST_LINKS) {
        links.addAll(Links.in(tree, piece, start, base, MOST_LINKS - links.size()));
      }
    }
    if (kind != PageKind.Kind.ERROR_PAGE
        && kind != PageKind.Kind.LISTING
        && instead(words, text, blocks)) {
      links.clear();
    }
    if (archived != null) {
      links.replaceAll(Link::unwrapped);
    }
    if (kind != null && kind.furniture() != Furniture.Kind.OTHER) {
      for (var i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
        leftOut[i] = leftOut[i] == Furniture.Kind.OTHER ? kind.furniture() : leftOut[i];
      }
    }
    return new Article(
        data.url(),
        data.site(),
        data.title(),
        standfirst,
        data.bylines(),
        data.published(),
        data.modified(),
        data.language(),
        text.toString(),
        blocks,
        furniture(leftOut, apart.taken(), credits),
        links,
        new ReuseTerms(tree, head, elements, pieces, decoded).find(body, leftOut),
        Reprint.original(tree, head, pieces, body, base, address));
  }

  /** Puts the text that only a script holds in place of what the page shows, if there is one. */
  private boolean instead(int words, StringBuilder text, List<Block> blocks) {
    // where nothing parts the words of a text, each piece may count as one word too many
    if (!ScriptText.mayHold(data.body(), words - blocks.size())) {
      return false;
    }
    var parts = ScriptText.find(tree, head, data.body(), Words.count(text.toString()));
    if (parts.isEmpty()) {
      return false;
    }
    fromScript = true;
    text.setLength(0);
    blocks.clear();
    for (var part : parts) {
      text.append(text.length() > 0 ? "\n\n" : "");
      blocks.add(new Block(part.kind(), text.length(), text.length() + part.text().length(), null));
      text.append(part.text());
    }
    return true;
  }

  private ByteRange bytes(int from, int to) {
    return new ByteRange(decoded.byteAt(from), decoded.byteAt(to));
  }

  /**
   * Neighbours of one kind are one piece of furniture; title and standfirst are none.
   *
   * @param credits cut out of pieces of the body, by the piece's number
   */
  private List<Furniture> furniture(
      Furniture.@Nullable Kind[] kinds, BitSet taken, Map<Integer, Piece> credits) {
    var found = new ArrayList<Furniture>();
    for (var i = 0; i < kinds.length; ) {
      var kind = kinds[i];
      var credit = credits.get(i);
      if (credit != null) {
        found.add(
            new Furniture(
                Furniture.Kind.CREDIT, credit.text(), bytes(credit.start(), credit.end())));
      }
      if (kind == null || taken.get(i)) {
        i++;
        continue;
      }
      var from = i;
      var length = -1;
      while (i < kinds.length && kinds[i] == kind && !taken.get(i) && length < MOST_FURNITURE) {
        length += pieces.get(i).text().length() + 1;
        i++;
      }
      found.add(
          new Furniture(
              kind,
              joined(from, i, length),
              bytes(pieces.get(from).start(), pieces.get(i - 1).end())));
    }
    return found;
  }

  /** Characters after which a piece of furniture ends and the next begins. */
  private static final int MOST_FURNITURE = 20_000;

  private String joined(int from, int to, int length) {
    if (to == from + 1) {
      return pieces.get(from).text();
    }
    var text = new StringBuilder(length);
    for (var i = from; i < to; i++) {
      text.append(i > from ? "\n" : "").append(pieces.get(i).text());
    }
    return text.toString();
  }
}
