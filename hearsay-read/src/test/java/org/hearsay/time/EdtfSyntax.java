package org.hearsay.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The part of EDTF (Library of Congress, 2019; ISO 8601-2) that the tagger may print: levels 0 and
 * 1 with the season codes 21 to 24 and 33 to 41 and unspecified digits of level 2.
 */
final class EdtfSyntax {
  private EdtfSyntax() {}

  private static final Pattern DAY = Pattern.compile("(-?\\d{4})-(\\d\\d)-(\\d\\d)");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(-?\\d{4}-\\d\\d-\\d\\d)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:Z|[+-]\\d\\d:\\d\\d)?");
  private static final Pattern COARSE =
      Pattern.compile(
          "-?\\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-9]|4[01]))?"
              + "|-?\\d{3}X|-?\\d\\dXX"
              + "|XXXX-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\\d|3[01]))?");

  static boolean isValid(String edtf) {
    var ends = edtf.split("/", -1);
    return ends.length == 1
        ? isDate(edtf) || isMoment(edtf)
        : ends.length == 2
            && (isDate(ends[0]) || ends[0].equals(".."))
            && (isDate(ends[1]) || ends[1].equals(".."))
            && !edtf.equals("../..");
  }

  private static boolean isDate(String date) {
    var plain = date.replaceFirst("[~?%]$", "");
    return COARSE.matcher(plain).matches() || isDay(plain);
  }

  private static boolean isMoment(String moment) {
    var found = MOMENT.matcher(moment);
    return found.matches() && isDay(found.group(1));
  }

  private static boolean isDay(String day) {
    var parts = DAY.matcher(day);
    if (!parts.matches()) {
      return false;
    }
    try {
      var unused =
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
