package org.hearsay.serve;

import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
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
    var outcomes = new ArrayList<Outcome>();
    var sink =
        new Captures.Sink() {
          @Override
          public void capture(Capture capture) {
            outcomes.add(add(capture));
          }

          @Override
          public void unreadable(String where, String why) {
            outcomes.add(new Outcome(where, "unreadable", null, why));
          }
        };
    try (var in = upload.content()) {
      Captures.read(name, in, Captures.DEFAULT_LIMIT, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
