package org.hearsay.article;

/**
 * A candidate for a block: a stretch of the page's source without a break in its text.
 *
 * @param first its first text node
 * @param last its last text node
 * @param box the block element it stands in
 * @param start where its text starts in the source
 * @param end where its text ends in the source
 * @param text what it reads as
 * @param linkChars how many source characters of it are in links
 * @param linkDensity how much of it is links, 0 to 1
 * @param links how many links it has
 * @param words how many words it has
 * @param tables which tables of phrases have one that stands in it, see {@link PieceText}
 * @param sentence whether it ends as sentences end
 */
record Piece(
    int first,
    int last,
    int box,
    Block.Kind kind,
    int start,
    int end,
    String text,
    int linkChars,
    double linkDensity,
    int links,
    int words,
    int tables,
    boolean sentence) {

  /**
   * @param scanned what {@link PieceText#scan} tells of the text
   */
  static Piece of(
      int first,
      int last,
      int box,
      Block.Kind kind,
      int start,
      int end,
      String text,
      int linkChars,
      int links,
      int scanned) {
    return new Piece(
        first,
        last,
        box,
        kind,
        start,
        end,
        text,
        linkChars,
        text.isEmpty() ? 0 : Math.min(1.0, (double) linkChars / text.length()),
        links,
        PieceText.words(scanned),
        PieceText.tables(scanned),
        Words.endsSentence(text));
  }

  /** Its text with the place of each character: made again, since few pieces are asked for it. */
  SourceText source(HtmlTree tree) {
    return SourceText.of(tree.chars(), start, end, kind == Block.Kind.CODE);
  }

  Piece as(Block.Kind other) {
    return new Piece(
        first,
        last,
        box,
        other,
        start,
        end,
        text,
        linkChars,
        linkDensity,
        links,
        words,
        tables,
        sentence);
  }

  /** Whether a phrase of this table stands in it. */
  boolean has(int table) {
    return (tables & table) != 0;
  }
}
