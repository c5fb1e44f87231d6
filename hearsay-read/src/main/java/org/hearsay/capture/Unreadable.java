package org.hearsay.capture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.zip.ZipException;

/** An input that cannot be read; the message is for people, one line, without the input's name. */
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1;

  Unreadable(String message) {
    super(message);
  }

  /** Says in words for people what went wrong. */
  static String reason(IOException e) {
    if (e instanceof Unreadable) {
      return text(e);
    } else if (e instanceof NoSuchFileException) {
      return "there is no such file or folder; check the name";
    } else if (e instanceof AccessDeniedException) {
      return "permission denied; this user may not read it";
    } else if (e instanceof ZipException) {
      return "damaged gzip data (" + text(e).toLowerCase(Locale.ROOT) + ")";
    } else if (e instanceof EOFException) {
      return "damaged gzip data (it ends too early)";
    }
    return "could not be read (" + text(e) + ")";
  }

  /** The message on one line; the name of the class where there is none. */
  static String text(Throwable e) {
    var message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.replaceAll("\\s+", " ").strip();
  }
}
