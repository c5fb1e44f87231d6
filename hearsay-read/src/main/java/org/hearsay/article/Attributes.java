package org.hearsay.article;

import java.util.Locale;

/**
 * Goes through the attributes of a start tag, at most a hundred, and makes strings only of what is
 * asked for (WHATWG HTML 13.2.5.32 to 13.2.5.39).
 *
 * <pre>{@code
 * for (var each = tree.attributesOf(node); each.next(); ) {
 *   if (each.is("class")) { each.value(); }
 * }
 * }</pre>
 */
final class Attributes {

  private static final int MOST = 100;

  private static final boolean[] ENDS_NAME = new boolean[128];

  static {
    for (var c : " \n\t\r\f=/".toCharArray()) {
      ENDS_NAME[c] = true;
    }
  }

  private final char[] chars;
  private int at;
  private int stop;
  private int left;
  private int nameStart;
  private int nameEnd;
  private int valueStart;
  private int valueEnd;

  Attributes(char[] chars) {
    this.chars = chars;
  }

  /** Starts over with another tag. */
  Attributes of(int start, int openEnd) {
    at = Markup.nameEnd(chars, start + 1, openEnd);
    stop = openEnd - 1;
    left = MOST;
    return this;
  }

  /** Moves to the next attribute, if there is one. */
  boolean next() {
    if (left-- <= 0) {
      return false;
    }
    var i = at;
    int from;
    while (true) {
      while (i < stop && (Markup.space(chars[i]) || chars[i] == '/')) {
        i++;
      }
      if (i >= stop) {
        return false;
      }
      from = i;
      while (i < stop && (chars[i] >= ENDS_NAME.length || !ENDS_NAME[chars[i]])) {
        i++;
      }
      if (i > from) {
        break;
      }
      i++;
    }
    nameStart = from;
    nameEnd = i;
    valueStart = i;
    valueEnd = i;
    var next = i;
    while (next < stop && Markup.space(chars[next])) {
      next++;
    }
    if (next < stop && chars[next] == '=') {
      i = value(next + 1);
    }
    at = i;
    return true;
  }

  private int value(int from) {
    var i = from;
    while (i < stop && Markup.space(chars[i])) {
      i++;
    }
    if (i < stop && (chars[i] == '"' || chars[i] == '\'')) {
      valueStart = i + 1;
      valueEnd = Math.max(valueStart, Markup.indexOf(chars, chars[i], i + 1, stop));
      return valueEnd + 1;
    }
    var to = i;
    while (to < stop && !Markup.space(chars[to])) {
      to++;
    }
    valueStart = i;
    valueEnd = to;
    return to;
  }

  int nameLength() {
    return nameEnd - nameStart;
  }

  /** Whether the name is this, given in lower case, whatever its case here. */
  boolean is(String name) {
    if (name.length() != nameEnd - nameStart) {
      return false;
    }
    for (var i = 0; i < name.length(); i++) {
      var c = chars[nameStart + i];
      if (c != name.charAt(i) && !(c >= 'A' && c <= 'Z' && (c | 0x20) == name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  String name() {
    return new String(chars, nameStart, nameEnd - nameStart).toLowerCase(Locale.ROOT);
  }

  /** The words of a value in lower case, which white space parts; one empty word of none. */
  static String[] tokens(String value) {
    var words = value.strip().toLowerCase(Locale.ROOT);
    for (var i = 0; i < words.length(); i++) {
      if (words.charAt(i) <= ' ') {
        return words.split("\\s+");
      }
    }
    return new String[] {words};
  }

  /** Where the value starts in the source. */
  int valueStart() {
    return valueStart;
  }

  int valueEnd() {
    return valueEnd;
  }

  /** The value, references resolved; empty without one. */
  String value() {
    if (Markup.indexOf(chars, '&', valueStart, valueEnd) == valueEnd) {
      return new String(chars, valueStart, valueEnd - valueStart);
    }
    var out = new StringBuilder(valueEnd - valueStart);
    for (var i = valueStart; i < valueEnd; ) {
      var next = chars[i] == '&' ? CharacterReference.read(chars, i, valueEnd, true, out) : i;
      if (next == i) {
        out.append(chars[i++]);
      } else {
        i = next;
      }
    }
    return out.toString();
  }
}
