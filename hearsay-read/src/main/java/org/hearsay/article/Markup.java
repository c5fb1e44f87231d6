package org.hearsay.article;

/**
 * Finds where tags, comments and raw text end, by the tokenizing rules of the WHATWG HTML standard
 * (13.2.5). Each call looks at a character once.
 */
final class Markup {
  private Markup() {}

  static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  /** Whether a tag starts here: {@code <} and a letter. */
  static boolean startTag(char[] chars, int at, int end) {
    return at + 1 < end && letter(chars[at + 1]);
  }

  /** Whether an end tag starts here: {@code </} and a letter. */
  static boolean endTag(char[] chars, int at, int end) {
    return at + 2 < end && chars[at + 1] == '/' && letter(chars[at + 2]);
  }

  /** Whether a comment, doctype or the like starts here. */
  static boolean comment(char[] chars, int at, int end) {
    return at + 1 < end && (chars[at + 1] == '!' || chars[at + 1] == '?' || chars[at + 1] == '/');
  }

  static int nameEnd(char[] chars, int at, int end) {
    while (at < end && !space(chars[at]) && chars[at] != '/' && chars[at] != '>') {
      at++;
    }
    return at;
  }

  /** After the {@code >} of the tag whose name ends here; {@code end} when it never ends. */
  static int tagEnd(char[] chars, int at, int end) {
    while (at < end) {
      var c = chars[at];
      if (c == '>') {
        return at + 1;
      }
      if (c == '=') {
        at++;
        while (at < end && space(chars[at])) {
          at++;
        }
        if (at < end && (chars[at] == '"' || chars[at] == '\'')) {
          at = indexOf(chars, chars[at], at + 1, end) + 1;
        } else {
          while (at < end && !space(chars[at]) && chars[at] != '>') {
            at++;
          }
        }
      } else {
        at++;
      }
    }
    return end;
  }

  /** After the comment, doctype or other markup declaration that starts here. */
  static int commentEnd(char[] chars, int at, int end) {
    if (!(at + 3 < end && chars[at + 1] == '!' && chars[at + 2] == '-' && chars[at + 3] == '-')) {
      return Math.min(end, indexOf(chars, '>', at + 1, end) + 1);
    }
    var i = at + 4;
    if (i < end && chars[i] == '>') {
      return i + 1;
    }
    if (i + 1 < end && chars[i] == '-' && chars[i + 1] == '>') {
      return i + 2;
    }
    for (; i + 2 < end; i++) {
      if (chars[i] == '-' && chars[i + 1] == '-') {
        if (chars[i + 2] == '>') {
          return i + 3;
        }
        if (chars[i + 2] == '!' && i + 3 < end && chars[i + 3] == '>') {
          return i + 4;
        }
      }
    }
    return end;
  }

  /** Where the end tag of this raw element starts; {@code end} when there is none. */
  static int rawEnd(char[] chars, int nameStart, int nameEnd, int at, int end) {
    var length = nameEnd - nameStart;
    for (var i = indexOf(chars, '<', at, end); i < end; i = indexOf(chars, '<', i + 1, end)) {
      var after = i + 2 + length;
      if (after < end
          && chars[i + 1] == '/'
          && (space(chars[after]) || chars[after] == '>' || chars[after] == '/')
          && same(chars, nameStart, i + 2, length)) {
        return i;
      }
    }
    return end;
  }

  private static boolean same(char[] chars, int a, int b, int length) {
    for (var i = 0; i < length; i++) {
      if ((chars[a + i] | 0x20) != (chars[b + i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  /** The index of the character, or {@code end}. */
  static int indexOf(char[] chars, char c, int at, int end) {
    while (at < end && chars[at] != c) {
      at++;
    }
    return at;
  }
}
