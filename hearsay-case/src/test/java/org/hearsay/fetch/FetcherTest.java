package org.hearsay.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.hearsay.capture.Capture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All on the loopback address. */
@Timeout(60)
class FetcherTest {

  private static final String PAGE = "<html><body><p>« Rien », dit-elle.</p></body></html>";
  private static final Fetcher.Limits SHORT =
      new Fetcher.Limits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2), 5000);

  private HttpServer server;
  private String root;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(FetcherTest::daemon));
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body, String... headers)
      throws IOException {
    for (var i = 0; i < headers.length; i += 2) {
      exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void page(String path, int status, byte[] body, String... headers) {
    server.createContext(path, exchange -> answer(exchange, status, body, headers));
  }

  private static Capture fetch(String address) throws IOException {
    try (var fetcher = new Fetcher(true, SHORT, (SSLSocketFactory) SSLSocketFactory.getDefault())) {
      return fetcher.fetch(address);
    }
  }

  private static void fails(String address, String why) {
    assertThatThrownBy(() -> fetch(address))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void keepsBytesTypeCharsetAndTime() throws IOException {
    page("/a", 200, PAGE.getBytes(UTF_8), "Content-Type", "text/html; charset=UTF-8");
    var before = Instant.now().minusSeconds(1);
    var capture = fetch(root + "/a#part");
    assertThat(capture.uri()).isEqualTo(root + "/a");
    assertThat(capture.bytes()).asString(UTF_8).isEqualTo(PAGE);
    assertThat(capture.mediaType()).isEqualTo("text/html");
    assertThat(capture.charset()).isEqualTo("UTF-8");
    assertThat(capture.fetched()).isBetween(before, Instant.now());
  }

  @Test
  void undoesGzipAndChunks() throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(PAGE.getBytes(UTF_8));
    }
    server.createContext(
        "/z",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, 0); // chunked
          exchange.getResponseBody().write(zipped.toByteArray());
          exchange.close();
        });
    assertThat(fetch(root + "/z").bytes()).asString(UTF_8).isEqualTo(PAGE);
  }

  @Test
  void followsRedirectsAndTakesTheLastAddress() throws IOException {
    page("/old", 301, new byte[0], "Location", "/new?x=1");
    page("/new", 200, PAGE.getBytes(UTF_8), "Content-Type", "text/html");
    assertThat(fetch(root + "/old").uri()).isEqualTo(root + "/new?x=1");
  }

  @Test
  void bringsBackACookieThatAPageInsistsOn() throws IOException {
    server.createContext(
        "/wall",
        exchange -> {
          if (exchange.getRequestHeaders().containsKey("Cookie")) {
            answer(exchange, 200, PAGE.getBytes(UTF_8), "Content-Type", "text/html");
          } else {
            answer(exchange, 302, new byte[0], "Location", "/wall", "Set-Cookie", "seen=1; Path=/");
          }
        });
    assertThat(fetch(root + "/wall").bytes()).asString(UTF_8).isEqualTo(PAGE);
  }

  @Test
  void stopsAtARedirectLoop() {
    page("/a", 302, new byte[0], "Location", "/b");
    page("/b", 302, new byte[0], "Location", "/a");
    fails(root + "/a", "redirects in a circle");
  }

  @Test
  void stopsAfterTenRedirects() {
    server.createContext(
        "/",
        exchange -> answer(exchange, 302, new byte[0], "Location", exchange.getRequestURI() + "x"));
    fails(root + "/a", "more than 10 redirects");
  }

  @Test
  void refusesPrivateAddressesUnlessAllowed() {
    page("/a", 200, PAGE.getBytes(UTF_8), "Content-Type", "text/html");
    try (var fetcher = new Fetcher(false)) {
      for (var address :
          new String[] {
            root + "/a",
            root.replace("127.0.0.1", "localhost") + "/a",
            root.replace("127.0.0.1", "[::1]"),
            root.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
            root.replace("127.0.0.1", "2130706433"),
            "http://169.254.169.254/latest/meta-data/",
            "https://10.1.2.3/"
          }) {
        assertThatThrownBy(() -> fetcher.fetch(address))
            .as(address)
            .hasMessageContaining("private or reserved address");
      }
    }
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    page("/gone", 404, "<p>no".getBytes(UTF_8), "Content-Type", "text/html");
    page("/image", 200, new byte[] {1, 2, 3}, "Content-Type", "image/png");
    page("/binary", 200, new byte[] {1, 2, 3}, "Content-Type", "text/html");
    page("/large", 200, new byte[5001], "Content-Type", "text/html");
    page("/odd", 302, new byte[0], "Location", "ftp://news.example/");
    fails(root + "/gone", "404: there is no such page");
    fails(root + "/image", "(image/png)");
    fails(root + "/binary", "empty or binary");
    fails(root + "/large", "larger than 5000 bytes");
    fails(root + "/odd", "not an http or https address");
    fails("http://no-such-host.invalid/", "name could not be found");
    int unused;
    try (var socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    fails("http://127.0.0.1:" + unused + "/", "no server answers");
  }

  @Test
  void aZipBombIsCutOff() throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(new byte[3_000_000]);
    }
    page("/bomb", 200, zipped.toByteArray(), "Content-Encoding", "gzip");
    assertThat(zipped.size()).isLessThan(5000);
    fails(root + "/bomb", "larger than 5000 bytes");
  }

  @Test
  void waitsForNoServerForEver() throws Exception {
    fails(serving(out -> Thread.sleep(10_000)), "did not answer in time");
    fails(
        serving(
            out -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(UTF_8));
              while (true) { // a byte now and then keeps it from falling silent
                out.write('x');
                out.flush();
                Thread.sleep(200);
              }
            }),
        "took longer than 2 seconds");
  }

  @Test
  void aServerThatTalksNonsenseIsToldSo() throws Exception {
    fails(serving(out -> out.write("SSH-2.0-x\r\n".getBytes(UTF_8))), "not HTTP");
    fails(serving(out -> {}), "closed the connection");
    fails(
        serving(
            out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".getBytes(UTF_8))),
        "before the page was complete");
    fails(
        serving(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
              for (var i = 0; i < 100_000; i++) {
                out.write("X: endless\r\n".getBytes(UTF_8));
              }
            }),
        "too long");
  }

  private interface Talk {
    void to(java.io.OutputStream out) throws Exception;
  }

  /** A server for one connection that says what it is told to and closes. */
  private static String serving(Talk talk) throws IOException {
    var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    daemon(
            () -> {
              try (socket;
                  var connection = socket.accept()) {
                var in = connection.getInputStream();
                for (var last = 0; last < 4; ) {
                  var b = in.read();
                  last = b == '\r' || b == '\n' ? last + 1 : 0;
                }
                talk.to(connection.getOutputStream());
              } catch (Exception e) {
                // The client left.
              }
            })
        .start();
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  @Test
  void holdsTheCertificateAgainstTheName(@TempDir Path folder) throws Exception {
    var store = folder.resolve("keys.p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "desk",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    var mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    mine.init(keys, "changeit".toCharArray());
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    var context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), trusted.getTrustManagers(), null);

    var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context));
    secure.createContext(
        "/", exchange -> answer(exchange, 200, PAGE.getBytes(UTF_8), "Content-Type", "text/html"));
    secure.start();
    var port = secure.getAddress().getPort();
    try (var trusting = new Fetcher(true, SHORT, context.getSocketFactory());
        var usual = new Fetcher(true)) {
      assertThat(trusting.fetch("https://localhost:" + port + "/").bytes())
          .asString(UTF_8)
          .isEqualTo(PAGE);
      assertThatThrownBy(() -> trusting.fetch("https://127.0.0.1:" + port + "/"))
          .hasMessageContaining("no secure connection");
      assertThatThrownBy(() -> usual.fetch("https://localhost:" + port + "/"))
          .hasMessageContaining("no secure connection");
    } finally {
      secure.stop(0);
    }
  }
}
