package org.hearsay.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an article, told by the lines around its text alone: {@code By Ann Lee | April 13},
 * {@code 25.10.2022 - Ann Lee}. It sees no markup; the weakest origin of all.
 */
final class SignedLines {
  private SignedLines() {}

  /** Pieces before the text, and after it, in which its authors may be named. */
  private static final int BEFORE = 12;

  private static final int AFTER = 5;

  /** How far after the text a label may say who wrote it: among a page's facts. */
  private static final int FAR_AFTER = 40;

  /** First and last pieces of the text which may be no more than its authors. */
  private static final int INSIDE = 3;

  private static final int MOST_WORDS = 20;
  private static final int LONGEST = 200;

  private static final Pattern PARTS =
      Pattern.compile("\\s*[|·•●\\n]\\s*|\\s+[-–—]\\s+|\\s+[-–—]$");

  /** {@code Posted on 13 April 2020 by} and {@code 03/01/2017 by}. */
  private static final Pattern AFTER_DATE =
      Pattern.compile("^.{0,30}?\\d\\S{0,6}\\s{1,3}(?=(?:by|par|von|por|door)\\s)");

  /** Where a name ends: a date, an office, a place. */
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          ",?\\s+(?:publi|mis à jour|posted|updated|published|on behalf|le \\d|on \\d|am \\d|\\d|in \\p{Lu}|à \\p{Lu})|,\\s*(?=\\p{Ll}|\\d)"
              + "|(?i:\\s+(?:(?:on|am|le|el|il)\\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?"
              + "(?:jan|feb|fév|mar|mär|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sep|oct|okt|nov|dec|déc|dez)\\p{L}{0,7}\\.?\\s+\\d)",
          Pattern.UNICODE_CASE);

  /** The short form of an agency or an outlet. */
  private static final Pattern SIGN = Pattern.compile("\\p{Lu}{2,5}");

  /**
   * The names that a word such as {@code by} leads, else those beside nothing but a date, else
   * those under a label further down, else an agency that a line names.
   */
  static List<String> around(List<Piece> pieces, BitSet body) {
    var led = led(pieces, body);
    if (!led.isEmpty()) {
      return led;
    }
    var first = body.nextSetBit(0);
    for (var i = Math.max(0, first - BEFORE); i < first + 2 && i < pieces.size(); i++) {
      var found = dated(pieces.get(i));
      if (!found.isEmpty()) {
        return found;
      }
    }
    var end = Math.min(pieces.size(), body.length() + FAR_AFTER);
    for (var i = body.length(); i < end; i++) {
      var found =
          PersonNames.toldOfWriter(pieces.get(i).text()) ? led(pieces.get(i)) : List.<String>of();
      if (!found.isEmpty()) {
        return found;
      }
    }
    for (var i = Math.max(0, first - BEFORE);
        i < Math.min(pieces.size(), first + INSIDE + 1);
        i++) {
      var agency = body.get(i) && i > first ? "" : agency(pieces.get(i));
      if (!agency.isEmpty()) {
        body.clear(i);
        return List.of(agency);
      }
    }
    return List.of();
  }

  /** The agency that is a part of a short line: {@code News - AFP}; empty when none is. */
  private static String agency(Piece piece) {
    if (piece.words() <= MOST_WORDS_OF_AN_AGENCY && piece.kind() == Block.Kind.PARAGRAPH) {
      for (var part : PARTS.split(piece.text())) {
        var name = PersonNames.afterPrefix(part.strip());
        if (PersonNames.agency(name)) {
          return name;
        }
      }
    }
    return "";
  }

  private static final int MOST_WORDS_OF_AN_AGENCY = 8;

  /** Those of the line nearest to the start of the text, else those of a line after it. */
  static List<String> led(List<Piece> pieces, BitSet body) {
    var first = body.nextSetBit(0);
    var last = body.length() - 1;
    for (var i = first + INSIDE - 1; i >= Math.max(0, first - BEFORE); i--) {
      var found = i < pieces.size() ? led(pieces.get(i)) : List.<String>of();
      if (!found.isEmpty()) {
        return found;
      }
    }
    for (var i = Math.max(first, last - 1); i <= Math.min(pieces.size() - 1, last + AFTER); i++) {
      var found = led(pieces.get(i));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Takes out of the text those of its first and last pieces that only say who wrote it. */
  static void takeOut(List<Piece> pieces, BitSet body) {
    if (body.cardinality() <= INSIDE) {
      return;
    }
    var first = body.nextSetBit(0);
    var last = body.length() - 1;
    for (var i = first; i <= last; i++) {
      if (i == first + INSIDE && i < last - 1) {
        i = last - 1;
      }
      if (body.get(i)) {
        var piece = pieces.get(i);
        var names = led(piece);
        if (!names.isEmpty() && !piece.sentence() && piece.words() <= 4 * names.size() + 8) {
          body.clear(i);
        }
      }
    }
  }

  /** Names after a word that leads to them; none where the line is of anything else. */
  static List<String> led(Piece piece) {
    if (piece.words() > MOST_WORDS || piece.text().length() > LONGEST) {
      return List.of();
    }
    for (var part : parts(piece.text())) {
      var given = part.strip();
      if (digit(given, DATE_BEGINS)) {
        var date = AFTER_DATE.matcher(given);
        given = date.find() ? given.substring(date.end()) : given;
      }
      var rest = PersonNames.afterPrefix(given);
      if (rest.length() == given.length() || rest.isEmpty()) {
        continue;
      }
      var found = new ArrayList<String>();
      var name = AFTER_NAME.split(rest, 2)[0];
      if (SIGN.matcher(name).matches()) {
        return List.of(name);
      }
      Bylines.split(name, found);
      found.removeIf(each -> !PersonNames.person(each) && !PersonNames.agency(each));
      if (found.stream().anyMatch(PersonNames::person)) {
        return found;
      }
    }
    return List.of();
  }

  /** What {@link #PARTS} parts: all of a text, where none of its signs is. */
  private static String[] parts(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (!Letters.letterOrDigit(c) && PARTING.indexOf(c) >= 0) {
        return PARTS.split(text);
      }
    }
    return new String[] {text};
  }

  private static final String PARTING = "|·•●\n-–—";

  /** Characters in which a date before a name has its first figure. */
  private static final int DATE_BEGINS = 31;

  private static boolean digit(String text, int most) {
    for (var i = 0; i < Math.min(most, text.length()); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The names that stand alone between the headline and the text, in one line or in lines that
   * follow each other; none where the headline is not found.
   */
  static List<String> alone(List<Piece> pieces, BitSet body, @Nullable String title) {
    var first = body.nextSetBit(0);
    var found = new ArrayList<String>();
    if (title == null) {
      return found;
    }
    var headline = headline(pieces, first, Math.max(0, first - BEFORE), title);
    for (var i = headline + 1; headline >= 0 && i < first; i++) {
      var names = alone(pieces.get(i));
      if (names.isEmpty() && !found.isEmpty()) {
        break;
      }
      found.addAll(names);
    }
    return Metadata.distinct(found);
  }

  /** The last heading with the words of a title, from one piece back to another; -1 for none. */
  static int headline(List<Piece> pieces, int from, int back, String title) {
    var folded = Words.folded(title);
    for (var i = from; i >= back; i--) {
      if (pieces.get(i).kind() == Block.Kind.HEADING
          && Words.folded(pieces.get(i).text()).equals(folded)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> alone(Piece piece) {
    if (piece.words() > MOST_WORDS / 2 || piece.kind() == Block.Kind.HEADING) {
      return List.of();
    }
    var found = new ArrayList<String>();
    Bylines.split(piece.text(), found);
    var words = found.stream().mapToInt(Words::count).sum();
    return found.stream().allMatch(PersonNames::inCapitals)
            && found.stream().allMatch(PersonNames::person)
            && piece.words() < words + found.size()
        ? found
        : List.of();
  }

  /** Whether a line after the text says that somebody did another's work than writing. */
  static boolean edited(List<Piece> pieces, BitSet body, String name) {
    var folded = Words.folded(name);
    for (var i = body.length(); i < Math.min(pieces.size(), body.length() + AFTER); i++) {
      var text = pieces.get(i).text();
      if (text.length() < name.length() + 25
          && PersonNames.toldOfOthers(text)
          && Words.folded(text).endsWith(" " + folded)) {
        return true;
      }
    }
    return false;
  }

  /** Names that share their line with a date, and with nothing else. */
  private static List<String> dated(Piece piece) {
    if (piece.words() > MOST_WORDS / 2
        || piece.text().length() > LONGEST
        || piece.links() > 1
        || piece.kind() != Block.Kind.PARAGRAPH
        || !digit(piece.text(), LONGEST)) {
      return List.of();
    }
    var names = List.<String>of();
    var digits = false;
    for (var part : parts(AFTER_NAME.matcher(piece.text()).replaceFirst("\n$0"))) {
      if (part.chars().anyMatch(Character::isDigit)) {
        digits = true;
      } else if (!part.isBlank()) {
        var found = new ArrayList<String>();
        Bylines.split(part.strip(), found);
        if (!names.isEmpty() || found.isEmpty() || !found.stream().allMatch(PersonNames::person)) {
          return List.of();
        }
        names = found;
      }
    }
    return digits && Dates.parseWithin(piece.text()).isPresent() ? names : List.of();
  }
}
