package org.hearsay.casefile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * One gzip member of a WARC file, which holds one record. Its header carries the member's length in
 * the extra field {@code sl} (skip lengths, WARC/1.0 annex D), written last: a member whose writer
 * was killed says 0, or a length that the file does not reach, and so is told from a damaged one.
 *
 * <p>Not for members of other writers, which have no such field.
 */
final class GzipMember implements WritableByteChannel {
  /** Bytes of the header: 10 fixed, 2 for the length of the extra field, 12 of the field. */
  static final int HEADER = 24;

  private static final int LENGTHS_AT = 16;
  private static final byte[] START = {
    0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff, 12, 0, 's', 'l', 8, 0
  };

  private final FileChannel file;
  private final long offset;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final CRC32 crc = new CRC32();
  private final ByteBuffer packed = ByteBuffer.allocate(1 << 16);
  private boolean open = true;

  /** Begins a member at the channel's position. */
  GzipMember(FileChannel file) throws IOException {
    this.file = file;
    offset = file.position();
    writeFully(header(0, 0));
  }

  private static ByteBuffer header(int packedLength, int plainLength) {
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(START)
        .putInt(packedLength)
        .putInt(plainLength)
        .flip();
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    var length = source.remaining();
    crc.update(source.duplicate());
    deflater.setInput(source);
    while (!deflater.needsInput()) {
      drain();
    }
    source.position(source.limit());
    return length;
  }

  private void drain() throws IOException {
    deflater.deflate(packed);
    writeFully(packed.flip());
    packed.clear();
  }

  private void writeFully(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }

  /**
   * Ends the member and writes its length into the header. Not yet on disk: that is the caller's
   * {@link FileChannel#force}.
   *
   * @return the member's length in bytes
   */
  long finish() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      drain();
    }
    var plain = (int) deflater.getBytesRead();
    var trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    writeFully(trailer.putInt((int) crc.getValue()).putInt(plain).flip());
    var length = file.position() - offset;
    writeLengths(file, offset, length, plain);
    return length;
  }

  private static void writeLengths(FileChannel file, long offset, long packed, int plain)
      throws IOException {
    var lengths = header((int) packed, plain).position(LENGTHS_AT);
    for (var at = offset + LENGTHS_AT; lengths.hasRemaining(); ) {
      at += file.write(lengths, at);
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    deflater.end();
  }

  /** How a member at some place begins. */
  enum Start {
    /** As written by this class, with its length. */
    WHOLE,
    /** As written by this class, up to where the file ends or the length was to be filled in. */
    UNFINISHED,
    /** Something else. */
    FOREIGN
  }

  /**
   * @param length the member's length as its header says, 0 unless {@link Start#WHOLE}
   */
  record Head(Start start, long length) {}

  /** Looks at the header of the member at a place before the end of the file. */
  static Head head(FileChannel file, long offset) throws IOException {
    var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    readAt(file, offset, header);
    header.flip();
    var known = Math.min(START.length, header.limit());
    for (var i = 0; i < known; i++) {
      if (header.get(i) != START[i]) {
        return new Head(Start.FOREIGN, 0);
      }
    }
    var length = header.limit() < HEADER ? 0 : Integer.toUnsignedLong(header.getInt(LENGTHS_AT));
    return length == 0 || offset + length > file.size()
        ? new Head(Start.UNFINISHED, 0)
        : new Head(Start.WHOLE, length);
  }

  /**
   * Whether both ends of a whole member say the same size of its content; the header's is in no
   * checksum.
   */
  static boolean sizesAgree(FileChannel file, long offset, long length) throws IOException {
    var first = ByteBuffer.allocate(4);
    var second = ByteBuffer.allocate(4);
    readAt(file, offset + HEADER - 4, first);
    readAt(file, offset + length - 4, second);
    return Arrays.equals(first.array(), second.array());
  }

  /** Whether the lengths in the header of a member were never filled in. */
  static boolean unfilled(FileChannel file, long offset) throws IOException {
    var lengths = ByteBuffer.allocate(HEADER - LENGTHS_AT);
    readAt(file, offset + LENGTHS_AT, lengths);
    return !lengths.hasRemaining() && lengths.getLong(0) == 0;
  }

  /** Fills in the lengths of a whole member whose writer was killed just before it did. */
  static void fillIn(FileChannel file, long offset, long length) throws IOException {
    var plain = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    readAt(file, offset + length - 4, plain);
    writeLengths(file, offset, length, plain.getInt(0));
    file.force(true);
  }

  /** Where the next member of this class begins, at or after this place; -1 when there is none. */
  static long next(FileChannel file, long from) throws IOException {
    var buffer = ByteBuffer.allocate(1 << 16);
    for (var at = from; at < file.size(); at += buffer.limit() - START.length + 1) {
      buffer.clear();
      readAt(file, at, buffer);
      buffer.flip();
      for (var i = 0; i + START.length <= buffer.limit(); i++) {
        if (buffer.get(i) == START[0] && starts(buffer, i)) {
          return at + i;
        }
      }
      if (buffer.limit() < buffer.capacity()) {
        break;
      }
    }
    return -1;
  }

  private static boolean starts(ByteBuffer buffer, int at) {
    for (var i = 0; i < START.length; i++) {
      if (buffer.get(at + i) != START[i]) {
        return false;
      }
    }
    return true;
  }

  private static void readAt(FileChannel file, long offset, ByteBuffer into) throws IOException {
    while (into.hasRemaining()) {
      if (file.read(into, offset + into.position()) < 0) {
        return;
      }
    }
  }

  /**
   * The unpacked content of a member; reading to its end checks the CRC.
   *
   * @param length as its {@link Head} says
   */
  static InputStream content(FileChannel file, long offset, long length) throws IOException {
    return new GZIPInputStream(new Slice(file, offset, offset + length), 1 << 16);
  }

  /** Part of a file as a stream. */
  private static final class Slice extends InputStream {
    private final FileChannel file;
    private final long end;
    private long at;

    Slice(FileChannel file, long start, long end) {
      this.file = file;
      this.at = start;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var left = Math.min(length, end - at);
      if (left <= 0) {
        return -1;
      }
      var read = file.read(ByteBuffer.wrap(into, offset, (int) left), at);
      if (read < 0) {
        throw new EOFException("the file ends inside a record");
      }
      at += read;
      return read;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, end - at);
    }
  }
}
