package org.hearsay.article;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the attributes of a page's elements say, read when asked for and kept. */
final class PageElements {

  /** Hints of one element, of itself alone. */
  static final class Element {
    /** Class, id, role and kindred words, in lower case, separated by spaces. */
    String names = "";

    boolean hidden;
    boolean articleBody;
    boolean unlikely;
    boolean likely;

    /** Hash of the class words, digits left out; 0 without any. */
    int nameHash;

    private static final int[] NONE = new int[0];
    private int @Nullable [] tokens;

    /**
     * Hashes of the words in {@link #names}: camel case and hyphens part words, digits do not
     * count.
     */
    int[] tokens() {
      if (tokens == null) {
        tokens = names.isEmpty() ? NONE : PageElements.tokens(names);
      }
      return tokens;
    }
  }

  private final HtmlTree tree;
  private final @Nullable Element[] known;

  PageElements(HtmlTree tree) {
    this.tree = tree;
    this.known = new Element[tree.size()];
  }

  Element at(int node) {
    var found = known[node];
    if (found == null) {
      found = read(node);
      known[node] = found;
    }
    return found;
  }

  private Element read(int node) {
    var element = new Element();
    if (tree.openEnd(node) - tree.start(node) < 8) {
      return element;
    }
    var names = new StringBuilder();
    var attributes = tree.attributes(node);
    for (var i = 0; i < attributes.length; i += 2) {
      var value = attributes[i + 1];
      switch (attributes[i]) {
        case "class",
            "id",
            "role",
            "data-testid",
            "data-component",
            "data-module",
            "data-type",
            "data-qa" ->
            names.append(value, 0, Math.min(300, value.length())).append(' ');
        case "aria-label" -> names.append(value, 0, Math.min(60, value.length())).append(' ');
        case "itemprop" -> {
          element.articleBody = value.toLowerCase(Locale.ROOT).contains("articlebody");
          names.append(value, 0, Math.min(60, value.length())).append(' ');
        }
        case "property" -> element.articleBody |= value.endsWith("articleBody");
        case "hidden" -> element.hidden = true;
        case "aria-hidden" -> element.hidden |= value.equals("true");
        case "style" -> element.hidden |= hides(value);
        default -> {}
      }
    }
    element.names = names.toString().toLowerCase(Locale.ROOT);
    for (var i = 0; i < element.names.length(); i++) {
      var c = element.names.charAt(i);
      element.nameHash = c >= '0' && c <= '9' ? element.nameHash : element.nameHash * 31 + c;
    }
    element.unlikely = ClassWords.unlikely(element.names);
    element.likely = ClassWords.likely(element.names);
    return element;
  }

  /** Whole words and their parts, as in {@code article-body}: article, body, article-body. */
  private static int[] tokens(String names) {
    var found = new int[64];
    var n = 0;
    var whole = 0;
    var part = 0;
    for (var i = 0; i <= names.length() && n + 2 < found.length; i++) {
      var c = i < names.length() ? names.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        whole = whole * 31 + c;
        part = part * 31 + c;
        continue;
      }
      if (part != 0) {
        found[n++] = part;
      }
      if (c <= ' ') {
        if (whole != part && whole != 0) {
          found[n++] = whole;
        }
        whole = 0;
      } else if (c < '0' || c > '9') {
        whole = whole == 0 ? 0 : whole * 31 + '-';
      }
      part = 0;
    }
    return java.util.Arrays.copyOf(found, n);
  }

  private static boolean hides(String style) {
    var bare = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return bare.contains("display:none") || bare.contains("visibility:hidden");
  }
}
