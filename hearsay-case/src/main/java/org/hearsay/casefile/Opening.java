package org.hearsay.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;

/** The parts of a case, opened and brought in line with each other. */
record Opening(
    Path directory,
    CaseProperties properties,
    CaseLock lock,
    Originals originals,
    JudgementLog judgements,
    Derived derived,
    List<String> notices) {

  /** A new file of originals is begun when the last one has this many bytes: 1 GiB, as is usual. */
  private static final long ROLL_AT = 1L << 30;

  static Opening open(Path directory, Consumer<DocumentRecord> progress) {
    return open(directory, ROLL_AT, progress);
  }

  static Opening open(Path directory, long rollAt, Consumer<DocumentRecord> progress) {
    var properties = CaseProperties.read(directory);
    var lock = CaseLock.take(directory);
    try {
      return locked(directory, properties, lock, rollAt, progress);
    } catch (IOException | UncheckedIOException | JdbiException e) {
      close(lock);
      throw Disk.problem("cannot open the case", directory, e);
    } catch (RuntimeException | Error e) {
      close(lock);
      throw e;
    }
  }

  private static Opening locked(
      Path directory,
      CaseProperties properties,
      CaseLock lock,
      long rollAt,
      Consumer<DocumentRecord> progress)
      throws IOException {
    var notices = new ArrayList<String>();
    var judgements = JudgementLog.open(directory);
    notices.addAll(judgements.problems());
    if (judgements.cut() > 0) {
      notices.add("the last line of judgements.jsonl was cut short and is left out");
    }
    var derived = Derived.open(directory.resolve("derived"), notices::add);
    try {
      var backlog = new Backlog(derived, progress);
      var ends = derived.records().ends();
      var originals = Originals.open(directory.resolve("originals"), ends, rollAt, backlog);
      notices.addAll(backlog.finish());
      derived.catchUp(notices::add);
      var stale = derived.records().stale();
      if (stale > 0) {
        notices.add(
            stale
                + " readings were made by another version of Hearsay;"
                + " 'hearsay rebuild' makes them again");
      }
      return new Opening(
          directory, properties, lock, originals, judgements, derived, List.copyOf(notices));
    } catch (IOException | RuntimeException | Error e) {
      derived.close();
      throw e;
    }
  }

  private static void close(CaseLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The process lets go of it when it ends; what went wrong before is what matters.
    }
  }
}
