package org.hearsay.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.hearsay.capture.Capture;
import org.hearsay.reading.Reading;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * A case: a folder with the originals, the judgements, and what is derived from them.
 *
 * <pre>
 * mycase/
 *   case.properties         name, format version
 *   originals/*.warc.gz     every capture, append-only
 *   judgements.jsonl        who decided what, when, why; append-only
 *   derived/                hearsay.db (SQLite) and index/ (Lucene): safe to delete
 * </pre>
 *
 * One process at a time may have a case open; within it, all methods may be called from several
 * threads. All methods that touch the disk throw {@link CaseException} with a message for people.
 */
public final class CaseFolder implements AutoCloseable {
  private final Path directory;
  private final CaseProperties properties;
  private final CaseLock lock;
  private final Originals originals;
  private final JudgementLog judgements;
  private final Derived derived;
  private final List<String> notices;

  /** Held for writing by what replaces or closes the parts; for reading by all else. */
  private final ReadWriteLock parts = new ReentrantReadWriteLock();

  private final Object appending = new Object();
  private boolean closed;

  private CaseFolder(Opening opening) {
    directory = opening.directory();
    properties = opening.properties();
    lock = opening.lock();
    originals = opening.originals();
    judgements = opening.judgements();
    derived = opening.derived();
    notices = List.copyOf(opening.notices());
  }

  /** Opens the case in this folder, making one when the folder is missing or empty. */
  public static CaseFolder openOrCreate(Path directory) {
    CaseProperties.create(directory);
    return open(directory);
  }

  /**
   * Opens an existing case; what a killed process left half-written is cut or finished, and what is
   * derived is made again where it is missing or damaged. {@link #notices} tells what was done.
   */
  public static CaseFolder open(Path directory) {
    return open(directory, document -> {});
  }

  /**
   * Opens an existing case.
   *
   * @param progress told each document that has to be read again, which can take long when {@code
   *     derived/} was deleted
   */
  public static CaseFolder open(Path directory, Consumer<DocumentRecord> progress) {
    return new CaseFolder(Opening.open(directory, progress));
  }

  /**
   * @param rollAt size in bytes from which a file of originals is followed by a new one
   */
  static CaseFolder open(Path directory, long rollAt, Consumer<DocumentRecord> progress) {
    return new CaseFolder(Opening.open(directory, rollAt, progress));
  }

  public Path directory() {
    return directory;
  }

  public String name() {
    return properties.name();
  }

  /**
   * What opening the case found and did, one line each for people: a record that was cut, derived
   * data made again, readings of another version. Empty as a rule.
   */
  public List<String> notices() {
    return notices;
  }

  /**
   * Reads and keeps a capture. When this returns, the original is on disk and survives a kill. The
   * same uri with the same bytes is kept once.
   */
  public Added add(Capture capture) {
    return addAll(List.of(capture)).get(0);
  }

  /**
   * The same for several captures, which is quicker than one by one. They are kept all or none.
   *
   * @return one answer each, in the same order
   */
  public List<Added> addAll(List<Capture> captures) {
    return with(() -> new Addition(captures).run());
  }

  /** All documents, those published last first, undated ones at the end. */
  public List<DocumentRecord> documents() {
    return with(() -> derived.records().documents().stream().map(Records.Row::document).toList());
  }

  public Optional<DocumentRecord> document(String id) {
    return with(() -> derived.records().document(id).map(Records.Row::document));
  }

  public Optional<Reading> reading(String id) {
    return with(
        () -> derived.records().document(id).flatMap(r -> derived.records().reading(r.seq())));
  }

  /**
   * The capture as it was added, from the originals.
   *
   * @throws CaseException also when the original was altered since: altered bytes are never given
   */
  public Optional<Capture> original(String id) {
    return with(
        () -> {
          var row = derived.records().document(id);
          return row.isPresent() ? Optional.of(original(row.get())) : Optional.empty();
        });
  }

  private Capture original(Records.Row row) throws IOException {
    try {
      return originals.read(row.place()).capture();
    } catch (IOException e) {
      throw new CaseException(
          "the original of %s (%s) cannot be read back: %s; 'hearsay verify' tells more"
              .formatted(row.document().id(), Backlog.where(row.place()), e.getMessage()),
          e);
    }
  }

  /**
   * Searches text, titles and speakers. Case and accents do not matter.
   *
   * @param query words (all of them are looked for), "phrases", AND OR NOT, beginnings*; a query
   *     that cannot be parsed is taken as plain words
   * @param limit 1 or more
   */
  public List<Hit> search(String query, int limit) {
    return with(
        () -> {
          var hits = new ArrayList<Hit>();
          for (var found : derived.index().search(query, limit)) {
            var row = derived.records().document(found.id());
            if (row.isPresent()) {
              hits.add(hit(row.get(), found));
            }
          }
          return hits;
        });
  }

  private Hit hit(Records.Row row, Index.Found found) throws IOException {
    var text = derived.records().text(row.seq()).orElse("");
    var language = Analyzers.field(row.document().language());
    var snippet = Snippets.of(text, language, found.query());
    return new Hit(row.document(), snippet.text(), snippet.highlights(), found.score());
  }

  /** Copies and conflicts over the whole case. */
  public CheckReport check() {
    return with(() -> new Check(derived.records(), judgements.all()).report());
  }

  /** People of the case by their full names; see {@link Person}. */
  public List<Person> people() {
    return with(() -> derived.records().people(People::all));
  }

  /** Keeps a judgement; on disk when this returns. */
  public void judge(Judgement judgement) {
    with(
        () -> {
          judgements.append(judgement);
          return judgement;
        });
  }

  /** All judgements in the order they were made. */
  public List<Judgement> judgements() {
    return with(judgements::all);
  }

  /**
   * Hashes all originals again, and checks that every span of every reading fits its text. Changes
   * nothing.
   */
  public VerifyReport verify() {
    return with(
        () -> {
          synchronized (appending) {
            return new Verification(originals, derived, judgements).report();
          }
        });
  }

  /**
   * Makes all that is derived again from the originals and judgements. Other threads wait.
   *
   * @param progress told each document as it is done
   */
  public void rebuild(Consumer<DocumentRecord> progress) {
    parts.writeLock().lock();
    try {
      with(
          () -> {
            derived.clear();
            var backlog = new Backlog(derived, progress);
            for (var file : originals.files()) {
              Originals.scan(file, 0, backlog);
            }
            derived.index().commit();
            return backlog.finish();
          });
    } finally {
      parts.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    parts.writeLock().lock();
    try (var last = lock;
        var before = derived;
        var first = originals) {
      closed = true;
    } catch (IOException e) {
      throw Disk.problem("cannot close the case", directory, e);
    } finally {
      parts.writeLock().unlock();
    }
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T with(Work<T> work) {
    parts.readLock().lock();
    try {
      if (closed) {
        throw new CaseException("the case " + directory + " is closed");
      }
      return work.run();
    } catch (IOException | UncheckedIOException e) {
      throw Disk.problem("cannot read or write the case", directory, e);
    } catch (JdbiException e) {
      throw new CaseException(
          "the database of the case %s cannot be used (%s); try 'hearsay rebuild %s'"
              .formatted(directory, cause(e), directory),
          e);
    } finally {
      parts.readLock().unlock();
    }
  }

  private static String cause(Throwable e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : cause(e.getCause());
  }

  /** Captures on their way in. */
  private final class Addition {
    private final List<Capture> captures;
    private final List<String> ids;

    Addition(List<Capture> captures) {
      this.captures = captures;
      ids = captures.stream().map(Reader::id).toList();
    }

    List<Added> run() throws IOException {
      var readings = new ArrayList<@Nullable Reading>();
      for (var i = 0; i < captures.size(); i++) { // outside the lock: reading is what takes time
        var known =
            ids.indexOf(ids.get(i)) < i || derived.records().document(ids.get(i)).isPresent();
        readings.add(known ? null : Reader.read(captures.get(i)));
      }
      synchronized (appending) {
        return keep(readings);
      }
    }

    private List<Added> keep(List<@Nullable Reading> readings) throws IOException {
      var now = Instant.now();
      var fresh = new LinkedHashMap<String, Reading>();
      var stored = new ArrayList<Stored>();
      for (var i = 0; i < captures.size(); i++) {
        var reading = readings.get(i);
        if (reading != null && derived.records().document(ids.get(i)).isEmpty()) {
          fresh.put(ids.get(i), reading);
          stored.add(new Stored(captures.get(i), now));
        }
      }
      if (!fresh.isEmpty()) {
        record(fresh, stored);
      }
      return answers(fresh.keySet());
    }

    private void record(Map<String, Reading> fresh, List<Stored> stored) throws IOException {
      var places = originals.append(stored);
      var rows = new ArrayList<Records.Row>();
      try {
        var seq = derived.records().lastSeq();
        for (var entry : fresh.entrySet()) {
          var i = rows.size();
          var document = Reader.record(entry.getKey(), entry.getValue(), stored.get(i).added());
          rows.add(new Records.Row(seq + i + 1, document, places.get(i)));
        }
        derived.records().insert(rows, List.copyOf(fresh.values()));
      } catch (RuntimeException e) {
        originals.takeBack(places.get(0), e);
        throw e;
      }
      var readings = List.copyOf(fresh.values());
      for (var i = 0; i < rows.size(); i++) {
        derived.index().add(rows.get(i), readings.get(i));
      }
    }

    private List<Added> answers(Set<String> fresh) {
      var told = new HashSet<String>();
      var answers = new ArrayList<Added>();
      for (var i = 0; i < captures.size(); i++) {
        var document = derived.records().document(ids.get(i)).orElseThrow().document();
        answers.add(new Added(document, fresh.contains(ids.get(i)) && told.add(ids.get(i))));
      }
      return answers;
    }
  }
}
