package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.hearsay.language.Lexicon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes the gazetteer of places: names of countries from the JDK's locale data, of countries and
 * regions from rigour's territories, and of large cities from our own list.
 */
@Command(
    name = "places",
    description = "Writes the gazetteer of places from rigour's territories and the JDK.",
    mixinStandardHelpOptions = true)
final class GazetteerTraining implements Callable<Integer> {

  private static final Pattern ITEM = Pattern.compile("  - [\"']?([^#\"]+?)[\"']?\\s*(?:#.*)?");
  private static final Pattern NAME = Pattern.compile("(?:name|full_name): [\"']?(.+?)[\"']?");
  private static final Pattern GOOD = Pattern.compile("\\p{Lu}[\\p{IsLatin}' .-]{2,40}");

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  @Parameters(paramLabel = "RIGOUR/resources/territories")
  private Path territories = Path.of("");

  @Override
  public Integer call() throws IOException {
    var names = new TreeSet<String>();
    for (var country : Locale.getISOCountries()) {
      for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
        add(names, new Locale("", country).getDisplayCountry(language));
      }
    }
    try (var files = Files.list(territories)) {
      for (var file : files.sorted().toList()) {
        addTerritory(names, file);
      }
    }
    names.addAll(Lexicon.read(Lexicon.class, "names/cities.tsv").column("name"));
    var lines = new StringBuilder();
    lines.append(
        "# Countries, regions and cities, under their French, English and other Latin names.\n");
    lines.append(
        "# Source: hearsay-train train places, from the JDK's locale data (Unicode CLDR, Unicode\n");
    lines.append(
        "# License), the territories of rigour by OpenSanctions (MIT) and names/cities.tsv.\n");
    lines.append("# Date: 2026-11-25.\nname\n");
    names.forEach(name -> lines.append(name).append('\n'));
    Files.writeString(out, lines);
    System.out.println(names.size() + " places");
    return 0;
  }

  private static void addTerritory(TreeSet<String> names, Path file) throws IOException {
    var strong = false;
    for (var line : Files.readAllLines(file)) {
      var name = NAME.matcher(line);
      var item = ITEM.matcher(line);
      if (name.matches()) {
        add(names, name.group(1));
      } else if (strong && item.matches()) {
        add(names, item.group(1));
      } else {
        strong = line.equals("names_strong:");
      }
    }
  }

  private static void add(TreeSet<String> names, String name) {
    var clean = Normalizer.normalize(name, Normalizer.Form.NFC).replace('’', '\'').strip();
    if (GOOD.matcher(clean).matches() && !clean.equals(clean.toUpperCase(Locale.ROOT))) {
      names.add(clean);
    }
  }
}
