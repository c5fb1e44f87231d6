package org.hearsay.article;

import java.util.Arrays;
import java.util.Set;

/**
 * The elements and texts of a page, in document order, each with its place in the source. One pass,
 * no recursion, no objects for nodes: a node is an index, and the nodes inside node {@code n} are
 * {@code n + 1} to {@code last(n)}.
 *
 * <p>Tags are recovered as browsers do where it changes what the text is - unclosed paragraphs,
 * list items, cells, links, stray and crossing end tags - without moving anything: what stands in
 * the source at one place is one node at that place. That is what exact byte ranges need, and all
 * that reading an article asks of a tree (WHATWG HTML 13.2.6, without foster parenting and the
 * adoption agency).
 */
final class HtmlTree {

  /** How far up an end tag looks for its start; browsers go no deeper than 512 in all. */
  private static final int REACH = 256;

  private final char[] chars;
  private final int length;
  private byte[] tag = new byte[1024];
  private int[] parent = new int[1024];
  private int[] start = new int[1024];
  private int[] openEnd = new int[1024];
  private int[] end = new int[1024];
  private int[] last = new int[1024];
  private int size;

  private int[] open = new int[128];
  private int depth;
  private final int[] openOf = new int[Tag.values().length];

  private HtmlTree(char[] chars, int length) {
    this.chars = chars;
    this.length = length;
  }

  static HtmlTree parse(char[] chars, int length) {
    var tree = new HtmlTree(chars, length);
    tree.run();
    return tree;
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  /** How many nodes. */
  int size() {
    return size;
  }

  Tag tag(int node) {
    return Tag.at(tag[node]);
  }

  /** The element around it; -1 for none. */
  int parent(int node) {
    return parent[node];
  }

  /** Where its start tag, or the text, starts. */
  int start(int node) {
    return start[node];
  }

  /** Where its start tag, or the text, ends. */
  int openEnd(int node) {
    return openEnd[node];
  }

  /** Where its content ends: at its end tag, or what closed it. */
  int end(int node) {
    return end[node];
  }

  /** The last node inside it; itself when there is none. */
  int last(int node) {
    return last[node];
  }

  /** Whether it is of one of these kinds or holds one that is. */
  boolean holds(int node, Set<Tag> kinds) {
    for (var i = node; i <= last[node]; i++) {
      if (kinds.contains(tag(i))) {
        return true;
      }
    }
    return false;
  }

  /** The characters as they stand. */
  String source(int from, int to) {
    return new String(chars, from, to - from);
  }

  private void run() {
    var at = 0;
    while (at < length) {
      if (chars[at] != '<') {
        at = text(at);
      } else if (Markup.startTag(chars, at, length)) {
        at = startTag(at);
      } else if (Markup.endTag(chars, at, length)) {
        var nameEnd = Markup.nameEnd(chars, at + 2, length);
        endTag(Tag.of(chars, at + 2, nameEnd), at, nameEnd);
        at = Markup.tagEnd(chars, nameEnd, length);
      } else if (Markup.comment(chars, at, length)) {
        at = Markup.commentEnd(chars, at, length);
      } else {
        at = text(at);
      }
    }
    while (depth > 0) {
      pop(length);
    }
  }

  /** A text node up to the next tag, unless there is nothing but space. */
  private int text(int at) {
    var i = at;
    while (i < length && Markup.space(chars[i])) {
      i++;
    }
    if (i < length && (i == at || chars[i] != '<')) {
      i = Markup.indexOf(chars, '<', i + 1, length);
      add(Tag.TEXT, at, i);
    }
    return i;
  }

  private int startTag(int at) {
    var nameEnd = Markup.nameEnd(chars, at + 1, length);
    var kind = Tag.of(chars, at + 1, nameEnd);
    var after = Markup.tagEnd(chars, nameEnd, length);
    var foreign = inDrawing();
    if (foreign && kind.block() && kind != Tag.CUSTOM && leaveDrawing(at)) {
      foreign = inDrawing();
    }
    if ((kind == Tag.HTML || kind == Tag.BODY || kind == Tag.HEAD) && openOf[kind.ordinal()] > 0) {
      return after;
    }
    if (!foreign) {
      closeImplied(kind, at);
    }
    var node = add(kind, at, after);
    var drawing = foreign || kind == Tag.SVG || kind == Tag.MATH;
    if (kind.empty() || drawing && chars[after - 1] == '>' && chars[after - 2] == '/') {
      return after;
    }
    if (kind.raw() && !foreign) {
      var stop = Markup.rawEnd(chars, at + 1, nameEnd, after, length);
      end[node] = stop;
      return stop < length ? Markup.tagEnd(chars, stop + 2 + nameEnd - at - 1, length) : length;
    }
    push(node, kind);
    return after;
  }

  private boolean inDrawing() {
    return openOf[Tag.SVG.ordinal()] + openOf[Tag.MATH.ordinal()] > 0;
  }

  /**
   * A box of HTML ends a drawing that nobody has ended, unless the drawing has a place for HTML
   * ({@code foreignObject}, {@code desc}); whether it did (WHATWG HTML 13.2.6.5).
   */
  private boolean leaveDrawing(int at) {
    for (var i = depth - 1; i >= Math.max(0, depth - REACH); i--) {
      switch (tag(open[i])) {
        case SVG, MATH -> {
          popTo(i, at);
          return true;
        }
        case OTHER, CUSTOM -> {
          if (holdsHtml(open[i])) {
            return false;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private boolean holdsHtml(int node) {
    return named(node, "foreignobject") || named(node, "desc") || named(node, "annotation-xml");
  }

  /** Whether an element has this name, given in lower case; its own may be in any. */
  private boolean named(int node, String name) {
    var from = start[node] + 1;
    for (var i = 0; i < name.length(); i++) {
      var c = from + i < length ? chars[from + i] : '>';
      if (c != name.charAt(i) && (c | 0x20) != name.charAt(i)) {
        return false;
      }
    }
    return Markup.nameEnd(chars, from, length) - from == name.length();
  }

  /** Closes what this start tag ends without saying so. */
  private void closeImplied(Tag kind, int at) {
    switch (kind) {
      case LI -> closeNearest(at, Tag.LI, Tag.LI, Tag.UL, Tag.OL);
      case DT, DD -> closeNearest(at, Tag.DT, Tag.DD, Tag.DL, Tag.DL);
      case TD, TH -> closeNearest(at, Tag.TD, Tag.TH, Tag.TR, Tag.TABLE);
      case TR -> closeNearest(at, Tag.TR, Tag.TR, Tag.TABLE, Tag.TABLE);
      case TBODY, THEAD, TFOOT -> {
        closeNearest(at, Tag.TBODY, Tag.THEAD, Tag.TABLE, Tag.TABLE);
        closeNearest(at, Tag.TFOOT, Tag.TFOOT, Tag.TABLE, Tag.TABLE);
      }
      case OPTION, OPTGROUP -> closeNearest(at, Tag.OPTION, kind, Tag.SELECT, Tag.DATALIST);
      case BUTTON -> {
        var i = nearest(Tag.BUTTON, Tag.BUTTON);
        if (i >= 0) {
          popTo(i, at);
        }
      }
      case A -> {
        var i = nearest(Tag.A, Tag.A);
        if (i >= 0 && onlyInline(i + 1)) {
          popTo(i, at);
        }
      }
      case BODY -> {
        var i = nearest(Tag.HEAD, Tag.HEAD);
        if (i >= 0) {
          popTo(i, at);
        }
      }
      default -> {
        if (kind.heading() && depth > 0 && tag(open[depth - 1]).heading()) {
          pop(at);
        }
      }
    }
    if (kind.block() && kind != Tag.CUSTOM && openOf[Tag.P.ordinal()] > 0) {
      closeNearest(at, Tag.P, Tag.P, Tag.TD, Tag.TH);
    }
  }

  /** Closes the nearest open one of two, unless a stop or a scope comes first. */
  private void closeNearest(int at, Tag one, Tag other, Tag stop, Tag otherStop) {
    if (openOf[one.ordinal()] + openOf[other.ordinal()] == 0) {
      return;
    }
    for (var i = depth - 1; i >= Math.max(0, depth - REACH); i--) {
      var kind = tag(open[i]);
      if (kind == one || kind == other) {
        popTo(i, at);
        return;
      }
      if (kind == stop || kind == otherStop || kind.scope() || kind == Tag.BUTTON) {
        return;
      }
    }
  }

  private void endTag(Tag kind, int at, int nameEnd) {
    if (kind == Tag.BR) {
      add(Tag.BR, at, Markup.tagEnd(chars, nameEnd, length));
      return;
    }
    if (kind == Tag.BODY || kind == Tag.HTML || kind.empty() || openOf[kind.ordinal()] == 0) {
      return;
    }
    if (kind.heading()) {
      for (var i = depth - 1; i >= Math.max(0, depth - REACH); i--) {
        if (tag(open[i]).heading()) {
          popTo(i, at);
          return;
        }
      }
      return;
    }
    var named = kind == Tag.OTHER || kind == Tag.CUSTOM;
    for (var i = depth - 1; i >= Math.max(0, depth - REACH); i--) {
      var here = tag(open[i]);
      if (here == kind && (!named || sameName(open[i], at + 2, nameEnd))) {
        popTo(i, at);
        return;
      }
      if (here.scope() && !outOf(here, kind) || !kind.block() && here.block() && !kind.dropped()) {
        return;
      }
    }
  }

  /** Table tags close cells; the tag of a scope's own kind has been looked at already. */
  private static boolean outOf(Tag scope, Tag kind) {
    return (scope == Tag.TD || scope == Tag.TH || scope == Tag.CAPTION)
        && switch (kind) {
          case TR, TBODY, THEAD, TFOOT, TABLE -> true;
          default -> false;
        };
  }

  private boolean sameName(int node, int nameStart, int nameEnd) {
    var from = start[node] + 1;
    var n = nameEnd - nameStart;
    if (Markup.nameEnd(chars, from, length) - from != n) {
      return false;
    }
    for (var i = 0; i < n; i++) {
      if ((chars[from + i] | 0x20) != (chars[nameStart + i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private int nearest(Tag kind, Tag other) {
    if (openOf[kind.ordinal()] + openOf[other.ordinal()] == 0) {
      return -1;
    }
    for (var i = depth - 1; i >= Math.max(0, depth - REACH); i--) {
      if (tag(open[i]) == kind || tag(open[i]) == other) {
        return i;
      }
    }
    return -1;
  }

  private boolean onlyInline(int from) {
    for (var i = from; i < depth; i++) {
      if (tag(open[i]).block()) {
        return false;
      }
    }
    return true;
  }

  private void push(int node, Tag kind) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = node;
    openOf[kind.ordinal()]++;
  }

  private void popTo(int level, int at) {
    while (depth > level) {
      pop(at);
    }
  }

  private void pop(int at) {
    var node = open[--depth];
    openOf[tag[node]]--;
    end[node] = at;
    last[node] = size - 1;
  }

  private int add(Tag kind, int from, int to) {
    if (size == tag.length) {
      var more = size * 2;
      tag = Arrays.copyOf(tag, more);
      parent = Arrays.copyOf(parent, more);
      start = Arrays.copyOf(start, more);
      openEnd = Arrays.copyOf(openEnd, more);
      end = Arrays.copyOf(end, more);
      last = Arrays.copyOf(last, more);
    }
    tag[size] = (byte) kind.ordinal();
    parent[size] = depth > 0 ? open[depth - 1] : -1;
    start[size] = from;
    openEnd[size] = to;
    end[size] = to;
    last[size] = size;
    return size++;
  }

  /** The value of an attribute, references resolved; empty when there is none. */
  String attribute(int node, String name) {
    for (var each = attributesOf(node); each.next(); ) {
      if (each.is(name)) {
        return each.value();
      }
    }
    return "";
  }

  /** The attributes of an element, one after the other. */
  Attributes attributesOf(int node) {
    return new Attributes(chars).of(start[node], openEnd[node]);
  }

  /** Names in lower case and values, one after the other; at most a hundred of them. */
  String[] attributes(int node) {
    var found = new String[8];
    var n = 0;
    for (var each = attributesOf(node); each.next(); ) {
      if (n == found.length) {
        found = Arrays.copyOf(found, n * 2);
      }
      found[n++] = each.name();
      found[n++] = each.value();
    }
    return Arrays.copyOf(found, n);
  }
}
