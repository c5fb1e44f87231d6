package org.hearsay.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.article.Span;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.casefile.Finding;
import org.hearsay.casefile.Hit;
import org.hearsay.casefile.Judgement;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The REST API, described by {@code openapi.yaml}. Every answer is JSON but the originals; what
 * goes wrong is a {@link Problem.Body}.
 */
final class Api {

  private static final int MOST_JSON = 64 << 10;

  private final CaseFolder cases;
  private final People people;
  private final Intake intake;
  private final Originals originals;

  Api(CaseFolder cases, People people, Intake intake, Originals originals) {
    this.cases = cases;
    this.people = people;
    this.intake = intake;
    this.originals = originals;
  }

  void add(RoutesConfig routes) {
    routes.get("/openapi.yaml", Api::description);
    routes.get("/api/documents", this::documents);
    routes.post("/api/documents", this::take);
    routes.get("/api/documents/{id}", this::document);
    routes.get("/api/documents/{id}/original", originals::download);
    routes.get("/api/search", this::search);
    routes.get("/api/attributions", this::attributions);
    routes.get("/api/people", this::people);
    routes.get("/api/findings", this::findings);
    routes.get("/api/judgements", this::judgements);
    routes.post("/api/judgements", this::judge);
  }

  private static void description(Context request) {
    request.contentType("application/yaml; charset=utf-8").result(Assets.read("/openapi.yaml"));
  }

  private void documents(Context request) {
    request.json(Page.Bounds.of(request).of(cases.documents()));
  }

  /** What became of the inputs of one request. */
  record Taken(List<Intake.Outcome> results) {}

  /** A body that names an address to fetch. */
  record Address(@Nullable String url) {}

  private void take(Context request) {
    if (request.isMultipartFormData()) {
      var files = request.uploadedFiles("file");
      if (files.isEmpty()) {
        throw new Problem(400, "bad-body", "Send files in parts named 'file'.");
      }
      request.json(new Taken(files.stream().flatMap(file -> intake.file(file).stream()).toList()));
      return;
    }
    var url = body(request, Address.class).url();
    if (url == null || url.isBlank()) {
      throw new Problem(400, "bad-body", "Send files, or {\"url\": \"https://…\"}.");
    }
    request.json(new Taken(List.of(intake.address(url))));
  }

  /** A document with its reading. */
  record Document(DocumentRecord document, Reading reading) {}

  private void document(Context request) {
    var id = request.pathParam("id");
    request.json(
        new Document(
            cases.document(id).orElseThrow(() -> Problem.noDocument(id)),
            cases.reading(id).orElseThrow(() -> Problem.noDocument(id))));
  }

  /**
   * What a search found; there is no total, as the index stops looking at the limit.
   *
   * @param more whether there are hits beyond these
   */
  record Hits(String query, int limit, int offset, boolean more, List<Hit> items) {}

  private void search(Context request) {
    var query = request.queryParam("q");
    if (query == null || query.isBlank()) {
      throw new Problem(400, "bad-parameter", "q must say what to search for.");
    }
    var bounds = Page.Bounds.of(request);
    if (bounds.offset() > 10_000) {
      throw new Problem(400, "bad-parameter", "offset must be at most 10000 here.");
    }
    var hits = cases.search(query, bounds.offset() + bounds.limit() + 1);
    var page = bounds.of(hits);
    request.json(new Hits(query, page.limit(), page.offset(), page.more(), page.items()));
  }

  /**
   * One attribution with its words.
   *
   * @param speaker the resolved speaker's name
   * @param attribution as in the document's reading, with its spans
   */
  record Said(
      String document,
      @Nullable String speaker,
      @Nullable String source,
      @Nullable String cue,
      String content,
      Attribution attribution) {}

  private void attributions(Context request) {
    var bounds = Page.Bounds.of(request);
    var document = request.queryParam("document");
    var speaker = request.queryParam("speaker");
    var ids =
        document == null
            ? cases.documents().stream().map(DocumentRecord::id).toList()
            : List.of(document);
    var all = new ArrayList<Said>();
    for (var id : ids) {
      var reading = cases.reading(id).orElseThrow(() -> Problem.noDocument(id));
      all.addAll(said(id, reading, speaker));
    }
    request.json(bounds.of(all));
  }

  static List<Said> said(String document, Reading reading, @Nullable String speaker) {
    var text = reading.article().text();
    return reading.attributions().stream()
        .map(
            a ->
                new Said(
                    document,
                    reading.entity(a.speaker()).map(Entity::name).orElse(null),
                    words(a.source(), text),
                    words(a.cue(), text),
                    String.valueOf(words(a.content(), text)),
                    a))
        .filter(said -> speaker == null || spokenBy(said, speaker))
        .toList();
  }

  private static boolean spokenBy(Said said, String speaker) {
    var name = said.speaker == null ? said.source : said.speaker;
    return name != null
        && ("-" + People.fold(name) + "-").contains("-" + People.fold(speaker) + "-");
  }

  private static @Nullable String words(List<Span> spans, String text) {
    return spans.isEmpty()
        ? null
        : spans.stream().map(s -> s.in(text)).collect(Collectors.joining(" … "));
  }

  private void people(Context request) {
    var name = request.queryParam("q");
    var bounds = Page.Bounds.of(request);
    request.json(bounds.of(people.named(name)));
  }

  /**
   * The findings over the whole case; {@code documents} and {@code texts} as the check has them.
   */
  record Findings(
      int documents, int texts, int total, int limit, int offset, List<Finding> items) {}

  private void findings(Context request) {
    var bounds = Page.Bounds.of(request);
    var kind = request.queryParam("kind");
    var report = cases.check();
    var page =
        bounds.of(
            report.findings().stream().filter(f -> kind == null || f.kind().equals(kind)).toList());
    request.json(
        new Findings(
            report.documents(),
            report.texts(),
            page.total(),
            page.limit(),
            page.offset(),
            page.items()));
  }

  private void judgements(Context request) {
    request.json(Page.Bounds.of(request).of(cases.judgements()));
  }

  /** A judgement to be kept; its time is the desk's. */
  record Decision(
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String who,
      @Nullable String why,
      @Nullable Map<String, String> details) {

    /**
     * @throws Problem 400 when something needed is missing or too long
     */
    Judgement judgement() {
      return new Judgement(
          needed("kind", kind, 60).toLowerCase(Locale.ROOT),
          needed("subject", subject, 500),
          needed("who", who, 200),
          why == null ? "" : needed("why", why.isBlank() ? "-" : why, 4000),
          Instant.now().truncatedTo(ChronoUnit.MILLIS),
          details == null ? Map.of() : details);
    }

    private static String needed(String name, @Nullable String value, int longest) {
      if (value == null || value.isBlank() || value.length() > longest) {
        throw new Problem(
            400, "bad-body", name + " must be given, in at most " + longest + " characters.");
      }
      return value.strip();
    }
  }

  private void judge(Context request) {
    var judgement = body(request, Decision.class).judgement();
    cases.judge(judgement);
    request.status(201).json(judgement);
  }

  private static <T> T body(Context request, Class<T> type) {
    var sent = request.contentType();
    if (sent == null || !sent.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Problem(415, "bad-media-type", "Send JSON, as application/json.");
    }
    try (var in = request.bodyInputStream()) {
      var bytes = in.readNBytes(MOST_JSON + 1);
      if (bytes.length > MOST_JSON) {
        throw new Problem(413, "too-large", "The body is larger than 64 KiB.");
      }
      return Json.parse(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
