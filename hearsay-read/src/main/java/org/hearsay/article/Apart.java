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
  private final BitSet taken = new BitSet();

  Apart(HtmlTree tree, PageElements elements, List<Piece> pieces) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
  }

  /** Pieces that are the title or the standfirst. */
  BitSet taken() {
    return taken;
  }

  /**
   * Removes both from the body; gives the standfirst's text: what stands apart, else the lead that
   * the page's description repeats; null for none. A description that no reader sees is none.
   */
  @Nullable String take(BitSet body, Metadata data) {
    takeHeadline(body, data);
    var told = data.standfirst() == null ? "" : Words.folded(data.standfirst());
    var first = firstParagraph(body);
    var shown = (String) null;
    var lead = (String) null;
    for (var i = 0; i <= first && shown == null; i++) {
      var piece = pieces.get(i);
      var folded = Words.folded(piece.text());
      if (!taken.get(i) && standfirst(piece, i, folded, told, body)) {
        var lines = piece.text();
        var end = i + 1;
        for (; more(i, end, told, lines); end++) {
          lines += "\n" + pieces.get(end).text();
        }
        if (brief(i, end, body)) {
          shown = lines;
          body.clear(i, end);
          taken.set(i, end);
        }
      } else if (i == first && folded.equals(told)) {
        lead = piece.text();
      }
    }
    return shown != null ? shown : lead;
  }

  /** Removes the headline from the body: what says the title, and headings of the first rank. */
  void takeHeadline(BitSet body, Metadata data) {
    var title = data.title() == null ? "" : Words.folded(data.title());
    var first = firstParagraph(body);
    for (var i = 0; i < pieces.size() && (first < 0 || i <= first + 2); i++) {
      var piece = pieces.get(i);
      if (piece.kind() == Block.Kind.HEADING && tree.tag(piece.box()) == Tag.H1
          || !title.isEmpty()
              && piece.text().length() <= 2 * title.length()
              && Words.folded(piece.text()).equals(title)) {
        body.clear(i);
        taken.set(i);
      }
    }
  }

  /** A standfirst is at most one of so many parts of a text. */
  private static final int LEAST_PART = 4;

  /** Whether what these pieces take out of the text is little of it. */
  private boolean brief(int from, int to, BitSet body) {
    var all = 0;
    var out = 0;
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      all += pieces.get(i).words();
      out += from <= i && i < to ? pieces.get(i).words() : 0;
    }
    return LEAST_PART * out <= all;
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
    if (named(piece) >= 0 || body.get(i) && told.length() > LEAST_TOLD && told(i, told, body)) {
      return true;
    }
    // a description that breaks off within a paragraph was cut out of the text
    if (told.isEmpty()
        || !(folded.equals(told)
            || told.length() > LEAST_TOLD
                && folded.startsWith(told.substring(0, told.length() - CUT))
                && (!body.get(i) || folded.length() <= told.length() + CUT))) {
      return false;
    }
    // the same words as the description: a standfirst where it stands apart from the paragraphs
    var next = body.nextSetBit(i + 1);
    return !body.get(i)
        || next >= 0 && tree.parent(pieces.get(next).box()) != tree.parent(piece.box());
  }

  /** Paragraphs of a standfirst, at most. */
  private static final int MOST_PARAGRAPHS = 6;

  /** Whether a standfirst goes on: in its element, or in the words of the page's description. */
  private boolean more(int first, int i, String told, String shown) {
    if (i - first >= MOST_PARAGRAPHS
        || i >= pieces.size()
        || pieces.get(i).linkDensity() > 0.5
        || pieces.get(i).kind() != pieces.get(first).kind()) {
      return false;
    }
    var holder = named(pieces.get(first));
    if (holder < 0) {
      var said = Words.folded(shown + " " + pieces.get(i).text());
      return told.startsWith(said)
          || told.length() > LEAST_TOLD
              && said.startsWith(told.substring(0, told.length() - CUT))
              && Words.folded(shown).length() < told.length() - CUT;
    }
    var own = named(pieces.get(i));
    return own == holder || own >= 0 && tree.parent(own) == tree.parent(holder);
  }

  /**
   * Whether the description is several paragraphs from here on, which stand apart from those that
   * follow: in an element of their own, or by a class that those have not.
   */
  private boolean told(int first, String told, BitSet body) {
    var said = Words.folded(pieces.get(first).text());
    var last = first;
    while (said.length() < told.length() - CUT && told.startsWith(said + " ")) {
      last++;
      if (last - first >= MOST_PARAGRAPHS || last >= pieces.size() || !body.get(last)) {
        return false;
      }
      said += " " + Words.folded(pieces.get(last).text());
    }
    var next = body.nextSetBit(last + 1);
    if (last == first
        || next < 0
        || !said.startsWith(told.substring(0, Math.max(0, told.length() - CUT)))) {
      return false;
    }
    var one = pieces.get(last).box();
    var other = pieces.get(next).box();
    return tree.parent(one) != tree.parent(other)
        || !tree.attribute(one, "class").equals(tree.attribute(other, "class"));
  }

  /** Characters of a description that tells a paragraph by its beginning. */
  private static final int LEAST_TOLD = 60;

  /** Characters of a description's last word, which may be cut. */
  private static final int CUT = 4;

  /** The element around a piece that is named a standfirst; -1 where none is. */
  private int named(Piece piece) {
    var up = 0;
    for (var node = piece.box(); node >= 0 && up < 3; node = tree.parent(node), up++) {
      if (elements.standfirst(node)) {
        return node;
      }
    }
    return -1;
  }
}
