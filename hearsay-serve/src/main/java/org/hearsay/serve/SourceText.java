package org.hearsay.serve;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * The characters that a stretch of HTML source shows, each with where it stands in the source: tags
 * and comments stepped over, character references decoded. White space and marks that are not seen
 * (soft hyphen, zero-width space) are left out, as readers of pages treat them in different ways.
 *
 * <p>{@code a <b>b&amp;</b>} gives a (0..1), b (5..6) and &amp; (6..11); the first stands in run 0,
 * the others in run 1. A run is a piece of source without a tag in it.
 */
final class SourceText {

  private static final Set<String> UNSEEN =
      Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");
  private static final int LONGEST_REFERENCE = 40;

  private final String source;
  private final StringBuilder characters = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] runs = new int[64];
  private int run;

  private SourceText(String source) {
    this.source = source;
  }

  /**
   * @param from first character of the source to read, inclusive
   * @param to last one, exclusive
   */
  static SourceText of(String source, int from, int to) {
    var text = new SourceText(source);
    text.scan(from, to);
    return text;
  }

  /** Whether a character is left out, here and in the text it is compared with. */
  static boolean ignored(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u00AD'
        || c >= '\u200B' && c <= '\u200F'
        || c == '\u2060'
        || c == '\uFEFF';
  }

  int length() {
    return characters.length();
  }

  char charAt(int index) {
    return characters.charAt(index);
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  int run(int index) {
    return runs[index];
  }

  private void scan(int from, int to) {
    for (var i = from; i < to; ) {
      var c = source.charAt(i);
      if (c == '<' && i + 1 < to && opensMarkup(source.charAt(i + 1))) {
        i = Math.min(afterMarkup(i, to), to);
        run++;
      } else if (c == '&') {
        i = reference(i, to);
      } else {
        add(c, i, i + 1);
        i++;
      }
    }
  }

  private static boolean opensMarkup(char c) {
    return c == '/' || c == '!' || c == '?' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private int afterMarkup(int at, int to) {
    if (source.startsWith("<!--", at)) {
      var end = source.indexOf("-->", at + 2);
      return end < 0 ? to : end + 3;
    }
    var second = source.charAt(at + 1);
    if (second == '!' || second == '?') {
      var end = source.indexOf('>', at);
      return end < 0 ? to : end + 1;
    }
    var end = afterTag(at + 1, to);
    var name = name(at + 1, to);
    if (!UNSEEN.contains(name)) {
      return end;
    }
    for (var i = end; i < to; i++) {
      if (source.regionMatches(true, i, "</" + name, 0, name.length() + 2)) {
        return afterTag(i + 1, to);
      }
    }
    return to;
  }

  private String name(int from, int to) {
    var end = from;
    while (end < to && Character.isLetterOrDigit(source.charAt(end))) {
      end++;
    }
    return source.substring(from, end).toLowerCase(Locale.ROOT);
  }

  /** The end of a tag: a {@code >} that does not stand in a quoted attribute value. */
  private int afterTag(int from, int to) {
    var quote = '\0';
    var afterEquals = false;
    for (var i = from; i < to; i++) {
      var c = source.charAt(i);
      if (quote != '\0') {
        if (c == quote) {
          quote = '\0';
        }
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && afterEquals) {
        quote = c;
      }
      if (!Character.isWhitespace(c)) {
        afterEquals = c == '=';
      }
    }
    return to;
  }

  private int reference(int at, int to) {
    var end = at + 1;
    var last = Math.min(to, at + LONGEST_REFERENCE);
    while (end < last
        && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '#')) {
      end++;
    }
    if (end < to && source.charAt(end) == ';' && decode(at, end + 1)) {
      return end + 1;
    }
    for (; end > at + 2; end--) { // old names need no semicolon: "&copy2022"
      if (decode(at, end)) {
        return end;
      }
    }
    add('&', at, at + 1);
    return at + 1;
  }

  private boolean decode(int from, int to) {
    var written = source.substring(from, to);
    var decoded = Parser.unescapeEntities(written, false);
    if (decoded.startsWith("&") && !decoded.equals("&") || decoded.length() > 2) {
      return false;
    }
    for (var i = 0; i < decoded.length(); i++) {
      add(decoded.charAt(i), from, to);
    }
    return true;
  }

  private void add(char c, int start, int end) {
    if (ignored(c)) {
      return;
    }
    var n = characters.length();
    if (n == starts.length) {
      starts = java.util.Arrays.copyOf(starts, n * 2);
      ends = java.util.Arrays.copyOf(ends, n * 2);
      runs = java.util.Arrays.copyOf(runs, n * 2);
    }
    characters.append(c);
    starts[n] = start;
    ends[n] = end;
    runs[n] = run;
  }
}
