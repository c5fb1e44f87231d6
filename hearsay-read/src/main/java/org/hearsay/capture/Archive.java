package org.hearsay.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages in a WARC archive (ISO 28500), plain or with one gzip member for each record: the
 * bodies of response records with a status 2xx, and resource records. Images, scripts, requests,
 * redirects and robots.txt are passed over without a word. An archive that is damaged or cut off
 * gives the records before the damage, and one line that says where it is.
 */
final class Archive {

  private static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);

  private static final Pattern PASSED_OVER =
      Pattern.compile("(?s)|(?:urn|metadata|dns|whois|screenshot):.*|https?://[^/]*/robots\\.txt");

  private final String name;
  private final int limit;
  private final Captures.Sink sink;
  private long records;
  private long told;

  private Archive(String name, int limit, Captures.Sink sink) {
    this.name = name;
    this.limit = limit;
    this.sink = sink;
  }

  /** Whether the stream is a WARC archive; it is left where it was. */
  static boolean starts(BufferedInputStream in) throws IOException {
    var zipped = Decoding.isGzip(in);
    in.mark(1 << 16);
    try {
      // A small buffer, lest unzipping five bytes read past the mark.
      var head = (zipped ? new GZIPInputStream(in, 512) : in).readNBytes(MAGIC.length);
      return Arrays.equals(head, MAGIC);
    } catch (IOException e) {
      if (zipped) {
        return false; // told when the document is read
      }
      throw e;
    } finally {
      in.reset();
    }
  }

  static void read(String name, BufferedInputStream in, int limit, Captures.Sink sink) {
    new Archive(name, limit, sink).read(in);
  }

  private void read(BufferedInputStream in) {
    WarcReader reader;
    try {
      reader = new WarcReader(in);
    } catch (IOException | RuntimeException e) {
      broken(e);
      return;
    }
    while (true) {
      Optional<Capture> page;
      try {
        var record = reader.next();
        if (record.isEmpty()) {
          break;
        }
        page = page(record.get());
        records++;
      } catch (IOException | RuntimeException e) {
        broken(e);
        return;
      }
      page.ifPresent(
          capture -> {
            told++;
            sink.capture(capture);
          });
    }
    if (told == 0) {
      sink.unreadable(name, "holds no page: no successful response of HTML, text or PDF");
    }
  }

  private void broken(Exception e) {
    var how = e instanceof EOFException ? "is cut off" : "is damaged";
    sink.unreadable(
        name,
        "the archive %s after %d whole record%s (%s); what stands before was read"
            .formatted(how, records, records == 1 ? "" : "s", Unreadable.text(e)));
  }

  /**
   * The page in a record.
   *
   * @throws IOException when the archive itself is damaged; what is wrong inside the page is told
   *     to the sink
   */
  private Optional<Capture> page(WarcRecord record) throws IOException {
    var target = target(record);
    if (!(record instanceof WarcResponse || record instanceof WarcResource)
        || PASSED_OVER.matcher(target).matches()) {
      record.body().consume();
      return Optional.empty();
    }
    if (record.body().size() > limit) {
      sink.unreadable(where(target), Unreadable.text(Decoding.tooLarge(limit)));
      record.body().consume();
      return Optional.empty();
    }
    var block = record.body().stream().readNBytes(limit);
    if (block.length < record.body().size()) {
      throw new EOFException("in the record of " + target);
    }
    try {
      return record instanceof WarcResponse
          ? response(target, block, record)
          : HttpReply.capture(target, block, contentType(record), date(record));
    } catch (IOException | RuntimeException e) {
      sink.unreadable(where(target), "damaged HTTP response (" + Unreadable.text(e) + ")");
      return Optional.empty();
    }
  }

  private Optional<Capture> response(String target, byte[] block, WarcRecord record)
      throws IOException {
    if (!contentType(record).toLowerCase(Locale.ROOT).startsWith("application/http")) {
      return Optional.empty();
    }
    var http = HttpReply.read(new ByteArrayInputStream(block), HttpReply.Origin.ARCHIVE);
    return http.status() / 100 == 2 ? http.capture(target, date(record), limit) : Optional.empty();
  }

  private String where(String target) {
    return name + ": " + target;
  }

  private static String contentType(WarcRecord record) {
    return record.headers().first("Content-Type").orElse("").strip();
  }

  private static @Nullable Instant date(WarcRecord record) {
    try {
      return record.date();
    } catch (RuntimeException e) { // missing or not a time
      return null;
    }
  }

  private static String target(WarcRecord record) {
    // Some writers put the address in angle brackets, as an early draft of the standard did.
    return record.headers().first("WARC-Target-URI").orElse("").replaceFirst("^<(.*)>$", "$1");
  }
}
