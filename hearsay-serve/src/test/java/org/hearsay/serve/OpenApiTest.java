package org.hearsay.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hearsay.capture.Capture;
import org.hearsay.casefile.CaseFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds {@code openapi.yaml} true: each route, each answer, each field, both ways. */
class OpenApiTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static CaseFolder cases;
  private static Desk desk;
  private static String id;
  private static JsonNode description;

  /** A request, and the answer that the description must have for it. */
  private record Try(
      String method, String path, String target, String type, String body, int status) {
    static Try get(String path, String target, int status) {
      return new Try("get", path, target, "", "", status);
    }

    static Try post(String path, String type, String body, int status) {
      return new Try("post", path, path, type, body, status);
    }
  }

  @BeforeAll
  static void open() throws IOException {
    cases = CaseFolder.openOrCreate(folder.resolve("case"));
    var pages =
        Path.of(System.getProperty("hearsay.root", "..")).resolve("examples/pages").toFile();
    for (var page : pages.listFiles((d, name) -> name.matches("0[1-57].*"))) {
      var bytes = java.nio.file.Files.readAllBytes(page.toPath());
      id = cases.add(new Capture(page.getName(), bytes, "text/html", null, null)).document().id();
    }
    desk = Desk.start(cases, new Desk.Options(0, false));
    description = new YAMLMapper().readTree(OpenApiTest.class.getResourceAsStream("/openapi.yaml"));
  }

  @AfterAll
  static void close() {
    desk.close();
    cases.close();
  }

  private static List<Try> tries() {
    var json = "application/json";
    var form = "multipart/form-data; boundary=xx";
    var part =
        "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nHello there, said Ann Bell.\r\n--xx--\r\n";
    var decision = "{\"kind\":\"dismiss-finding\",\"subject\":\"s\",\"who\":\"Ada\",\"why\":\"w\"}";
    var query = URLEncoder.encode("port", StandardCharsets.UTF_8);
    var large = "{\"url\":\"" + "x".repeat(70_000) + "\"}";
    return List.of(
        Try.get("/openapi.yaml", "/openapi.yaml", 200),
        Try.get("/api/documents", "/api/documents?limit=2&offset=1", 200),
        Try.get("/api/documents", "/api/documents?limit=0", 400),
        Try.post("/api/documents", form, part, 200),
        Try.post("/api/documents", json, "{\"url\":\"ftp://nowhere.example/\"}", 200),
        Try.post("/api/documents", json, "{\"nothing\":1}", 400),
        Try.post("/api/documents", json, large, 413),
        Try.post("/api/documents", "text/plain", "x", 415),
        Try.post("/api/documents", "cross-site", "{}", 403),
        Try.get("/api/documents/{id}", "/api/documents/" + id, 200),
        Try.get("/api/documents/{id}", "/api/documents/none", 404),
        Try.get("/api/documents/{id}/original", "/api/documents/" + id + "/original", 200),
        Try.get("/api/documents/{id}/original", "/api/documents/none/original", 404),
        Try.get("/api/search", "/api/search?q=" + query + "&limit=2", 200),
        Try.get("/api/search", "/api/search", 400),
        Try.get("/api/attributions", "/api/attributions?limit=500", 200),
        Try.get("/api/attributions", "/api/attributions?limit=501", 400),
        Try.get("/api/attributions", "/api/attributions?document=none", 404),
        Try.get("/api/people", "/api/people?limit=500", 200),
        Try.get("/api/people", "/api/people?offset=-1", 400),
        Try.get("/api/findings", "/api/findings", 200),
        Try.get("/api/findings", "/api/findings?limit=x", 400),
        Try.post("/api/judgements", json, decision, 201),
        Try.post("/api/judgements", json, "{\"kind\":\"x\"}", 400),
        Try.post("/api/judgements", json, large, 413),
        Try.post("/api/judgements", "text/plain", decision, 415),
        Try.post("/api/judgements", "cross-site", decision, 403),
        Try.get("/api/judgements", "/api/judgements", 200),
        Try.get("/api/judgements", "/api/judgements?limit=", 400));
  }

  @Test
  void describesEachRouteAndNoOther() {
    var served = new TreeSet<String>();
    for (var handler : desk.server().unsafe.internalRouter.allHttpHandlers()) {
      var endpoint = handler.endpoint;
      if (endpoint.path.startsWith("/api/") || endpoint.path.equals("/openapi.yaml")) {
        served.add(endpoint.method.name().toLowerCase(java.util.Locale.ROOT) + " " + endpoint.path);
      }
    }
    var described = new TreeSet<String>();
    for (var path : description.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        described.add(operation.getKey() + " " + path.getKey());
      }
    }
    assertThat(described).isEqualTo(served).isNotEmpty();
  }

  @Test
  void answersAsDescribed() throws IOException, InterruptedException {
    var tried = new TreeSet<String>();
    for (var attempt : tries()) {
      var answer = send(attempt);
      var what = attempt.method + " " + attempt.target + " " + attempt.status;
      assertThat(answer.statusCode()).as(what + " " + answer.body()).isEqualTo(attempt.status);
      var operation = description.get("paths").get(attempt.path).get(attempt.method);
      var response = resolve(operation.get("responses").get(String.valueOf(attempt.status)));
      assertThat(response).as(what).isNotNull();
      tried.add(attempt.method + " " + attempt.path + " " + attempt.status);
      var content = response.get("content");
      if (content.has("application/json")) {
        var problems = new ArrayList<String>();
        var schema = content.get("application/json").get("schema");
        check(JSON.readTree(answer.body()), schema, "$", problems);
        assertThat(problems).as(what).isEmpty();
      }
    }
    assertThat(tried).as("every described answer is tried").isEqualTo(answers());
  }

  @Test
  void givesPeopleAndStatementsAndFindingsToLookAt() throws IOException, InterruptedException {
    for (var path : List.of("/api/people", "/api/attributions", "/api/findings")) {
      var body = JSON.readTree(send(Try.get(path, path, 200)).body());
      assertThat(body.get("items")).as(path).isNotEmpty();
    }
  }

  private static TreeSet<String> answers() {
    var answers = new TreeSet<String>();
    for (var path : description.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        for (var status : operation.getValue().get("responses").properties()) {
          answers.add(operation.getKey() + " " + path.getKey() + " " + status.getKey());
        }
      }
    }
    return answers;
  }

  private static HttpResponse<String> send(Try attempt) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(desk.address() + attempt.target.substring(1)));
    if (attempt.type.equals("cross-site")) {
      request.header("Origin", "https://other.example").header("Content-Type", "application/json");
    } else if (!attempt.type.isEmpty()) {
      request.header("Content-Type", attempt.type);
    }
    if (attempt.method.equals("post")) {
      request.POST(BodyPublishers.ofString(attempt.body));
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode resolve(JsonNode node) {
    return node != null && node.has("$ref")
        ? description.at(node.get("$ref").asString().substring(1))
        : node;
  }

  /** The part of JSON Schema that the description uses; a field it does not name is a problem. */
  private static void check(JsonNode value, JsonNode given, String at, List<String> problems) {
    var schema = resolve(given);
    var type = schema.get("type").asString();
    var fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> false;
        };
    if (!fits) {
      problems.add(at + " is not " + type + ": " + value);
      return;
    }
    if (schema.has("enum")) {
      var known = new ArrayList<String>();
      schema.get("enum").forEach(e -> known.add(e.asString()));
      if (!known.contains(value.asString())) {
        problems.add(at + " is none of " + known + ": " + value);
      }
    }
    if (type.equals("array")) {
      for (var i = 0; i < value.size(); i++) {
        check(value.get(i), schema.get("items"), at + "[" + i + "]", problems);
      }
    }
    if (type.equals("object")) {
      checkFields(value, schema, at, problems);
    }
  }

  private static void checkFields(
      JsonNode value, JsonNode schema, String at, List<String> problems) {
    if (schema.has("required")) {
      for (var name : schema.get("required")) {
        if (!value.has(name.asString())) {
          problems.add(at + " lacks " + name.asString());
        }
      }
    }
    for (var field : value.properties()) {
      var described = schema.path("properties").get(field.getKey());
      if (described == null) {
        described = schema.get("additionalProperties");
      }
      if (described == null) {
        problems.add(at + "." + field.getKey() + " is not described");
      } else {
        check(field.getValue(), described, at + "." + field.getKey(), problems);
      }
    }
  }
}
