package org.hearsay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Captures;
import org.hearsay.casefile.Added;
import org.hearsay.casefile.CaseException;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.reading.Reading;

/** Puts documents into a case on all cores, and tells of each in the order they came. */
final class Adding implements Captures.Sink, AutoCloseable {

  /** Told what became of each document. */
  interface Listener {
    void added(Added added);

    /** Of a document that is not in the case, or is with a doubt. */
    void trouble(String where, String why);
  }

  /** One or the other. */
  private record Result(List<Added> added, List<Outcome> troubles, List<CaseException> failed) {}

  /** A case takes several documents at once quicker than one by one. */
  private static final int BATCH = 16;

  private static final int BATCH_BYTES = 2 << 20;

  private final CaseFolder cases;
  private final Listener listener;
  private final Ordered<Result> work = new Ordered<>(this::tell);
  private final ArticleReader articles = new ArticleReader();
  private List<Capture> batch = new ArrayList<>();
  private long bytes;

  Adding(CaseFolder cases, Listener listener) {
    this.cases = cases;
    this.listener = listener;
  }

  @Override
  public void capture(Capture capture) {
    batch.add(capture);
    bytes += capture.bytes().length;
    if (batch.size() >= BATCH || bytes >= BATCH_BYTES) {
      giveBatch();
    }
  }

  @Override
  public void unreadable(String where, String why) {
    giveBatch();
    work.give(new Result(List.of(), List.of(Outcome.unread(where, why)), List.of()));
  }

  /** Ends with all of it in the case. */
  void finish() {
    giveBatch();
    work.finish();
  }

  private void giveBatch() {
    if (!batch.isEmpty()) {
      var captures = batch;
      work.give(bytes, () -> add(captures));
      batch = new ArrayList<>();
      bytes = 0;
    }
  }

  private Result add(List<Capture> captures) {
    var troubles = new ArrayList<Outcome>();
    var readable = new ArrayList<Capture>();
    for (var capture : captures) {
      var refused = refusal(capture);
      if (refused.troubles().isEmpty()) {
        readable.add(capture);
      } else {
        troubles.add(refused);
      }
    }
    var added = new ArrayList<Added>();
    try {
      added.addAll(cases.addAll(readable));
    } catch (CaseException e) {
      return new Result(added, troubles, List.of(e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // All or none: one of them is the cause, the others are to be kept.
      for (var capture : readable) {
        var outcome =
            Outcome.guarded(
                capture.uri(),
                () -> {
                  added.add(cases.add(capture));
                  return new Outcome(capture.uri(), "", List.of());
                });
        troubles.add(outcome);
      }
    }
    for (var one : added) {
      cases
          .reading(one.document().id())
          .filter(reading -> one.fresh())
          .ifPresent(reading -> troubles.add(doubts(reading)));
    }
    return new Result(added, troubles, List.of());
  }

  private static Outcome doubts(Reading reading) {
    return Outcome.of(reading.source().uri(), reading, () -> "");
  }

  /** Only PDF can turn out to hold nothing for anybody: locked, or damaged beyond opening. */
  private Outcome refusal(Capture capture) {
    if (!"application/pdf".equals(capture.mediaType())) {
      return new Outcome(capture.uri(), "", List.of());
    }
    return Outcome.guarded(
        capture.uri(),
        () -> {
          var extraction = articles.read(capture);
          var unread =
              extraction.notes().stream()
                  .filter(note -> Outcome.isUnread(extraction.article(), note))
                  .map(note -> note.message())
                  .collect(Collectors.toList());
          return new Outcome(capture.uri(), "", unread);
        });
  }

  private void tell(Result result) {
    result.added().forEach(listener::added);
    for (var outcome : result.troubles()) {
      outcome.troubles().forEach(why -> listener.trouble(outcome.where(), why));
    }
    for (var failure : result.failed()) { // the case itself: nothing more can be added
      throw failure;
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
