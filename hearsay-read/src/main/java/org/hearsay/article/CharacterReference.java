package org.hearsay.article;

import org.jsoup.nodes.Entities;

/** Character references such as {@code &eacute;} and {@code &#233;} (WHATWG HTML 13.2.5.72). */
final class CharacterReference {
  private CharacterReference() {}

  private static final int LONGEST_NAME = 33;

  /** What a numeric reference to a C1 control means: the windows-1252 character there. */
  private static final String C1 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  /**
   * Reads the reference whose ampersand is at {@code at}, appending what it stands for.
   *
   * @return the index after it; {@code at} when it is an ampersand and no more, nothing appended
   */
  static int read(char[] chars, int at, int end, boolean inAttribute, StringBuilder out) {
    if (at + 1 >= end) {
      return at;
    }
    return chars[at + 1] == '#'
        ? number(chars, at, end, out)
        : name(chars, at, end, inAttribute, out);
  }

  private static int number(char[] chars, int at, int end, StringBuilder out) {
    var i = at + 2;
    var hex = i < end && (chars[i] | 0x20) == 'x';
    if (hex) {
      i++;
    }
    var start = i;
    var point = 0;
    while (i < end && i - start < 40) {
      var digit = chars[i] < 128 ? Character.digit(chars[i], hex ? 16 : 10) : -1;
      if (digit < 0) {
        break;
      }
      point = Math.min(0x110000, point * (hex ? 16 : 10) + digit);
      i++;
    }
    if (i == start) {
      return at;
    }
    if (point >= 0x80 && point <= 0x9F) {
      point = C1.charAt(point - 0x80);
    }
    out.appendCodePoint(
        point == 0 || point > 0x10FFFF || point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point);
    return i < end && chars[i] == ';' ? i + 1 : i;
  }

  private static int name(char[] chars, int at, int end, boolean inAttribute, StringBuilder out) {
    var i = at + 1;
    while (i < end && i - at <= LONGEST_NAME && (Markup.letter(chars[i]) || digit(chars[i]))) {
      i++;
    }
    if (i == at + 1) {
      return at;
    }
    if (i < end && chars[i] == ';') {
      var value = common(chars, at + 1, i);
      if (value == 0) {
        var named = Entities.getByName(new String(chars, at + 1, i - at - 1));
        if (!named.isEmpty()) {
          out.append(named);
          return i + 1;
        }
      } else {
        out.append(value);
        return i + 1;
      }
    }
    for (var stop = Math.min(i, at + 7); stop > at + 2; stop--) {
      var name = new String(chars, at + 1, stop - at - 1);
      if (Entities.isBaseNamedEntity(name)) {
        if (inAttribute
            && stop < end
            && (chars[stop] == '=' || Markup.letter(chars[stop]) || digit(chars[stop]))) {
          return at;
        }
        out.append(Entities.getByName(name));
        return stop;
      }
    }
    return at;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The few that pages are full of. */
  private static char common(char[] chars, int start, int end) {
    return switch (end - start) {
      case 2 ->
          chars[start + 1] != 't' ? 0 : chars[start] == 'l' ? '<' : chars[start] == 'g' ? '>' : 0;
      case 3 -> chars[start] == 'a' && chars[start + 1] == 'm' && chars[start + 2] == 'p' ? '&' : 0;
      case 4 ->
          chars[start] == 'n'
                  && chars[start + 1] == 'b'
                  && chars[start + 2] == 's'
                  && chars[start + 3] == 'p'
              ? '\u00A0'
              : chars[start] == 'q'
                      && chars[start + 1] == 'u'
                      && chars[start + 2] == 'o'
                      && chars[start + 3] == 't'
                  ? '"'
                  : 0;
      default -> 0;
    };
  }
}
