package org.hearsay.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a picture's credit from its caption: {@code The quay at noon. Photo: A. Lee / CC BY 2.0} is
 * a caption of four words and a credit. By the class of an element inside the caption, by marks at
 * the start or the end of its text ({@code Photo:}, {@code ©}; tables of phrases), and by agencies
 * and slashes between names. What stands in the middle of a caption is left there.
 */
final class PhotoCredits {

  /** A caption and its credit; either may be missing, not both. */
  record Parts(@Nullable Piece caption, @Nullable Piece credit) {}

  enum Mark {
    MARK,
    /** Counts in captions: {@code ©} elsewhere is about the page. */
    CAPTION,
    /** Counts inside brackets only, where {@code (Photo The Daily)} has no colon. */
    BRACKETED,
    /** Counts where a name follows: {@code Photo Ann Lee}. */
    NAMED,
    AGENCY
  }

  /** A place in the text where a credit starts, and where it ends. */
  private record Found(int start, int end) {}

  private static final int LONGEST = 160;
  private static final int MOST_WORDS = 22;
  private static final int LONGEST_CAPTION = 1500;
  static final PhraseIndex<Mark> MARKS = new PhraseIndex<>();

  static {
    for (var name : List.of("fr/credits.tsv", "en/credits.tsv", "de/credits.tsv")) {
      for (var row : Lexicon.rows(name)) {
        MARKS.add(row.get(1), Mark.valueOf(row.get(0).toUpperCase(Locale.ROOT)));
      }
    }
    Lexicon.rows("agencies.tsv").forEach(row -> MARKS.add(row.get(0), Mark.AGENCY));
  }

  private static final List<String> LINKING =
      List.of(
          "for", "via", "and", "et", "de", "du", "des", "la", "le", "les", "of", "pour", "the",
          "by", "par", "von", "van", "und", "d", "l");

  private final HtmlTree tree;
  private final PageElements elements;

  PhotoCredits(HtmlTree tree, PageElements elements) {
    this.tree = tree;
    this.elements = elements;
  }

  /** Whether all of a text that stands at a picture is its credit. */
  static boolean isCreditAtPicture(String text) {
    return text.length() <= LONGEST && creditStart(text) == 0;
  }

  /** Whether the text says by itself that it is the credit of a picture. */
  static boolean isCredit(String text) {
    if (text.length() > LONGEST || Words.count(text) > MOST_WORDS) {
      return false;
    }
    var marked = new boolean[1];
    MARKS.find(text, 40, (mark, start, end) -> marked[0] |= mark == Mark.MARK && start <= 1);
    return marked[0];
  }

  /** Whether a piece may hold a credit: a caption, a line that is one, a line under a picture. */
  boolean mayHoldOne(Piece piece) {
    return piece.kind() == Block.Kind.CAPTION
        || piece.has(PieceText.CREDIT) && isCredit(piece.text())
        || piece.text().length() < 400 && underPicture(piece);
  }

  /** Whether a picture stands before the text in the same box, as where tables lay pages out. */
  private boolean underPicture(Piece piece) {
    for (var i = piece.box() + 1; i < piece.first() && i < piece.box() + 12; i++) {
      if (tree.tag(i) == Tag.IMG) {
        return true;
      }
    }
    return false;
  }

  /** Cuts a caption in two. A piece that cannot be cut exactly comes back whole. */
  Parts part(Piece piece) {
    var text = piece.text();
    if (text.length() > LONGEST_CAPTION) {
      return new Parts(piece, null);
    }
    var start = creditStart(text);
    var found = start == 0 ? new Found(0, text.length()) : marked(piece);
    if (found != null && found.start() > 0) {
      var more = creditStart(text.substring(0, found.start()));
      found = more > 0 ? new Found(more, found.end()) : found;
    } else if (found == null && start > 0) {
      found = new Found(start, text.length());
    }
    if (found == null) {
      return new Parts(piece, null);
    }
    var caption =
        found.start() == 0 ? cut(piece, found.end(), text.length()) : cut(piece, 0, found.start());
    var credit = cut(piece, found.start(), found.end());
    return credit == null ? new Parts(piece, null) : new Parts(caption, credit);
  }

  /** The part of a piece between two places in its text; null when no letter stands there. */
  private @Nullable Piece cut(Piece piece, int from, int to) {
    var text = piece.text();
    while (from < to && loose(text.charAt(from), false)) {
      from++;
    }
    while (to > from && loose(text.charAt(to - 1), true)) {
      to--;
    }
    if (text.substring(from, to).chars().noneMatch(Character::isLetterOrDigit)) {
      return null;
    }
    var all = piece.source(tree);
    var start = all.from(from);
    var end = SourceText.unitEnd(tree.chars(), all.from(to - 1), piece.end());
    var source = SourceText.of(tree.chars(), start, end, piece.kind() == Block.Kind.CODE);
    if (!source.text().equals(text.substring(from, to))) {
      return null;
    }
    return Piece.of(
        piece.first(),
        piece.last(),
        piece.box(),
        piece.kind(),
        start,
        end,
        source.text(),
        Math.min(piece.linkChars(), source.length()),
        piece.links(),
        new PieceText().scan(source.text().toCharArray(), source.length()));
  }

  /** What may be left hanging where a credit was cut off. */
  private static boolean loose(char c, boolean atEnd) {
    return Character.isWhitespace(c) || "|–—-•·,".indexOf(c) >= 0 || atEnd && c == '(';
  }

  /** A credit that an element of its own holds, at either end of the caption. */
  private @Nullable Found marked(Piece piece) {
    for (var i = piece.box() + 1; i <= piece.last() && i < piece.box() + 60; i++) {
      if (tree.tag(i) == Tag.TEXT || tree.end(i) <= piece.start() || !elements.credit(i)) {
        continue;
      }
      var text = piece.source(tree);
      var start = text.indexOf(Math.max(tree.openEnd(i), piece.start()));
      var end = text.indexOf(Math.min(tree.end(i), piece.end()));
      if (end > start && end - start <= LONGEST) {
        if (piece.text().substring(end).chars().noneMatch(Character::isLetterOrDigit)) {
          return new Found(start, piece.text().length());
        }
        if (piece.text().substring(0, start).chars().noneMatch(Character::isLetterOrDigit)) {
          return new Found(0, end);
        }
      }
    }
    return null;
  }

  /** Where in the text the credit starts that runs to its end; -1 for none. */
  private static int creditStart(String text) {
    if (text.indexOf('/') < 0
        && text.indexOf('|') < 0
        && !lent(text)
        && !MARKS.any(text, text.length())) {
      return -1;
    }
    var end = text.stripTrailing().length();
    var found = -1;
    for (var turn = 0; turn < 3 && end > 0; turn++) {
      var start = creditStart(text, end);
      if (start < 0) {
        break;
      }
      found = start;
      end = start;
      while (end > 0 && loose(text.charAt(end - 1), false)) {
        end--;
      }
    }
    return found;
  }

  private static int creditStart(String text, int end) {
    if (text.charAt(end - 1) == ')') {
      var open = text.lastIndexOf('(', end - 1);
      if (open >= 0 && end - open <= LONGEST && credit(text, open + 1, end - 1, true, false)) {
        return open;
      }
    }
    var from = Math.max(0, end - LONGEST);
    for (var i = from; i < end; i++) {
      var edge = edge(text, i);
      if (edge > 0 && credit(text, i, end, false, edge == 1)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether a credit may start here: 2 after a sentence, a bracket, a bar, a line; 1 where only a
   * mark can tell, as after a comma; 0 not.
   */
  private static int edge(String text, int at) {
    if (Character.isWhitespace(text.charAt(at))) {
      return 0;
    }
    if (at == 0 || text.charAt(at) == '©') {
      return 2;
    }
    var before = shownBefore(text, at);
    return ".!?…)»”\"|–—•·\n\t]".indexOf(before) >= 0 ? 2 : ",:;-/".indexOf(before) >= 0 ? 1 : 0;
  }

  /** The last character before a place that is no space; a space where there is none. */
  private static char shownBefore(String text, int at) {
    var i = at - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? ' ' : text.charAt(i);
  }

  private static boolean credit(
      String text, int from, int to, boolean bracketed, boolean markOnly) {
    var part = LICENCE.matcher(text.substring(from, to)).replaceFirst("");
    var words = Words.count(part);
    if (words == 0 || words > MOST_WORDS) {
      return false;
    }
    var marks = new boolean[Mark.values().length];
    MARKS.find(
        part,
        part.length(),
        (mark, start, end) -> {
          marks[mark.ordinal()] |= mark == Mark.AGENCY ? whole(part, start, end) : start == 0;
        });
    if (marks[Mark.MARK.ordinal()]
        || marks[Mark.CAPTION.ordinal()]
        || bracketed && marks[Mark.BRACKETED.ordinal()]) {
      return true;
    }
    if (markOnly || words > MOST_WORDS_UNMARKED) {
      return false;
    }
    if (marks[Mark.NAMED.ordinal()] && FurnitureNamer.capitalAfterFirstWord(part)) {
      return true;
    }
    var joined = part.indexOf('/') > 0 || part.indexOf('|') > 0 || from > 0 && byPerson(part);
    return (marks[Mark.AGENCY.ordinal()] || joined) && namesOnly(part)
        || shownBefore(text, from) == '|' && inCapitals(part);
  }

  private static final int MOST_WORDS_UNMARKED = 10;

  /** What a licence adds to a name: {@code , CC BY-SA 4.0}. */
  private static final Pattern LICENCE =
      Pattern.compile(
          "[\\s,–—-]{0,5}\\(?(?:CC[ -](?:BY|0)[A-Z0-9 .-]{0,20}|CC0|domaine public|public domain)\\)?\\s?$",
          Pattern.CASE_INSENSITIVE);

  /** What stands between who took a picture and for whom, or by way of whom it came. */
  private static final List<String> BETWEEN = List.of(" for ", " via ", " pour ");

  private static boolean lent(String text) {
    return BETWEEN.stream().anyMatch(text::contains);
  }

  /** Whether a person is named first: {@code Ann Lee for The Daily}. */
  private static boolean byPerson(String part) {
    return BETWEEN.stream()
        .map(part::indexOf)
        .anyMatch(at -> at > 0 && PersonNames.person(part.substring(0, at)));
  }

  private static boolean inCapitals(String text) {
    return text.chars().noneMatch(Character::isLowerCase)
        && text.chars().anyMatch(Character::isUpperCase);
  }

  /** An agency's name counts as a whole word in its own capitals: PA, not "pa". */
  private static boolean whole(String part, int start, int end) {
    return Character.isUpperCase(part.charAt(start))
            && (end == part.length() || !Character.isLetterOrDigit(part.charAt(end)))
        || part.startsWith("dpa", start);
  }

  private static boolean namesOnly(String part) {
    for (var word : part.split("[\\s/|&,.’'-]+")) {
      if (!word.isEmpty()
          && Character.isLowerCase(word.charAt(0))
          && !LINKING.contains(word)
          && !word.equals("dpa")
          && !word.startsWith("iStock")) {
        return false;
      }
    }
    return !part.contains(", ") || part.indexOf('/') > 0;
  }
}
