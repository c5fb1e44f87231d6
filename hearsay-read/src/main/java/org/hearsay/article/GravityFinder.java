package org.hearsay.article;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the body by weight: pieces that read like paragraphs pull their containers up, the smallest
 * container that keeps most of the weight is the body, and what in it is no furniture is the text.
 * After the manner of Arc90's Readability (2009), over pieces instead of elements.
 */
final class GravityFinder {

  private static final double KEPT = 0.7;

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;

  /** Weight of what each element holds: of all that reads like paragraphs, and of the likely. */
  private final double[] pull;

  private final double[] weight;

  GravityFinder(HtmlTree tree, PageElements elements, List<Piece> pieces) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
    this.pull = new double[tree.size() + 1];
    this.weight = new double[tree.size() + 1];
  }

  /** The pieces that are the article, by index. */
  BitSet find() {
    var raw = new double[pieces.size()];
    for (var i = 0; i < raw.length; i++) {
      raw[i] = weight(pieces.get(i));
    }
    var all = sum(raw, pull);
    var own = raw.clone();
    for (var i = 0; i < own.length; i++) {
      // a class name does not make furniture of what holds most of the page's text
      own[i] = own[i] > 0 && furniture(pieces.get(i), -1, 0.4 * all) ? 0 : own[i];
    }
    var total = sum(own, weight);
    var chosen = new BitSet();
    if (total > 0) {
      fill(chosen, container(total), own, 0.4 * all);
    }
    return chosen;
  }

  private double sum(double[] own, double[] into) {
    var total = 0.0;
    for (var i = 0; i < own.length; i++) {
      if (own[i] > 0) {
        total += own[i];
        var up = 0;
        for (var node = pieces.get(i).box();
            node >= 0 && up < 200;
            node = tree.parent(node), up++) {
          into[node] += own[i];
        }
      }
    }
    return total;
  }

  private static double weight(Piece piece) {
    var words = piece.words();
    var sentence = piece.sentence();
    if (piece.linkDensity() > 0.5 || words < 6 || !sentence && words < 20) {
      return 0;
    }
    return (Math.min(words, 120) + 5) * (1 - piece.linkDensity()) * (sentence ? 1 : 0.5);
  }

  private int container(double total) {
    var best = 0;
    var bestWeight = total;
    for (var node = 0; node < tree.size(); node++) {
      // preorder: a later node that keeps enough of the weight is deeper
      if (weight[node] >= KEPT * bestWeight && tree.tag(node).block() && tree.tag(node) != Tag.P) {
        best = node;
        bestWeight = weight[node];
      }
    }
    return best;
  }

  private void fill(BitSet chosen, int container, double[] own, double heavy) {
    var first = -1;
    var last = -1;
    for (var i = 0; i < own.length; i++) {
      if (own[i] > 0 && within(pieces.get(i), container)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    for (var i = first; i >= 0 && i <= last; i++) {
      var piece = pieces.get(i);
      if (within(piece, container) && (own[i] > 0 || kept(piece, container, heavy))) {
        chosen.set(i);
      }
    }
    for (var i = last; i >= 0 && pieces.get(i).kind() == Block.Kind.HEADING; i--) {
      chosen.clear(i);
    }
  }

  private boolean kept(Piece piece, int container, double heavy) {
    return switch (piece.kind()) {
      case LIST_ITEM, TABLE_ROW -> piece.linkDensity() < 0.4 && !furniture(piece, container, heavy);
      case CAPTION -> piece.linkDensity() < 0.5 && !furniture(piece, container, heavy);
      default ->
          piece.linkDensity() < 0.4 && !furniture(piece, container, heavy) && piece.words() > 0;
    };
  }

  private boolean within(Piece piece, int container) {
    return piece.first() >= container && piece.first() <= tree.last(container);
  }

  private boolean furniture(Piece piece, int container, double heavy) {
    var up = 0;
    for (var node = tree.parent(piece.first());
        node > container && node >= 0 && up < 60;
        node = tree.parent(node), up++) {
      if (pull[node] > heavy) {
        continue;
      }
      switch (tree.tag(node)) {
        case NAV, FOOTER, ASIDE, FORM, DIALOG, MENU -> {
          return true;
        }
        case BODY, HTML, MAIN, ARTICLE -> {
          continue;
        }
        default -> {
          if (elements.hidden(node)
              || elements.unlikely(node) && !elements.likely(node) && !elements.articleBody(node)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
