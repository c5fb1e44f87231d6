package org.hearsay.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the markup of a page says beside its text: {@code meta} and {@code link} elements wherever
 * they stand, the {@code title}, the scripts that carry data. One walk over the tree.
 */
final class PageHead {

  private static final int LONGEST_SCRIPT = 8_000_000;

  private final Map<String, List<String>> meta = new LinkedHashMap<>();
  private final List<Map<String, Object>> items = new ArrayList<>();
  private final List<int[]> states = new ArrayList<>();
  private String title = "";
  private String canonical = "";
  private String base = "";
  private String lang = "";
  private boolean ampPage;

  private PageHead() {}

  static PageHead of(HtmlTree tree) {
    var head = new PageHead();
    for (var i = 0; i < tree.size(); i++) {
      switch (tree.tag(i)) {
        case META -> head.meta(tree.attributesOf(i));
        case LINK -> head.link(tree, i);
        case BASE ->
            head.base = head.base.isEmpty() ? tree.attribute(i, "href").strip() : head.base;
        case HTML ->
            head.lang = head.lang.isEmpty() ? tree.attribute(i, "lang").strip() : head.lang;
        case TITLE -> head.title = head.title.isEmpty() ? inner(tree, i) : head.title;
        case SCRIPT -> head.script(tree, i);
        default -> {}
      }
    }
    return head;
  }

  private static String inner(HtmlTree tree, int node) {
    return SourceText.of(
            tree.chars(),
            tree.openEnd(node),
            Math.min(tree.end(node), tree.openEnd(node) + 5000),
            false)
        .text();
  }

  private void meta(Attributes each) {
    var content = "";
    var keys = new ArrayList<String>(2);
    while (each.next()) {
      if (each.is("content")) {
        content = each.value().strip();
      } else if (each.is("name")
          || each.is("property")
          || each.is("itemprop")
          || each.is("http-equiv")) {
        keys.addAll(Arrays.asList(Attributes.tokens(each.value())));
      }
    }
    if (!content.isEmpty()) {
      for (var key : keys) {
        var all = meta.computeIfAbsent(key, k -> new ArrayList<>());
        if (all.size() < 50) {
          all.add(content);
        }
      }
    }
  }

  private void link(HtmlTree tree, int node) {
    for (var rel : Attributes.tokens(tree.attribute(node, "rel"))) {
      switch (rel) {
        case "canonical" ->
            canonical = canonical.isEmpty() ? tree.attribute(node, "href").strip() : canonical;
        case "amphtml" -> ampPage = true;
        default -> {}
      }
    }
  }

  private void script(HtmlTree tree, int node) {
    var from = tree.openEnd(node);
    var to = Math.min(tree.end(node), from + LONGEST_SCRIPT);
    if (to - from < 20) {
      return;
    }
    var type = tree.attribute(node, "type").toLowerCase(Locale.ROOT);
    if (type.contains("ld+json")) {
      collect(LenientJson.read(tree.chars(), from, to), 0);
    } else if (to - from > 1000) {
      states.add(new int[] {from, to});
    }
  }

  /** All objects with a type, from lists, graphs and inside one another. */
  private void collect(@org.jspecify.annotations.Nullable Object value, int depth) {
    if (depth > 12 || items.size() > 2000) {
      return;
    }
    if (value instanceof List<?> list) {
      for (var each : list) {
        collect(each, depth + 1);
      }
    } else if (value instanceof Map<?, ?> map) {
      var item = new LinkedHashMap<String, Object>();
      map.forEach((key, each) -> item.put((String) key, each));
      if (item.containsKey("@type") || item.containsKey("headline")) {
        items.add(item);
      }
      item.values().forEach(each -> collect(each, depth + 1));
    }
  }

  /** Takes an archive's addresses away from the page's own. */
  void unwrap() {
    canonical = Archived.unwrapped(canonical);
    base = Archived.unwrapped(base);
    meta.replaceAll((key, all) -> all.stream().map(Archived::unwrapped).toList());
  }

  /** The first content of the first of these names that has one. */
  Optional<String> first(String... names) {
    for (var name : names) {
      var all = meta.get(name);
      if (all != null) {
        return Optional.of(all.get(0));
      }
    }
    return Optional.empty();
  }

  /** All contents of this name. */
  List<String> all(String name) {
    return meta.getOrDefault(name, List.of());
  }

  /** The objects of JSON-LD, outer before inner. */
  List<Map<String, Object>> items() {
    return items;
  }

  /** Where longer scripts that are not JSON-LD stand in the source. */
  List<int[]> states() {
    return states;
  }

  String title() {
    return title;
  }

  String canonical() {
    return canonical;
  }

  String base() {
    return base;
  }

  String lang() {
    return lang;
  }

  boolean hasAmpVersion() {
    return ampPage;
  }
}
