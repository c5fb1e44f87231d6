package org.hearsay.serve;

import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Captures;
import org.hearsay.capture.Note;
import org.hearsay.casefile.CaseException;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.fetch.Fetcher;
import org.hearsay.reading.Reading;
import org.jspecify.annotations.Nullable;

/** Takes in what is dropped on the desk: files, and addresses to fetch. */
final class Intake {

  private final CaseFolder cases;
  private final Fetcher fetcher;

  Intake(CaseFolder cases, Fetcher fetcher) {
    this.cases = cases;
    this.fetcher = fetcher;
  }

  /**
   * What became of one input.
   *
   * @param name the file or address; for a record of an archive, its address
   * @param outcome {@code added}, {@code already-there} or {@code unreadable}
   * @param document missing when nothing was kept
   * @param reason why it could not be read, or what to know about how it was; one line
   */
  record Outcome(
      String name, String outcome, @Nullable DocumentRecord document, @Nullable String reason) {

    /** For people. */
    String told() {
      return switch (outcome) {
        case "added" -> "Added";
        case "already-there" -> "Already there";
        default -> "Could not be read";
      };
    }
  }

  /** Takes in one file, as the command line would: an archive gives an outcome for each record. */
  List<Outcome> file(UploadedFile upload) {
    var name = upload.filename().isBlank() ? "file" : upload.filename();
    try {
      var folder = Files.createTempDirectory("hearsay-upload");
      var file = folder.resolve(safe(name));
      try {
        try (var in = upload.content()) {
          Files.copy(in, file);
        }
        return read(file, name);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Outcome> read(Path file, String name) {
    var outcomes = new ArrayList<Outcome>();
    Captures.read(
        file,
        new Captures.Sink() {
          @Override
          public void capture(Capture capture) {
            outcomes.add(add(under(capture, file, name)));
          }

          @Override
          public void unreadable(String where, String why) {
            outcomes.add(
                new Outcome(
                    renamed(where, file, name), "unreadable", null, renamed(why, file, name)));
          }
        });
    return outcomes.isEmpty()
        ? List.of(new Outcome(name, "unreadable", null, "Nothing to read was found in it."))
        : outcomes;
  }

  /** Fetches one page. */
  Outcome address(String address) {
    try {
      var uri = new URI(address.strip());
      if (uri.getScheme() == null || !uri.getScheme().matches("(?i)https?")) {
        return new Outcome(
            address, "unreadable", null, "An address starts with http:// or https://.");
      }
      return add(fetcher.fetch(uri));
    } catch (URISyntaxException e) {
      return new Outcome(address, "unreadable", null, "This is not an address of the web.");
    } catch (IOException e) {
      return new Outcome(address, "unreadable", null, String.valueOf(e.getMessage()));
    }
  }

  private Outcome add(Capture capture) {
    try {
      var added = cases.add(capture);
      return new Outcome(
          capture.uri(),
          added.fresh() ? "added" : "already-there",
          added.document(),
          added.fresh() ? notes(added.document()) : null);
    } catch (CaseException e) {
      return new Outcome(capture.uri(), "unreadable", null, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String notes(DocumentRecord document) {
    var told =
        cases.reading(document.id()).map(Reading::notes).orElse(List.of()).stream()
            .map(Note::message)
            .collect(Collectors.joining(" "));
    return told.isEmpty() ? null : told;
  }

  /**
   * The temporary file is nobody's address: what was dropped goes by the name it was dropped as.
   */
  private static Capture under(Capture capture, Path file, String name) {
    return new Capture(
        renamed(capture.uri(), file, name),
        capture.bytes(),
        capture.mediaType(),
        capture.charset(),
        capture.fetched());
  }

  private static String renamed(String text, Path file, String name) {
    return text.replace(file.toUri().toString(), name).replace(file.toString(), name);
  }

  /** The last part of the name, as its ending may tell what the file is. */
  static String safe(String name) {
    var plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^[._]+", "");
    return plain.isEmpty() ? "file" : plain.substring(Math.max(0, plain.length() - 80));
  }
}
