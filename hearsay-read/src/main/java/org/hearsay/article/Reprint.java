package org.hearsay.article;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the original of a reprint is, when the page says so: {@code This story first appeared in
 * the Lantern} with a link, {@code isBasedOn} and kindred data, a canonical address on another
 * host. What a page does not link is not guessed.
 */
final class Reprint {
  private Reprint() {}

  private static final int LONGEST = 500;
  private static final PhraseIndex<Integer> PHRASES = new PhraseIndex<>();

  static {
    for (var name : List.of("fr/reprints.tsv", "en/reprints.tsv")) {
      Lexicon.rows(name).forEach(row -> PHRASES.add(row.get(0), row.get(0).length()));
    }
  }

  private static final List<String> KEYS = List.of("isBasedOn", "isBasedOnUrl");

  /**
   * @param address where the page was found; empty when not known
   * @return the original's address; null when the page names none
   */
  static @Nullable String original(
      HtmlTree tree, PageHead head, List<Piece> pieces, BitSet body, String base, String address) {
    var canonical = Links.resolve(address, head.canonical());
    var told = told(tree, head, pieces, body, base);
    // a page is not its own original, and an outlet's front page is nobody's
    if (told != null
        && !atRoot(told)
        && !bare(told).equals(bare(address))
        && !bare(told).equals(bare(canonical))) {
      return told;
    }
    var here = host(address.isEmpty() ? head.first("og:url").orElse("") : address);
    var there = host(canonical);
    return !here.isEmpty() && !there.isEmpty() && !sameSite(here, there) && !atRoot(canonical)
        ? canonical
        : null;
  }

  /** What the text or the data name as the original. */
  private static @Nullable String told(
      HtmlTree tree, PageHead head, List<Piece> pieces, BitSet body, String base) {
    var said = said(tree, pieces, body, base);
    if (said != null) {
      return said;
    }
    for (var item : head.items()) {
      if (String.valueOf(item.get("@type")).toLowerCase(Locale.ROOT).contains("article")) {
        for (var key : KEYS) {
          var found = address(item, key);
          if (found != null) {
            return found;
          }
        }
      }
    }
    for (var name :
        List.of("original-source", "syndication-source", "dc.source", "dcterms.source")) {
      var found = head.first(name).filter(value -> value.startsWith("http"));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return null;
  }

  private static @Nullable String address(Map<String, Object> item, String key) {
    for (var value : Metadata.list(item.get(key))) {
      var url =
          value instanceof Map<?, ?> map
              ? Metadata.string(map, "url").or(() -> Metadata.string(map, "@id")).orElse("")
              : String.valueOf(value);
      if (url.startsWith("http")) {
        return url;
      }
    }
    return null;
  }

  /** The first link after the phrase, in a line near the start or the end of the text. */
  private static @Nullable String said(
      HtmlTree tree, List<Piece> pieces, BitSet body, String base) {
    var first = body.nextSetBit(0);
    var last = body.length() - 1;
    for (var i = Math.max(0, first - 8); i < Math.min(pieces.size(), last + 12); i++) {
      var piece = pieces.get(i);
      var near = i < first + 3 || i > last - 3;
      if (!near || piece.links() == 0 || piece.text().length() > LONGEST) {
        continue;
      }
      var at = new int[] {-1}; // where the phrase starts
      PHRASES.find(
          piece.text(),
          LONGEST,
          (length, start, end) -> {
            // "source:" counts where the line begins so
            at[0] = at[0] < 0 && (length > 9 || start == 0) ? start : at[0];
          });
      if (at[0] >= 0) {
        var before = (String) null;
        for (var link : Links.in(tree, piece, 0, base, 20)) {
          var href = link.untracked() == null ? link.href() : link.untracked();
          if (!href.startsWith("http")
              || link.broken() != null
              || atRoot(href)
              || Licences.ofUrl(href).isPresent()) {
            continue; // neither an outlet's front page nor a licence is the original
          }
          if (link.end() > at[0]) {
            return href;
          }
          before = before == null ? href : before;
        }
        if (before != null) {
          return before;
        }
      }
    }
    return null;
  }

  /** An address without its scheme, {@code www.}, query and last slash. */
  private static String bare(String url) {
    var from = url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3;
    from += url.startsWith("www.", from) ? 4 : 0;
    var to = from;
    while (to < url.length() && url.charAt(to) != '?' && url.charAt(to) != '#') {
      to++;
    }
    return url.substring(from, to > from && url.charAt(to - 1) == '/' ? to - 1 : to);
  }

  private static boolean atRoot(String url) {
    var path = url.indexOf('/', url.indexOf("://") + 3);
    return path < 0 || path == url.length() - 1;
  }

  private static String host(String url) {
    var start = url.indexOf("://");
    if (start < 0 || !url.startsWith("http")) {
      return "";
    }
    var end = start + 3;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(start + 3, end).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether one host is the other's, or both are below one name, be it in another country:
   * amp.x.example, www.x.test.
   */
  private static boolean sameSite(String one, String other) {
    var name = name(one);
    var end = name.indexOf('.');
    return end > 3 ? name(other).startsWith(name.substring(0, end + 1)) : name.equals(name(other));
  }

  /** The last two labels of a host, three under a short second one as in {@code co.uk}. */
  private static String name(String host) {
    var labels = host.split("\\.");
    var n = labels.length;
    var keep = n > 2 && labels[n - 2].length() <= 3 && labels[n - 1].length() <= 2 ? 3 : 2;
    return n <= keep ? host : String.join(".", List.of(labels).subList(n - keep, n));
  }
}
