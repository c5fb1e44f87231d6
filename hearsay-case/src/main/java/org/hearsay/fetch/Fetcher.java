package org.hearsay.fetch;

import java.io.IOException;
import java.net.URI;
import org.hearsay.capture.Capture;

/** Fetches pages. Thread-safe. */
public final class Fetcher implements AutoCloseable {

  /**
   * @param allowPrivate whether private and loopback addresses may be reached
   */
  public Fetcher(boolean allowPrivate) {}

  /**
   * @throws IOException when it cannot be fetched; the message is one line for people
   */
  public Capture fetch(URI address) throws IOException {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public void close() {}
}
