package org.hearsay.casefile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;

/** Files and folders that must be on disk before we go on, and what to say when they cannot be. */
final class Disk {
  private Disk() {}

  /**
   * Makes the name of a file or folder survive a crash: a new one is only safe when the folder it
   * is in is on disk too. Does nothing where folders cannot be opened (Windows, which needs no such
   * thing).
   */
  static void forceName(Path path) throws IOException {
    var folder = path.toAbsolutePath().normalize().getParent();
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (folder == null || system.startsWith("windows")) {
      return;
    }
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Writes a whole file so that after a crash either the old or the new content is there. */
  static void replace(Path file, byte[] content) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, content);
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceName(file);
  }

  /** Deletes a file or a folder with all below it; fine when there is none. */
  static void delete(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.deleteIfExists(path);
      return;
    }
    try (var below = Files.walk(path)) {
      for (var each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /**
   * @param what what failed, such as {@code cannot write}
   */
  static CaseException problem(String what, Path where, Throwable cause) {
    return new CaseException(what + " " + where + ": " + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    var message = cause.getMessage() == null ? "" : cause.getMessage();
    if (message.contains("No space left") || message.contains("not enough space")) {
      return "the disk is full; free some space and try again";
    }
    if (message.contains("Read-only file system")) {
      return "the disk is read-only; copy the case to one that can be written";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied; give yourself the right to write there, or copy the case";
    }
    if (cause instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (cause instanceof FileSystemException e && e.getReason() != null) {
      return e.getReason();
    }
    return message.isEmpty() ? cause.getClass().getSimpleName() : message;
  }
}
