package org.hearsay.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Originals that have no record yet, read and recorded in the order they come. */
final class Backlog implements Originals.Visitor {
  private final Derived derived;
  private final Consumer<DocumentRecord> progress;
  private final List<String> notices = new ArrayList<>();
  private int seq;
  private int recorded;

  Backlog(Derived derived, Consumer<DocumentRecord> progress) {
    this.derived = derived;
    this.progress = progress;
    this.seq = derived.records().lastSeq();
  }

  @Override
  public void whole(Originals.Place place, Stored stored) {
    var id = Reader.id(stored.capture());
    if (derived.records().document(id).isPresent()) {
      return;
    }
    var reading = Reader.read(stored.capture());
    var row = new Records.Row(++seq, Reader.record(id, reading, stored.added()), place);
    try {
      derived.add(row, reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    recorded++;
    progress.accept(row.document());
  }

  @Override
  public void damaged(Originals.Place place, String why) {
    notices.add(where(place) + ": " + why + "; it was left as it is, see 'hearsay verify'");
  }

  @Override
  public void unfinished(Originals.Place place) {
    notices.add(
        where(place) + ": cut " + place.length() + " bytes of a record that was never finished");
  }

  static String where(Originals.Place place) {
    return "originals/" + place.file() + " at byte " + place.offset();
  }

  /** Must be called at the end. */
  List<String> finish() {
    if (recorded > 0) {
      notices.add(recorded + " documents were read again from the originals");
    }
    return notices;
  }
}
