package org.hearsay.article;

/**
 * What a browser wrote into a page when it saved it: {@code <!-- saved from
 * url=(0035)https://outlet.example/ferry.html -->}.
 */
final class SavedPage {
  private SavedPage() {}

  private static final String MARK = "<!-- saved from url=(";

  /** Browsers write it before the head. */
  private static final int REACH = 4000;

  private static final int LONGEST = 4000;

  /** The address it was saved from; empty when the page does not say. */
  static String address(HtmlTree tree) {
    var start = tree.source(0, Math.min(REACH, tree.length()));
    var at = start.indexOf(MARK);
    var from = at < 0 ? -1 : start.indexOf(')', at) + 1;
    if (from <= 0) {
      return "";
    }
    var rest = tree.source(from, Math.min(tree.length(), from + LONGEST));
    var end = rest.indexOf("-->");
    var address = end < 0 ? "" : rest.substring(0, end).strip();
    return address.startsWith("http") && address.indexOf(' ') < 0 ? address : "";
  }
}
