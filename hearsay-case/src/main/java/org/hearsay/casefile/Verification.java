package org.hearsay.casefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.reading.ReadingInvariants;

/** Looks at all that a case keeps and says what does not hold. */
final class Verification implements Originals.Visitor {
  private final Originals originals;
  private final Derived derived;
  private final JudgementLog judgements;
  private final List<String> problems = new ArrayList<>();

  /** Documents whose originals were not met yet, by id. */
  private final Map<String, Records.Row> missing = new HashMap<>();

  private int spans;

  Verification(Originals originals, Derived derived, JudgementLog judgements) {
    this.originals = originals;
    this.derived = derived;
    this.judgements = judgements;
  }

  VerifyReport report() throws IOException {
    var rows = derived.records().documentsFrom(1);
    rows.forEach(row -> missing.put(row.document().id(), row));
    for (var file : originals.files()) {
      Originals.scan(file, 0, this);
    }
    for (var row : rows) {
      if (missing.containsKey(row.document().id())) {
        problems.add(
            "document %s (%s): its original is not whole any more at %s"
                .formatted(row.document().id(), row.document().uri(), Backlog.where(row.place())));
      }
      reading(row);
    }
    problems.addAll(judgements.problems());
    derived.records().damage().forEach(line -> problems.add(rebuild("derived/hearsay.db", line)));
    if (derived.index().count() != rows.size()) {
      var counts = derived.index().count() + " of " + rows.size() + " documents can be found";
      problems.add(rebuild("derived/index", counts));
    }
    return new VerifyReport(rows.size(), spans, problems);
  }

  private static String rebuild(String what, String problem) {
    return what + ": " + problem + "; 'hearsay rebuild' makes it again";
  }

  @Override
  public void whole(Originals.Place place, Stored stored) {
    var id = Reader.id(stored.capture());
    var row = missing.remove(id);
    if (row == null) {
      problems.add(Backlog.where(place) + ": an original that the case has no record of: " + id);
    } else if (!row.document().sha256().equals(stored.capture().sha256())) {
      problems.add(Backlog.where(place) + ": not the bytes that were recorded for " + id);
    }
  }

  @Override
  public void damaged(Originals.Place place, String why) {
    problems.add(
        "%s: %s; %d bytes, left as they are".formatted(Backlog.where(place), why, place.length()));
  }

  @Override
  public void unfinished(Originals.Place place) {
    damaged(place, "the file ends inside a record");
  }

  private void reading(Records.Row row) {
    var id = row.document().id();
    var reading = derived.records().reading(row.seq());
    if (reading.isEmpty()) {
      problems.add(rebuild("document " + id, "it has no reading"));
      return;
    }
    spans += ReadingInvariants.spans(reading.get());
    for (var problem : ReadingInvariants.problems(reading.get())) {
      problems.add("document " + id + ": " + problem);
    }
    if (!reading.get().source().sha256().equals(row.document().sha256())) {
      problems.add(rebuild("document " + id, "its reading is of other bytes"));
    }
  }
}
