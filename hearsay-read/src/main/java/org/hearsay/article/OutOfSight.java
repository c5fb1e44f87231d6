package org.hearsay.article;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Takes out of the body what the page itself keeps from its readers: pieces in elements with {@code
 * hidden}, {@code display: none} or {@code visibility: hidden}. Copies of what is shown go in any
 * case. Where the others are most of the text, a script was to show them, and they stay.
 */
final class OutOfSight {

  private static final double MOST = 0.5;
  private static final int UP = 100;

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;
  private final Map<Integer, Boolean> known = new HashMap<>();

  OutOfSight(HtmlTree tree, PageElements elements, List<Piece> pieces) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
  }

  void takeOut(BitSet body) {
    var unseen = new BitSet();
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      unseen.set(i, known.computeIfAbsent(pieces.get(i).box(), this::unseen));
    }
    if (unseen.isEmpty()) {
      return;
    }
    takeOutCopies(body, unseen);
    if (words(unseen) < MOST * words(body)) {
      body.andNot(unseen);
    }
  }

  private void takeOutCopies(BitSet body, BitSet unseen) {
    var shown = new HashSet<String>();
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      if (!unseen.get(i)) {
        shown.add(pieces.get(i).text());
      }
    }
    for (var i = unseen.nextSetBit(0); i >= 0; i = unseen.nextSetBit(i + 1)) {
      if (shown.contains(pieces.get(i).text())) {
        body.clear(i);
        unseen.clear(i);
      }
    }
  }

  private int words(BitSet set) {
    return set.stream().map(i -> pieces.get(i).words()).sum();
  }

  private boolean unseen(int box) {
    var up = 0;
    for (var node = box; node >= 0 && up < UP; node = tree.parent(node), up++) {
      if (elements.unseen(node)) {
        return true;
      }
    }
    return false;
  }
}
