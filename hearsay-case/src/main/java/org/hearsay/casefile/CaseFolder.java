package org.hearsay.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearsay.capture.Capture;
import org.hearsay.reading.Reading;

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

  /** Opens the case in this folder, making one when the folder is missing or empty. */
  public static CaseFolder openOrCreate(Path directory) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Opens an existing case; what a killed process left half-written is cut or finished. */
  public static CaseFolder open(Path directory) {
    throw new UnsupportedOperationException("to be written");
  }

  public Path directory() {
    throw new UnsupportedOperationException("to be written");
  }

  public String name() {
    throw new UnsupportedOperationException("to be written");
  }

  /**
   * Reads and keeps a capture. When this returns, the original is on disk and survives a kill. The
   * same uri with the same bytes is kept once.
   */
  public Added add(Capture capture) {
    throw new UnsupportedOperationException("to be written");
  }

  /** All documents, those published last first, undated ones at the end. */
  public List<DocumentRecord> documents() {
    throw new UnsupportedOperationException("to be written");
  }

  public Optional<DocumentRecord> document(String id) {
    throw new UnsupportedOperationException("to be written");
  }

  public Optional<Reading> reading(String id) {
    throw new UnsupportedOperationException("to be written");
  }

  /** The capture as it was added, from the originals. */
  public Optional<Capture> original(String id) {
    throw new UnsupportedOperationException("to be written");
  }

  /**
   * Searches text, titles and speakers.
   *
   * @param query words, "phrases", AND OR NOT; a query that cannot be parsed is taken as plain
   *     words
   * @param limit 1 or more
   */
  public List<Hit> search(String query, int limit) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Copies and conflicts over the whole case. */
  public CheckReport check() {
    throw new UnsupportedOperationException("to be written");
  }

  /** Keeps a judgement; on disk when this returns. */
  public void judge(Judgement judgement) {
    throw new UnsupportedOperationException("to be written");
  }

  /** All judgements in the order they were made. */
  public List<Judgement> judgements() {
    throw new UnsupportedOperationException("to be written");
  }

  /** Hashes all originals again, and checks that every span of every reading fits its text. */
  public VerifyReport verify() {
    throw new UnsupportedOperationException("to be written");
  }

  /**
   * Makes all that is derived again from the originals and judgements.
   *
   * @param progress told each document as it is done
   */
  public void rebuild(Consumer<DocumentRecord> progress) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("to be written");
  }
}
