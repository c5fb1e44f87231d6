package org.hearsay.article;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.article.Furniture.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Says what each piece that is not the article is: by phrases in its text, by the class words of
 * the elements around it, nearest first, by the label over it ({@code Most read}), by where it
 * stands. Phrases and class words are tables.
 */
final class FurnitureNamer {

  /** Where in a piece a phrase must stand to count. */
  enum Place {
    /** The piece is hardly more than the phrase; what follows in the same box is of its kind. */
    LABEL,
    /** The piece is the phrase. */
    ALONE,
    /** At the start. */
    START,
    /** Anywhere. */
    ANY
  }

  record Sign(int rank, int words, Place place, Kind kind) {
    boolean offers() {
      return kind == Kind.PAYWALL && place == Place.START;
    }
  }

  /** How many characters may stand before what stands at the start. */
  private static final int START = 2;

  private static final int LOOKED_AT = 600;
  private static final int UP = 40;
  static final PhraseIndex<Sign> PHRASES = new PhraseIndex<>();

  /** Those that begin an offer to those who want to read on. */
  private static final PhraseIndex<Boolean> OFFERS = new PhraseIndex<>();

  /** Where an offer's phrase ends at the latest. */
  private static final int OFFER_END;

  static {
    var end = 0;
    for (var language : List.of("fr", "en", "de", "ja", "sv")) {
      var rank = 0;
      for (var row : Lexicon.rows(language + "/furniture.tsv")) {
        var place = Place.valueOf(row.get(2).toUpperCase(Locale.ROOT));
        // labels count first, then the order of the table
        var first = place == Place.LABEL ? 0 : 1000;
        var words = Words.count(row.get(1));
        var sign = new Sign(first + rank++, words, place, kind(row.get(0)));
        PHRASES.add(row.get(1), sign);
        if (sign.offers()) {
          OFFERS.add(row.get(1), true);
          end = Math.max(end, START + row.get(1).length());
        }
      }
    }
    OFFER_END = end;
  }

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;

  FurnitureNamer(HtmlTree tree, PageElements elements, List<Piece> pieces) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
  }

  private static Kind kind(String name) {
    return Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Kinds that a line at the end of a text may be without being of it. */
  private static final Set<Kind> AFTER_THE_TEXT =
      EnumSet.of(
          Kind.PAYWALL,
          Kind.NEWSLETTER,
          Kind.DONATION,
          Kind.COMMENTS,
          Kind.SHARE,
          Kind.RIGHTS,
          Kind.CONSENT,
          Kind.ADVERTISEMENT,
          Kind.DISCLAIMER,
          Kind.TAGS);

  private static final int MOST_WORDS_OF_A_LINE = 40;

  /**
   * Takes out of the body what says that it is none: lines at its end, and sections under a label
   * ({@code More from}) that start when most of the text is past.
   */
  void takeOut(BitSet body) {
    for (var i = body.nextSetBit(0); i >= 0 && i < 60; i = body.nextSetBit(i + 1)) {
      if (inBanner(pieces.get(i))) {
        body.clear(i);
      }
    }
    takeOutOpening(body);
    takeOutPointers(body);
    takeOutBoxes(body);
    var total = 0;
    var words = new int[pieces.size()];
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      words[i] = pieces.get(i).words();
      total += words[i];
    }
    var past = 0;
    var firstNode = body.isEmpty() ? 0 : pieces.get(body.nextSetBit(0)).first();
    var before = firstNode;
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      past += words[i];
      if (past > 0.5 * total && words[i] <= 9) {
        var sign = phrase(pieces.get(i));
        if (sign != null
            && sign.place() == Place.LABEL
            && opensOther(sign.kind())
            && words[i] <= sign.words() + 2) {
          clearSection(body, i, firstNode, sign.kind());
        }
      } else if (past > BEFORE_AN_OFFER * total && offer(pieces.get(i))) {
        clearSection(body, i, before, Kind.PAYWALL);
      }
      before = pieces.get(i).first();
    }
    for (var turn = 0; turn < 3; turn++) {
      var last = body.length() - 1;
      if (last <= 0 || pieces.get(last).words() > MOST_WORDS_OF_A_LINE) {
        break;
      }
      var sign = phrase(pieces.get(last));
      if (sign == null || !AFTER_THE_TEXT.contains(sign.kind())) {
        break;
      }
      body.clear(last);
    }
  }

  /** The share of the text that stands before an offer to those who want to read on. */
  private static final double BEFORE_AN_OFFER = 0.2;

  /** Whether a line says that the rest is for subscribers: what they get stands under it. */
  private boolean offer(Piece piece) {
    if (piece.words() > MOST_WORDS_OF_A_LINE
        || !piece.has(PieceText.FURNITURE)
        || !OFFERS.any(piece.text(), OFFER_END)) {
      return false;
    }
    var sign = phrase(piece);
    return sign != null && sign.offers();
  }

  /** Words of a line that leads to another article, its headline in it. */
  private static final int POINTER_WORDS = 30;

  /**
   * Lines in the text that lead elsewhere ({@code Lire aussi : Le bac de Lézan ferme}), and lines
   * of a program that a script was to fill ({@code {{ item.title }}}).
   */
  private void takeOutPointers(BitSet body) {
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      var piece = pieces.get(i);
      if (piece.words() <= POINTER_WORDS && piece.linkDensity() > 0.3) {
        var sign = phrase(piece);
        if (sign != null && sign.kind() == Kind.RELATED && sign.place() != Place.ANY) {
          body.clear(i);
        }
      }
      var open = piece.text().indexOf("{{");
      if (open >= 0 && piece.words() <= POINTER_WORDS && piece.text().indexOf("}}", open) > 0) {
        body.clear(i);
      }
    }
  }

  /** Phrases of consent that a paragraph has which asks for it. */
  private static final int ASKING = 2;

  private static final int MOST_WORDS_ASKING = 120;

  private static final int WORDS_OF_A_MARK = 9;

  /** What a box that asks readers for something has at most. */
  private static final int MOST_WORDS_OF_A_BOX = 80;

  /** What holds an answer to what is asked for. */
  private static final Set<Tag> FIELDS = EnumSet.of(Tag.FORM, Tag.BUTTON, Tag.INPUT);

  /**
   * Marks of advertisements, paragraphs that ask for consent, and boxes that ask for money or an
   * address: few words in an element that one of their phrases stands in.
   */
  private void takeOutBoxes(BitSet body) {
    var before = -1;
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      var piece = pieces.get(i);
      var box = SecondLook.container(tree, piece);
      // most paragraphs stand where the one before stands
      var apart = box != before || piece.words() <= WORDS_OF_A_MARK;
      before = box;
      var sign = apart && piece.words() <= MOST_WORDS_ASKING ? phrase(piece) : null;
      if (sign == null) {
        continue;
      }
      switch (sign.kind()) {
        case ADVERTISEMENT -> body.set(i, piece.words() > sign.words() + 3 || piece.sentence());
        case CONSENT -> body.set(i, !asks(piece));
        case NEWSLETTER, DONATION -> takeOutBox(body, i, box);
        default -> {}
      }
    }
  }

  private static boolean asks(Piece piece) {
    var said = new HashSet<Sign>();
    PHRASES.find(
        piece.text(),
        LOOKED_AT,
        (sign, start, end) -> {
          if (sign.kind() == Kind.CONSENT && sign.place() == Place.ANY) {
            said.add(sign);
          }
        });
    return said.size() >= ASKING;
  }

  /** Takes out what an element holds, if that is little and there is a field or a button for it. */
  private void takeOutBox(BitSet body, int piece, int box) {
    var words = 0;
    var first = piece;
    for (var i = piece; i >= 0 && pieces.get(i).first() > box; i = body.previousSetBit(i - 1)) {
      first = i;
      words += pieces.get(i).words() + 1;
      if (words > MOST_WORDS_OF_A_BOX) {
        return;
      }
    }
    var end = body.nextSetBit(piece + 1);
    for (; end >= 0 && pieces.get(end).first() <= tree.last(box); end = body.nextSetBit(end + 1)) {
      words += pieces.get(end).words() + 1;
      if (words > MOST_WORDS_OF_A_BOX) {
        return;
      }
    }
    if (tree.holds(box, FIELDS)) {
      body.clear(first, end < 0 ? pieces.size() : end);
    }
  }

  /** Words of a line that says where a text was first. */
  private static final int WORDS_OF_A_REPRINT = 45;

  /** Lines before the first paragraph that name the writer, the day or where it was first. */
  private void takeOutOpening(BitSet body) {
    var turn = 0;
    for (var i = body.nextSetBit(0); i >= 0 && turn < 3; i = body.nextSetBit(i + 1), turn++) {
      var piece = pieces.get(i);
      var text = piece.text();
      var sign = piece.words() <= WORDS_OF_A_REPRINT ? phrase(piece) : null;
      var reprinted = sign != null && sign.kind() == Kind.RIGHTS;
      if (!reprinted && piece.words() > 2 * WORDS_OF_A_DATE) {
        return;
      }
      var by = sign != null && sign.kind() == Kind.BYLINE && capitalAfterFirstWord(text);
      var dated =
          (sign != null && sign.kind() == Kind.DATELINE || mayBeDate(piece))
              && Dates.parseWithin(text).isPresent();
      if (by || dated || reprinted) {
        body.clear(i);
      }
    }
  }

  /** A short line with figures in it and no sentence: {@code Wrenlow, 01.02.2022}. */
  private static boolean mayBeDate(Piece piece) {
    return piece.kind() == Block.Kind.PARAGRAPH
        && piece.words() <= (piece.text().indexOf('年') > 0 ? 2 : 1) * WORDS_OF_A_DATE
        && !piece.sentence()
        && piece.text().chars().filter(Character::isDigit).count() >= 5;
  }

  /** Twice as many where a day is counted in years, months and days that are words themselves. */
  private static final int WORDS_OF_A_DATE = 8;

  /** Whether a line has a capital after its first word and is no sentence: {@code By Ann Lee}. */
  static boolean capitalAfterFirstWord(String text) {
    var space = text.indexOf(' ');
    return space > 0
        && space + 1 < text.length()
        && Character.isUpperCase(text.charAt(space + 1))
        && !Words.endsSentence(text);
  }

  /** Whether a line begins with a word for the day that follows: {@code Published on}. */
  static boolean leadsToDate(String line) {
    var found = new boolean[1];
    PHRASES.find(
        line,
        LEAD_OF_A_DATE,
        (sign, start, end) ->
            found[0] |= start == 0 && sign.kind() == Kind.DATELINE && sign.place() == Place.START);
    return found[0];
  }

  private static final int LEAD_OF_A_DATE = 30;

  private boolean inBanner(Piece piece) {
    var up = 0;
    for (var node = piece.box(); node >= 0 && up < 12; node = tree.parent(node), up++) {
      if (elements.banner(node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean opensOther(Kind kind) {
    return kind == Kind.RELATED || kind == Kind.COMMENTS || kind == Kind.NEWSLETTER;
  }

  /**
   * Clears what stands under a label, if its box holds none of the text before it. Comments may
   * stand in the box of the text, in elements of another name than the paragraphs.
   *
   * @param before a node of that text
   */
  private void clearSection(BitSet body, int label, int before, Kind kind) {
    var box = section(label);
    if (box < 0 || box <= before && kind != Kind.COMMENTS) {
      return;
    }
    var paragraphs = box <= before ? boxesBefore(body, label) : Set.<BoxName>of();
    var end = tree.last(box);
    var next = body.nextSetBit(label + 1);
    if (next >= 0 && paragraphs.contains(boxName(next))) {
      return;
    }
    body.clear(label);
    for (var i = next;
        i >= 0 && pieces.get(i).first() <= end && !paragraphs.contains(boxName(i));
        i = body.nextSetBit(i + 1)) {
      body.clear(i);
    }
  }

  private record BoxName(Tag tag, int names) {}

  /** Of the elements that the text before a piece stands in, headings left out. */
  private Set<BoxName> boxesBefore(BitSet body, int label) {
    var names = new HashSet<BoxName>();
    for (var i = body.previousSetBit(label - 1); i >= 0; i = body.previousSetBit(i - 1)) {
      if (pieces.get(i).kind() != Block.Kind.HEADING) {
        names.add(boxName(i));
      }
    }
    return names;
  }

  private BoxName boxName(int i) {
    var box = pieces.get(i).box();
    return new BoxName(tree.tag(box), elements.nameHash(box));
  }

  /**
   * The kind of each piece; null for those of the body.
   *
   * @param names who wrote the article, as far as known
   */
  @Nullable Kind[] name(BitSet body, List<String> names) {
    var bylines = names.stream().map(Words::folded).filter(name -> name.length() > 4).toList();
    var kinds = new Kind[pieces.size()];
    var first = body.nextSetBit(0);
    var section = Kind.OTHER;
    var sectionEnd = -1;
    for (var i = 0; i < kinds.length; i++) {
      var piece = pieces.get(i);
      if (body.get(i)) {
        section = Kind.OTHER;
        continue;
      }
      if (piece.first() > sectionEnd) {
        section = Kind.OTHER;
      }
      var sign = phrase(piece);
      var kind = kind(piece, sign);
      if (sign != null
          && sign.place() == Place.LABEL
          && OVER_MORE.contains(kind)
          && kind == sign.kind()
          && piece.linkDensity() < 0.5) {
        section = kind;
        sectionEnd = sectionEnd(i);
      } else if (kind == Kind.OTHER) {
        kind = section != Kind.OTHER ? section : byPlace(i, first, body.length(), bylines);
        if (kind == Kind.OTHER && i > 0 && kinds[i - 1] == Kind.RELATED && sameCard(i - 1, i)) {
          kind = Kind.RELATED;
        }
      }
      kinds[i] = kind;
    }
    return kinds;
  }

  /** Kinds whose label stands over what is of the kind, too; a mark is of the line it stands on. */
  private static final Set<Kind> OVER_MORE =
      EnumSet.complementOf(
          EnumSet.of(
              Kind.PAYWALL,
              Kind.BYLINE,
              Kind.DATELINE,
              Kind.CREDIT,
              Kind.ADVERTISEMENT,
              Kind.NAVIGATION));

  private Kind kind(Piece piece, @Nullable Sign sign) {
    if (inPicture(piece)
        ? PhotoCredits.isCreditAtPicture(piece.text())
        : piece.has(PieceText.CREDIT) && PhotoCredits.isCredit(piece.text())) {
      return Kind.CREDIT;
    }
    var around = byClass(piece);
    var said = sign == null ? Kind.OTHER : sign.kind();
    // a card of another article may carry its author, its date, a mark that it is for subscribers
    if (around == Kind.RELATED && said != Kind.ADVERTISEMENT && said != Kind.NEWSLETTER) {
      return around;
    }
    if (around == Kind.COMMENTS) {
      return around; // readers write about anything
    }
    var kind = said != Kind.OTHER ? said : around;
    if (said == Kind.OTHER) {
      kind = asText(kind, piece);
    }
    return kind == Kind.RIGHTS
            && (inPicture(piece)
                || said == Kind.OTHER && PhotoCredits.isCreditAtPicture(piece.text()))
        ? Kind.CREDIT
        : kind;
  }

  private static final int WORDS_OF_A_NAME = 25;
  private static final int LONGEST_DATE = 24;

  /** What class words say, unless the text is plainly something else. */
  private Kind asText(Kind byClass, Piece piece) {
    return switch (byClass) {
      // sentences lead nowhere, nor do they share
      case NAVIGATION, SHARE ->
          piece.linkDensity() < 0.3 && piece.words() > 7 ? Kind.OTHER : byClass;
      case BYLINE ->
          piece.words() > WORDS_OF_A_NAME ? Kind.ABOUT : date(piece) ? Kind.DATELINE : byClass;
      // of a card for money
      case CREDIT ->
          piece.linkDensity() > 0.8 && piece.words() < 6 && !inPicture(piece)
              ? Kind.OTHER
              : byClass;
      case OTHER -> date(piece) ? Kind.DATELINE : byClass;
      default -> byClass;
    };
  }

  /** Whether the text is a day and no more. */
  private static boolean date(Piece piece) {
    var text = piece.text();
    return text.length() >= 8
        && text.length() <= LONGEST_DATE
        && piece.words() <= 4
        && Character.isLetterOrDigit(text.charAt(0))
        && Character.isDigit(text.charAt(text.length() - 1))
        && Dates.parseWithin(text).isPresent();
  }

  /** Where a word for tags ends that leads a row of them. */
  private static final int LEAD_OF_A_ROW = 40;

  private @Nullable Sign phrase(Piece piece) {
    if (!piece.has(PieceText.FURNITURE)) {
      return null;
    }
    // a row of links is about none of them, be it that they are led by a word for tags
    var row = piece.links() >= 3 && piece.linkDensity() > 0.8;
    var words = piece.words();
    var best = new Sign[1];
    PHRASES.find(
        piece.text(),
        row ? LEAD_OF_A_ROW : LOOKED_AT,
        (sign, start, end) -> {
          var counts =
              switch (sign.place()) {
                case ANY -> true;
                case ALONE -> start == 0 && end == piece.text().length();
                case START ->
                    start <= START
                        && (words <= 25 || !aLine(sign.kind()))
                        && (sign.kind() != Kind.BYLINE || nameAt(piece.text(), end));
                case LABEL ->
                    words <= 9
                        && (end == piece.text().length()
                            || !Character.isLetter(
                                piece.text().charAt(Math.min(end, LOOKED_AT - 1))))
                        && piece.text().substring(0, start).chars().noneMatch(Character::isLetter)
                        && words <= Words.count(piece.text().substring(start, end)) + 4;
              };
          counts &= !row || sign.kind() == Kind.TAGS && sign.place() == Place.START;
          if (counts && (best[0] == null || sign.rank() < best[0].rank())) {
            best[0] = sign;
          }
        });
    return best[0];
  }

  /** Whether a name can start here: {@code By Ann Lee}, not {@code By submitting this form}. */
  private static boolean nameAt(String text, int at) {
    var i = at;
    while (i < text.length() && !Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    if (i == text.length() || !Character.isLowerCase(text.charAt(i))) {
      return true;
    }
    var end = i;
    while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
      end = text.offsetByCodePoints(end, 1);
    }
    var word = text.substring(i, end);
    return PersonNames.particle(word) || PersonNames.agency(word);
  }

  /** Kinds that are one line: {@code By Ann Lee}, not a paragraph that happens to start so. */
  private static boolean aLine(Kind kind) {
    return kind == Kind.BYLINE || kind == Kind.DATELINE || kind == Kind.CREDIT;
  }

  private boolean inPicture(Piece piece) {
    var up = 0;
    for (var i = piece.box(); i >= 0 && up < 5; i = tree.parent(i), up++) {
      if (tree.tag(i) == Tag.FIGURE
          || tree.tag(i) == Tag.FIGCAPTION
          || tree.tag(i) == Tag.CAPTION) {
        return true;
      }
    }
    return false;
  }

  /** What the class words of the nearest element say, be it one that holds all of a card. */
  private Kind byClass(Piece piece) {
    var found = Kind.OTHER;
    var up = 0;
    for (var node = tree.parent(piece.first());
        node >= 0 && up < UP;
        node = tree.parent(node), up++) {
      if (tree.tag(node) == Tag.BODY || tree.tag(node) == Tag.HTML) {
        break;
      }
      var kind = elements.furniture(node);
      if (found == Kind.OTHER) {
        found = kind;
      }
      if (kind == Kind.RELATED || kind == Kind.COMMENTS) {
        return found == Kind.BYLINE || found == Kind.DATELINE || found == Kind.TAGS ? kind : found;
      }
    }
    var parent = tree.parent(piece.first());
    if (found == Kind.OTHER && parent >= 0 && tree.tag(parent) == Tag.TIME) {
      return Kind.DATELINE;
    }
    return found;
  }

  /** The last node of what a label is over: the smallest box around it that holds more. */
  private int sectionEnd(int label) {
    var box = section(label);
    return box < 0 ? -1 : tree.last(box);
  }

  private int section(int label) {
    var box = tree.parent(pieces.get(label).box());
    for (var up = 0; box >= 0 && up < 4; up++) {
      if (label + 1 < pieces.size() && pieces.get(label + 1).first() <= tree.last(box)) {
        return box;
      }
      box = tree.parent(box);
    }
    return -1;
  }

  /** Whether a line stands in the box, or the box around the box, of the headline before it. */
  private boolean sameCard(int headline, int line) {
    var box = tree.parent(pieces.get(headline).box());
    return box >= 0
        && tree.tag(box) != Tag.BODY
        && tree.tag(box) != Tag.MAIN
        && pieces.get(line).first() <= tree.last(box);
  }

  /** By the author's name near the start, by tag, by how much of it is links and how long. */
  private Kind byPlace(int i, int first, int end, List<String> bylines) {
    var piece = pieces.get(i);
    if (i < first && i > first - 12 && piece.text().length() < 200) {
      var folded = Words.folded(piece.text());
      if (bylines.stream().anyMatch(folded::contains)) {
        return Kind.BYLINE;
      }
      if (Dates.parseWithin(piece.text()).isPresent()) {
        return Kind.DATELINE;
      }
    }
    if (piece.linkDensity() < 0.6) {
      return Kind.OTHER;
    }
    var wordsEach = (double) piece.words() / Math.max(1, piece.links());
    if (i > end) {
      return wordsEach >= 3.5 ? Kind.RELATED : Kind.NAVIGATION;
    }
    return wordsEach >= 6 ? Kind.RELATED : Kind.NAVIGATION;
  }
}
