package org.hearsay.serve;

/**
 * A request that cannot be served as asked.
 *
 * @see Problem#body
 */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  /**
   * @param status HTTP status, 4xx or 5xx
   * @param code stable, lower case, hyphens between words
   * @param message one sentence for people
   */
  Problem(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Problem noDocument(String id) {
    return new Problem(404, "no-document", "This case has no document " + id + ".");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** What the API answers: {@code {"error": {"code": …, "message": …}}}. */
  Body body() {
    return new Body(new Body.Detail(code, String.valueOf(getMessage())));
  }

  /** The JSON of a problem. */
  record Body(Detail error) {
    record Detail(String code, String message) {}
  }
}
