package org.hearsay.article;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.capture.Note;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that are no article - an error, a wall that asks for consent, a list of articles -
 * and pages that show one otherwise than whole and in one text: the beginning before a paywall, a
 * gallery, a live blog. By rules over what the page shows and what its data say, each with its
 * reason; in doubt a page is an article.
 */
final class PageKind {

  /** What a page is; the first three hold no article's text. */
  enum Kind {
    ERROR_PAGE("this is an error page or a check for robots, not an article"),
    CONSENT_WALL("this page only asks for consent to cookies; the article is not in it"),
    LISTING("this page lists articles and is none itself"),
    PAYWALL("only the beginning of the article is here; the rest is behind a paywall"),
    GALLERY("this page is a gallery: its text is captions"),
    LIVE_BLOG("this page is a live blog: its text is entries of different times");

    private final String message;

    Kind(String message) {
      this.message = message;
    }

    /** What the page's own text is, where it is no article. */
    Furniture.Kind furniture() {
      return switch (this) {
        case CONSENT_WALL -> Furniture.Kind.CONSENT;
        case LISTING -> Furniture.Kind.RELATED;
        default -> Furniture.Kind.OTHER;
      };
    }

    boolean holdsAnArticle() {
      return compareTo(PAYWALL) >= 0;
    }

    Note note() {
      return new Note(Names.kebab(this), message);
    }
  }

  private record Phrase(String kind, String where, String phrase) {}

  private static final int MOST_PIECES = 600;
  private static final int LOOKED_AT = 400;
  private static final PhraseIndex<Phrase> PHRASES = new PhraseIndex<>();

  /** Those that count in what the page shows. */
  static final PhraseIndex<Boolean> IN_TEXT = new PhraseIndex<>();

  static {
    for (var language : List.of("fr", "en")) {
      for (var row : Lexicon.rows(language + "/pages.tsv")) {
        PHRASES.add(row.get(1), new Phrase(row.get(0), row.get(2), row.get(1)));
        if (row.get(2).equals("text")) {
          IN_TEXT.add(row.get(1), true);
        }
      }
    }
  }

  private final HtmlTree tree;
  private final PageHead head;
  private final Metadata data;
  private final List<Piece> pieces;
  private final BitSet body;
  private final int[] words;
  private final Set<String> types = new HashSet<>();

  /** Words of the body in sentences, captions left out. */
  private int text;

  /** Captions in the body; captions anywhere. */
  private int captions;

  private int inGallery;
  private int captionWords;

  PageKind(HtmlTree tree, PageHead head, Metadata data, List<Piece> pieces, BitSet body) {
    this.tree = tree;
    this.head = head;
    this.data = data;
    this.pieces = pieces;
    this.body = body;
    this.words = new int[Math.min(pieces.size(), MOST_PIECES)];
  }

  /** What the page is beside a plain article; null for nothing beside. */
  @Nullable Kind find() {
    count();
    if (error()) {
      return Kind.ERROR_PAGE;
    }
    if (consentWall()) {
      return Kind.CONSENT_WALL;
    }
    if (data.liveBlog()) {
      return Kind.LIVE_BLOG;
    }
    if (listing()) {
      return Kind.LISTING;
    }
    if (gallery()) {
      return Kind.GALLERY;
    }
    return paywall() ? Kind.PAYWALL : null;
  }

  private void count() {
    for (var item : head.items()) {
      for (var type : Metadata.list(item.get("@type"))) {
        types.add(String.valueOf(type).toLowerCase(Locale.ROOT));
      }
    }
    for (var i = 0; i < words.length; i++) {
      words[i] = pieces.get(i).words();
    }
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      if (pieces.get(i).kind() != Block.Kind.CAPTION) {
        text += i < words.length ? words[i] : pieces.get(i).words();
      }
    }
    for (var i = 0; i < words.length; i++) {
      var piece = pieces.get(i);
      if (piece.kind() == Block.Kind.CAPTION && words[i] >= 4 && piece.linkDensity() < 0.5) {
        captions += body.get(i) ? 1 : 0;
        inGallery++;
        captionWords += words[i];
      }
    }
  }

  private boolean saysItIsAnArticle() {
    return types.stream().anyMatch(type -> type.endsWith("article") || type.endsWith("posting"))
        || head.first("article:published_time").isPresent();
  }

  /** Phrases of one kind in what the page shows. */
  private static Set<String> phrases(Piece piece, int most, String kind) {
    return piece.has(PieceText.PAGE) ? phrases(piece.text(), most, kind, "text") : Set.of();
  }

  /** Phrases of one kind in a text, each once. */
  private static Set<String> phrases(String text, int most, String kind, String where) {
    var found = new HashSet<String>();
    PHRASES.find(
        text,
        most,
        (phrase, start, end) -> {
          if (phrase.kind().equals(kind) && phrase.where().equals(where)) {
            found.add(phrase.phrase());
          }
        });
    return found;
  }

  private String headline() {
    for (var i = 0; i < words.length; i++) {
      if (tree.tag(pieces.get(i).box()) == Tag.H1) {
        return pieces.get(i).text();
      }
    }
    for (var i = 0; i < words.length; i++) {
      if (pieces.get(i).kind() == Block.Kind.HEADING) {
        return pieces.get(i).text();
      }
    }
    return "";
  }

  /**
   * A title or heading that says so, over little text; an article about errors has text, or a date.
   */
  private boolean error() {
    if (text > 150 || data.published() != null && text > 60 || saysItIsAnArticle()) {
      return false;
    }
    var titled = leads(head.title(), "error") || leads(headline(), "error");
    var said = new HashSet<String>();
    for (var i = 0; i < words.length; i++) {
      if (pieces.get(i).linkDensity() < 0.5 || body.get(i) || words[i] < 8) {
        said.addAll(phrases(pieces.get(i), LOOKED_AT, "error"));
      }
    }
    return titled && (text < 60 || !said.isEmpty()) || said.size() >= 2;
  }

  /** Whether a short title begins or ends with a phrase of this kind. */
  private static boolean leads(String title, String kind) {
    var found = new boolean[1];
    var folded = PhraseIndex.folded(title.strip(), 120);
    PHRASES.find(
        folded,
        folded.length(),
        (phrase, start, end) ->
            found[0] |=
                phrase.kind().equals(kind)
                    && phrase.where().equals("title")
                    && (start <= 12 || end >= folded.length() - 3)
                    && (end == folded.length() || !Character.isLetter(folded.charAt(end))));
    return found[0] && Words.count(title) <= 12;
  }

  /** Words of a wall that calls itself an article. */
  private static final int LONGEST_WALL = 600;

  /** Phrases that it has. */
  private static final int MANY = 8;

  /** Most of what is no link speaks of cookies and consent, in the words that walls use. */
  private boolean consentWall() {
    var likely = saysItIsAnArticle() && text > 60 || data.published() != null && text > 120;
    if (likely && text > LONGEST_WALL) {
      return false;
    }
    var said = new HashSet<String>();
    var asking = 0;
    var other = 0;
    for (var i = 0; i < words.length; i++) {
      var piece = pieces.get(i);
      if (piece.linkDensity() > 0.6 || words[i] < 3 && !body.get(i)) {
        continue;
      }
      var here = phrases(piece, 3000, "consent");
      said.addAll(here);
      if (here.isEmpty()) {
        other += words[i];
      } else {
        asking += words[i];
      }
    }
    return likely
        ? said.size() >= MANY && asking > 3 * other
        : said.size() >= 3 && asking >= 20 && asking > 1.5 * other && text - asking < 80;
  }

  /** Teasers one after the other: links of a headline's length, little text between them. */
  private boolean listing() {
    if (types.stream().anyMatch(type -> type.endsWith("article") && !type.equals("article"))
        || head.first("og:type").filter(type -> type.contains("article")).isPresent()) {
      return false;
    }
    var teasers = 0;
    var followed = 0;
    var paragraphs = 0;
    for (var i = 0; i < words.length; i++) {
      var piece = pieces.get(i);
      if (piece.linkDensity() > 0.8 && words[i] >= 4 * Math.max(1, piece.links())) {
        teasers++;
      } else if (body.get(i) && words[i] >= 8) {
        paragraphs++;
        followed += i > 0 && teaserNear(i) ? 1 : 0;
      }
    }
    var listed =
        types.contains("collectionpage")
            || types.contains("itemlist")
            || types.contains("searchresultspage");
    var evidence =
        (listed ? 1 : 0)
            + (addressOfList() ? 1 : 0)
            + (head.first("og:type").filter("website"::equals).isPresent() ? 1 : 0)
            + (paragraphs >= 4 && followed > 0.6 * paragraphs ? 2 : 0)
            + (text < 80 ? 1 : 0)
            - (data.published() == null ? 0 : 1);
    return teasers >= 10 && evidence >= 3 && text < 600;
  }

  /** Whether a teaser's headline stands within two pieces before. */
  private boolean teaserNear(int i) {
    for (var k = Math.max(0, i - 2); k < i; k++) {
      if (pieces.get(k).linkDensity() > 0.8 && words[k] >= 4) {
        return true;
      }
    }
    return false;
  }

  private boolean addressOfList() {
    var url = (head.canonical().isEmpty() ? String.valueOf(data.url()) : head.canonical());
    var path = url.replaceFirst("^https?://[^/]+", "");
    return url.startsWith("http") && path.length() <= 1
        || !phrases(path, 200, "listing", "url").isEmpty();
  }

  /** Captions outweigh the text, or the page says that it is a gallery and has little text. */
  private boolean gallery() {
    var said =
        types.contains("imagegallery")
            || types.contains("mediagallery")
            || leads(String.valueOf(data.title()), "gallery");
    return captions >= 5 && captionWords > text && text < 150
        || said && (captions >= 3 || inGallery >= 3) && text < Math.max(150, captionWords);
  }

  /**
   * An article for subscribers of which little is here, or of which the text breaks off. Where all
   * of it is in the page it is no teaser, whatever stands over it.
   */
  private boolean paywall() {
    var closed = closed();
    var asked = asked();
    if (!closed && asked == 0 || body.isEmpty()) {
      return false;
    }
    var whole = wholeWords();
    if (whole > 0 && text >= 0.75 * whole) {
      return false;
    }
    var signs =
        (closed ? 1 : 0)
            + (asked > 0 ? 1 : 0)
            + (whole > 1.5 * text ? 2 : 0)
            + (brokenOff() ? 1 : 0)
            + (text < 150 ? 1 : 0);
    return signs >= 3 && text < 400 || signs == 2 && text < 150 || share();
  }

  /** Whether the page's data say that it is not free. */
  private boolean closed() {
    for (var item : head.items()) {
      if (Metadata.string(item, "isAccessibleForFree").filter(PageKind::no).isPresent()) {
        return true;
      }
    }
    return head.first("article:content_tier", "og:content_tier")
        .filter(tier -> tier.equals("locked") || tier.equals("paid"))
        .isPresent();
  }

  private static boolean no(String value) {
    return value.toLowerCase(Locale.ROOT).replaceFirst(".*/", "").equals("false");
  }

  /** How many phrases after the start of the text ask to subscribe, in what is no link. */
  private int asked() {
    var said = new HashSet<String>();
    var last = body.length() - 1;
    for (var i = body.nextSetBit(0); i >= 0 && i < Math.min(words.length, last + 12); i++) {
      if (pieces.get(i).linkDensity() < 0.8 && (!body.get(i) || i > last - 2)) {
        said.addAll(phrases(pieces.get(i), LOOKED_AT, "paywall"));
      }
    }
    return said.size();
  }

  /** {@code Il vous reste 57 % de cet article}: said after the text, with the share. */
  private boolean share() {
    var last = body.length() - 1;
    for (var i = Math.max(0, last); i < Math.min(pieces.size(), last + 8); i++) {
      var line = PhraseIndex.folded(pieces.get(i).text(), 160);
      var left = line.indexOf("il vous reste ");
      if (left >= 0 && line.indexOf('%', left) > 0) {
        return true;
      }
    }
    return false;
  }

  /** How many words the page says its article has; 0 when it does not. */
  private int wholeWords() {
    var most = 0;
    for (var item : head.items()) {
      var said = Metadata.string(item, "wordCount").orElse("");
      if (said.matches("\\d{1,6}")) {
        most = Math.max(most, Integer.parseInt(said));
      }
    }
    return data.body() == null ? most : Math.max(most, Words.count(data.body()));
  }

  private boolean brokenOff() {
    for (var i = body.length() - 1; i >= 0; i = body.previousSetBit(i - 1)) {
      var piece = pieces.get(i);
      if (piece.kind() == Block.Kind.PARAGRAPH && piece.words() > 3) {
        var end = piece.text().stripTrailing();
        return end.endsWith("…")
            || end.endsWith("...")
            || end.endsWith("[…]")
            || !Words.endsSentence(end);
      }
    }
    return false;
  }
}
