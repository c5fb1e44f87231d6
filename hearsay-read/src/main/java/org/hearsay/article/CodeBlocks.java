package org.hearsay.article;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

/**
 * Keeps the code of an article with it: to a model that learnt from prose, {@code git push} between
 * two paragraphs looks like a menu.
 */
final class CodeBlocks {

  /** How far up the elements of a paragraph count as its surroundings. */
  private static final int HOLDERS = 2;

  private static final int REACH = 6;

  private CodeBlocks() {}

  /** Adds the code that stands between two pieces of the body, in a box beside its paragraphs. */
  static void add(HtmlTree tree, List<Piece> pieces, BitSet body) {
    var last = body.length() - 1;
    var first = body.nextSetBit(0);
    if (first < 0 || !hasCode(pieces, first, last)) {
      return;
    }
    var holders = holders(tree, pieces, body);
    for (var i = first; i < last; i++) {
      if (pieces.get(i).kind() == Block.Kind.CODE && !body.get(i)) {
        var up = 0;
        for (var node = pieces.get(i).box();
            node >= 0 && up < REACH && tree.tag(node) != Tag.BODY;
            node = tree.parent(node), up++) {
          if (holders.contains(node)) {
            body.set(i);
          }
        }
      }
    }
  }

  private static boolean hasCode(List<Piece> pieces, int from, int to) {
    for (var i = from; i < to; i++) {
      if (pieces.get(i).kind() == Block.Kind.CODE) {
        return true;
      }
    }
    return false;
  }

  private static HashSet<Integer> holders(HtmlTree tree, List<Piece> pieces, BitSet body) {
    var holders = new HashSet<Integer>();
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      var kind = pieces.get(i).kind();
      if (kind == Block.Kind.PARAGRAPH || kind == Block.Kind.CODE) {
        var up = 0;
        for (var node = pieces.get(i).box();
            node >= 0 && up < HOLDERS;
            node = tree.parent(node), up++) {
          holders.add(node);
        }
      }
    }
    return holders;
  }
}
