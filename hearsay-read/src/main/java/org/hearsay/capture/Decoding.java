package org.hearsay.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes compression, never making more than a limit of it: a few kilobytes can stand for
 * gigabytes.
 */
final class Decoding {
  private Decoding() {}

  private static final int BUFFER = 1 << 13;

  /** All of the stream; unzipped when it is gzip. */
  static byte[] gunzipped(BufferedInputStream in, int limit) throws IOException {
    return bounded(isGzip(in) ? new GZIPInputStream(in, BUFFER) : in, limit);
  }

  static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    var magic = in.readNBytes(2);
    in.reset();
    return isGzip(magic);
  }

  /**
   * Undoes HTTP's {@code Content-Encoding} (RFC 9110, section 8.4). Bytes that do not look as the
   * header says are left alone: some archives keep the header and drop the compression.
   *
   * @param codings in the order they were applied, such as {@code gzip, br}
   */
  static byte[] contentDecoded(byte[] body, List<String> codings, int limit) throws IOException {
    var bytes = body;
    for (var i = codings.size() - 1; i >= 0; i--) {
      var coding = codings.get(i).strip().toLowerCase(Locale.ROOT);
      var in = new ByteArrayInputStream(bytes);
      bytes =
          switch (coding) {
            case "", "identity" -> bytes;
            case "gzip", "x-gzip" ->
                isGzip(bytes) ? bounded(new GZIPInputStream(in, BUFFER), limit) : bytes;
            case "deflate" ->
                bounded(new InflaterInputStream(in, new Inflater(!hasZlibHeader(bytes))), limit);
            case "br" -> bounded(new BrotliInputStream(in), limit);
            default ->
                throw new Unreadable("its content encoding '" + coding + "' is not supported");
          };
    }
    return bytes;
  }

  /** All of the stream, or {@link Unreadable} when there is more of it than the limit. */
  static byte[] bounded(InputStream in, int limit) throws IOException {
    var bytes = in.readNBytes(limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw tooLarge(limit);
    }
    return bytes;
  }

  static Unreadable tooLarge(int limit) {
    var size = limit >= 1 << 20 ? (limit >> 20) + " MB" : limit + " bytes";
    return new Unreadable("larger than " + size + ", the limit for one document");
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length >= 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
  }

  /** RFC 1950; some servers send the bare RFC 1951 data instead. */
  private static boolean hasZlibHeader(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] & 0x0f) == 8
        && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
  }
}
