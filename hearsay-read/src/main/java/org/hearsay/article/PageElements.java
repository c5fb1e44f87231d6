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
    element.unlikely = ClassWords.unlikely(element.names);
    element.likely = ClassWords.likely(element.names);
    return element;
  }

  private static boolean hides(String style) {
    var bare = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return bare.contains("display:none") || bare.contains("visibility:hidden");
  }
}
