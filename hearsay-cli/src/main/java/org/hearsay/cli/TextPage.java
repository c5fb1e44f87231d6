package org.hearsay.cli;

/** Plain text for people: headings, and lines broken at {@link #WIDTH} under their indent. */
final class TextPage {

  static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  /** A heading, with an empty line before it unless it comes first. */
  TextPage heading(String words) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(words).append('\n');
    return this;
  }

  TextPage line(int indent, String words) {
    return line(indent, "", words);
  }

  /**
   * @param indent columns before the mark
   * @param mark stands before the first line only; the others are indented as deep
   * @param words any text; line breaks and control characters in it become spaces
   */
  TextPage line(int indent, String mark, String words) {
    var margin = " ".repeat(indent) + " ".repeat(mark.length());
    var column = margin.length();
    text.append(" ".repeat(indent)).append(mark);
    var first = true;
    for (var word : Console.oneLine(words).split(" +")) {
      if (!first && column + 1 + word.length() > WIDTH) {
        text.append('\n').append(margin);
        column = margin.length();
      } else if (!first) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
      first = false;
    }
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
