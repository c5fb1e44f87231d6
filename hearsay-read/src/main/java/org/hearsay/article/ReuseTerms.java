package org.hearsay.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.article.Furniture.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the page states about republishing it: licence links, JSON-LD and meta elements, and prose
 * in French and English. Nothing is concluded from silence, and a licence in a caption is the
 * picture's.
 */
final class ReuseTerms {

  /** A phrase's first part is found by the index; {@code rest} follows, each within a gap. */
  record Phrase(String condition, List<String> rest) {
    boolean follows(String text, int at) {
      for (var part : rest) {
        var next = text.indexOf(part, at);
        if (next < 0 || next > at + GAP) {
          return false;
        }
        at = next + part.length();
      }
      return true;
    }
  }

  private static final int GAP = 80;
  private static final int LONGEST = 3000;
  private static final int MOST_EVIDENCE = 50;
  private static final PhraseIndex<Phrase> PHRASES = new PhraseIndex<>();

  /** The longest part of each phrase: texts without any of them need not be looked through. */
  static final PhraseIndex<Boolean> TELLING = new PhraseIndex<>();

  static {
    for (var language : List.of("fr", "en")) {
      for (var row : Lexicon.rows(language + "/reuse.tsv")) {
        var parts = List.of(row.get(1).split(" \\* "));
        PHRASES.add(parts.get(0), new Phrase(row.get(0), parts.subList(1, parts.size())));
        TELLING.add(
            parts.stream().max(Comparator.comparingInt(String::length)).orElseThrow(), true);
      }
    }
  }

  private static final List<List<String>> WORDS =
      Stream.of("en", "fr", "de")
          .flatMap(language -> Lexicon.rows(language + "/reuse-words.tsv").stream())
          .toList();
  private static final List<String> OF_PAGE = words("page");
  private static final List<String> COPYING = words("copying");
  private static final List<String> OF_OTHERS = words("others");

  /** The words of a class in all languages. */
  private static List<String> words(String kind) {
    return WORDS.stream().filter(row -> row.get(0).equals(kind)).map(row -> row.get(1)).toList();
  }

  private final HtmlTree tree;
  private final PageHead head;
  private final PageElements elements;
  private final List<Piece> pieces;
  private final Decoded decoded;
  private final Set<String> licences = new LinkedHashSet<>();
  private final Set<String> conditions = new LinkedHashSet<>();
  private final List<Reuse.Evidence> evidence = new ArrayList<>();
  private final List<Reuse.Picture> pictures = new ArrayList<>();

  ReuseTerms(
      HtmlTree tree, PageHead head, PageElements elements, List<Piece> pieces, Decoded decoded) {
    this.tree = tree;
    this.head = head;
    this.elements = elements;
    this.pieces = pieces;
    this.decoded = decoded;
  }

  /** Null when the page says nothing. */
  @Nullable Reuse find(BitSet body, @Nullable Kind[] furniture) {
    fromMarkup(body, furniture);
    fromData();
    for (var i = 0; i < pieces.size() && evidence.size() < MOST_EVIDENCE; i++) {
      var piece = pieces.get(i);
      if (furniture[i] == Kind.COMMENTS || furniture[i] == Kind.TAGS) {
        continue; // readers write about licences, too
      }
      if (ofPicture(piece, furniture[i])) {
        ofPicture(range(piece.start(), piece.end()), piece.text(), piece.text());
      } else {
        prose(piece, body.get(i));
      }
    }
    if (evidence.isEmpty() && pictures.isEmpty()) {
      return null;
    }
    var stated =
        licences.stream()
            .filter(one -> licences.stream().noneMatch(o -> Licences.sameSaidWithLess(one, o)))
            .toList();
    for (var licence : stated) {
      Licences.conditions(licence).forEach(conditions::add);
    }
    // a link in a caption says what the caption says
    pictures.removeIf(
        one ->
            pictures.stream()
                .anyMatch(
                    other ->
                        other != one
                            && other.text().length() > one.text().length()
                            && other.text().contains(one.text())));
    if (!pictures.isEmpty()) {
      conditions.add("images-licensed-separately");
    }
    var free = !stated.isEmpty() || conditions.contains("republication-allowed");
    var conflicting =
        free && conditions.contains("all-rights-reserved")
            || stated.size() > 1
            || conditions.contains("non-commercial") && conditions.contains("commercial-use");
    conditions.remove("republication-allowed");
    var spdx = stated.stream().filter(Licences::complete).findFirst().orElse(null);
    return new Reuse(
        stated.size() > 1 ? null : spdx, List.copyOf(conditions), evidence, conflicting, pictures);
  }

  /**
   * Whether a text is about a picture. What looks like a caption, being beside a picture, may be
   * about the page: a line of its foot beside a logo.
   */
  private boolean ofPicture(Piece piece, @Nullable Kind furniture) {
    return furniture == Kind.CREDIT && !ofPage(piece.text())
        || piece.kind() == Block.Kind.CAPTION
            && (inPicture(piece.first()) || furniture != Kind.RIGHTS && !ofPage(piece.text()))
        || piece.has(PieceText.LICENCE) && creditLine(piece.text());
  }

  private static boolean ofPage(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return OF_PAGE.stream().anyMatch(lower::contains);
  }

  /** A picture's own terms: a licence, a reservation. A bare name or sign is only its credit. */
  private void ofPicture(@Nullable ByteRange where, String text, String said) {
    var licence = Licences.ofUrl(said).or(() -> Licences.ofName(said));
    var terms = new LinkedHashSet<>(conditions(said));
    terms.remove("republication-allowed");
    terms.remove("attribution");
    terms.remove("link-to-original");
    if (licence.isEmpty()) {
      // said of something else, where no licence is named
      terms.removeAll(List.of("non-commercial", "share-alike", "no-derivatives"));
    }
    licence.ifPresent(found -> terms.addAll(Licences.conditions(found)));
    var known = pictures.stream().anyMatch(one -> text.equals(one.text()));
    if (pictures.size() < MOST_EVIDENCE && !known && (licence.isPresent() || !terms.isEmpty())) {
      pictures.add(
          new Reuse.Picture(
              where, text, licence.filter(Licences::complete).orElse(null), List.copyOf(terms)));
    }
  }

  /** Names of attributes' values that state terms: rel, RDFa, microdata. */
  private static final List<String> STATING =
      List.of(
          "license",
          "usageinfo",
          "copyrightnotice",
          "acquirelicensepage",
          "dc:rights",
          "dct:rights",
          "dcterms:rights",
          "dc:license",
          "dcterms:license",
          "cc:license",
          "xhv:license",
          "termsofservice",
          "terms-of-service");

  /** Elements that state terms, with {@code rel=license}, RDFa and microdata, and plain links. */
  private void fromMarkup(BitSet body, @Nullable Kind[] furniture) {
    for (var i = 0; i < tree.size() && evidence.size() < MOST_EVIDENCE; i++) {
      var tag = tree.tag(i);
      if (tag == Tag.TEXT
          || tag == Tag.SCRIPT
          || tag == Tag.IMG
          || tag != Tag.A && tag != Tag.LINK && !elements.states(i)
          || !mentionsTerms(i)) {
        continue;
      }
      var href = "";
      var content = "";
      var stating = false;
      var attributes = tree.attributes(i);
      for (var k = 0; k < attributes.length; k += 2) {
        var value = attributes[k + 1];
        switch (attributes[k]) {
          case "href", "resource", "src" -> href = href.isEmpty() ? value.strip() : href;
          case "content" -> content = value.strip();
          case "rel", "property", "itemprop" -> stating |= states(value);
          default -> {}
        }
      }
      var link = tag == Tag.A || tag == Tag.LINK || stating;
      if (!link || !stating && Licences.ofUrl(href).isEmpty()) {
        continue;
      }
      var at = pieceAt(i);
      if (at >= 0
          && (furniture[at] == Kind.COMMENTS
              || !stating
                  && (furniture[at] == Kind.RELATED || body.get(at) && inPassing(at, body)))) {
        continue;
      }
      var shown = tag.empty() ? "" : text(i);
      var text = shown.isBlank() ? (content.isEmpty() ? href : content) : shown;
      var said = href + " " + content + " " + shown;
      var range = range(tree.start(i), tag.empty() ? tree.openEnd(i) : tree.end(i));
      if (inPicture(i)
          || !stating
              && (besidePicture(i) || at >= 0 && ofPicture(pieces.get(at), furniture[at]))) {
        ofPicture(range, text, said);
      } else if (!text.isBlank()) {
        evidence.add(new Reuse.Evidence(range, text));
        Licences.ofUrl(href).or(() -> Licences.ofName(said)).ifPresent(licences::add);
        conditions.addAll(conditions(content + " " + shown));
      }
    }
  }

  /** The piece that an element stands in, or that stands in it; -1 for none. */
  private int pieceAt(int node) {
    var low = 0;
    var high = pieces.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (pieces.get(middle).last() < node) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < pieces.size() && pieces.get(low).first() <= tree.last(node) ? low : -1;
  }

  /** Pieces at either end of a text, where it may say what its own terms are. */
  private static final int AT_END = 3;

  private static final int LINE = 30;

  /** Whether a link to a licence stands in the running text of an article, which is about it. */
  private boolean inPassing(int at, BitSet body) {
    return pieces.get(at).words() > LINE
        && at > body.nextSetBit(0) + AT_END
        && at < body.length() - 1 - AT_END;
  }

  private static boolean states(String value) {
    for (var token : Attributes.tokens(value)) {
      if (STATING.contains(
          token.startsWith("http") || token.startsWith("schema:") ? bare(token) : token)) {
        return true;
      }
    }
    return false;
  }

  private static String bare(String token) {
    return token.replaceFirst("^https?://(?:www\\.)?schema\\.org/|^schema:", "");
  }

  /**
   * What tells that a start tag is about terms, in lower case: of {@code license}, {@code
   * creativecommons}, {@code rights}, {@code usageInfo}.
   */
  private static final String[] TERMS = {"cens", "cenc", "comm", "righ", "usag"};

  /** How far the last of four characters is at least from the end of any of these. */
  private static final byte[] AHEAD = new byte[128];

  static {
    Arrays.fill(AHEAD, (byte) 4);
    for (var term : TERMS) {
      for (var i = 0; i < 4; i++) {
        var least = (byte) Math.min(AHEAD[term.charAt(i)], 3 - i);
        AHEAD[term.charAt(i)] = least;
        AHEAD[Character.toUpperCase(term.charAt(i))] = least;
      }
    }
  }

  /** Whether the start tag can be about terms at all: most are not (search after Horspool 1980). */
  private boolean mentionsTerms(int node) {
    var chars = tree.chars();
    var end = tree.openEnd(node) - 1;
    for (var i = tree.start(node) + 3; i < end; ) {
      var c = chars[i];
      var ahead = c < 128 ? AHEAD[c] : 4;
      if (ahead > 0) {
        i += ahead;
        continue;
      }
      for (var term : TERMS) {
        if ((c | 0x20) == term.charAt(3)
            && (chars[i - 1] | 0x20) == term.charAt(2)
            && (chars[i - 2] | 0x20) == term.charAt(1)
            && (chars[i - 3] | 0x20) == term.charAt(0)) {
          return true;
        }
      }
      i++;
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

  private static final List<String> PICTURE_WORDS =
      List.of(
          "photo",
          "foto",
          "picture",
          "bild",
          "image",
          "flickr",
          "illustration",
          "crédit",
          "wikimedia");

  /** A line that names these is about more than a picture. */
  private static final List<String> PAGE_WORDS =
      List.of(
          "text", "content", "inhalt", "article", "artikel", "page", "seite", "site", "contenu",
          "blog");

  /** Whether the line that a plain link stands in is a picture's credit. */
  private boolean besidePicture(int node) {
    return tree.parent(node) >= 0 && creditLine(text(tree.parent(node)));
  }

  /** Whether a short line with a licence in it names a picture and nothing more. */
  private static boolean creditLine(String text) {
    var line = text.toLowerCase(Locale.ROOT);
    return line.length() < 250
        && PICTURE_WORDS.stream().anyMatch(line::contains)
        && PAGE_WORDS.stream().noneMatch(line::contains);
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
      if (type.contains("image") || type.contains("photograph") || type.contains("video")) {
        var said = new StringBuilder();
        for (var key : List.of("license", "copyrightNotice", "usageInfo", "acquireLicensePage")) {
          Metadata.string(item, key).ifPresent(value -> said.append(value).append(' '));
        }
        if (!said.isEmpty()) {
          var credit = Metadata.string(item, "creditText").orElse("");
          ofPicture(null, (credit + " " + said).strip(), said.toString().strip());
        }
        continue;
      }
      for (var key : List.of("license", "usageInfo", "copyrightNotice")) {
        Metadata.string(item, key).ifPresent(this::data);
      }
      Metadata.string(item, "acquireLicensePage")
          .ifPresent(value -> stated("licence-on-request", value));
      if (type.contains("article") || type.contains("posting")) {
        Metadata.string(item, "creditText").ifPresent(value -> stated("attribution", value));
      }
    }
    for (var name : META) {
      head.all(name).forEach(this::data);
    }
    tdm();
  }

  private static final List<String> META =
      List.of(
          "dc.rights",
          "dcterms.rights",
          "dc.license",
          "dcterms.license",
          "dc.rights.license",
          "dcterms.accessrights",
          "dc:rights",
          "rights",
          "copyright",
          "license",
          "licence");

  /** Text and data mining is another matter than republishing: its own condition, no conflict. */
  private void tdm() {
    head.first("tdm-reservation")
        .filter("1"::equals)
        .ifPresent(value -> stated("no-text-mining", "tdm-reservation: 1"));
    head.first("tdm-policy")
        .ifPresent(value -> stated("text-mining-policy", "tdm-policy: " + value));
    for (var robots : head.all("robots")) {
      if (robots.toLowerCase(Locale.ROOT).contains("noai")) {
        stated("no-text-mining", "robots: " + robots);
      }
    }
  }

  private void stated(String condition, String text) {
    conditions.add(condition);
    evidence.add(new Reuse.Evidence(null, text));
  }

  private void data(String value) {
    var licence = Licences.ofUrl(value).or(() -> Licences.ofName(value));
    var said = conditions(value);
    if (licence.isEmpty() && said.isEmpty() && !value.startsWith("http")) {
      return;
    }
    if (evidence.stream().noneMatch(found -> found.text().equals(value))) {
      evidence.add(new Reuse.Evidence(null, value));
    }
    licence.ifPresent(licences::add);
    conditions.addAll(said);
  }

  private void prose(Piece piece, boolean inBody) {
    var text = piece.text();
    if (text.length() > LONGEST || !piece.has(PieceText.REUSE | PieceText.LICENCE)) {
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

  /**
   * What a text states. A permission that its own sentence takes back ({@code may be reprinted by
   * subscribers only}, {@code no part may be reproduced}) is none.
   */
  private static Set<String> conditions(String text) {
    var found = new LinkedHashSet<String>();
    var folded = new String[1];
    PHRASES.find(
        text,
        LONGEST,
        (phrase, start, end) -> {
          folded[0] = folded[0] == null ? PhraseIndex.folded(text, LONGEST) : folded[0];
          if (phrase.follows(folded[0], end) && ofThis(phrase.condition(), folded[0], start)) {
            if (phrase.condition().equals("republication-allowed")
                && takenBack(folded[0], start, end)) {
              found.add("permission-required");
            } else {
              found.add(phrase.condition());
            }
          }
        });
    return found;
  }

  /**
   * Whether a phrase is about the page's text: readers' comments are published under other terms,
   * and more than texts needs a permission.
   */
  private static boolean ofThis(String condition, String text, int start) {
    return switch (condition) {
      case "republication-allowed" -> {
        var before = text.substring(Math.max(0, start - 40), start);
        yield OF_OTHERS.stream().noneMatch(before::contains);
      }
      case "permission-required" -> COPYING.stream().anyMatch(text::contains);
      default -> true;
    };
  }

  private static final List<String> BEFORE =
      List.of(
          "no part", "nor ", "not ", "neither", "ne peut", "ne peuvent", "n'est", "aucun", "ni ");

  private static final List<String> AFTER =
      List.of(
          "clients only",
          "subscribers only",
          "only by",
          "only with",
          "without ",
          "with the permission",
          "with prior",
          "qu'avec",
          "sans autorisation",
          "sans l'accord",
          "sans accord",
          "par les abonn",
          "that without");

  private static boolean takenBack(String text, int start, int end) {
    var from = Math.max(text.lastIndexOf(". ", start), Math.max(0, start - 60));
    var stop = text.indexOf(". ", end);
    var to = Math.min(stop < 0 ? text.length() : stop, end + 100);
    var before = text.substring(from, start);
    var after = text.substring(end, to);
    return BEFORE.stream().anyMatch(before::contains)
        || AFTER.stream()
            .anyMatch(word -> after.contains(word) && !after.contains("without change"));
  }

  private ByteRange range(int from, int to) {
    return new ByteRange(decoded.byteAt(from), decoded.byteAt(to));
  }
}
