package org.hearsay.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page that shows none and carries it in a script, for a program to show:
 * JSON-LD's {@code articleBody}, or the longest text among the strings of embedded state ({@code
 * __NEXT_DATA__} and its kin). Strings under one key belong together, as where each paragraph is an
 * object of its own. What is found has no place in the bytes that could be checked.
 */
final class ScriptText {

  /** Words that a text must have to be an article: in embedded state, and where it is named so. */
  private static final int LEAST = 60;

  private static final int LEAST_NAMED = 30;

  private static final int MOST_STATE = 4_000_000;
  private static final int MOST_STRINGS = 100_000;

  /** Keys of what is about an article and is not it. */
  private static final Set<String> ABOUT =
      Set.of(
          "description",
          "summary",
          "teaser",
          "excerpt",
          "headline",
          "title",
          "alt",
          "alttext",
          "caption",
          "abstract",
          "bio",
          "biography",
          "classname",
          "style",
          "metadescription",
          "copyright",
          "label",
          "placeholder",
          "message",
          "tooltip",
          "disclaimer");

  private final Map<String, List<String>> byKey = new LinkedHashMap<>();
  private int strings;

  private ScriptText() {}

  /** A part of the text, no place given. */
  record Part(Block.Kind kind, String text) {}

  /**
   * The text that scripts hold, if it is more than twice what the page shows.
   *
   * @param shown how many words the page shows as its article
   * @return in reading order; empty when there is no such text
   */
  static List<Part> find(HtmlTree tree, PageHead head, @Nullable String articleBody, int shown) {
    if (articleBody != null && more(articleBody, shown)) {
      return parts(articleBody);
    }
    if (shown >= LEAST) {
      return List.of();
    }
    var states = new ScriptText();
    var read = 0;
    for (var state : head.states()) {
      if (read < MOST_STATE) {
        var length = Math.min(state[1] - state[0], MOST_STATE - read);
        var source = tree.source(state[0], state[0] + length).strip();
        if (source.startsWith("<") && !source.startsWith("<!")) {
          states.byKey.computeIfAbsent("<", k -> new ArrayList<>()).add(source); // a template
        } else {
          states.scan(source, 0);
        }
        read += length;
      }
    }
    return states.best(shown);
  }

  /** Whether there can be such a text where the page shows no less than so many words. */
  static boolean mayHold(@Nullable String articleBody, int shown) {
    return shown < LEAST || articleBody != null && more(articleBody, shown);
  }

  private static boolean more(String articleBody, int shown) {
    // two characters are a word at least, of which one parts it from the next
    if (articleBody.length() / 2 + 1 <= 2 * shown) {
      return false;
    }
    var named = Words.count(articleBody);
    return named >= LEAST_NAMED && named > 2 * shown;
  }

  private List<Part> best(int shown) {
    List<Part> best = List.of();
    var most = 2 * shown;
    for (var texts : byKey.values()) {
      var parts = new ArrayList<Part>();
      var words = 0;
      for (var text : new LinkedHashSet<>(texts)) {
        for (var part : parts(text)) {
          parts.add(part);
          words += part.kind() == Block.Kind.CAPTION ? 0 : Words.count(part.text());
        }
      }
      if (words >= LEAST && words > most) {
        best = parts;
        most = words;
      }
    }
    return best;
  }

  /** Goes through the strings of a script; a string may hold a script's text in its turn. */
  private void scan(String source, int depth) {
    var key = "";
    for (var i = 0; i < source.length() && strings < MOST_STRINGS; i++) {
      if (source.charAt(i) != '"') {
        continue;
      }
      var end = i + 1;
      while (end < source.length() && source.charAt(end) != '"' && source.charAt(end) != '\n') {
        end += source.charAt(end) == '\\' ? 2 : 1;
      }
      end = Math.min(end, source.length());
      strings++;
      var after = end + 1 < source.length() ? source.charAt(end + 1) : ' ';
      if (after == ':' && end - i < 40) {
        key = source.substring(i + 1, end);
      } else if (end - i > 40) {
        var named = i > 0 && source.charAt(i - 1) == ':';
        value(named ? key : "", unescaped(source, i + 1, end), depth);
      }
      i = end;
    }
  }

  private void value(String key, String text, int depth) {
    if (depth < 2 && text.contains("\":")) {
      scan(text, depth + 1);
    } else if (!ABOUT.contains(key.toLowerCase(Locale.ROOT)) && prose(text)) {
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(text);
    }
  }

  /** Whether there is a sentence in it, or the start of markup. */
  private static boolean prose(String text) {
    return text.startsWith("<") && text.indexOf(' ', 40) > 0
        || Words.count(text) >= 8 && text.indexOf(' ') > 0 && Words.endsSentence(text.strip())
        || text.length() > 40 && Words.spaceless(text.charAt(20)) && Words.endsSentence(text);
  }

  private static String unescaped(String source, int from, int to) {
    var out = new StringBuilder(to - from);
    for (var i = from; i < to; i++) {
      var c = source.charAt(i);
      if (c != '\\' || i + 1 >= to) {
        out.append(c);
        continue;
      }
      c = source.charAt(++i);
      switch (c) {
        case 'n', 'r' -> out.append('\n');
        case 't' -> out.append(' ');
        case 'u', 'x' -> {
          var digits = c == 'u' ? 4 : 2;
          var value = 0;
          var n = 0;
          while (n < digits && i + 1 < to && Character.digit(source.charAt(i + 1), 16) >= 0) {
            value = value * 16 + Character.digit(source.charAt(++i), 16);
            n++;
          }
          out.append((char) value);
        }
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** The paragraphs of a text, be it markup or plain. */
  private static List<Part> parts(String text) {
    var found = new ArrayList<Part>();
    if (markup(text)) {
      var chars = ("<div>" + text + "</div>").toCharArray();
      var tree = HtmlTree.parse(chars, chars.length);
      var elements = new PageElements(tree);
      var pieces = Captions.mark(tree, elements, PieceStream.of(tree));
      var body = new GravityFinder(tree, elements, pieces).find();
      for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
        found.add(new Part(pieces.get(i).kind(), pieces.get(i).text()));
      }
      return found;
    }
    for (var line : text.split("\\s*[\\n\\r]\\s*")) {
      if (!line.isBlank()) {
        found.add(new Part(Block.Kind.PARAGRAPH, line.strip()));
      }
    }
    return found;
  }

  private static boolean markup(String text) {
    var at = text.indexOf('<');
    return at >= 0 && at + 1 < text.length() && Markup.letter(text.charAt(at + 1));
  }
}
