package org.hearsay.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Note;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfReaderTest {

  @BeforeAll
  static void fonts() {
    PdfFonts.install();
  }

  /** A document with pages of lines; an empty line is a wider gap, {@code #} makes a line large. */
  private static PDDocument pages(String... pages) throws IOException {
    var document = new PDDocument();
    for (var page : pages) {
      var sheet = new PDPage();
      document.addPage(sheet);
      try (var content = new PDPageContentStream(document, sheet)) {
        var y = 720f;
        for (var line : page.split("\n", -1)) {
          y -= line.isEmpty() ? 10 : 14;
          if (!line.isEmpty()) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), line.startsWith("#") ? 20 : 11);
            content.newLineAtOffset(72, y);
            content.showText(line.replaceFirst("^# ", ""));
            content.endText();
          }
        }
      }
    }
    return document;
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    try (document) {
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static Extraction read(byte[] pdf) {
    return PdfReader.read(Capture.of("memo.pdf", pdf));
  }

  @Test
  void joinsLinesToParagraphs() throws IOException {
    var read =
        read(
            bytes(
                pages(
                    """
                    # The dredging affair

                    The mayor said on Monday that nothing had been signed and that nothing
                    would be signed before the council had met, which it has not done yet.

                    The minister denies it. He calls the audit a work of fiction, written by
                    people who were not there.""")));
    assertThat(read.article().text())
        .isEqualTo(
            """
            The dredging affair

            The mayor said on Monday that nothing had been signed and that nothing would be signed \
            before the council had met, which it has not done yet.

            The minister denies it. He calls the audit a work of fiction, written by people who \
            were not there.""");
    assertThat(read.article().blocks())
        .extracting(Block::kind)
        .containsExactly(Block.Kind.HEADING, Block.Kind.PARAGRAPH, Block.Kind.PARAGRAPH);
    assertThat(read.source().mediaType()).isEqualTo("application/pdf");
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void joinsBrokenWordsAndSaysSo() throws IOException {
    var read =
        read(
            bytes(
                pages(
                    """
                    The vice-chair spoke to the committee about the invoices that the com-
                    pany had sent to the agency, and the vice-
                    chair said no more than that to the Franco-
                    German board.""")));
    assertThat(read.article().text())
        .contains("that the company had sent")
        .contains("and the vice-chair said")
        .contains("Franco-German");
    assertThat(read.notes()).extracting(Note::code).containsExactly("joined-hyphens");
  }

  @Test
  void aSentenceGoesOnOverThePage() throws IOException {
    var read =
        read(
            bytes(
                pages(
                    "Report 1\nThe board met in June and it did not say a word about",
                    "Report 2\nthe invoices. That was all that anybody ever heard of it.",
                    "Report 3\nNobody asked.")));
    assertThat(read.article().text()).contains("a word about the invoices. That");
    assertThat(read.article().furniture()).extracting(Furniture::text).containsExactly("Report 1");
  }

  @Test
  void takesThePropertiesThatMakeSense() throws IOException {
    var document = pages("Words.");
    var about = document.getDocumentInformation();
    about.setTitle("The dredging affair");
    about.setAuthor("Jeanne Le Goff");
    about.setCreationDate(
        GregorianCalendar.from(ZonedDateTime.of(2022, 5, 31, 23, 30, 0, 0, ZoneOffset.UTC)));
    var read = read(bytes(document));
    assertThat(read.article().title()).isEqualTo("The dredging affair");
    assertThat(read.article().bylines()).containsExactly("Jeanne Le Goff");
    assertThat(read.article().published()).isEqualTo("2022-05-31");
    assertThat(read.notes()).extracting(Note::code).containsExactly("file-date");

    var odd = pages("Words.");
    odd.getDocumentInformation().setTitle("Microsoft Word - draft3.doc");
    odd.getDocumentInformation().setAuthor("jlegoff");
    var ignored = read(bytes(odd)).article();
    assertThat(ignored.title()).isNull();
    assertThat(ignored.bylines()).isEmpty();
    assertThat(ignored.published()).isNull();
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    var locked = pages("Secret.");
    locked.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    assertThat(codes(bytes(locked))).containsExactly("encrypted");
    assertThat(codes(bytes(pages("")))).containsExactly("no-text");
    assertThat(codes("%PDF-1.7\nnothing else".getBytes())).containsExactly("damaged");
    var open = pages("Not secret.");
    open.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
    assertThat(read(bytes(open)).article().text()).isEqualTo("Not secret.");
  }

  private static java.util.List<String> codes(byte[] pdf) {
    return read(pdf).notes().stream().map(Note::code).toList();
  }

  @Test
  void neverThrowsOnDamage() throws IOException {
    var whole = bytes(pages("The mayor said no.\nThe minister said yes.", "And so on."));
    for (var cut = 5; cut < whole.length; cut += 37) {
      read(Arrays.copyOf(whole, cut));
    }
    var random = new Random(7);
    for (var i = 0; i < 200; i++) {
      var bad = whole.clone();
      for (var j = 0; j < 5; j++) {
        bad[5 + random.nextInt(bad.length - 5)] = (byte) random.nextInt(256);
      }
      read(bad);
    }
  }
}
