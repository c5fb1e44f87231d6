package org.hearsay.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.casefile.Hit;
import org.hearsay.casefile.Judgement;

/** The pages for people. */
final class Pages {

  private final CaseFolder cases;
  private final People people;
  private final Intake intake;
  private final Originals originals;
  private final Assets assets = new Assets();
  private final Templates templates = new Templates();

  Pages(CaseFolder cases, People people, Intake intake, Originals originals) {
    this.cases = cases;
    this.people = people;
    this.intake = intake;
    this.originals = originals;
  }

  void add(RoutesConfig routes) {
    routes.get("/", request -> request.redirect("/documents"));
    routes.get("/assets/{file}", assets::serve);
    routes.get("/documents", this::documents);
    routes.post("/documents", this::take);
    routes.get("/documents/{id}", this::document);
    routes.get("/documents/{id}/page", originals::show);
    routes.get("/people", this::people);
    routes.get("/people/{key}", this::person);
    routes.get("/check", this::check);
    routes.post("/check", this::judge);
  }

  /** What the list of documents shows: all of them, or those a search found. */
  record Listing(String query, Page<DocumentRecord> documents, List<Hit> hits, boolean moreHits) {
    boolean searched() {
      return !query.isEmpty();
    }
  }

  private void documents(Context request) {
    var query = request.queryParam("q") == null ? "" : request.queryParam("q").strip();
    var bounds = Page.Bounds.of(request);
    Listing listing;
    if (query.isEmpty()) {
      listing = new Listing(query, bounds.of(cases.documents()), List.of(), false);
    } else {
      var hits = cases.search(query, bounds.limit() + 1);
      var none = new Page<DocumentRecord>(0, bounds.limit(), 0, List.of());
      var more = hits.size() > bounds.limit();
      listing =
          new Listing(query, none, hits.subList(0, more ? bounds.limit() : hits.size()), more);
    }
    request.header("Vary", "HX-Request");
    if (request.header("HX-Request") != null) {
      request.html(templates.render("listing", Map.of("listing", listing)));
    } else {
      show(request, "documents", Map.of("listing", listing, "outcomes", List.of()));
    }
  }

  /** The forms of the documents page when scripts are off: files, or an address. */
  private void take(Context request) {
    var outcomes = new ArrayList<Intake.Outcome>();
    if (request.isMultipartFormData()) {
      for (var file : request.uploadedFiles("file")) {
        if (file.size() > 0 || !file.filename().isEmpty()) {
          outcomes.addAll(intake.file(file));
        }
      }
    }
    var url = request.formParam("url");
    if (url != null && !url.isBlank()) {
      outcomes.add(intake.address(url));
    }
    var listing =
        new Listing("", new Page.Bounds(Page.USUAL, 0).of(cases.documents()), List.of(), false);
    show(request, "documents", Map.of("listing", listing, "outcomes", outcomes));
  }

  private void document(Context request) {
    var id = request.pathParam("id");
    var document = cases.document(id).orElseThrow(() -> Problem.noDocument(id));
    var view =
        DocumentView.of(
            document,
            originals.reading(id),
            originals.original(id),
            request.queryParam("statement"));
    show(request, "document", Map.of("view", view));
  }

  private void people(Context request) {
    var query = request.queryParam("q") == null ? "" : request.queryParam("q").strip();
    var found = Page.Bounds.of(request).of(people.named(query));
    var parameters = Map.<String, Object>of("query", query, "people", found);
    request.header("Vary", "HX-Request");
    if (request.header("HX-Request") != null) {
      request.html(templates.render("persons", parameters));
    } else {
      show(request, "people", parameters);
    }
  }

  /** What somebody says in one document. */
  record Speech(People.Mentioned mentioned, String language, List<Statement> statements) {}

  private void person(Context request) {
    var key = request.pathParam("key");
    var person =
        people
            .person(key)
            .orElseThrow(
                () -> new Problem(404, "no-person", "Nobody of this case is " + key + "."));
    var speeches = new ArrayList<Speech>();
    for (var mention : person.mentioned()) {
      var reading = originals.reading(mention.document().id());
      var language = reading.article().language();
      speeches.add(
          new Speech(
              mention,
              language == null ? "" : language,
              Statement.of(reading).stream()
                  .filter(s -> mention.entity().equals(s.said().speaker()))
                  .toList()));
    }
    show(request, "person", Map.of("person", person, "speeches", speeches));
  }

  private void check(Context request) {
    var report = cases.check();
    var documents =
        cases.documents().stream()
            .collect(Collectors.toMap(DocumentRecord::id, Function.identity(), (a, b) -> a));
    var findings = report.findings().stream().map(f -> Passages.of(f, documents)).toList();
    var why = new HashMap<String, Judgement>();
    cases.judgements().forEach(j -> why.put(j.subject(), j));
    show(
        request,
        "check",
        Map.of(
            "report", report,
            "open", findings.stream().filter(f -> !f.finding().dismissed()).toList(),
            "dismissed", findings.stream().filter(f -> f.finding().dismissed()).toList(),
            "why", why,
            "user", System.getProperty("user.name", "")));
  }

  private void judge(Context request) {
    var decision =
        new Api.Decision(
            request.formParam("kind"),
            request.formParam("subject"),
            request.formParam("who"),
            request.formParam("why"),
            null);
    cases.judge(decision.judgement());
    request.redirect("/check", HttpStatus.SEE_OTHER);
  }

  /** The page that tells what is wrong with a request. */
  void problem(Context request, Problem problem) {
    show(request, "problem", Map.of("problem", problem));
  }

  private void show(Context request, String template, Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    all.put("caseName", cases.name());
    request.html(templates.render(template, all));
  }
}
