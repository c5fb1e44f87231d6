package org.hearsay.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.article.Furniture.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the page states about republishing it: licence links, JSON-LD and meta elements, and prose
 * in French and English. Nothing is concluded from silence, and a licence in a caption is the
 * picture's.
 */
final class ReuseTerms {

  private record Phrase(String condition, List<String> parts) {
    /** Where it stands in the text; -1 when it does not. */
    int in(String text) {
      var first = text.indexOf(parts.get(0));
      if (first < 0) {
        return -1;
      }
      var at = first + parts.get(0).length();
      for (var part : parts.subList(1, parts.size())) {
        var next = text.indexOf(part, at);
        if (next < 0 || next > at + GAP) {
          return -1;
        }
        at = next + part.length();
      }
      return first;
    }
  }

  private static final int GAP = 80;
  private static final int LONGEST = 3000;
  private static final List<Phrase> PHRASES = new ArrayList<>();

  static {
    for (var language : List.of("fr", "en")) {
      for (var row : Lexicon.rows(language + "/reuse.tsv")) {
        PHRASES.add(new Phrase(row.get(0), List.of(row.get(1).split(" \\* "))));
      }
    }
  }

  private final HtmlTree tree;
  private final PageHead head;
  private final List<Piece> pieces;
  private final Decoded decoded;
  private final Set<String> licences = new LinkedHashSet<>();
  private final Set<String> conditions = new LinkedHashSet<>();
  private final List<Reuse.Evidence> evidence = new ArrayList<>();

  ReuseTerms(HtmlTree tree, PageHead head, List<Piece> pieces, Decoded decoded) {
    this.tree = tree;
    this.head = head;
    this.pieces = pieces;
    this.decoded = decoded;
  }

  /** Null when the page says nothing. */
  @Nullable Reuse find(BitSet body, @Nullable Kind[] furniture) {
    fromMarkup();
    fromData();
    for (var i = 0; i < pieces.size() && evidence.size() < 50; i++) {
      prose(pieces.get(i), body.get(i));
    }
    if (evidence.isEmpty()) {
      return null;
    }
    for (var licence : licences) {
      Licences.conditions(licence).forEach(conditions::add);
    }
    var free = !licences.isEmpty() || conditions.contains("republication-allowed");
    var conflicting = free && conditions.contains("all-rights-reserved") || licences.size() > 1;
    conditions.remove("republication-allowed");
    var spdx = licences.stream().filter(Licences::complete).findFirst().orElse(null);
    return new Reuse(
        licences.size() > 1 ? null : spdx, List.copyOf(conditions), evidence, conflicting);
  }

  /** Elements with {@code rel=license}, RDFa and microdata, and plain links to a licence. */
  private void fromMarkup() {
    for (var i = 0; i < tree.size() && evidence.size() < 50; i++) {
      var tag = tree.tag(i);
      if (tag != Tag.A && tag != Tag.LINK || !mentionsLicence(i)) {
        continue;
      }
      var href = tree.attribute(i, "href");
      var said =
          (tree.attribute(i, "rel")
                  + " "
                  + tree.attribute(i, "property")
                  + " "
                  + tree.attribute(i, "itemprop"))
              .toLowerCase(Locale.ROOT);
      var stated = said.contains("license");
      var licence = Licences.ofUrl(href);
      if (licence.isEmpty() && !stated) {
        continue;
      }
      var end = tag == Tag.A ? tree.end(i) : tree.openEnd(i);
      evidence.add(new Reuse.Evidence(range(tree.start(i), end), tag == Tag.A ? text(i) : href));
      if (inPicture(i)) {
        conditions.add("images-licensed-separately");
      } else {
        licence.ifPresent(licences::add);
      }
    }
  }

  /** Whether the start tag can be about a licence at all: most links are not. */
  private boolean mentionsLicence(int node) {
    var chars = tree.chars();
    for (var i = tree.start(node); i + 4 < tree.openEnd(node); i++) {
      if ((chars[i] | 0x20) == 'c'
          && ((chars[i + 1] | 0x20) == 'e'
                  && (chars[i + 2] | 0x20) == 'n'
                  && (chars[i + 3] | 0x20) == 's'
              || (chars[i + 1] | 0x20) == 'o'
                  && (chars[i + 2] | 0x20) == 'm'
                  && (chars[i + 3] | 0x20) == 'm')) {
        return true;
      }
    }
    return false;
  }

  private String text(int node) {
    return SourceText.of(
            tree.chars(),
            tree.openEnd(node),
            Math.min(tree.end(node), tree.openEnd(node) + 500),
            false)
        .text();
  }

  private boolean inPicture(int node) {
    var up = 0;
    for (var i = tree.parent(node); i >= 0 && up < 8; i = tree.parent(i), up++) {
      if (tree.tag(i) == Tag.FIGURE || tree.tag(i) == Tag.FIGCAPTION) {
        return true;
      }
    }
    return false;
  }

  private void fromData() {
    for (var item : head.items()) {
      var type = String.valueOf(item.get("@type")).toLowerCase(Locale.ROOT);
      for (var key : List.of("license", "usageInfo", "copyrightNotice")) {
        Metadata.string(item, key).ifPresent(value -> data(value, type.contains("image")));
      }
    }
    head.first("dc.rights", "dcterms.rights", "dcterms.license", "rights", "copyright", "license")
        .ifPresent(value -> data(value, false));
    head.first("tdm-reservation")
        .filter("1"::equals)
        .ifPresent(
            value -> {
              conditions.add("no-text-mining");
              evidence.add(new Reuse.Evidence(null, "tdm-reservation: 1"));
            });
  }

  private void data(String value, boolean picture) {
    var licence = Licences.ofUrl(value).or(() -> Licences.ofName(value));
    var said = conditions(value);
    if (licence.isEmpty() && said.isEmpty() && !value.startsWith("http")) {
      return;
    }
    if (evidence.stream().noneMatch(found -> found.text().equals(value))) {
      evidence.add(new Reuse.Evidence(null, value));
    }
    if (picture) {
      conditions.add("images-licensed-separately");
    } else {
      licence.ifPresent(licences::add);
      conditions.addAll(said);
    }
  }

  private void prose(Piece piece, boolean inBody) {
    var text = piece.text();
    if (text.length() > LONGEST || piece.kind() == Block.Kind.CAPTION) {
      return;
    }
    var said = conditions(text);
    var licence = said.isEmpty() && inBody ? Optional.<String>empty() : Licences.ofName(text);
    // in the running text of an article only a whole statement counts, not a word in passing
    if (inBody && !(said.contains("republication-allowed") && said.size() > 1)
        || said.isEmpty() && licence.isEmpty()) {
      return;
    }
    if (said.size() == 1
        && (said.contains("link-to-original")
            || said.contains("attribution")
            || said.contains("no-text-mining") && inBody)) {
      return;
    }
    evidence.add(new Reuse.Evidence(range(piece.start(), piece.end()), text));
    conditions.addAll(said);
    licence.ifPresent(licences::add);
  }

  private static Set<String> conditions(String text) {
    var lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    var found = new LinkedHashSet<String>();
    for (var phrase : PHRASES) {
      if (!found.contains(phrase.condition()) && phrase.in(lower) >= 0) {
        found.add(phrase.condition());
      }
    }
    return found;
  }

  private ByteRange range(int from, int to) {
    return new ByteRange(decoded.byteAt(from), decoded.byteAt(to));
  }
}
