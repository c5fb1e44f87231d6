package org.hearsay.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads numbers in digits or words, in any language whose number words add up and multiply: {@code
 * 1,000}, {@code vingt-cinq}, {@code two hundred and ten}, {@code nineteen ninety-seven}, {@code
 * XXe}.
 */
final class Numbers {

  private final Map<String, String> words;

  /**
   * @param words number words, plain and ordinal, and their values; {@code +} for "and"
   */
  Numbers(Map<String, String> words) {
    this.words = words;
  }

  /** The number; empty when the words do not make one. */
  OptionalDouble parse(String text) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    return Character.isDigit(text.charAt(0)) ? digits(text) : spelled(text);
  }

  private static OptionalDouble digits(String text) {
    var end = 0;
    while (end < text.length() && isNumeral(text, end)) {
      end++;
    }
    if (end <= 4 && isPlain(text, end)) {
      return OptionalDouble.of(Integer.parseInt(text, 0, end, 10));
    }
    var number = text.substring(0, end).replaceAll("[ \\u00A0\\u202F]", "");
    // A separator before exactly three digits groups thousands; any other one is decimal.
    number = number.replaceAll("[.,](?=\\d{3}(?!\\d))", "").replace(',', '.');
    if (number.isEmpty() || number.length() > 15) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(number));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static boolean isNumeral(String text, int at) {
    var c = text.charAt(at);
    return c >= '0' && c <= '9'
        || (c == '.' || c == ',' || c == ' ' || c == '\u00A0' || c == '\u202F')
            && at + 1 < text.length()
            && text.charAt(at + 1) >= '0'
            && text.charAt(at + 1) <= '9';
  }

  private OptionalDouble spelled(String text) {
    var whole = words.get(text);
    if (whole != null && isNumber(whole)) {
      return OptionalDouble.of(Double.parseDouble(whole));
    }
    var total = 0.0;
    var group = 0.0;
    var last = Double.MAX_VALUE;
    for (var word : parts(text)) {
      var said = words.get(word);
      if (said == null) {
        return roman(text);
      }
      if (said.equals("+")) {
        continue;
      }
      if (!isNumber(said)) {
        return OptionalDouble.empty();
      }
      var value = Double.parseDouble(said);
      if (value >= 1000) {
        total += Math.max(1, group) * value;
        group = 0;
        last = Double.MAX_VALUE;
      } else if (value == 100) {
        group = Math.max(1, group) * 100;
        last = 100;
      } else if (group >= 10 && group < 100 && value >= 10 && last < 100) {
        group = group * 100 + value; // nineteen ninety-seven
        last = value;
      } else if (value < last) {
        group += value;
        last = value >= 20 ? 10 : value >= 10 ? 1 : 0.5;
      } else {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(total + group);
  }

  private static boolean isPlain(String text, int end) {
    for (var i = 0; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The words of a number; those with a hyphen whole, where they are known so. */
  private List<String> parts(String text) {
    var parts = new ArrayList<String>();
    for (var word : text.split(" +")) {
      if (words.containsKey(word)) {
        parts.add(word);
      } else {
        parts.addAll(List.of(word.split("-+")));
      }
    }
    return parts;
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty() && Character.isDigit(value.charAt(0));
  }

  private static OptionalDouble roman(String text) {
    var total = 0;
    var last = 1000;
    for (var i = 0; i < text.length(); i++) {
      var value =
          switch (text.charAt(i)) {
            case 'i' -> 1;
            case 'v' -> 5;
            case 'x' -> 10;
            default -> 0;
          };
      if (value == 0) {
        break;
      }
      total += value > last ? value - 2 * last : value;
      last = value;
    }
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(total);
  }
}
