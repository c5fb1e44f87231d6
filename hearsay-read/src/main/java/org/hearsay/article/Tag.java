package org.hearsay.article;

import java.util.Locale;

/**
 * The HTML elements that the reader tells apart, and how they behave: breaking the text, holding no
 * content, holding raw text, or never shown. Groups as in the WHATWG HTML standard, 13.1.2 and
 * 15.3.
 */
enum Tag {
  TEXT(0),
  OTHER(0),
  /** An element of the page's own making, {@code <x-teaser>}: authors use them as boxes. */
  CUSTOM(Tag.BLOCK),
  A(0),
  ABBR(0),
  ADDRESS(Tag.BLOCK),
  AREA(Tag.VOID),
  ARTICLE(Tag.BLOCK),
  ASIDE(Tag.BLOCK),
  AUDIO(Tag.DROPPED),
  B(0),
  BASE(Tag.VOID),
  BLOCKQUOTE(Tag.BLOCK),
  BODY(Tag.BLOCK),
  BR(Tag.VOID),
  BUTTON(Tag.DROPPED),
  CANVAS(Tag.DROPPED),
  CAPTION(Tag.BLOCK | Tag.SCOPE),
  CENTER(Tag.BLOCK),
  CITE(0),
  CODE(0),
  COL(Tag.VOID),
  COLGROUP(Tag.BLOCK),
  DATALIST(Tag.DROPPED),
  DD(Tag.BLOCK),
  DETAILS(Tag.BLOCK),
  DIALOG(Tag.BLOCK),
  DIR(Tag.BLOCK),
  DIV(Tag.BLOCK),
  DL(Tag.BLOCK),
  DT(Tag.BLOCK),
  EM(0),
  EMBED(Tag.VOID),
  FIELDSET(Tag.BLOCK),
  FIGCAPTION(Tag.BLOCK),
  FIGURE(Tag.BLOCK),
  FONT(0),
  FOOTER(Tag.BLOCK),
  FORM(Tag.BLOCK),
  FRAME(Tag.VOID),
  FRAMESET(Tag.BLOCK),
  H1(Tag.BLOCK),
  H2(Tag.BLOCK),
  H3(Tag.BLOCK),
  H4(Tag.BLOCK),
  H5(Tag.BLOCK),
  H6(Tag.BLOCK),
  HEAD(Tag.BLOCK),
  HEADER(Tag.BLOCK),
  HGROUP(Tag.BLOCK),
  HR(Tag.BLOCK | Tag.VOID),
  HTML(Tag.BLOCK | Tag.SCOPE),
  I(0),
  IFRAME(Tag.RAW | Tag.DROPPED),
  IMG(Tag.VOID),
  INPUT(Tag.VOID),
  LABEL(0),
  LEGEND(Tag.BLOCK),
  LI(Tag.BLOCK),
  LINK(Tag.VOID),
  MAIN(Tag.BLOCK),
  MAP(Tag.DROPPED),
  MATH(Tag.DROPPED),
  MENU(Tag.BLOCK),
  META(Tag.VOID),
  NAV(Tag.BLOCK),
  NOEMBED(Tag.RAW | Tag.DROPPED),
  NOFRAMES(Tag.RAW | Tag.DROPPED),
  NOSCRIPT(Tag.DROPPED),
  OBJECT(Tag.DROPPED | Tag.SCOPE),
  OL(Tag.BLOCK),
  OPTGROUP(Tag.BLOCK),
  OPTION(Tag.BLOCK),
  P(Tag.BLOCK),
  PARAM(Tag.VOID),
  PRE(Tag.BLOCK),
  Q(0),
  RP(Tag.DROPPED),
  RT(Tag.DROPPED),
  RUBY(0),
  S(0),
  SCRIPT(Tag.RAW | Tag.DROPPED),
  SEARCH(Tag.BLOCK),
  SECTION(Tag.BLOCK),
  SELECT(Tag.DROPPED),
  SMALL(0),
  SOURCE(Tag.VOID),
  SPAN(0),
  STRONG(0),
  STYLE(Tag.RAW | Tag.DROPPED),
  SUB(0),
  SUMMARY(Tag.BLOCK),
  SUP(0),
  SVG(Tag.DROPPED),
  TABLE(Tag.BLOCK | Tag.SCOPE),
  TBODY(Tag.BLOCK),
  TD(Tag.BLOCK | Tag.SCOPE),
  TEMPLATE(Tag.DROPPED | Tag.SCOPE),
  TEXTAREA(Tag.RAW | Tag.DROPPED),
  TFOOT(Tag.BLOCK),
  TH(Tag.BLOCK | Tag.SCOPE),
  THEAD(Tag.BLOCK),
  TIME(0),
  TITLE(Tag.RAW | Tag.DROPPED),
  TR(Tag.BLOCK),
  TRACK(Tag.VOID),
  U(0),
  UL(Tag.BLOCK),
  VIDEO(Tag.DROPPED),
  WBR(Tag.VOID),
  XMP(Tag.RAW);

  private static final int BLOCK = 1;
  private static final int VOID = 2;
  private static final int RAW = 4;
  private static final int DROPPED = 8;
  private static final int SCOPE = 16;

  private static final Tag[] VALUES = values();
  private static final int SLOTS = 512;
  private static final Tag[] TABLE_BY_HASH = new Tag[SLOTS];
  private static final char[][] NAMES = new char[VALUES.length][];

  static {
    for (var tag : VALUES) {
      var name = tag.name().toLowerCase(Locale.ROOT).toCharArray();
      NAMES[tag.ordinal()] = name;
      if (tag.ordinal() > CUSTOM.ordinal()) {
        var slot = hash(name, 0, name.length);
        while (TABLE_BY_HASH[slot] != null) {
          slot = (slot + 1) & (SLOTS - 1);
        }
        TABLE_BY_HASH[slot] = tag;
      }
    }
  }

  private final int flags;

  Tag(int flags) {
    this.flags = flags;
  }

  /** Starts and ends a block of text. */
  boolean block() {
    return (flags & BLOCK) != 0;
  }

  /** Has no content and no end tag. */
  boolean empty() {
    return (flags & VOID) != 0;
  }

  /** Its content is not markup. */
  boolean raw() {
    return (flags & RAW) != 0;
  }

  /** What stands in it is not text of the page. */
  boolean dropped() {
    return (flags & DROPPED) != 0;
  }

  /** End tags inside do not reach elements outside. */
  boolean scope() {
    return (flags & SCOPE) != 0;
  }

  boolean heading() {
    return compareTo(H1) >= 0 && compareTo(H6) <= 0;
  }

  static Tag at(int ordinal) {
    return VALUES[ordinal];
  }

  /** The tag of this name, in any case; {@link #CUSTOM} with a hyphen, else {@link #OTHER}. */
  static Tag of(char[] chars, int start, int end) {
    var slot = hash(chars, start, end);
    for (var tag = TABLE_BY_HASH[slot]; tag != null; tag = TABLE_BY_HASH[slot]) {
      if (same(NAMES[tag.ordinal()], chars, start, end)) {
        return tag;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    for (var i = start; i < end; i++) {
      if (chars[i] == '-') {
        return CUSTOM;
      }
    }
    return OTHER;
  }

  private static int hash(char[] chars, int start, int end) {
    var hash = end - start;
    for (var i = start; i < end && i < start + 12; i++) {
      hash = hash * 31 + (chars[i] | 0x20);
    }
    return (hash ^ (hash >>> 9)) & (SLOTS - 1);
  }

  private static boolean same(char[] name, char[] chars, int start, int end) {
    if (name.length != end - start) {
      return false;
    }
    for (var i = 0; i < name.length; i++) {
      if (name[i] != chars[start + i] && name[i] != (chars[start + i] | 0x20)) {
        return false;
      }
    }
    return true;
  }
}
