package org.hearsay.capture;

import java.nio.file.Path;

/** Finds the captures in files, folders and WARC archives, one at a time, in a stable order. */
public final class Captures {
  private Captures() {}

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
    throw new UnsupportedOperationException("to be written");
  }
}
