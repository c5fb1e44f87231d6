package org.hearsay.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. All text is UTF-8, whatever the locale says. Whether a stream
 * is a terminal, the launcher says with the system properties {@code hearsay.out} and {@code
 * hearsay.err}: Java 17 cannot tell for each stream.
 */
final class Console {

  /** Standard output cannot be written to any more. */
  static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Closed(IOException cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether it was a pipe whose reader has left. */
    boolean pipe() {
      var message = String.valueOf(getMessage());
      return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }
  }

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final boolean progress;
  private boolean closed;

  /**
   * @param progress whether somebody is there to watch a progress bar on standard error
   */
  Console(InputStream in, OutputStream out, OutputStream err, boolean progress) {
    this.in = in;
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.progress = progress;
  }

  static Console system() {
    // A bar on standard error would cut through results shown on the same terminal.
    var progress = isTerminal("hearsay.err") && !isTerminal("hearsay.out");
    return new Console(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        progress);
  }

  private static boolean isTerminal(String property) {
    return "terminal".equals(System.getProperty(property));
  }

  InputStream in() {
    return in;
  }

  PrintStream err() {
    return err;
  }

  boolean progress() {
    return progress;
  }

  /**
   * Writes text to standard output.
   *
   * @throws Closed when it cannot be written; once, later text is dropped
   */
  void print(String text) {
    write(() -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  void flush() {
    write(out::flush);
  }

  private interface Writing {
    void write() throws IOException;
  }

  private void write(Writing writing) {
    if (!closed) {
      try {
        writing.write();
      } catch (IOException e) {
        closed = true;
        throw new Closed(e);
      }
    }
  }

  /** One line on standard error: what it is about, and what is wrong with it. */
  void problem(String where, String why) {
    err.println(oneLine(where) + ": " + oneLine(why));
  }

  PrintWriter outWriter() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
  }

  /** The message of an exception, or of the one it wraps; its name where there is none. */
  static String message(Throwable e) {
    var told = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    var message = told.getMessage();
    return message == null ? told.getClass().getSimpleName() : oneLine(message);
  }

  /**
   * Text that cannot break out of its line or steer a terminal: line breaks become spaces; control
   * characters and marks that turn the direction of writing are dropped.
   */
  static String oneLine(String text) {
    var line = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        line.append(c == '\u00a0' || c == '\u202f' ? c : ' ');
      } else if (!Character.isISOControl(c) && !turnsWriting(c)) {
        line.append(c);
      }
    }
    return line.toString().strip();
  }

  private static boolean turnsWriting(char c) {
    return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
  }
}
