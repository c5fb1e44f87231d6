package org.hearsay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hearsay.article.Article;
import org.hearsay.capture.Note;
import org.hearsay.reading.Reading;

/**
 * What became of one document.
 *
 * @param where the input
 * @param output what goes to standard output; empty when it could not be read
 * @param troubles what goes to standard error, one line each
 */
record Outcome(String where, String output, List<String> troubles) {

  /** Notes that say that nothing of a document could be read. */
  private static final Set<String> UNREAD = Set.of("encrypted", "damaged", "unreadable");

  /** Notes that say that a document was read, but with a guess or not to its end. */
  private static final Set<String> IN_PART =
      Set.of("unknown-charset", "too-deep", "too-large", "truncated", "damaged-pages");

  static Outcome unread(String where, String why) {
    return new Outcome(where, "", List.of(why));
  }

  /** The reading as printed; or only the reason, when there was nothing to read. */
  static Outcome of(String where, Reading reading, Supplier<String> output) {
    var troubles = new ArrayList<String>();
    for (var note : reading.notes()) {
      if (isUnread(reading.article(), note)) {
        return unread(where, note.message());
      }
      if (IN_PART.contains(note.code())) {
        troubles.add(note.message());
      }
    }
    // One line for each input: what troubles it, together.
    return new Outcome(
        where,
        output.get(),
        troubles.isEmpty() ? List.of() : List.of("read in part: " + String.join("; ", troubles)));
  }

  /** Whether the note says that this article is empty because the document could not be opened. */
  static boolean isUnread(Article article, Note note) {
    return UNREAD.contains(note.code()) && article.text().isBlank();
  }

  /** Runs the work on one document; whatever it throws is the trouble of that document alone. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  static Outcome guarded(String where, Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      return unread(
          where, "needs more memory than there is; try it alone, or with JAVA_OPTS=-Xmx4g");
    } catch (StackOverflowError | RuntimeException e) {
      if (System.getenv("HEARSAY_DEBUG") != null) {
        e.printStackTrace();
      }
      return unread(where, "could not be read, which is an error of ours: " + e);
    }
  }
}
