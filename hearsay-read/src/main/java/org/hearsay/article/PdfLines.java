package org.hearsay.article;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.hearsay.capture.Note;

/**
 * The lines of a PDF in the order in which the file draws them, which is that of reading in nearly
 * all that is typeset. Bounded: a file may draw one form a million times over.
 */
final class PdfLines extends PDFTextStripper {

  /**
   * A line of text.
   *
   * @param page from 1
   * @param left, right, bottom in points from the page's top left corner
   * @param size of the letters, in points
   */
  record Line(int page, String text, float left, float right, float bottom, float size) {}

  private static final int MOST_PAGES = 5_000;
  private static final int MOST_OPERATORS = 30_000_000;
  private static final int MOST_CHARS = 20_000_000;

  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private float left;
  private float right;
  private float bottom;
  private float size;
  private long operators;
  private long chars;

  private PdfLines() {
    setShouldSeparateByBeads(true);
  }

  static List<Line> of(PDDocument document, List<Note> notes) throws IOException {
    var reader = new PdfLines();
    var pages = document.getNumberOfPages();
    var broken = 0;
    var last = Math.min(pages, MOST_PAGES);
    for (var page = 1; page <= last; page++) {
      reader.setStartPage(page);
      reader.setEndPage(page);
      try {
        reader.writeText(document, Writer.nullWriter());
      } catch (TooMuch e) {
        last = page;
      } catch (IOException | RuntimeException | StackOverflowError e) {
        broken++;
      }
      reader.endLine();
    }
    if (last < pages) {
      notes.add(
          new Note("truncated", "read only as far as page " + last + " of " + pages + " pages"));
    }
    if (broken > 0) {
      var code = broken == pages ? "damaged" : "damaged-pages";
      notes.add(new Note(code, "pages of this PDF that are damaged: " + broken + " of " + pages));
    }
    return reader.lines;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MOST_OPERATORS) {
      throw new TooMuch();
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
      throws IOException {
    if (e instanceof TooMuch) {
      throw e;
    }
    super.operatorException(operator, operands, e);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    if (++chars <= MOST_CHARS) {
      super.processTextPosition(text);
    } else {
      operators = MOST_OPERATORS; // ends at the next operator
    }
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    if (!positions.isEmpty()) {
      var first = positions.get(0);
      var last = positions.get(positions.size() - 1);
      if (words.isEmpty()) {
        left = first.getXDirAdj();
        size = first.getFontSizeInPt();
      }
      right = last.getXDirAdj() + last.getWidthDirAdj();
      bottom = first.getYDirAdj();
    }
    words.append(text);
  }

  @Override
  protected void writeWordSeparator() {
    words.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writePageEnd() {
    endLine();
  }

  @Override
  protected void endArticle() {
    endLine();
  }

  private void endLine() {
    var text = words.toString().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (!text.isEmpty()) {
      lines.add(new Line(getCurrentPageNo(), text, left, right, bottom, size));
    }
    words.setLength(0);
  }
}
