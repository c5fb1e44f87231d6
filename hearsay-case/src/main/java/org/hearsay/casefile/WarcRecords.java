package org.hearsay.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearsay.capture.Capture;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Captures as WARC/1.1 {@code resource} records. The standard headers are for other tools; {@code
 * Hearsay-Capture}, one line of JSON in ASCII, keeps uri, media type, charset and times exactly as
 * they were given, which the standard headers cannot: a file name is no URI, and {@code WARC-Date}
 * may not be left out.
 */
final class WarcRecords {
  private WarcRecords() {}

  private static final String EXACT = "Hearsay-Capture";
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+");
  private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9._:+-]+");
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** What {@code Hearsay-Capture} holds; names are part of the format. */
  record Exact(
      String uri,
      @Nullable String mediaType,
      @Nullable String charset,
      @Nullable String fetched,
      String added) {}

  static void write(WritableByteChannel channel, Stored stored) throws IOException {
    var capture = stored.capture();
    var digest = "sha256:" + capture.sha256();
    var exact =
        new Exact(
            capture.uri(),
            capture.mediaType(),
            capture.charset(),
            capture.fetched() == null ? null : capture.fetched().toString(),
            stored.added().toString());
    var record =
        new WarcResource.Builder()
            .version(MessageVersion.WARC_1_1)
            .recordId(UUID.randomUUID())
            .date(capture.fetched() == null ? stored.added() : capture.fetched())
            .setHeader("WARC-Target-URI", target(capture.uri()))
            .setHeader("WARC-Block-Digest", digest)
            .setHeader("WARC-Payload-Digest", digest)
            .setHeader(EXACT, JSON.writeValueAsString(exact))
            .body(type(capture), capture.bytes())
            .build();
    writer(channel).write(record);
  }

  /** The record that each file begins with: what wrote it and what it is. */
  static void writeInfo(WritableByteChannel channel, String file) throws IOException {
    var info =
        new Warcinfo.Builder()
            .version(MessageVersion.WARC_1_1)
            .recordId(UUID.randomUUID())
            .date(Instant.now())
            .filename(file)
            .fields(
                Map.of(
                    "software", List.of("Hearsay"),
                    "format", List.of("WARC file version 1.1")))
            .build();
    writer(channel).write(info);
  }

  private static WarcWriter writer(WritableByteChannel channel) throws IOException {
    return new WarcWriter(channel, WarcCompression.NONE);
  }

  /**
   * Reads the one record in this stream, to the end of the stream.
   *
   * @return empty when it is a record without a capture
   * @throws IOException when it cannot be read, or its bytes are not those that were written
   */
  static Optional<Stored> read(InputStream content) throws IOException {
    try (var reader = new WarcReader(content)) {
      var record = reader.next().orElseThrow(() -> new IOException("it is empty"));
      if (!(record instanceof WarcResource resource)) {
        end(reader, content);
        return Optional.empty();
      }
      var headers = resource.headers();
      var exact =
          JSON.readValue(
              headers.first(EXACT).orElseThrow(() -> new IOException("it has no " + EXACT)),
              Exact.class);
      var bytes = resource.body().stream().readAllBytes();
      var capture =
          new Capture(
              exact.uri(),
              bytes,
              exact.mediaType(),
              exact.charset(),
              exact.fetched() == null ? null : Instant.parse(exact.fetched()));
      var digest = headers.first("WARC-Payload-Digest").orElse("");
      if (!digest.equals("sha256:" + capture.sha256())) {
        throw new IOException("its bytes do not have the digest that was written with them");
      }
      end(reader, content);
      return Optional.of(new Stored(capture, Instant.parse(exact.added())));
    } catch (JacksonException | java.time.DateTimeException | IllegalArgumentException e) {
      throw new IOException("its headers cannot be read", e);
    }
  }

  /** To the end of the stream, where the CRC of the member is checked. */
  private static void end(WarcReader reader, InputStream content) throws IOException {
    if (reader.next().isPresent() || content.read() >= 0) {
      throw new IOException("it goes on after its end");
    }
  }

  private static MediaType type(Capture capture) {
    var type = capture.mediaType();
    if (type == null || !TYPE.matcher(type).matches()) {
      return MediaType.OCTET_STREAM;
    }
    var charset = capture.charset();
    return MediaType.parse(
        charset == null || !CHARSET.matcher(charset).matches()
            ? type
            : type + ";charset=" + charset);
  }

  /** A valid absolute URI for what the user gave: itself where it is one, else percent-encoded. */
  static String target(String uri) {
    if (SCHEME.matcher(uri).matches()) {
      try {
        return new URI(uri).toASCIIString();
      } catch (URISyntaxException e) {
        return encode(uri, ":/?#[]@!$&'()*+,;=%");
      }
    }
    return (uri.startsWith("/") ? "file://" : "file:") + encode(uri.replace('\\', '/'), "/");
  }

  private static String encode(String text, String kept) {
    var encoded = new StringBuilder();
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      var c = (char) (b & 0xff);
      if (c < 128 && (UNRESERVED.indexOf(c) >= 0 || kept.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }
}
