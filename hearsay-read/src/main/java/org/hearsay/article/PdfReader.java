package org.hearsay.article;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Note;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF: its lines in reading order, joined to paragraphs. Blocks have no byte range: what is
 * compressed has no place to point at. Title, author and date come from the file's own properties,
 * where they look like a title, a name and a date. Pictures of text stay pictures.
 */
final class PdfReader {
  private PdfReader() {}

  private static final String MEDIA_TYPE = "application/pdf";

  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)untitled.*|sans titre.*|document\\s*\\d*|microsoft .*|.*\\.(?:docx?|pdf|odt|indd|qxd"
              + "|rtf|tex|dvi|tmp)|[\\d_-]+|[^\\p{L}]*");
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?: [\\p{L}.'’-]+){1,4}");
  private static final Pattern PROGRAM =
      Pattern.compile("(?i).*\\b(?:adobe|microsoft|office|acrobat|windows|user|admin\\w*)\\b.*");

  static Extraction read(Capture capture) {
    PdfFonts.install();
    var notes = new ArrayList<Note>();
    try (var document =
        Loader.loadPDF(capture.bytes(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      var paragraphs = PdfParagraphs.of(PdfLines.of(document, notes));
      if (paragraphs.isEmpty() && notes.isEmpty()) {
        notes.add(
            new Note(
                "no-text",
                "this PDF holds no text; if its pages are pictures, text recognition must come"
                    + " first"));
      }
      if (paragraphs.joined() > 0) {
        notes.add(
            new Note(
                "joined-hyphens",
                "words broken over two lines were joined without their hyphen: "
                    + paragraphs.joined()));
      }
      var article = article(document.getDocumentInformation(), paragraphs, notes);
      return new Extraction(capture, MEDIA_TYPE, null, article, notes);
    } catch (InvalidPasswordException e) {
      return unread(capture, "encrypted", "this PDF is protected by a password; take it off first");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return unread(capture, "damaged", "this PDF is damaged and cannot be opened");
    }
  }

  private static Extraction unread(Capture capture, String code, String message) {
    return new Extraction(
        capture, MEDIA_TYPE, null, Article.empty(), List.of(new Note(code, message)));
  }

  private static Article article(
      PDDocumentInformation about, PdfParagraphs paragraphs, List<Note> notes) {
    var published = created(about);
    if (published != null) {
      notes.add(
          new Note(
              "file-date", "the date is the one on which the PDF file was made: " + published));
    }
    return new Article(
        null,
        null,
        title(about).orElse(null),
        null,
        author(about),
        published,
        null,
        null,
        paragraphs.text(),
        paragraphs.blocks(),
        paragraphs.furniture(),
        List.of(),
        null);
  }

  private static Optional<String> title(PDDocumentInformation about) {
    return property(about.getTitle())
        .filter(title -> title.length() > 3 && title.length() < 300)
        .filter(title -> !NO_TITLE.matcher(title).matches());
  }

  private static List<String> author(PDDocumentInformation about) {
    return property(about.getAuthor())
        .filter(name -> NAME.matcher(name).matches() && !PROGRAM.matcher(name).matches())
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<String> property(@Nullable String value) {
    return Optional.ofNullable(value)
        .map(text -> text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
        .filter(text -> !text.isEmpty());
  }

  /** The day the file was made, in the time zone it was made in. */
  private static @Nullable String created(PDDocumentInformation about) {
    var created = about.getCreationDate();
    if (created == null) {
      return null;
    }
    var day = LocalDate.ofInstant(created.toInstant(), created.getTimeZone().toZoneId());
    // Before PDF there was none, and a year with five digits is a broken clock.
    return day.getYear() < 1993 || day.getYear() > 2100 ? null : day.toString();
  }
}
