package org.hearsay.article;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the headline and the standfirst out of the body: they are fields of their own. A lead
 * paragraph stays where it is even when the page's description repeats it.
 */
final class Apart {

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;
  private final Metadata data;
  private final BitSet taken = new BitSet();

  Apart(HtmlTree tree, PageElements elements, List<Piece> pieces, Metadata data) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
    this.data = data;
  }

  /** Pieces that are the title or the standfirst. */
  BitSet taken() {
    return taken;
  }

  /**
   * Removes both from the body; gives the standfirst's text, from the page or from its metadata.
   */
  @Nullable String take(BitSet body) {
    var title = data.title() == null ? "" : Words.folded(data.title());
    var told = data.standfirst() == null ? "" : Words.folded(data.standfirst());
    var first = firstParagraph(body);
    var shown = (String) null;
    for (var i = 0; i < pieces.size() && (first < 0 || i <= first + 2); i++) {
      var piece = pieces.get(i);
      var folded = Words.folded(piece.text());
      if (!title.isEmpty() && folded.equals(title)
          || piece.kind() == Block.Kind.HEADING && tree.tag(piece.box()) == Tag.H1) {
        take(body, i);
      } else if (shown == null && i <= first && standfirst(piece, i, folded, told, body)) {
        shown = piece.text();
        take(body, i);
      }
    }
    return shown != null ? shown : data.standfirst();
  }

  private void take(BitSet body, int i) {
    body.clear(i);
    taken.set(i);
  }

  private int firstParagraph(BitSet body) {
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      if (pieces.get(i).kind() == Block.Kind.PARAGRAPH && pieces.get(i).words() > 8) {
        return i;
      }
    }
    return -1;
  }

  private boolean standfirst(Piece piece, int i, String folded, String told, BitSet body) {
    if (piece.text().length() < 20 || piece.linkDensity() > 0.5) {
      return false;
    }
    if (named(piece)) {
      return !body.get(i) || paragraphs(body) > 1;
    }
    if (told.isEmpty()
        || !(folded.equals(told)
            || told.length() > 60 && folded.startsWith(told.substring(0, told.length() - 4)))) {
      return false;
    }
    // the same words as the description: a standfirst where it stands apart from the paragraphs
    var next = body.nextSetBit(i + 1);
    return !body.get(i)
        || next >= 0 && tree.parent(pieces.get(next).box()) != tree.parent(piece.box());
  }

  /** How many paragraphs the body has; a text that is a standfirst alone is the text. */
  private int paragraphs(BitSet body) {
    var found = 0;
    for (var i = body.nextSetBit(0); i >= 0 && found < 2; i = body.nextSetBit(i + 1)) {
      found += pieces.get(i).kind() == Block.Kind.HEADING || pieces.get(i).words() < 9 ? 0 : 1;
    }
    return found;
  }

  private boolean named(Piece piece) {
    var up = 0;
    for (var node = piece.box(); node >= 0 && up < 3; node = tree.parent(node), up++) {
      if (elements.standfirst(node)) {
        return true;
      }
    }
    return false;
  }
}
