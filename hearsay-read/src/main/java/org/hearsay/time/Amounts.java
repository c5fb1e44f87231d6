package org.hearsay.time;

import java.util.Optional;

/** Durations as TIMEX3 writes them: {@code P3D}, {@code PT1H30M}, {@code PXY}. */
final class Amounts {
  private Amounts() {}

  /** {@code n} units, and {@code n2} of {@code unit2}; half a unit in the smaller one. */
  static Optional<String> duration(Fields fields) {
    var unit = fields.text("unit");
    if (fields.is("n", Fields.INDEFINITE) || !fields.has("n") && !fields.has("fraction")) {
      return Optional.of(indefinite(unit));
    }
    var number = fields.has("n") ? fields.number("n").orElse(-1) : 0;
    if (number < 0 || number > 1e9) {
      return Optional.empty();
    }
    number += fields.number("fraction").orElse(0);
    var first = amount(number, unit);
    if (!fields.has("unit2") && !fields.has("n2")) {
      return Optional.of(first);
    }
    var small = fields.has("unit2") ? fields.text("unit2") : "TM";
    var second = amount(fields.number("n2").orElse(0), small);
    // "Two days and a month": ISO 8601 wants the larger unit first.
    var both = isLarger(small, unit) ? join(second, first) : join(first, second);
    return Optional.of(
        fields.has("n3")
            ? join(both, amount(fields.number("n3").orElse(0), fields.text("unit3")))
            : both);
  }

  private static boolean isLarger(String unit, String than) {
    var order = "YMWD";
    return order.contains(unit) && order.indexOf(unit) < order.indexOf(than);
  }

  /** Two lengths as one: {@code P1D} and {@code PT2H} are {@code P1DT2H}. */
  private static String join(String first, String second) {
    return first + second.substring(first.contains("T") && second.startsWith("PT") ? 2 : 1);
  }

  static String indefinite(String unit) {
    return unit.startsWith("T") ? "PTX" + unit.substring(1) : "PX" + unit;
  }

  static String amount(double number, String unit) {
    var whole = Math.floor(number);
    var half = number - whole == 0.5;
    var quarter = number - whole == 0.75 || number - whole == 0.25;
    return switch (unit) {
      case "E" -> amount(number * 10, "Y");
      case "C" -> amount(number * 100, "Y");
      case "L" -> amount(number * 1000, "Y");
      case "F" -> amount(number * 2, "W");
      case "H" -> amount(number * 6, "M");
      case "Y" ->
          half || quarter ? join("P", whole, "Y", (number - whole) * 12, "M") : p(number, "Y");
      case "D" -> half ? join("P", whole, "DT", 12, "H") : p(number, "D");
      case "TH" ->
          half || quarter
              ? join("PT", whole, "H", (number - whole) * 60, "M")
              : "PT" + n(number) + "H";
      case "TM" -> half ? join("PT", whole, "M", 30, "S") : "PT" + n(number) + "M";
      case "TS" -> "PT" + n(number) + "S";
      default -> p(number, unit);
    };
  }

  private static String join(String head, double first, String unit, double rest, String small) {
    return first == 0
        ? head + (unit.endsWith("T") ? "T" : "") + n(rest) + small
        : head + n(first) + unit + n(rest) + small;
  }

  private static String p(double number, String unit) {
    return "P" + n(number) + unit;
  }

  private static String n(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
