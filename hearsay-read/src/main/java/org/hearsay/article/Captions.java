package org.hearsay.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the captions that no {@code figcaption} marks: short texts in an element that is called a
 * caption, or that share their element with a picture and nothing else. An element that holds a
 * second text of some length is no picture with its caption.
 */
final class Captions {

  private static final int LONGEST = 80;

  /** Words that a photographer's credit and a button beside a caption may have. */
  private static final int BESIDE = 12;

  private static final int REACH = 3;

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;

  /** Words of all pieces before each. */
  private final int[] before;

  private Captions(HtmlTree tree, PageElements elements, List<Piece> pieces) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
    before = new int[pieces.size() + 1];
    for (var i = 0; i < pieces.size(); i++) {
      before[i + 1] = before[i] + pieces.get(i).words();
    }
  }

  /** The same pieces, those that are captions marked as such. */
  static List<Piece> mark(HtmlTree tree, PageElements elements, List<Piece> pieces) {
    var captions = new Captions(tree, elements, pieces);
    var marked = new ArrayList<Piece>(pieces.size());
    for (var i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      marked.add(
          piece.kind() == Block.Kind.PARAGRAPH && captions.caption(i)
              ? piece.as(Block.Kind.CAPTION)
              : piece);
    }
    return marked;
  }

  private static final int SHORTEST = 3;

  /**
   * Joins captions to a text, those in the boxes of its pieces, and takes the others out of it.
   *
   * @param from the first piece that is looked at
   * @param to after the last
   */
  static void join(HtmlTree tree, List<Piece> pieces, BitSet body, int from, int to) {
    var holders = new HashSet<Integer>();
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      var up = 0;
      for (var node = pieces.get(i).box(); node >= 0 && up < 3; node = tree.parent(node), up++) {
        holders.add(node);
      }
    }
    for (var i = from; i < to; i++) {
      var piece = pieces.get(i);
      if (piece.kind() != Block.Kind.CAPTION) {
        continue;
      }
      var held = false;
      var up = 0;
      for (var node = piece.box(); node >= 0 && up < 7 && !held; node = tree.parent(node), up++) {
        held = up > 0 && holders.contains(node) && tree.tag(node) != Tag.BODY;
      }
      body.set(i, held && piece.words() >= SHORTEST && piece.linkDensity() < 0.5);
    }
  }

  /** How many pieces before a text its first picture may be. */
  private static final int LEAD = 12;

  private static final int WORDS_OF_A_LINK = 3;

  /**
   * The text with the captions of the pictures over it, up to what leads to another article.
   *
   * @param kinds what stands around the text; what is known to be something else is no caption
   */
  static BitSet withLeading(
      HtmlTree tree, List<Piece> pieces, BitSet body, @Nullable Furniture.Kind[] kinds) {
    var all = (BitSet) body.clone();
    var first = Math.max(0, body.nextSetBit(0));
    var from = first;
    while (from > 0 && first - from < LEAD && !leadsAway(pieces.get(from - 1))) {
      from--;
    }
    if (pieces.subList(from, first).stream()
        .noneMatch(piece -> piece.kind() == Block.Kind.CAPTION)) {
      return all;
    }
    join(tree, pieces, all, from, first);
    for (var i = from; i < first; i++) {
      if (kinds[i] != Furniture.Kind.OTHER && kinds[i] != Furniture.Kind.CREDIT) {
        all.clear(i);
      }
    }
    return all;
  }

  private static boolean leadsAway(Piece piece) {
    return piece.linkDensity() > 0.8 && piece.words() > WORDS_OF_A_LINK;
  }

  private boolean caption(int i) {
    var piece = pieces.get(i);
    var words = before[i + 1] - before[i];
    if (words > LONGEST || piece.linkDensity() > 0.5) {
      return false;
    }
    var up = 0;
    for (var node = piece.box(); node >= 0 && up < REACH; node = tree.parent(node), up++) {
      switch (tree.tag(node)) {
        case ARTICLE, MAIN, BODY, SECTION, LI, TD, HEADER -> {
          return false;
        }
        default -> {}
      }
      if (within(node, i) - words > BESIDE) {
        return false;
      }
      if (elements.caption(node) || up > 0 && picture(node, piece)) {
        return true;
      }
    }
    return false;
  }

  private boolean picture(int holder, Piece piece) {
    for (var node = holder + 1; node < piece.first() && node < holder + 60; node++) {
      if (tree.tag(node) == Tag.IMG) {
        return true;
      }
    }
    return false;
  }

  /** Words of the pieces in an element, counted no further than decides. */
  private int within(int node, int i) {
    var from = i;
    while (from > 0 && i - from < 8 && pieces.get(from - 1).first() > node) {
      from--;
    }
    var to = i + 1;
    while (to < pieces.size() && to - i < 8 && pieces.get(to).first() <= tree.last(node)) {
      to++;
    }
    return before[to] - before[from];
  }
}
