package org.hearsay.casefile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/**
 * {@code case.properties}: what makes a folder a case.
 *
 * @param name for people; the folder's name unless changed
 * @param format version of the folder's layout
 */
record CaseProperties(String name, int format) {
  static final String FILE = "case.properties";
  static final int FORMAT = 1;

  /** What may be in a folder that is taken as empty: what we or the system put there. */
  private static final Set<String> NOTHING =
      Set.of(CaseLock.NAME, FILE + ".new", ".DS_Store", "Thumbs.db", "desktop.ini");

  /** Makes a case of a missing or empty folder; leaves one that is there. */
  static void create(Path folder) {
    if (Files.exists(folder.resolve(FILE))) {
      return;
    }
    try {
      Files.createDirectories(folder);
      try (var list = Files.list(folder)) {
        if (list.anyMatch(f -> !NOTHING.contains(f.getFileName().toString()))) {
          throw new CaseException(
              folder
                  + " is not a case (it has no case.properties) and not empty;"
                  + " name a case, or a folder that is new or empty");
        }
      }
      Disk.replace(folder.resolve(FILE), text(folder).getBytes(StandardCharsets.UTF_8));
      Disk.forceName(folder);
    } catch (IOException e) {
      throw Disk.problem("cannot make a case in", folder, e);
    }
  }

  private static String text(Path folder) {
    var name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    var escaped = new StringBuilder();
    name.chars().forEach(c -> escaped.append(escape((char) c)));
    return """
        # A Hearsay case; docs/case-folder.md of Hearsay tells what is in it.
        format=%d
        name=%s
        """
        .formatted(FORMAT, escaped);
  }

  private static String escape(char c) {
    if (c == '\\' || c == ' ') {
      return "\\" + c;
    }
    return c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
  }

  static CaseProperties read(Path folder) {
    var file = folder.resolve(FILE);
    if (!Files.isDirectory(folder)) {
      throw new CaseException(
          "there is no case at " + folder + "; 'hearsay add " + folder + " INPUT' makes one");
    }
    if (!Files.exists(file)) {
      throw new CaseException(
          folder + " is not a case: it has no case.properties; name the folder that has one");
    }
    var properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw Disk.problem("cannot read", file, e);
    }
    var format = properties.getProperty("format", "").strip();
    if (!format.matches("[1-9]\\d{0,8}")) {
      throw new CaseException(
          "%s: format is '%s'; expected a number such as %d".formatted(file, format, FORMAT));
    }
    if (Integer.parseInt(format) > FORMAT) {
      throw new CaseException(
          "%s was made by a newer Hearsay (format %s; this one knows up to %d); install that"
              .formatted(folder, format, FORMAT));
    }
    var fallback = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return new CaseProperties(properties.getProperty("name", fallback), Integer.parseInt(format));
  }
}
