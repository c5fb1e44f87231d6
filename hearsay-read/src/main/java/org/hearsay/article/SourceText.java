package org.hearsay.article;

import java.util.Arrays;

/**
 * What a stretch of HTML source reads as, and where each character of it comes from. The one rule
 * by which all text is made, at reading and at checking alike, so that a block's text can be made
 * again from its bytes.
 *
 * <ul>
 *   <li>tags and comments vanish; so do scripts, buttons and other things that are not text
 *   <li>references are resolved; soft hyphens and zero-width spaces are left out
 *   <li>runs of white space, of any width, are one plain space, in {@code pre} kept; {@code br} is
 *       a line break
 *   <li>the cells of a table row are set apart by a tab
 * </ul>
 */
final class SourceText {

  private final PieceText scanner = new PieceText();
  private char[] out = new char[64];
  private int size;
  private String text = "";

  /** Source index of each character of {@code text}; empty where nobody will ask. */
  private int[] from;

  private final boolean placed;
  private final StringBuilder reference = new StringBuilder(2);
  private boolean keepSpace;
  private int pendingAt = -1;
  private char pending;

  private SourceText(boolean keepSpace, boolean placed) {
    this.keepSpace = keepSpace;
    this.placed = placed;
    this.from = new int[placed ? 64 : 0];
  }

  /** One that reads many texts, one after the other, and knows no places. */
  static SourceText reader() {
    return new SourceText(false, false);
  }

  /** What a stretch reads as, by a reader that is used over and over. */
  String read(char[] chars, int start, int end, boolean spaceKept) {
    size = 0;
    pendingAt = -1;
    keepSpace = spaceKept;
    run(chars, start, end);
    return new String(out, 0, size);
  }

  /** Words and tables of what was read last, see {@link PieceText}. */
  int scanned() {
    return scanner.scan(out, size);
  }

  static SourceText of(char[] chars, int start, int end, boolean keepSpace) {
    var made = new SourceText(keepSpace, true);
    made.run(chars, start, end);
    made.text = new String(made.out, 0, made.size);
    return made;
  }

  /** Characters that are no markup, as they are. */
  static SourceText plain(char[] chars, int start, int end) {
    var made = new SourceText(true, true);
    for (var i = start; i < end; i++) {
      made.add(chars[i], i);
    }
    made.text = new String(made.out, 0, made.size);
    return made;
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /** Source index of the character at this index. */
  int from(int index) {
    return from[index];
  }

  /** Index of the first character that comes from this source index or a later one. */
  int indexOf(int source) {
    var found = Arrays.binarySearch(from, 0, text.length(), source);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && from[found - 1] == source) {
      found--;
    }
    return found;
  }

  /** Where what stands here as one character ends: a reference, a tag that reads as space. */
  static int unitEnd(char[] chars, int at, int length) {
    if (chars[at] == '&') {
      var after = CharacterReference.read(chars, at, length, false, new StringBuilder());
      return Math.max(after, at + 1);
    }
    if (chars[at] == '<'
        && at + 1 < length
        && (Markup.letter(chars[at + 1]) || chars[at + 1] == '/')) {
      return Markup.tagEnd(chars, at + 1, length);
    }
    return at + 1;
  }

  private void run(char[] chars, int start, int end) {
    var dropped = Tag.TEXT;
    var inside = 0;
    for (var i = start; i < end; ) {
      var c = chars[i];
      if (inside == 0 && plain(c)) {
        i = copy(chars, i, end);
      } else if (c == '<' && Markup.startTag(chars, i, end)) {
        var nameEnd = Markup.nameEnd(chars, i + 1, end);
        var tag = Tag.of(chars, i + 1, nameEnd);
        var after = Markup.tagEnd(chars, nameEnd, end);
        if (inside > 0) {
          inside += tag == dropped ? 1 : 0;
        } else if (tag.raw()) {
          var stop = Markup.rawEnd(chars, i + 1, nameEnd, after, end);
          after = stop < end ? Markup.tagEnd(chars, stop + 2, end) : end;
        } else if (tag.dropped()) {
          dropped = tag;
          inside = 1;
        } else {
          separate(tag, i);
        }
        i = after;
      } else if (c == '<' && Markup.endTag(chars, i, end)) {
        var nameEnd = Markup.nameEnd(chars, i + 2, end);
        var tag = Tag.of(chars, i + 2, nameEnd);
        if (inside > 0) {
          inside -= tag == dropped ? 1 : 0;
        } else {
          separate(tag, i);
        }
        i = Markup.tagEnd(chars, nameEnd, end);
      } else if (c == '<' && Markup.comment(chars, i, end)) {
        i = Markup.commentEnd(chars, i, end);
      } else if (inside > 0) {
        i++;
      } else if (c == '&') {
        reference.setLength(0);
        var after = CharacterReference.read(chars, i, end, false, reference);
        if (after == i) {
          put(c, i++);
        } else {
          for (var j = 0; j < reference.length(); j++) {
            put(reference.charAt(j), i);
          }
          i = after;
        }
      } else {
        put(c, i++);
      }
    }
  }

  /** Whether a character reads as itself, wherever it stands. */
  private static boolean plain(char c) {
    return c < PLAIN.length ? PLAIN[c] : c != '\u3000' && c != '\uFEFF';
  }

  private static final boolean[] PLAIN = new boolean[0x2070];

  static {
    for (var c = 0; c < PLAIN.length; c++) {
      PLAIN[c] =
          c > ' ' && c < 0x7F && c != '<' && c != '&'
              || c > 0xA0 && c < 0x2000 && c != 0xAD
              || c > 0x200F && c < 0x2028;
    }
  }

  /** Puts a run of such characters, with single plain spaces between them; where it ends. */
  private int copy(char[] chars, int at, int end) {
    append(chars[at], at);
    var from = at + 1;
    var stop = plainEnd(chars, from, end);
    while (stop + 1 < end && chars[stop] == ' ' && plain(chars[stop + 1])) {
      stop = plainEnd(chars, stop + 2, end);
    }
    var more = stop - from;
    if (size + more > out.length) {
      grow(size + more);
    }
    System.arraycopy(chars, from, out, size, more);
    for (var i = 0; placed && i < more; i++) {
      this.from[size + i] = from + i;
    }
    size += more;
    return stop;
  }

  private static int plainEnd(char[] chars, int at, int end) {
    while (at < end && plain(chars[at])) {
      at++;
    }
    return at;
  }

  private void separate(Tag tag, int at) {
    if (tag == Tag.BR) {
      space('\n', at);
    } else if (tag == Tag.TD || tag == Tag.TH) {
      space('\t', at);
    } else if (tag.block() || tag == Tag.IMG) {
      space(' ', at);
    }
  }

  private void put(char c, int at) {
    if (c > ' ' && c < '\u007F') {
      append(c, at);
      return;
    }
    switch (c) {
      case ' ', '\t', '\f', '\u00A0', '\u202F', '\u2007', '\u2009', '\u3000' -> {
        if (keepSpace) {
          append(c == '\t' ? '\t' : ' ', at);
        } else {
          space(' ', at);
        }
      }
      case '\n', '\r', '\u2028', '\u2029', '\u0085' -> {
        if (keepSpace) {
          if (c != '\r') {
            append('\n', at);
          }
        } else {
          space(' ', at);
        }
      }
      case '\u00AD', '\u200B', '\uFEFF', '\u2060', '\0' -> {}
      default -> {
        if (c < ' ' || c == '\u007F') {
          return;
        }
        append(c, at);
      }
    }
  }

  /** White space counts when text stands on both sides; a break outranks a space. */
  private void space(char c, int at) {
    if (keepSpace && c != '\n') {
      append(c, at);
      return;
    }
    if (pendingAt < 0) {
      pendingAt = at;
      pending = c;
    } else if (rank(c) > rank(pending)) {
      pending = c;
      pendingAt = at;
    }
  }

  private static int rank(char c) {
    return switch (c) {
      case '\t' -> 2;
      case '\n' -> 1;
      default -> 0;
    };
  }

  private void append(char c, int at) {
    if (pendingAt >= 0) {
      if (size > 0) {
        add(pending, pendingAt);
      }
      pendingAt = -1;
    }
    add(c, at);
  }

  private void add(char c, int at) {
    if (size == out.length) {
      grow(size + 1);
    }
    if (placed) {
      from[size] = at;
    }
    out[size++] = c;
  }

  private void grow(int least) {
    var room = Math.max(least, size * 2);
    out = Arrays.copyOf(out, room);
    from = placed ? Arrays.copyOf(from, room) : from;
  }
}
