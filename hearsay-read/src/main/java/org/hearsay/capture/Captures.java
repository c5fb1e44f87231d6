package org.hearsay.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the captures in files, folders and WARC archives, one at a time, in a stable order.
 *
 * <p>Read are HTML, plain text and PDF, each also when compressed with gzip, and WARC archives. The
 * kind is told from the bytes; the name only decides between HTML and plain text. Bytes that were
 * compressed are delivered as they were before: offsets count in those.
 *
 * <p>Memory is bounded: never more than one document is held, and none above the limit.
 */
public final class Captures {
  private Captures() {}

  /** The largest document that is read unless said otherwise, in bytes after decompression. */
  public static final int DEFAULT_LIMIT = 64 << 20;

  /** Told each capture as it is read, and each input that could not be. */
  public interface Sink {
    void capture(Capture capture);

    /**
     * @param where the file, or the file and record
     * @param why one line for people: what was seen and what to do
     */
    void unreadable(String where, String why);
  }

  /**
   * Reads a file, a folder (all below it, in name order) or a WARC archive. Never throws on
   * content.
   */
  public static void read(Path input, Sink sink) {
    read(input, DEFAULT_LIMIT, sink);
  }

  /**
   * The same with another limit.
   *
   * @param limit the largest document in bytes, 1 or more
   */
  public static void read(Path input, int limit, Sink sink) {
    if (Files.isDirectory(input)) {
      new Folder(input, limit, sink).read();
    } else {
      file(input, limit, sink);
    }
  }

  /**
   * Reads a stream, such as standard input, to its end: one document or a WARC archive.
   *
   * @param name what its captures are called
   * @param limit the largest document in bytes, 1 or more
   */
  public static void read(String name, InputStream in, int limit, Sink sink) {
    try {
      var bytes = new BufferedInputStream(in, 1 << 16);
      if (Archive.starts(bytes)) {
        Archive.read(name, bytes, limit, sink);
      } else {
        sink.capture(document(name, bytes, limit));
      }
    } catch (IOException e) {
      sink.unreadable(name, Unreadable.reason(e));
    }
  }

  static void file(Path file, int limit, Sink sink) {
    // Opened here and not in the sniffing, so that a failure of the sink is not taken for ours.
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (IOException e) {
      sink.unreadable(file.toString(), Unreadable.reason(e));
      return;
    }
    try (in) {
      read(file.toString(), in, limit, sink);
    } catch (IOException e) {
      sink.unreadable(file.toString(), Unreadable.reason(e));
    }
  }

  private static Capture document(String name, BufferedInputStream in, int limit)
      throws IOException {
    var bytes = Decoding.gunzipped(in, limit);
    if (bytes.length == 0) {
      throw new Unreadable("the file is empty");
    }
    var kind = Kind.of(bytes, name);
    if (kind.mediaType() == null) {
      throw new Unreadable(kind.told(bytes));
    }
    return new Capture(name, bytes, kind.mediaType(), null, null);
  }
}
