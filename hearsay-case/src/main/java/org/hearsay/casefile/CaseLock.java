package org.hearsay.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process out of a case. The operating system lets go of the lock when the process
 * dies, so a kill leaves nothing to clean up; the file only tells who holds it.
 */
final class CaseLock implements AutoCloseable {
  static final String NAME = "case.lock";

  /** Past all content: some systems do not let others read what is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private CaseLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws CaseException when somebody else has it, or the folder cannot be written
   */
  static CaseLock take(Path folder) {
    var file = folder.resolve(NAME);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new CaseException(
            "the case %s is in use by %s; close that first, or add through its desk"
                .formatted(folder, holder(file)));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
      return new CaseLock(channel);
    } catch (IOException e) {
      throw Disk.problem("cannot open the case, which needs to write", file, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String self() {
    return "process %d since %s"
        .formatted(ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String holder(Path file) {
    try {
      var text = Files.readString(file).strip();
      return text.isEmpty() ? "another process" : text;
    } catch (IOException e) {
      return "another process";
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
