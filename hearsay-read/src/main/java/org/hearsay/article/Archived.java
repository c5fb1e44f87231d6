package org.hearsay.article;

import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.capture.Note;
import org.jspecify.annotations.Nullable;

/**
 * What a web archive did to a page: {@code https://archive.example/web/20240501123000/https://...}
 * for an address, a banner over the text.
 *
 * @param original the address that was archived; null when it is not stated
 * @param when the day it was archived, ISO 8601; null when it is not stated
 */
record Archived(@Nullable String original, @Nullable String when) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "^(?:https?://[^/]{1,200})?/(?:[a-z-]{1,30}/){0,2}(\\d{8,14})(?:[a-z]{2}_)?/(https?:/{1,2}[^/].*|mailto:.*)$");

  /** Without a time: {@code https://archive.example/screenshot/https://...}. */
  private static final Pattern TIMELESS =
      Pattern.compile(
          "^https?://[^/]{0,100}archive[^/]{0,100}/(?:[a-z-]{1,30}/){1,2}(https?://.+)$");

  private static final int REACH = 4000;

  /** Null when the page is no archive's. */
  static @Nullable Archived of(HtmlTree tree, PageElements elements, PageHead head, String uri) {
    for (var address :
        List.of(uri, head.canonical(), head.first("og:url").orElse(""), head.base())) {
      var found = mayWrap(address) ? ADDRESS.matcher(address) : null;
      if (found != null && found.matches()) {
        return new Archived(found.group(2), day(found.group(1)));
      }
    }
    for (var i = 0; i < Math.min(tree.size(), REACH); i++) {
      switch (tree.tag(i)) {
        case TEXT, SCRIPT, STYLE, META, LINK -> {}
        case SVG -> i = tree.last(i);
        default -> {
          if (elements.banner(i)) {
            return inBanner(tree, i);
          }
        }
      }
    }
    return byLinks(tree);
  }

  private static final int LEAST_LINKS = 3;

  /**
   * Crawlers get copies without the banner, which a script adds; most of their links lead into the
   * archive.
   */
  private static @Nullable Archived byLinks(HtmlTree tree) {
    var wrapped = 0;
    var plain = 0;
    var stamp = "";
    for (var i = 0; i < Math.min(tree.size(), REACH); i++) {
      if (tree.tag(i) == Tag.A) {
        var href = tree.attribute(i, "href");
        var found = mayWrap(href) ? ADDRESS.matcher(href) : null;
        if (found != null && found.matches()) {
          stamp = wrapped++ == 0 ? found.group(1) : stamp;
        } else if (href.startsWith("http")) {
          plain++;
        }
      }
    }
    return wrapped >= LEAST_LINKS && wrapped > plain ? new Archived(null, day(stamp)) : null;
  }

  /** Whether an address can be one that an archive wrapped: nearly none of a page's links can. */
  private static boolean mayWrap(String address) {
    return address.contains("/http") || address.contains("/mailto:");
  }

  /** The address stands in the banner's form, or in its links to other times. */
  private static Archived inBanner(HtmlTree tree, int banner) {
    var original = (String) null;
    var when = (String) null;
    for (var i = banner; i <= tree.last(banner) && i < banner + REACH; i++) {
      if (tree.tag(i) == Tag.INPUT && original == null) {
        var value = tree.attribute(i, "value").strip();
        original = value.startsWith("http") ? value : null;
      } else if (tree.tag(i) == Tag.A && when == null) {
        var found = ADDRESS.matcher(tree.attribute(i, "href"));
        if (found.matches()) {
          original = original == null ? found.group(2) : original;
        }
      } else if (tree.tag(i) == Tag.TEXT && when == null) {
        when =
            Dates.parseWithin(
                    tree.source(tree.start(i), Math.min(tree.openEnd(i), tree.start(i) + 200)))
                .orElse(null);
      }
    }
    return new Archived(original, when);
  }

  /** The address inside one that an archive wrapped; the same when it is not wrapped. */
  static String unwrapped(String address) {
    var found = ADDRESS.matcher(address);
    if (found.matches()) {
      return found.group(2).replaceFirst("^(https?:/)([^/])", "$1/$2");
    }
    var timeless = TIMELESS.matcher(address);
    return timeless.matches() ? timeless.group(1) : address;
  }

  private static @Nullable String day(String stamp) {
    return stamp.substring(0, 4) + "-" + stamp.substring(4, 6) + "-" + stamp.substring(6, 8);
  }

  Note note() {
    return new Note(
        "archived-copy",
        "this is a web archive's copy"
            + (original == null ? "" : " of " + unwrapped(original))
            + (when == null ? "" : ", made on " + when));
  }
}
