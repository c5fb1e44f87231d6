package org.hearsay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.reading.ReadingJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * Each bad input stands between two good ones: one line names it, the good ones are done, exit 1;
 * the same when they are added to a case.
 */
@Timeout(60)
class BadInputTest {

  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>Quay</title></head><body><article><h1>Quay</h1>"
          + "<p>The mayor said on Monday that the quay would be closed until the spring came.</p>"
          + "</article></body></html>";

  @TempDir Path folder;
  private String before;
  private String after;

  @BeforeEach
  void goodOnes() throws IOException {
    before = file("before.html", PAGE.getBytes(UTF_8));
    after = file("after.html", PAGE.replace("spring", "summer").getBytes(UTF_8));
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(content);
    }
    return out.toByteArray();
  }

  /** Nothing of it can be read. */
  private void isTold(String bad, String why) {
    told(bad, why, 0);
  }

  /**
   * @param pages how many pages of the bad input are read all the same
   */
  private void told(String bad, String why, int pages) {
    var read = Ran.with("read", "--format", "jsonl", before, bad, after);
    assertThat(read.errLines()).as(read.err()).hasSize(1);
    assertThat(read.err()).startsWith(bad).contains(why);
    assertThat(read.status()).isEqualTo(1);
    assertThat(read.outLines()).hasSize(2 + pages);
    assertThat(read.outLines())
        .extracting(line -> ReadingJson.parse(line).source().uri())
        .startsWith(before)
        .endsWith(after);

    var place = folder.resolve("case");
    var added = Ran.with("add", place.toString(), before, bad, after);
    assertThat(added.errLines()).as(added.err()).hasSize(1);
    assertThat(added.err()).startsWith(bad).contains(why);
    assertThat(added.status()).isEqualTo(1);
    try (var cases = CaseFolder.open(place)) {
      assertThat(cases.documents()).hasSize(2 + pages);
      assertThat(cases.verify().problems()).isEmpty();
    }
  }

  @Test
  void missingFile() {
    isTold(folder.resolve("none.html").toString(), "no such file");
  }

  @Test
  void unreadableFile() throws IOException {
    var file = folder.resolve("locked.html");
    Files.write(file, PAGE.getBytes(UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();
    isTold(file.toString(), "permission denied");
  }

  @Test
  void directoryWithoutPages() throws IOException {
    var bare = Files.createDirectory(folder.resolve("bare"));
    Files.write(bare.resolve("data.json"), "{}".getBytes(UTF_8));
    isTold(bare.toString(), "holds no page");
  }

  @Test
  void emptyFile() throws IOException {
    isTold(file("empty.html", new byte[0]), "empty");
  }

  @Test
  void binaryFile() throws IOException {
    var bytes = new byte[4000];
    new java.util.Random(1).nextBytes(bytes);
    isTold(file("binary.html", bytes), "binary data");
  }

  @Test
  void passwordProtectedPdf() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      pdf.save(out);
    }
    isTold(file("secret.pdf", out.toByteArray()), "password");
  }

  @Test
  void damagedPdf() throws IOException {
    isTold(file("bad.pdf", "%PDF-1.7\n1 0 obj <<".getBytes(UTF_8)), "damaged");
  }

  @Test
  void pageOf200Megabytes() throws IOException {
    var large = folder.resolve("large.html");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.write("<html><body><p>".getBytes(UTF_8));
      file.setLength(200L << 20); // sparse: it takes no room
    }
    isTold(large.toString(), "larger than 64 MB");
  }

  @Test
  void htmlNestedAHundredThousandDeep() throws IOException {
    var deep = "<div>".repeat(100_000) + "<p>The mayor said no.</p>" + "</div>".repeat(100_000);
    var read =
        Ran.with(
            "read",
            "--format=jsonl",
            before,
            file("deep.html", ("<html><body>" + deep).getBytes(UTF_8)),
            after);
    // Read it may be, or not; in time, without a trace of the stack, and the others are done.
    assertThat(read.outLines().size()).isBetween(2, 3);
    assertThat(read.errLines().size()).isEqualTo(read.status());
    assertThat(read.err()).doesNotContain("error of ours");
    assertThat(read.outLines().get(read.outLines().size() - 1)).contains("after.html");
  }

  @Test
  void unknownCharset() throws IOException {
    var page = PAGE.replace("<head>", "<head><meta charset=\"klingon-8\">");
    told(file("charset.html", page.getBytes(UTF_8)), "klingon-8", 1);
  }

  @Test
  void brokenGzip() throws IOException {
    var zipped = gzip(PAGE.repeat(20).getBytes(UTF_8));
    isTold(file("cut.html.gz", Arrays.copyOf(zipped, zipped.length - 20)), "ends too early");
  }

  @Test
  void truncatedWarc() throws IOException {
    var out = new ByteArrayOutputStream();
    var http = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE).getBytes(UTF_8);
    try (var writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
      for (var i = 0; i < 2; i++) {
        writer.write(
            new WarcResponse.Builder("https://news.example/" + i)
                .date(Instant.parse("2026-03-12T10:15:30Z"))
                .body(MediaType.HTTP_RESPONSE, http)
                .build());
      }
    }
    told(
        file("cut.warc.gz", Arrays.copyOf(out.toByteArray(), out.size() - 50)),
        "cut off after 1 whole record",
        1);
  }

  @Test
  void unreachableUrl() throws IOException {
    isTold("http://no-such-host.invalid/page", "name could not be found");
  }

  @Test
  void refusedConnection() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var bad = "http://127.0.0.1:" + port + "/";
    var read = Ran.with("read", "--allow-private", "--format=jsonl", before, bad, after);
    assertThat(read.errLines()).hasSize(1);
    assertThat(read.err()).startsWith(bad).contains("no server answers");
    assertThat(read.outLines()).hasSize(2);
  }

  @Test
  void urlToAPrivateAddress() {
    isTold("http://127.0.0.1:1/", "private or reserved address");
    isTold("http://10.0.0.1/x", "private or reserved address");
    isTold("http://[::1]/", "private or reserved address");
  }

  @Test
  void redirectLoop() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
    try {
      var bad = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      var read = Ran.with("read", "--allow-private", "--format=jsonl", before, bad, after);
      assertThat(read.errLines()).hasSize(1);
      assertThat(read.err()).startsWith(bad).contains("redirects in a circle");
      assertThat(read.status()).isEqualTo(1);
      assertThat(read.outLines()).hasSize(2);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void otherSchemes() {
    isTold("ftp://news.example/a.html", "only http and https");
  }

  @Test
  void allOfThemAtOnceAreOneLineEach() throws IOException {
    var bad =
        new String[] {
          folder.resolve("none").toString(), file("e.txt", new byte[0]), "ftp://x.example/"
        };
    var args = new String[] {"read", before, bad[0], bad[1], bad[2], after};
    var ran = Ran.with(args);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.errLines()).hasSize(3);
    for (var i = 0; i < 3; i++) {
      assertThat(ran.errLines().get(i)).startsWith(bad[i] + ": ");
    }
  }
}
