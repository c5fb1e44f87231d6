package org.hearsay.serve;

import org.hearsay.casefile.CaseFolder;

/** The web server over one case. */
public final class Desk implements AutoCloseable {

  /**
   * What the desk runs with.
   *
   * @param port 0 for any free one
   * @param allowPrivate whether pages may be fetched from private and loopback addresses
   */
  public record Options(int port, boolean allowPrivate) {}

  private Desk() {}

  /**
   * Starts serving; returns once the address answers. The caller closes the case after the desk.
   */
  public static Desk start(CaseFolder cases, Options options) {
    throw new UnsupportedOperationException("to be written");
  }

  /** The port it listens on. */
  public int port() {
    throw new UnsupportedOperationException("to be written");
  }

  /** The address to open, such as {@code http://127.0.0.1:8080/}. */
  public String address() {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public void close() {}
}
