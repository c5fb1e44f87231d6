package org.hearsay.serve;

import io.javalin.http.Context;
import java.util.Locale;
import org.hearsay.capture.Capture;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.reading.Reading;

/** The captured pages: unaltered, to be downloaded; and as a harmless copy, to be looked at. */
final class Originals {

  private final CaseFolder cases;

  Originals(CaseFolder cases) {
    this.cases = cases;
  }

  /** The original's bytes. Sent as a download in a sandbox, so that nothing in it runs here. */
  void download(Context request) {
    var id = request.pathParam("id");
    var original = original(id);
    var source = reading(id).source();
    var type = source.mediaType() == null ? "application/octet-stream" : source.mediaType();
    if (source.charset() != null && type.startsWith("text/")) {
      type += "; charset=" + source.charset();
    }
    request.header("Content-Security-Policy", Guard.CAPTURED_POLICY);
    request.header(
        "Content-Disposition", "attachment; filename=\"" + fileName(original, id) + "\"");
    request.header("X-Hearsay-Sha256", source.sha256());
    request.contentType(clean(type)).result(original.bytes());
  }

  /** The copy, with a statement or passage lit when the request names one. */
  void show(Context request) {
    var id = request.pathParam("id");
    var reading = reading(id);
    var lights =
        Light.requested(reading, request.queryParam("statement"), request.queryParam("span"));
    request.header("Content-Security-Policy", Guard.CAPTURED_POLICY);
    request
        .contentType("text/html; charset=utf-8")
        .result(new PlacedPage(original(id), reading).copy(lights));
  }

  Reading reading(String id) {
    return cases.reading(id).orElseThrow(() -> Problem.noDocument(id));
  }

  Capture original(String id) {
    return cases.original(id).orElseThrow(() -> Problem.noDocument(id));
  }

  private static String clean(String header) {
    return header.replaceAll("[^\\x20-\\x7E]", "");
  }

  /** The last part of the address, made safe for a header and a disk. */
  private static String fileName(Capture original, String id) {
    var path = original.uri().replaceAll("[?#].*", "");
    var last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    var name = last.replaceAll("^[._]+", "");
    var type = original.mediaType() == null ? "" : original.mediaType().toLowerCase(Locale.ROOT);
    var ending = name.indexOf('.') < 0 && type.contains("html") ? ".html" : "";
    return name.isEmpty() ? id : name.substring(Math.max(0, name.length() - 80)) + ending;
  }
}
