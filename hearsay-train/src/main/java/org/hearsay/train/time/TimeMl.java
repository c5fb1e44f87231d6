package org.hearsay.train.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Reads TimeML: the words of TEXT, the TIMEX3 in them, the day of DCT. */
final class TimeMl {
  private TimeMl() {}

  private static final Pattern DCT =
      Pattern.compile("<DCT>.{0,400}?\\bvalue=\"(\\d{4}-\\d{2}-\\d{2})", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("\\b(\\w+)=\"([^\"]*)\"");

  /** All {@code .tml} files below a folder, in the order of their names. */
  static List<GoldText> readAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var texts = new ArrayList<GoldText>();
      for (var file : files.filter(f -> f.toString().endsWith(".tml")).sorted().toList()) {
        texts.add(parse(file.getFileName().toString(), Files.readString(file)));
      }
      return texts;
    }
  }

  static GoldText parse(String name, String source) {
    var from = source.indexOf("<TEXT>") + "<TEXT>".length();
    var to = source.indexOf("</TEXT>", from);
    var text = new StringBuilder();
    var times = new ArrayList<GoldTime>();
    var tag = "";
    var start = -1;
    for (var i = from; i < to; ) {
      if (source.charAt(i) != '<') {
        var next = source.indexOf('<', i);
        text.append(Parser.unescapeEntities(source.substring(i, next), false));
        i = next;
        continue;
      }
      var end = source.indexOf('>', i) + 1;
      var found = source.substring(i, end);
      if (found.startsWith("<TIMEX3") && !found.endsWith("/>")) {
        tag = found;
        start = text.length();
      } else if (found.equals("</TIMEX3>") && start >= 0) {
        times.add(
            new GoldTime(start, text.length(), attribute(tag, "type"), attribute(tag, "value")));
        start = -1;
      }
      i = end;
    }
    return new GoldText(name, text.toString(), published(source), times);
  }

  private static Optional<LocalDate> published(String source) {
    var found = DCT.matcher(source);
    try {
      return found.find() ? Optional.of(LocalDate.parse(found.group(1))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String attribute(String tag, String name) {
    var found = ATTRIBUTE.matcher(tag);
    while (found.find()) {
      if (found.group(1).equals(name)) {
        return found.group(2);
      }
    }
    return "";
  }
}
