package org.hearsay.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One walk over a page: its text in pieces, in reading order. A piece ends where a block element
 * starts or ends, at two line breaks in a row, and where something stands that is no text.
 */
final class PieceStream {

  /** More cannot be an article; what follows is left out. */
  private static final int MOST = 60_000;

  private final HtmlTree tree;
  private final char[] chars;
  private final List<Piece> pieces = new ArrayList<>();
  private final SourceText reader = SourceText.reader();
  private int[] open = new int[256];
  private int depth;

  private int first = -1;
  private int last;
  private int linkChars;
  private int links;
  private int lastLink = -1;
  private int breaks;
  private int row = -1;

  private PieceStream(HtmlTree tree) {
    this.tree = tree;
    this.chars = tree.chars();
  }

  static List<Piece> of(HtmlTree tree) {
    var stream = new PieceStream(tree);
    stream.run();
    return stream.pieces;
  }

  private void run() {
    var n = tree.size();
    var dataTable = -1;
    for (var i = 0; i < n && pieces.size() < MOST; i++) {
      leave(i);
      var tag = tree.tag(i);
      if (tag == Tag.TEXT) {
        text(i);
        continue;
      }
      if (tag.dropped() && !open(tag, i)) {
        i = tree.last(i);
        continue;
      }
      if (tag == Tag.BR) {
        if (row < 0 && ++breaks == 2) {
          flush();
        }
        continue;
      }
      if (tag.block() && row < 0) {
        flush();
      }
      if (tag == Tag.TABLE) {
        dataTable = DataTables.isData(tree, i) ? i : -1;
      } else if (tag == Tag.TR && row < 0 && dataTable >= 0 && i <= tree.last(dataTable)) {
        row = i;
      }
      if (tree.last(i) > i) {
        push(i);
      }
    }
    flush();
  }

  /** More nodes than a button has that somebody closed. */
  private static final int LONG_BUTTON = 200;

  /** Whether it is a button that was never closed: what follows it is the page. */
  private boolean open(Tag tag, int node) {
    if (tag != Tag.BUTTON || tree.last(node) - node < LONG_BUTTON) {
      return false;
    }
    flush();
    return true;
  }

  private void push(int node) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = node;
  }

  private void leave(int node) {
    while (depth > 0 && tree.last(open[depth - 1]) < node) {
      depth--;
      if (tree.tag(open[depth]).block() && (row < 0 || row == open[depth])) {
        flush();
        row = -1;
      }
    }
  }

  private void text(int node) {
    if (first < 0) {
      first = node;
    }
    last = node;
    breaks = 0;
    for (var i = depth - 1; i >= Math.max(0, depth - 24); i--) {
      if (tree.tag(open[i]) == Tag.A) {
        if (toItself(open[i])) {
          break;
        }
        linkChars += solid(tree.start(node), tree.openEnd(node));
        if (lastLink != open[i]) {
          lastLink = open[i];
          links++;
        }
        break;
      }
    }
  }

  /**
   * Whether a link leads to a place of this page from a heading: it is the heading's own address.
   */
  private boolean toItself(int link) {
    var inHeading = false;
    for (var i = depth - 1; i >= Math.max(0, depth - 6) && !inHeading; i--) {
      inHeading = tree.tag(open[i]).heading();
    }
    return inHeading && tree.attribute(link, "href").startsWith("#");
  }

  private int solid(int from, int to) {
    var n = 0;
    for (var i = from; i < to; i++) {
      n += Markup.space(chars[i]) && i > from && Markup.space(chars[i - 1]) ? 0 : 1;
    }
    return n;
  }

  private void flush() {
    breaks = 0;
    if (first < 0) {
      return;
    }
    var from = tree.start(first);
    while (Markup.space(chars[from])) {
      from++;
    }
    var to = tree.openEnd(last);
    while (to > from && Markup.space(chars[to - 1])) {
      to--;
    }
    var box = tree.parent(first);
    while (box >= 0 && !tree.tag(box).block()) {
      box = tree.parent(box);
    }
    var kind = row >= 0 ? Block.Kind.TABLE_ROW : kind(box);
    var text = reader.read(chars, from, to, kind == Block.Kind.CODE);
    if (!text.isBlank()) {
      pieces.add(
          Piece.of(
              first,
              last,
              row >= 0 ? row : Math.max(0, box),
              kind,
              from,
              to,
              text,
              linkChars,
              links,
              reader.scanned()));
    }
    first = -1;
    linkChars = 0;
    links = 0;
    lastLink = -1;
  }

  /** What the elements around say it is; the nearest that says something wins. */
  private Block.Kind kind(int box) {
    var up = 0;
    for (var i = box; i >= 0 && up < 12; i = tree.parent(i), up++) {
      switch (tree.tag(i)) {
        case H1, H2, H3, H4, H5, H6 -> {
          return Block.Kind.HEADING;
        }
        case LI, DD, DT -> {
          return Block.Kind.LIST_ITEM;
        }
        case FIGCAPTION, CAPTION -> {
          return Block.Kind.CAPTION;
        }
        case BLOCKQUOTE -> {
          return Block.Kind.QUOTE;
        }
        case PRE -> {
          return Block.Kind.CODE;
        }
        case ARTICLE, MAIN, SECTION, ASIDE, BODY, TD, TABLE -> {
          return Block.Kind.PARAGRAPH;
        }
        default -> {}
      }
    }
    return Block.Kind.PARAGRAPH;
  }
}
