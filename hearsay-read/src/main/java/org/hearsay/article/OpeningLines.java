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
    var bylines = bylines(data, pieces, body);
    var published = Optional.ofNullable(data.published());
    var modified = Optional.ofNullable(data.modified());
    if (published.isEmpty()) {
      var language = data.language() == null ? "" : data.language();
      var lines = new DatedLines(pieces, body, language);
      var near = lines.near(data.title());
      var line = !near.found() && data.elsewhere() == null ? lines.far() : near;
      published = line.date().or(() -> Optional.ofNullable(data.elsewhere()));
      modified = modified.or(() -> Dates.revised(line.line(), language));
    }
    return data.with(
        title(data, pieces, first), bylines, published.orElse(null), modified.orElse(null));
  }

  private static List<String> bylines(Metadata data, List<Piece> pieces, BitSet body) {
    var told = data.bylines();
    if (told.isEmpty()
        || data.written().standing() == Bylines.Standing.OUTLET
        || told.size() == 1 && outlet(told.get(0), data.site())) {
      var signed = signature(pieces, body);
      if (signed.isEmpty()) {
        signed = SignedLines.around(pieces, body);
      }
      if (signed.isEmpty()) {
        signed = beside(pieces, body);
      }
      return signed.isEmpty() ? told : signed;
    }
    var shown = SignedLines.alone(pieces, body, data.title());
    if (!shown.isEmpty()
        && (shown.size() > told.size() && holdsAll(shown, told)
            || told.size() == 1 && SignedLines.edited(pieces, body, told.get(0)))
        && holdsAll(data.written().shown(), shown)) {
      return shown;
    }
    var signed =
        told.size() == 1 && half(told.get(0))
            ? SignedLines.led(pieces, body)
            : data.written().standing() == Bylines.Standing.ACCOUNT
                ? signature(pieces, body)
                : List.<String>of();
    return signed.isEmpty() || half(told.get(0)) && differs(told.get(0), signed) ? told : signed;
  }

  private static boolean holdsAll(List<String> names, List<String> others) {
    var folded = names.stream().map(Words::folded).toList();
    return others.stream().allMatch(name -> folded.contains(Words.folded(name)));
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
    return one.equals(other)
        || one.length() > 3 && (other.startsWith(one) || other.equals("the" + one));
  }

  /** Whether a name is an office's, or the first of a person's alone. */
  private static boolean half(String name) {
    return !PersonNames.person(name) && !PersonNames.agency(name);
  }

  /** Whether a name of one word is no first name of those that the page shows. */
  private static boolean differs(String told, List<String> shown) {
    return told.indexOf(' ') < 0
        && !(PersonNames.inCapitals(told)
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
          && PersonNames.inCapitals(name)
          && !PersonNames.label(name)) {
        return List.of(name);
      }
    }
    return List.of();
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
