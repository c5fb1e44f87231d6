package org.hearsay.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.hearsay.reading.Reading;

/**
 * All that can be made again: the database and the index in {@code derived/}. What cannot be used
 * is thrown away at opening, and said so; filling it again is up to the caller.
 */
final class Derived implements AutoCloseable {
  private final Path folder;
  private Records records;
  private Index index;

  private Derived(Path folder, Records records, Index index) {
    this.folder = folder;
    this.records = records;
    this.index = index;
  }

  /**
   * @param notices told what was thrown away
   */
  static Derived open(Path folder, Consumer<String> notices) throws IOException {
    Files.createDirectories(folder);
    var records = records(folder, notices);
    try {
      return new Derived(folder, records, index(folder, notices));
    } catch (IOException | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  private static Records records(Path folder, Consumer<String> notices) throws IOException {
    try {
      return Records.open(folder.resolve("hearsay.db"));
    } catch (Records.Unusable e) {
      notices.accept(
          "derived/hearsay.db was made again from the originals, since " + e.getMessage());
      deleteAll(folder);
    }
    try {
      return Records.open(folder.resolve("hearsay.db"));
    } catch (Records.Unusable e) {
      throw new CaseException("cannot make a database in " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Index index(Path folder, Consumer<String> notices) throws IOException {
    var path = folder.resolve("index");
    try {
      return Index.open(path);
    } catch (IOException e) {
      notices.accept("derived/index was made again, since it cannot be read: " + e.getMessage());
      Disk.delete(path);
      return Index.open(path);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    for (var name : List.of("hearsay.db", "hearsay.db-wal", "hearsay.db-shm", "index")) {
      Disk.delete(folder.resolve(name));
    }
  }

  Records records() {
    return records;
  }

  Index index() {
    return index;
  }

  void add(Records.Row row, Reading reading) throws IOException {
    records.insert(List.of(row), List.of(reading));
    index.add(row, reading);
  }

  /** Adds to the index what only the database has, as after a kill. */
  void catchUp(Consumer<String> notices) throws IOException {
    if (index.last() > records.lastSeq() || index.count() > records.count()) {
      notices.accept("derived/index was made again, since it has documents the case has not");
      clearIndex();
    }
    fill(index.last() + 1);
    if (index.count() != records.count()) {
      notices.accept("derived/index was made again, since documents were missing from it");
      clearIndex();
      fill(1);
    }
  }

  private void fill(int from) throws IOException {
    for (var row : records.documentsFrom(from)) {
      var reading = records.reading(row.seq());
      if (reading.isPresent()) {
        index.add(row, reading.get());
      }
    }
  }

  private void clearIndex() throws IOException {
    index.abandon();
    Disk.delete(folder.resolve("index"));
    index = Index.open(folder.resolve("index"));
  }

  /** Empties both. */
  void clear() throws IOException {
    index.abandon();
    records.close();
    deleteAll(folder);
    records = records(folder, notice -> {});
    index = Index.open(folder.resolve("index"));
  }

  @Override
  public void close() throws IOException {
    try (var closing = records) {
      index.close();
    }
  }
}
