package org.hearsay.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The links in an article's text, and what is wrong with them. */
final class Links {
  private Links() {}

  private static final Pattern ABSOLUTE =
      Pattern.compile("[a-z][a-z0-9+.-]{1,20}:.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern HOST_CUT = Pattern.compile("https?:(?:/{0,2}|//[^./:]+)/?");

  private static final Pattern LOCAL =
      Pattern.compile(
          "https?://(?:localhost|(?:127|10)(?:\\.\\d{1,3}){3}|192\\.168(?:\\.\\d{1,3}){2}"
              + "|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2})(?:[:/].*)?"
              + "|https?://[^./:]{1,60}/[^/].*|\\\\\\\\\\w.*");

  /** Names of hosts that only a network of one's own knows (RFC 6762, RFC 8375 and habit). */
  private static final Pattern OWN_NETWORK =
      Pattern.compile(
          "https?://[^/:]{1,200}\\.(?:local|localdomain|lan|intranet|internal|home\\.arpa)(?:[:/].*)?");

  private static final Pattern MALFORMED =
      Pattern.compile(
          "https?://(?:https?:?/+|ttps?:).*|h?ttps?;//.*|https?//.*|https?:[^/].*|hxxps?:.*|https?:/[^/].*"
              + "|https?://\\S*\\s\\S.*|\\W{1,9}(?:%20|%e2%80%8b)?https?:.*|hhttps?:.*|(?:%20|%e2%80%8b){1,4}https?:.*");

  /** The address made absolute where the base is known; as written when it cannot be. */
  static String resolve(String base, String href) {
    var given = href.strip();
    if (given.isEmpty()
        || base.isEmpty()
        || (given.startsWith("https://") || given.startsWith("http://")) && given.indexOf('\n') < 0
        || ABSOLUTE.matcher(given).matches()) {
      return given;
    }
    try {
      return URI.create(base).resolve(given.replace(" ", "%20")).toString();
    } catch (IllegalArgumentException e) {
      return given;
    }
  }

  /** Why a link cannot be followed; null when nothing is seen to be wrong. */
  static @Nullable String broken(String href) {
    var lower = href.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.equals("#")) {
      return "empty";
    }
    if (lower.startsWith("javascript:")
        || lower.startsWith("about:")
        || lower.startsWith("data:")) {
      return "script";
    }
    if (lower.startsWith("mailto:") && lower.indexOf('@') < 0
        || lower.equals("http://#")
        || lower.equals("void(0)")) {
      return "empty";
    }
    if (cut(lower)) {
      return "truncated";
    }
    if (plain(lower)) {
      return OWN_NETWORK.matcher(lower).matches() ? "local" : null;
    }
    if (HOST_CUT.matcher(lower).matches()) {
      return lower.startsWith("http://localhost") ? "local" : "truncated";
    }
    if (lower.startsWith("x-apple-data-detectors:")) {
      return "script";
    }
    if (lower.startsWith("file:") || LOCAL.matcher(lower).matches()) {
      return "local";
    }
    return MALFORMED.matcher(lower).matches() ? "malformed" : null;
  }

  /** What is left of an address that was cut for display: three dots or their sign. */
  private static boolean cut(String lower) {
    if (lower.endsWith("\u2026") || lower.endsWith("%e2%80%a6") || lower.contains("&hellip")) {
      return true;
    }
    var at = lower.indexOf("...");
    if (at < 0) {
      at = lower.indexOf('\u2026');
      return at >= 0 && lower.indexOf('.', at) < 0; // a file's name may have the sign
    }
    if (lower.contains("/compare/")) {
      return false; // of two versions, in addresses of repositories
    }
    // a word goes on right after the dots; numbers of journals and file names have others
    var after = at + 3 < lower.length() ? lower.charAt(at + 3) : ' ';
    return after == ' ' || after == '/' || Character.isLetter(after);
  }

  /** Whether an address is as most are: a host with a dot in it, no white space. */
  private static boolean plain(String lower) {
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return false;
    }
    var from = lower.indexOf('/') + 2;
    if (from >= lower.length()
        || !Letters.letter(lower.charAt(from))
        || lower.startsWith("http", from)) {
      return false;
    }
    var dot = false;
    var host = true;
    for (var i = from; i < lower.length(); i++) {
      var c = lower.charAt(i);
      if (c <= ' ') {
        return false;
      }
      host &= c != '/' && c != ':';
      dot |= host && c == '.';
    }
    return dot;
  }

  private static final Set<String> TRACKING = new HashSet<>();
  private static final List<String> TRACKING_STEMS = new ArrayList<>();

  static {
    for (var row : Lexicon.rows("tracking.tsv")) {
      var name = row.get(0);
      if (name.endsWith("*")) {
        TRACKING_STEMS.add(name.substring(0, name.length() - 1));
      } else {
        TRACKING.add(name);
      }
    }
  }

  /** The address without the parameters that follow readers; null when it has none. */
  static @Nullable String untracked(String href) {
    var query = href.indexOf('?');
    if (query < 0 || href.length() > 4000) {
      return null;
    }
    var hash = href.indexOf('#', query);
    var end = hash < 0 ? href.length() : hash;
    var kept = new StringBuilder();
    var dropped = false;
    for (var part : href.substring(query + 1, end).split("&")) {
      var name = part.split("=", 2)[0].toLowerCase(Locale.ROOT);
      if (TRACKING.contains(name) || TRACKING_STEMS.stream().anyMatch(name::startsWith)) {
        dropped = true;
      } else {
        kept.append(kept.isEmpty() ? "?" : "&").append(part);
      }
    }
    return dropped ? href.substring(0, query) + kept + href.substring(end) : null;
  }

  /** The links of one piece, their spans moved to where the piece's text starts in the article. */
  static List<Link> in(HtmlTree tree, Piece piece, int offset, String base, int most) {
    var found = new ArrayList<Link>();
    if (piece.links() == 0) {
      return found;
    }
    var text = piece.source(tree);
    for (var i = piece.first(); i <= piece.last() && found.size() < most; i++) {
      if (tree.tag(i) == Tag.TEXT) {
        var link = link(tree, i);
        if (link >= 0) {
          var to = Math.min(tree.end(link), piece.end());
          add(
              found,
              tree,
              link,
              text,
              Math.max(piece.start(), tree.openEnd(link)),
              to,
              offset,
              base);
          while (i < piece.last() && tree.start(i + 1) < to) {
            i++;
          }
        }
      }
    }
    return found;
  }

  private static int link(HtmlTree tree, int node) {
    var up = 0;
    for (var i = tree.parent(node); i >= 0 && up < 24; i = tree.parent(i), up++) {
      if (tree.tag(i) == Tag.A) {
        return i;
      }
    }
    return -1;
  }

  private static void add(
      List<Link> found,
      HtmlTree tree,
      int link,
      SourceText text,
      int from,
      int to,
      int offset,
      String base) {
    var start = text.indexOf(from);
    var end = text.indexOf(to);
    while (start < end && Character.isWhitespace(text.text().charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.text().charAt(end - 1))) {
      end--;
    }
    var href = tree.attribute(link, "href").strip();
    if (end > start && !(href.isEmpty() && tree.attribute(link, "name").length() > 0)) {
      var address = resolve(base, href);
      var broken = broken(href);
      if (broken == null && elided(text.text().substring(start, end), href)) {
        broken = "truncated";
      }
      found.add(
          new Link(
              offset + start,
              offset + end,
              address,
              broken,
              broken == null ? untracked(address) : null));
    }
  }

  /** An address shown as text, cut by dots, whose link goes no further than what is shown. */
  private static boolean elided(String shown, String href) {
    var cut = shown.indexOf('\u2026') >= 0 ? shown.indexOf('\u2026') : shown.indexOf("...");
    if (cut < 0 || !shown.startsWith("http") && !shown.startsWith("www.")) {
      return false;
    }
    var there = shown.substring(0, cut).replaceFirst("^https?://", "");
    var bare = href.replaceFirst("^https?://", "");
    return bare.equals(there) || there.startsWith(bare);
  }
}
