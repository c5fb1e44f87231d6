package org.hearsay.article;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;

/**
 * The entries of a live blog: elements of one kind beside one another, three at least, each with a
 * time in it. Left out on demand, so that only what the blog says of the whole stays.
 */
final class LiveEntries {
  private LiveEntries() {}

  private static final int LEAST = 3;

  /** How far above its time an entry may begin. */
  private static final int UP = 8;

  /** Elements of one kind in one place: what holds them, their tag, their class. */
  private record Place(int holder, Tag tag, int names) {}

  /** How many elements of a place hold a time, and the last that does. */
  private static final class Row {
    int size;
    int last = -1;
  }

  /** Clears the pieces that are in entries. */
  static void takeOut(HtmlTree tree, PageElements elements, List<Piece> pieces, BitSet body) {
    var rows = new HashMap<Place, Row>();
    for (var time = 0; time < tree.size(); time++) {
      if (tree.tag(time) == Tag.TIME) {
        var up = 0;
        for (var node = time; up < UP && tree.parent(node) >= 0; node = tree.parent(node), up++) {
          var row = rows.computeIfAbsent(place(tree, elements, node), place -> new Row());
          row.size += row.last == node ? 0 : 1;
          row.last = node;
        }
      }
    }
    var entries = new BitSet();
    for (var time = 0; time < tree.size(); time++) {
      if (tree.tag(time) == Tag.TIME) {
        var up = 0;
        for (var node = tree.parent(time);
            up < UP && node >= 0 && tree.parent(node) >= 0;
            node = tree.parent(node), up++) {
          var row = rows.get(place(tree, elements, node));
          if (row != null && row.size >= LEAST) {
            entries.set(node, tree.last(node) + 1);
            break;
          }
        }
      }
    }
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      if (entries.get(pieces.get(i).first())) {
        body.clear(i);
      }
    }
  }

  private static Place place(HtmlTree tree, PageElements elements, int node) {
    return new Place(tree.parent(node), tree.tag(node), elements.nameHash(node));
  }
}
