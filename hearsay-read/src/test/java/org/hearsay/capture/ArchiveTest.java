package org.hearsay.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class ArchiveTest {

  private static final Instant DAY = Instant.parse("2026-03-12T10:15:30Z");
  private static final String PAGE = "<html><body><p>Said the mayor.</p></body></html>";

  private static byte[] http(String status, byte[] body, String... headers) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(("HTTP/1.1 " + status + "\r\n").getBytes(UTF_8));
    for (var header : headers) {
      out.write((header + "\r\n").getBytes(UTF_8));
    }
    out.write("\r\n".getBytes(UTF_8));
    out.write(body);
    return out.toByteArray();
  }

  /** Ends of the records in {@code warc}, the first being that of the first record. */
  private record Written(byte[] warc, List<Integer> ends) {}

  private interface Content {
    void to(WarcWriter writer) throws IOException;
  }

  private static Written write(WarcCompression compression, Content... contents)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var ends = new ArrayList<Integer>();
    try (var writer = new WarcWriter(Channels.newChannel(out), compression)) {
      for (var content : contents) {
        content.to(writer);
        ends.add(out.size());
      }
    }
    return new Written(out.toByteArray(), ends);
  }

  private static Content response(String target, byte[] http) {
    return writer ->
        writer.write(
            new WarcResponse.Builder(target).date(DAY).body(MediaType.HTTP_RESPONSE, http).build());
  }

  private static Content page(String target) throws IOException {
    var http = http("200 OK", PAGE.getBytes(UTF_8), "Content-Type: text/html; charset=\"utf-8\"");
    return response(target, http);
  }

  private static Collected read(byte[] warc) {
    return read(warc, Captures.DEFAULT_LIMIT);
  }

  private static Collected read(byte[] warc, int limit) {
    var read = new Collected();
    Captures.read("a.warc", new ByteArrayInputStream(warc), limit, read);
    return read;
  }

  private static String body(Capture capture) {
    return new String(capture.bytes(), UTF_8);
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void deliversResponsesAndResourcesOfPagesOnly(WarcCompression compression) throws IOException {
    var html = PAGE.getBytes(UTF_8);
    var written =
        write(
            compression,
            page("https://news.example/a"),
            writer ->
                writer.write(
                    new WarcRequest.Builder("https://news.example/a")
                        .date(DAY)
                        .body(MediaType.HTTP_REQUEST, "GET /a HTTP/1.1\r\n\r\n".getBytes(UTF_8))
                        .build()),
            response(
                "https://news.example/b", http("404 Not Found", html, "Content-Type: text/html")),
            response("https://news.example/c", http("200 OK", html, "Content-Type: image/png")),
            response(
                "https://news.example/robots.txt",
                http("200 OK", html, "Content-Type: text/plain")),
            writer ->
                writer.write(
                    new WarcResource.Builder(URI.create("https://news.example/d"))
                        .date(DAY)
                        .body(MediaType.PLAIN_TEXT, "A statement.".getBytes(UTF_8))
                        .build()));
    var read = read(written.warc());
    assertThat(read.problems).isEmpty();
    assertThat(read.uris()).containsExactly("https://news.example/a", "https://news.example/d");
    var first = read.captures.get(0);
    assertThat(body(first)).isEqualTo(PAGE);
    assertThat(first.fetched()).isEqualTo(DAY);
    assertThat(first.mediaType()).isEqualTo("text/html");
    assertThat(first.charset()).isEqualTo("utf-8");
    assertThat(read.captures.get(1).mediaType()).isEqualTo("text/plain");
  }

  @Test
  void undoesTransferAndContentEncodings() throws IOException {
    var gzip = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(gzip)) {
      zip.write(PAGE.getBytes(UTF_8));
    }
    var deflate = new ByteArrayOutputStream();
    try (var zip = new DeflaterOutputStream(deflate)) {
      zip.write(PAGE.getBytes(UTF_8));
    }
    var bare = Arrays.copyOfRange(deflate.toByteArray(), 2, deflate.size() - 4);
    var chunked =
        ("a\r\n"
                + PAGE.substring(0, 10)
                + "\r\n"
                + Integer.toHexString(PAGE.length() - 10)
                + ";x=y\r\n"
                + PAGE.substring(10)
                + "\r\n0\r\n\r\n")
            .getBytes(UTF_8);
    var type = "Content-Type: text/html";
    var read =
        read(
            write(
                    WarcCompression.GZIP,
                    response(
                        "https://x.example/1",
                        http("200 OK", gzip.toByteArray(), type, "Content-Encoding: gzip")),
                    response(
                        "https://x.example/2",
                        http("200 OK", deflate.toByteArray(), type, "Content-Encoding: deflate")),
                    response(
                        "https://x.example/3",
                        http("200 OK", bare, type, "Content-Encoding: deflate")),
                    response(
                        "https://x.example/4",
                        http("200 OK", chunked, type, "Transfer-Encoding: chunked")),
                    response(
                        "https://x.example/5",
                        http("200 OK", PAGE.getBytes(UTF_8), type, "Content-Encoding: gzip")),
                    response(
                        "https://x.example/6",
                        http("200 OK", PAGE.getBytes(UTF_8), type, "Transfer-Encoding: chunked")))
                .warc());
    assertThat(read.problems).isEmpty();
    assertThat(read.captures).hasSize(6).extracting(ArchiveTest::body).containsOnly(PAGE);
  }

  @Test
  void undoesBrotli() throws IOException {
    // 0x0b 0x05 0x80 "Said the mayor" 0x03: window of 22 bits, one stored block of 14 - 3 bytes.
    var stored = new ByteArrayOutputStream();
    stored.write(new byte[] {0x0b, 0x06, (byte) 0x80});
    stored.write("Said the mayor".substring(0, 13).getBytes(UTF_8));
    stored.write(3);
    var http =
        http("200 OK", stored.toByteArray(), "Content-Type: text/plain", "Content-Encoding: br");
    var read = read(write(WarcCompression.NONE, response("https://x.example/", http)).warc());
    assertThat(read.problems).isEmpty();
    assertThat(read.captures).extracting(ArchiveTest::body).containsExactly("Said the mayo");
  }

  @Test
  void namesTheResponseThatIsDamagedAndGoesOn() throws IOException {
    var bad = new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3};
    var http = http("200 OK", bad, "Content-Type: text/html", "Content-Encoding: gzip");
    var read =
        read(
            write(
                    WarcCompression.GZIP,
                    response("https://x.example/bad", http),
                    response("https://x.example/odd", "no HTTP at all".getBytes(UTF_8)),
                    page("https://x.example/good"))
                .warc());
    assertThat(read.uris()).containsExactly("https://x.example/good");
    assertThat(read.problems).hasSize(2);
    assertThat(read.problems.get(0)).startsWith("a.warc: https://x.example/bad: ").contains("gzip");
    assertThat(read.problems.get(1)).startsWith("a.warc: https://x.example/odd: ");
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP"})
  void deliversWhatStandsBeforeTheCutWhereverItIs(WarcCompression compression) throws IOException {
    var written =
        write(
            compression,
            page("https://x.example/1"),
            page("https://x.example/2"),
            page("https://x.example/3"));
    var ends = written.ends();
    for (var cut = 12; cut < written.warc().length; cut++) {
      var at = cut;
      var read = read(Arrays.copyOf(written.warc(), cut));
      var whole = (int) ends.stream().filter(end -> end <= at).count();
      if (ends.contains(cut)) {
        assertThat(read.problems).as("cut at %d", cut).isEmpty();
        assertThat(read.captures).as("cut at %d", cut).hasSize(whole);
      } else {
        // The last bytes of a record are only line breaks: its page may be there already.
        assertThat(read.captures.size()).as("cut at %d", cut).isBetween(whole, whole + 1);
        assertThat(read.problems.size())
            .as("cut at %d", cut)
            .isBetween(read.captures.size() == whole ? 1 : 0, 1);
      }
      assertThat(read.captures).extracting(ArchiveTest::body).allMatch(PAGE::equals);
    }
  }

  @Test
  void saysWhereItIsDamaged() throws IOException {
    var written =
        write(WarcCompression.GZIP, page("https://x.example/1"), page("https://x.example/2"));
    var warc = written.warc();
    Arrays.fill(warc, written.ends().get(0) + 40, written.ends().get(0) + 80, (byte) 0x55);
    var read = read(warc);
    assertThat(read.uris()).containsExactly("https://x.example/1");
    assertThat(read.problems)
        .singleElement()
        .asString()
        .startsWith("a.warc: ")
        .contains("damaged after 1 whole record ");
  }

  @Test
  void keepsTheLimitForEachRecord() throws IOException {
    var large = http("200 OK", PAGE.repeat(100).getBytes(UTF_8), "Content-Type: text/html");
    var read =
        read(
            write(
                    WarcCompression.GZIP,
                    response("https://x.example/large", large),
                    page("https://x.example/1"))
                .warc(),
            1000);
    assertThat(read.uris()).containsExactly("https://x.example/1");
    assertThat(read.problems)
        .singleElement()
        .asString()
        .startsWith("a.warc: https://x.example/large: larger than 1000 bytes");
  }

  @Test
  void anArchiveWithoutAPageSaysSo() throws IOException {
    var http = http("301 Moved", new byte[0], "Location: /b");
    var read = read(write(WarcCompression.GZIP, response("https://x.example/", http)).warc());
    assertThat(read.problems).singleElement().asString().contains("holds no page");
  }
}
