package org.hearsay.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Completes the metadata of pages that carry none from the lines around the start of the article:
 * {@code By Ann Lee - Published on 31 May 2022}. Old pages have no other origin.
 */
final class OpeningLines {
  private OpeningLines() {}

  private static final int LONGEST = 200;
  private static final int REACH = 8;

  /** Where a name ends: a date, a bar, an office. */
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          "\\s+[-–—•·|]\\s*|,?\\s+(?:publi|mis à jour|posted|updated|published|le \\d|on \\d|\\d|in \\p{Lu}|à \\p{Lu})|,\\s*(?=\\p{Ll}|\\d)|\\n"
              + "|(?i:\\s+(?:(?:on|am|le|el|il)\\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?"
              + "(?:jan|feb|fév|mar|mär|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sep|oct|okt|nov|dec|déc|dez)\\p{L}{0,7}\\.?\\s+\\d)",
          Pattern.UNICODE_CASE);

  static Metadata complete(Metadata data, List<Piece> pieces, BitSet body) {
    SignedLines.takeOut(pieces, body);
    var first = body.nextSetBit(0);
    if (first < 0) {
      return data;
    }
    var lines = new ArrayList<String>();
    for (var i = Math.max(0, first - REACH); i < Math.min(pieces.size(), first + 3); i++) {
      if (!body.get(i)) {
        lines.add(pieces.get(i).text());
      }
    }
    for (var i = body.length(); i < Math.min(pieces.size(), body.length() + 3); i++) {
      lines.add(pieces.get(i).text());
    }
    var bylines = data.bylines();
    if (bylines.isEmpty() || bylines.size() == 1 && outlet(bylines.get(0), data.site())) {
      var signed = signature(pieces, body);
      if (signed.isEmpty()) {
        signed = SignedLines.around(pieces, body);
      }
      if (signed.isEmpty()) {
        signed = beside(pieces, body);
      }
      bylines = signed.isEmpty() ? bylines : signed;
    } else if (bylines.size() == 1 && half(bylines.get(0))) {
      var signed = SignedLines.led(pieces, body);
      bylines = signed.isEmpty() || differs(bylines.get(0), signed) ? bylines : signed;
    }
    var published = Optional.ofNullable(data.published());
    var modified = Optional.ofNullable(data.modified());
    var language = data.language() == null ? "" : data.language();
    for (var line : lines) {
      if (line.length() > LONGEST) {
        continue;
      }
      if (published.isEmpty()) {
        published = Dates.parseWithin(line, language);
        if (modified.isEmpty()) {
          modified = Dates.revised(line, language);
        }
      }
    }
    return data.with(
        title(data, pieces, first), bylines, published.orElse(null), modified.orElse(null));
  }

  /**
   * A name that stands alone as one of the first paragraphs or the last is no part of the text: it
   * signs it. Removed from the body.
   */
  private static List<String> signature(List<Piece> pieces, BitSet body) {
    var first = firstParagraph(pieces, body);
    for (var i : new int[] {first, body.length() - 1, first + 1, first + 2}) {
      if (!body.get(i)) {
        continue;
      }
      var piece = pieces.get(i);
      var found = new ArrayList<String>();
      if (body.cardinality() > 3
          && piece.kind() == Block.Kind.PARAGRAPH
          && piece.text().length() < 60
          && piece.links() == 0) {
        Bylines.split(piece.text(), found);
      }
      // further on, two capitals may begin a heading of one's own
      var sure = i <= first || i == body.length() - 1 || found.size() > 1;
      if (!found.isEmpty()
          && sure
          && found.stream().allMatch(PersonNames::person)
          && piece.words() <= 4 * found.size() + 1) {
        body.clear(i);
        return found;
      }
    }
    return List.of();
  }

  /** The first of the body, the headline left aside. */
  private static int firstParagraph(List<Piece> pieces, BitSet body) {
    var first = body.nextSetBit(0);
    var next = body.nextSetBit(first + 1);
    return next > 0 && pieces.get(first).kind() == Block.Kind.HEADING ? next : first;
  }

  /** Whether a name is no more than the outlet's, whatever the ending of its domain. */
  private static boolean outlet(String name, @org.jspecify.annotations.Nullable String site) {
    if (site == null) {
      return false;
    }
    var one = Words.folded(name).replace(" ", "");
    var other = Words.folded(site).replace(" ", "");
    return one.equals(other) || one.length() > 3 && other.startsWith(one);
  }

  /** Whether a name is an office's, or the first of a person's alone. */
  private static boolean half(String name) {
    return !PersonNames.person(name) && !PersonNames.agency(name);
  }

  /** Whether a name of one word is no first name of those that the page shows. */
  private static boolean differs(String told, List<String> shown) {
    return told.indexOf(' ') < 0
        && !(inCapitals(told)
            && shown.stream()
                .anyMatch(name -> Words.folded(name).startsWith(Words.folded(told) + " ")));
  }

  /** The name that stands alone right before the first paragraph, or right after the last. */
  private static List<String> beside(List<Piece> pieces, BitSet body) {
    for (var i : new int[] {body.nextSetBit(0) - 1, body.length()}) {
      if (i < 0 || i >= pieces.size()) {
        continue;
      }
      var piece = pieces.get(i);
      if (piece.kind() != Block.Kind.PARAGRAPH
          || piece.text().length() >= 70
          || piece.links() > 0
          || piece.words() > 10) {
        continue;
      }
      var name = PersonNames.afterPrefix(AFTER_NAME.split(piece.text(), 2)[0].strip());
      if (Words.count(name) <= 4
          && PersonNames.person(name)
          && inCapitals(name)
          && !PersonNames.label(name)) {
        return List.of(name);
      }
    }
    return List.of();
  }

  /** Two or three words, each a capital and small letters: {@code In This} and signs are none. */
  private static boolean inCapitals(String name) {
    var words = name.split(" ");
    for (var word : words) {
      if (word.length() < 3 && word.chars().allMatch(c -> c < 128)
          || !Character.isUpperCase(word.charAt(0))
          || !word.substring(1).chars().allMatch(c -> Character.isLowerCase(c) || c == '-')) {
        return false;
      }
    }
    return words.length <= 3;
  }

  /** The title without the outlet's name, where a line of the page is the title alone. */
  private static @org.jspecify.annotations.Nullable String title(
      Metadata data, List<Piece> pieces, int first) {
    if (data.title() == null) {
      return null;
    }
    var lines = new ArrayList<String>();
    for (var i = 0; i <= first && i < 400; i++) {
      lines.add(pieces.get(i).text());
    }
    var cut = Titles.clean(data.title(), lines, "");
    // a line that is the title up to a colon is its first half, not the title without the outlet
    return data.title().startsWith(cut + ":") || data.title().startsWith(cut + " :")
        ? data.title()
        : cut;
  }
}
