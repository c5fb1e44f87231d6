package org.hearsay.train.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads brat standoff with {@code Date} spans (WiNER-fr); no values. The day of publication is in
 * the name of the file: {@code 2018_03_01-001}.
 */
final class BratDates {
  private BratDates() {}

  private static final Pattern DATE = Pattern.compile("T\\d+\tDate (\\d+) (\\d+)\t(.*)");
  private static final Pattern DAY = Pattern.compile("(\\d{4})_(\\d\\d)_(\\d\\d)");

  static List<GoldText> readAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var texts = new ArrayList<GoldText>();
      for (var file : files.filter(f -> f.toString().endsWith(".ann")).sorted().toList()) {
        var name = file.getFileName().toString().replace(".ann", "");
        var text = Files.readString(file.resolveSibling(name + ".txt"));
        texts.add(new GoldText(name, text, day(name), dates(Files.readString(file), text)));
      }
      return texts;
    }
  }

  private static Optional<LocalDate> day(String name) {
    var found = DAY.matcher(name);
    return found.find()
        ? Optional.of(LocalDate.parse(found.group(1) + "-" + found.group(2) + "-" + found.group(3)))
        : Optional.empty();
  }

  /** Brat counts code points; offsets are turned into UTF-16 units. */
  private static List<GoldTime> dates(String standoff, String text) {
    var found = DATE.matcher(standoff);
    var dates = new ArrayList<GoldTime>();
    while (found.find()) {
      var start = text.offsetByCodePoints(0, Integer.parseInt(found.group(1)));
      var end = text.offsetByCodePoints(0, Integer.parseInt(found.group(2)));
      dates.add(new GoldTime(start, end, "DATE", ""));
    }
    dates.sort(java.util.Comparator.comparingInt(GoldTime::start));
    return dates;
  }
}
