package org.hearsay.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that pages carry in scripts, broken or not: raw line breaks and stray quotes in
 * strings, missing and trailing commas, comments, text cut at the end. What could be read until
 * then is the result; it never throws.
 *
 * <p>Objects are {@code Map<String, Object>} in the order written, arrays are lists, the rest are
 * strings: {@code 3}, {@code true} and {@code null} read as {@code "3"}, {@code "true"} and an
 * empty string.
 */
final class LenientJson {

  private static final int DEEPEST = 100;

  private final char[] in;
  private final int length;
  private int at;

  private LenientJson(char[] in, int from, int to) {
    this.in = in;
    this.at = from;
    this.length = to;
  }

  /** The first value in a stretch of text, whatever stands before it; null when there is none. */
  static @Nullable Object read(char[] text, int from, int to) {
    var json = new LenientJson(text, from, to);
    while (json.more() && json.peek() != '{' && json.peek() != '[') {
      json.at++;
    }
    return json.more() ? json.value(0) : null;
  }

  private char peek() {
    return in[at];
  }

  private boolean more() {
    return at < length;
  }

  private Object value(int depth) {
    skip();
    if (!more()) {
      return "";
    }
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> object(int depth) {
    var found = new LinkedHashMap<String, Object>();
    at++;
    for (skip(); more() && peek() != '}'; skip()) {
      if (peek() != '"') {
        if (peek() == ']') {
          return found;
        }
        at++;
        continue;
      }
      var key = string();
      skip();
      if (!more() || peek() != ':') {
        continue;
      }
      at++;
      if (depth > DEEPEST) {
        return found;
      }
      found.putIfAbsent(key, value(depth + 1));
    }
    at++;
    return found;
  }

  private List<Object> array(int depth) {
    var found = new ArrayList<Object>();
    at++;
    for (skip(); more() && peek() != ']'; skip()) {
      if (peek() == ',') {
        at++;
      } else if (peek() == '}' || depth > DEEPEST) {
        return found;
      } else {
        var before = at;
        found.add(value(depth + 1));
        if (at == before) {
          at++;
        }
      }
    }
    at++;
    return found;
  }

  private String word() {
    var from = at;
    while (more() && ",]}:\"".indexOf(peek()) < 0 && peek() > ' ') {
      at++;
    }
    var word = new String(in, from, at - from);
    return word.equals("null") ? "" : word;
  }

  private String string() {
    at++;
    var from = at;
    while (more() && peek() != '"' && peek() != '\\') {
      at++;
    }
    if (more() && peek() == '"') {
      at++;
      if (closes()) {
        return new String(in, from, at - 1 - from);
      }
      at--;
    }
    var out = new StringBuilder(2 * (at - from) + 16).append(in, from, at - from);
    while (more()) {
      var c = peek();
      at++;
      if (c == '"') {
        if (closes()) {
          return out.toString();
        }
        out.append(c);
      } else if (c != '\\' || !more()) {
        out.append(c);
      } else {
        escape(out);
      }
    }
    return out.toString();
  }

  private void escape(StringBuilder out) {
    var c = peek();
    at++;
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r', 'b', 'f' -> out.append(' ');
      case 'u' -> {
        var value = 0;
        var n = 0;
        while (n < 4 && more() && Character.digit(peek(), 16) >= 0) {
          value = value * 16 + Character.digit(peek(), 16);
          at++;
          n++;
        }
        out.append((char) value);
      }
      default -> out.append(c);
    }
  }

  /** Whether a quote ends its string: what follows can follow a string. */
  private boolean closes() {
    var i = at;
    while (i < length && i < at + 200 && in[i] <= ' ') {
      i++;
    }
    if (i >= length) {
      return true;
    }
    var c = in[i];
    return c == ':'
        || c == '}'
        || c == ']'
        || c == '"'
        || c == '/'
        || c == '<'
        || c == ',' && goesOn(i + 1);
  }

  /** After the comma of a list or an object, a value or a key starts. */
  private boolean goesOn(int i) {
    var stop = Math.min(length, i + 200);
    while (i < stop && in[i] <= ' ') {
      i++;
    }
    return i >= stop || "\"{[]}-0123456789tfn/,".indexOf(in[i]) >= 0;
  }

  /** Over white space, commas in objects, and comments. */
  private void skip() {
    while (more()) {
      var c = peek();
      if (c <= ' ' || c == ';') {
        at++;
      } else if (c == '/' && at + 1 < length && in[at + 1] == '*') {
        var end = indexOf("*/", at + 2);
        at = end < 0 ? length : end + 2;
      } else if (c == '/' && at + 1 < length && in[at + 1] == '/') {
        var end = indexOf("\n", at);
        at = end < 0 ? length : end;
      } else {
        return;
      }
    }
  }

  private int indexOf(String what, int from) {
    for (var i = from; i + what.length() <= length; i++) {
      if (in[i] == what.charAt(0) && (what.length() == 1 || in[i + 1] == what.charAt(1))) {
        return i;
      }
    }
    return -1;
  }
}
