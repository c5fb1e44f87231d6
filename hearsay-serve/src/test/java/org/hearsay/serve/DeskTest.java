package org.hearsay.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hearsay.capture.Capture;
import org.hearsay.casefile.CaseFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

  @TempDir static Path folder;
  private static CaseFolder cases;
  private static Desk desk;
  private static String id;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void open() {
    cases = CaseFolder.openOrCreate(folder.resolve("case"));
    var page =
        """
        <!DOCTYPE html><html lang="en"><head><title>Ferry fares</title></head><body>
        <h1>Ferry fares</h1><article>
        <p>The ferry company will not raise its fares this winter, whatever the price of fuel does
        until then. "We have no plans to close the line," Martha Quill, the company's director,
        said on 4 May 2021 in Port Tallow.</p>
        <p>Passengers had feared for months that the last boat of the day would be given up, as it
        was on the other side of the bay three years ago. The union struck yesterday.</p></article>
        <script>document.title = 'hacked'</script></body></html>
        """;
    var bytes = page.getBytes(StandardCharsets.UTF_8);
    var capture = new Capture("fares.html", bytes, "text/html", "UTF-8", null);
    id = cases.add(capture).document().id();
    desk = Desk.start(cases, new Desk.Options(0, false));
  }

  @AfterAll
  static void close() {
    desk.close();
    cases.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(desk.address() + path.substring(1)));
  }

  private static Document page(String path) {
    var answer = send(to(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static HttpRequest.Builder judgement() {
    return to("/api/judgements")
        .header("Content-Type", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"kind\":\"dismiss-finding\",\"subject\":\"x\",\"who\":\"Ada\"}"));
  }

  @Test
  void marksTimesWithTheirValueAndThoseNotResolvedAsSuch() {
    var story = page("/documents/" + id);
    var day = story.select(".when:contains(4 May 2021)");
    assertThat(day.attr("title")).isEqualTo("2021-05-04");
    var unresolved = story.select(".when.unresolved");
    assertThat(unresolved.eachText()).contains("yesterday");
    assertThat(unresolved.attr("title")).contains("not let one work out");
  }

  @Test
  void listsTheDocumentsAndFindsThem() {
    assertThat(page("/documents").select("#listing .card")).hasSize(1);
    assertThat(page("/documents?q=boat").select("#listing .snippet mark").text())
        .isEqualToIgnoringCase("boat");
    assertThat(page("/documents?q=zeppelin").select("#listing").text()).contains("Nothing found");
  }

  @Test
  void answersHtmxWithTheListAlone() {
    var answer = send(to("/documents?q=boat").header("HX-Request", "true")).body();
    assertThat(answer).contains("id=\"listing\"").doesNotContain("<html");
  }

  @Test
  void showsADocumentInItsLanguage() {
    var page = page("/documents/" + id);
    assertThat(page.select("article.story").attr("lang")).isEqualTo("en");
    assertThat(page.select("iframe").attr("sandbox")).isEmpty();
    assertThat(page.select("iframe").hasAttr("sandbox")).isTrue();
    assertThat(page.select("article.story").text()).contains("no plans to close the line");
  }

  @Test
  void escapesWhatAPageSays() {
    var evil = "<p>\"<img src=x onerror=alert(1)>\" & <script>x</script>, said Ann Bell.</p>";
    var escaped = evil.replace("<img", "&lt;img").replace("<script", "&lt;script");
    var bytes = escaped.getBytes(StandardCharsets.UTF_8);
    var capture = new Capture("<i>evil</i>.html", bytes, "text/html", "UTF-8", null);
    var evilId = cases.add(capture).document().id();
    for (var path : new String[] {"/documents", "/documents/" + evilId, "/people"}) {
      assertThat(page(path).select("img[src=x], body script:not([src]), a > i, h1 > i, dd > i"))
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void sendsTheOriginalUnalteredAsADownload() {
    var answer = send(to("/api/documents/" + id + "/original"));
    assertThat(answer.body())
        .isEqualTo(new String(cases.original(id).orElseThrow().bytes(), StandardCharsets.UTF_8));
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"fares.html\"");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    assertThat(answer.headers().firstValue("X-Hearsay-Sha256"))
        .hasValue(cases.document(id).orElseThrow().sha256());
  }

  @Test
  void showsTheCapturedPageUnderAPolicyThatLoadsNothing() {
    var answer = send(to("/documents/" + id + "/page?span=0-5"));
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "sandbox")
        .doesNotContain("script-src");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(answer.body()).doesNotContain("hacked");
  }

  @Test
  void refusesSpansOutsideOfTheText() {
    for (var span : new String[] {"5-2", "x", "-", "1-99999999", "99999999999-3"}) {
      assertThat(send(to("/documents/" + id + "/page?span=" + span)).statusCode()).isEqualTo(400);
    }
    assertThat(send(to("/documents/" + id + "/page?statement=zz")).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesRequestsUnderAnotherName() throws IOException {
    assertThat(raw("GET /documents HTTP/1.1\r\nHost: rebound.example\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /documents HTTP/1.1\r\nHost: 127.0.0.1:1\r\n")).startsWith("HTTP/1.1 403");
    assertThat(raw("GET /documents HTTP/1.1\r\nHost: localhost:" + desk.port() + "\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  private static String raw(String head) throws IOException {
    try (var socket = new Socket("127.0.0.1", desk.port())) {
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void refusesChangesThatAnotherSiteSends() {
    assertThat(send(judgement().header("Origin", "https://other.example")).statusCode())
        .isEqualTo(403);
    assertThat(send(judgement().header("Origin", "null")).statusCode()).isEqualTo(403);
    assertThat(send(judgement().header("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(send(judgement().header("Sec-Fetch-Site", "same-site")).statusCode()).isEqualTo(403);
    var own = desk.address().substring(0, desk.address().length() - 1);
    assertThat(send(judgement().header("Origin", own)).statusCode()).isEqualTo(201);
    assertThat(send(judgement()).statusCode()).isEqualTo(201);
  }

  @Test
  void boundsTheBodiesItTakes() {
    var large = "{\"kind\":\"" + "x".repeat(100_000) + "\"}";
    var request =
        to("/api/judgements")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(large));
    assertThat(send(request).statusCode()).isEqualTo(413);
  }

  @Test
  void tellsWhatIsWrongInJsonAndInPages() {
    assertThat(send(to("/api/nothing")).body()).startsWith("{\"error\":{\"code\":\"no-page\"");
    assertThat(send(to("/nothing")).body()).contains("There is nothing at this address");
    assertThat(send(to("/documents/nothing")).statusCode()).isEqualTo(404);
    assertThat(send(to("/assets/..%2fx")).statusCode()).isIn(400, 404);
  }

  @Test
  void refusesAPortThatIsTaken() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Desk.start(cases, new Desk.Options(desk.port(), false)))
        .hasMessageContaining("in use");
  }
}
