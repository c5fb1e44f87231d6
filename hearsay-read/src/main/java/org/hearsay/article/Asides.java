package org.hearsay.article;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * Takes out of the body what is text, and of its own: boxes of facts inside the article, appeals, a
 * second article under it, readers' comments. They look like the text around them; the elements
 * they stand in tell.
 */
final class Asides {

  /** Words that have to be left for a box to be beside a text, and a third of all. */
  private static final int LEAST_TEXT = 80;

  private static final double IN_DATA = 0.8;

  private static final int UP = 100;
  private static final int UP_TO_BOX = 8;

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;
  private final float[] inData;

  Asides(HtmlTree tree, PageElements elements, List<Piece> pieces, float[] inData) {
    this.inData = inData;
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
  }

  void takeOut(BitSet body) {
    takeOut(body, boxes(body));
    takeOut(body, otherArticles(body));
    takeOut(body, besides(body));
  }

  private void takeOut(BitSet body, BitSet aside) {
    if (!aside.isEmpty()) {
      var left = (BitSet) body.clone();
      left.andNot(aside);
      if (words(left) >= Math.max(LEAST_TEXT, words(body) / 3)) {
        body.andNot(aside);
      }
    }
  }

  private int words(BitSet set) {
    return set.stream().map(i -> pieces.get(i).words()).sum();
  }

  /**
   * What stands in boxes of facts that do not hold the page's main heading; what the page's data
   * give as text of the article is text.
   */
  private BitSet boxes(BitSet body) {
    var found = new BitSet();
    var headed = new HashMap<Integer, Boolean>();
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      var up = 0;
      for (var node = pieces.get(i).box();
          node >= 0 && up < UP_TO_BOX && tree.tag(node) != Tag.BODY;
          node = tree.parent(node), up++) {
        if (elements.facts(node)
            && inData[i] < IN_DATA
            && !headed.computeIfAbsent(node, this::headed)) {
          found.set(i);
        }
      }
    }
    return found;
  }

  /**
   * What stands in an {@code article} with a main heading of its own, after the first has ended.
   */
  private BitSet otherArticles(BitSet body) {
    var found = new BitSet();
    var headed = new HashMap<Integer, Boolean>();
    var main = -1;
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      var article = article(i);
      if (article < 0) {
        continue;
      }
      if (main < 0) {
        main = article;
      } else if (article > tree.last(main) && headed.computeIfAbsent(article, this::headed)) {
        found.set(i);
      }
    }
    return found;
  }

  /**
   * What readers wrote, in an element that is named after comments, and what asks for something, in
   * an {@code aside} of few words with a button or a field; both after the beginning of the text.
   */
  private BitSet besides(BitSet body) {
    var found = new BitSet();
    var first = body.isEmpty() ? 0 : pieces.get(body.nextSetBit(0)).first();
    var asking = new HashMap<Integer, Boolean>();
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      var up = 0;
      for (var node = pieces.get(i).box();
          node > first && up < UP_TO_BOX && tree.tag(node) != Tag.BODY;
          node = tree.parent(node), up++) {
        if (elements.furniture(node) == Furniture.Kind.COMMENTS
            || tree.tag(node) == Tag.ASIDE && asking.computeIfAbsent(node, this::asks)) {
          found.set(i);
        }
      }
    }
    return found;
  }

  private static final int NODES_OF_A_CALL = 60;
  private static final Set<Tag> MAIN_HEADING = EnumSet.of(Tag.H1);

  private static final Set<Tag> FIELDS = EnumSet.of(Tag.BUTTON, Tag.INPUT);

  private boolean asks(int aside) {
    return tree.last(aside) - aside <= NODES_OF_A_CALL && tree.holds(aside, FIELDS);
  }

  /** The innermost {@code article} around a piece; -1 for none. */
  private int article(int i) {
    var up = 0;
    for (var node = pieces.get(i).box(); node >= 0 && up < UP; node = tree.parent(node), up++) {
      if (tree.tag(node) == Tag.ARTICLE) {
        return node;
      }
    }
    return -1;
  }

  private boolean headed(int element) {
    return tree.holds(element, MAIN_HEADING);
  }
}
