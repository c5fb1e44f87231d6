package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hand-annotated article: header lines, a blank line, the text with its marks inside, as the
 * corpus's GUIDELINES.md defines them.
 *
 * @param language {@code fr}, {@code en}
 * @param names by the short name used in the marks, the fullest name
 * @param people those of the short names that are declared as persons
 * @param text without the marks
 * @param marks in the order in which they close
 */
public record GoldFile(
    String id,
    String language,
    Map<String, String> names,
    Set<String> people,
    String text,
    List<Mark> marks) {

  private static final Pattern HEAD =
      Pattern.compile("# (person|group) ([a-z0-9_-]+) = (.+)|# (id|lang): (.*)");
  private static final Pattern OPEN =
      Pattern.compile("\\{([scqhr])(\\d+(?:,\\d+)*)?(?:=([a-z0-9_-]+))?(?::([a-z,]+))?\\|");

  /**
   * One mark.
   *
   * @param kind s source, c cue, q content, h hedge, r role
   * @param ids the attributions it belongs to
   * @param who short name; empty when none is given
   */
  public record Mark(
      char kind, List<String> ids, String who, List<String> flags, int start, int end) {}

  /** All {@code .gold} files of a folder, by name. */
  public static List<GoldFile> readAll(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var gold = new ArrayList<GoldFile>();
      for (var file : files.filter(f -> f.toString().endsWith(".gold")).sorted().toList()) {
        gold.add(parse(file.getFileName().toString(), Files.readString(file)));
      }
      return gold;
    }
  }

  /**
   * @throws IllegalArgumentException naming the file when a mark is not well formed
   */
  public static GoldFile parse(String fileName, String raw) {
    var split = raw.indexOf("\n\n");
    var names = new LinkedHashMap<String, String>();
    var people = new HashSet<String>();
    var meta = new HashMap<String, String>();
    for (var line : raw.substring(0, Math.max(split, 0)).split("\n")) {
      var matcher = HEAD.matcher(line);
      if (matcher.matches() && matcher.group(2) != null) {
        names.put(matcher.group(2), matcher.group(3));
        if ("person".equals(matcher.group(1))) {
          people.add(matcher.group(2));
        }
      } else if (matcher.matches()) {
        meta.put(matcher.group(4), matcher.group(5).strip());
      }
    }
    var text = new StringBuilder();
    var marks = marks(fileName, raw.substring(split + 2), text);
    return new GoldFile(
        fileName.replaceFirst("\\.gold$", ""),
        meta.getOrDefault("lang", ""),
        names,
        people,
        text.toString(),
        marks);
  }

  private static List<Mark> marks(String fileName, String body, StringBuilder text) {
    record Open(char kind, List<String> ids, String who, List<String> flags, int start) {}
    var open = new ArrayDeque<Open>();
    var marks = new ArrayList<Mark>();
    var matcher = OPEN.matcher(body);
    for (var i = 0; i < body.length(); i++) {
      var c = body.charAt(i);
      if (c == '{' && matcher.region(i, body.length()).lookingAt()) {
        open.push(
            new Open(
                matcher.group(1).charAt(0),
                list(matcher.group(2)),
                matcher.group(3) == null ? "" : matcher.group(3),
                list(matcher.group(4)),
                text.length()));
        i = matcher.end() - 1;
      } else if (c == '{' || c == '}' && open.isEmpty()) {
        throw new IllegalArgumentException(fileName + ": bad mark at offset " + i);
      } else if (c == '}') {
        var o = open.pop();
        marks.add(new Mark(o.kind, o.ids, o.who, o.flags, o.start, text.length()));
      } else {
        text.append(c);
      }
    }
    return marks;
  }

  private static List<String> list(@Nullable String commas) {
    return commas == null ? List.of() : Arrays.asList(commas.split(","));
  }
}
