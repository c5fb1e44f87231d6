package org.hearsay.capture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1 response (RFC 9112), from the network or from an archive, and the page in it with its
 * transfer and content encodings undone. Of the headers a capture keeps only media type and
 * charset.
 *
 * <p>Archives are forgiven what is common there: chunked or compressed by the header, but stored
 * plain.
 */
public final class HttpReply {

  /** Whether the body ends where the headers say, or with the record it stands in. */
  public enum Origin {
    NETWORK,
    ARCHIVE
  }

  private static final int LONGEST_HEAD = 1 << 18;
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? +(\\d{3})\\b.*");
  private static final Pattern CHUNK = Pattern.compile("(\\p{XDigit}{1,8})[ \\t]*(?:;.*)?");
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\\s\"';]+)");

  private final int status;
  private final Map<String, List<String>> headers;
  private final BufferedInputStream body;
  private final Origin origin;

  private HttpReply(
      int status, Map<String, List<String>> headers, BufferedInputStream body, Origin origin) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.origin = origin;
  }

  /**
   * Reads status and headers; the body is read when the capture is asked for.
   *
   * @throws IOException when it is not HTTP, or the stream fails
   */
  public static HttpReply read(InputStream in, Origin origin) throws IOException {
    var stream = new BufferedInputStream(in, 1 << 14);
    while (true) {
      var left = LONGEST_HEAD;
      var first = line(stream, left);
      var matcher = STATUS.matcher(first);
      if (!matcher.matches()) {
        throw new Unreadable("the answer is not HTTP");
      }
      var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
      for (var line = line(stream, left); !line.isEmpty(); line = line(stream, left)) {
        left -= line.length() + 1;
        var colon = line.indexOf(':');
        if (colon > 0) {
          headers
              .computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
              .add(line.substring(colon + 1).strip());
        }
      }
      var status = Integer.parseInt(matcher.group(1));
      if (status >= 200 || status == 101) { // others announce that the answer is still to come
        return new HttpReply(status, headers, stream, origin);
      }
    }
  }

  private static String line(InputStream in, int longest) throws IOException {
    var line = new ByteArrayOutputStream(80);
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the answer ends in its headers");
      }
      if (line.size() >= longest) {
        throw new Unreadable("the headers of the answer are too long");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  public int status() {
    return status;
  }

  /** The first header of this name, whatever its case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** All headers; the map finds them whatever their case. */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** The declared media type, lower case, without parameters. */
  public Optional<String> mediaType() {
    return mediaType(header("Content-Type").orElse(""));
  }

  /**
   * The page in the body. To be asked for once.
   *
   * @param uri where it was asked for
   * @param fetched when it was received
   * @param limit the largest page in bytes
   * @return empty when there is no body, or it is not HTML, text or PDF
   * @throws IOException when it is too large or damaged
   */
  public Optional<Capture> capture(String uri, @Nullable Instant fetched, int limit)
      throws IOException {
    var type = mediaType().orElse(null);
    if (!Kind.mayBeRead(type)) {
      return Optional.empty();
    }
    var sent = body(limit);
    byte[] bytes;
    try {
      bytes = Decoding.contentDecoded(sent, codings(), limit);
    } catch (IOException e) {
      throw new Unreadable(Unreadable.reason(e));
    }
    return capture(uri, bytes, header("Content-Type").orElse(""), fetched);
  }

  static Optional<Capture> capture(
      String uri, byte[] bytes, String contentType, @Nullable Instant fetched) {
    var kind = Kind.declared(bytes, mediaType(contentType).orElse(null));
    if (bytes.length == 0 || kind.mediaType() == null) {
      return Optional.empty();
    }
    var charset = CHARSET.matcher(contentType);
    return Optional.of(
        new Capture(
            uri, bytes, kind.mediaType(), charset.find() ? charset.group(1) : null, fetched));
  }

  private static Optional<String> mediaType(String contentType) {
    var type = contentType.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.isEmpty() ? Optional.empty() : Optional.of(type);
  }

  private List<String> codings() {
    return headers.getOrDefault("Content-Encoding", List.of()).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .toList();
  }

  private byte[] body(int limit) throws IOException {
    var transfer = header("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
    if (transfer.contains("chunked") && (origin == Origin.NETWORK || looksChunked())) {
      return chunks(limit);
    }
    var length = header("Content-Length").filter(value -> value.matches("\\d{1,18}"));
    if (origin == Origin.ARCHIVE || length.isEmpty()) {
      return Decoding.bounded(body, limit);
    }
    var expected = Long.parseLong(length.get());
    if (expected > limit) {
      throw Decoding.tooLarge(limit);
    }
    var bytes = body.readNBytes((int) expected);
    if (bytes.length < expected) {
      throw new Unreadable("the connection was closed before the page was complete; try again");
    }
    return bytes;
  }

  private boolean looksChunked() throws IOException {
    body.mark(512);
    try {
      return CHUNK.matcher(line(body, 256)).matches();
    } catch (IOException e) {
      return false;
    } finally {
      body.reset();
    }
  }

  private byte[] chunks(int limit) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (true) {
      var size = CHUNK.matcher(line(body, 4096));
      if (!size.matches()) {
        throw new Unreadable("the answer is damaged: a chunk has no size");
      }
      var length = Long.parseLong(size.group(1), 16);
      if (length == 0) {
        return bytes.toByteArray();
      }
      if (bytes.size() + length > limit) {
        throw Decoding.tooLarge(limit);
      }
      var chunk = body.readNBytes((int) length);
      bytes.write(chunk);
      if (chunk.length < length) {
        throw new Unreadable("the connection was closed before the page was complete; try again");
      }
      line(body, 2);
    }
  }
}
