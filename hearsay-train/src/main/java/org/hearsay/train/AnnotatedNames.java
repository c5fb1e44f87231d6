package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes the list of names that annotated texts of one language have, for the tagger of the other:
 * {@code Acme<tab>o}. A name is of the kind that seven tenths of its annotations have; others, and
 * those in small letters, are left out.
 */
@Command(
    name = "annotated-names",
    description = "Writes the names of annotated texts, for the tagger of another language.",
    mixinStandardHelpOptions = true)
final class AnnotatedNames implements Callable<Integer> {

  private static final String KINDS = "plo";

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  @Parameters(paramLabel = "FORMAT:PATH", description = "winer, wikigold, uner.")
  private List<String> corpora = List.of();

  private final Map<String, int[]> counts = new TreeMap<>();

  @Override
  public Integer call() throws IOException {
    for (var corpus : corpora) {
      var path = Path.of(corpus.substring(corpus.indexOf(':') + 1));
      switch (corpus.substring(0, corpus.indexOf(':'))) {
        case "winer" -> winer(path);
        case "wikigold" -> columns(path, " ", 0, 1);
        case "uner" -> columns(path, "\t", 1, 2);
        default -> throw new IllegalArgumentException("unknown format in " + corpus);
      }
    }
    var french = corpora.get(0).startsWith("winer");
    var lines = new StringBuilder();
    lines.append(french ? WINER : ENGLISH).append("name\tkinds\n");
    counts.forEach(
        (name, of) -> {
          var best = 0;
          for (var k = 1; k < of.length; k++) {
            best = of[k] > of[best] ? k : best;
          }
          if (of[best] >= 0.7 * Arrays.stream(of).sum()
              && name.length() >= 2
              && name.length() <= 60
              && Character.isUpperCase(name.codePointAt(0))) {
            lines.append(name).append('\t').append(KINDS.charAt(best)).append('\n');
          }
        });
    Files.writeString(out, lines);
    System.out.println(out + ": " + counts.size() + " names");
    return 0;
  }

  private static final String WINER =
      """
      # Names in the annotated French news (WiNER-fr): p people, o organisations, l places.
      # Source: WiNER-fr (French Wikinews, CC BY 2.5; annotations CC BY 4.0). Licence: CC BY 4.0. Date: 2026-11-25.
      """;

  private static final String ENGLISH =
      """
      # Names in annotated English texts (Wikigold, UNER English-EWT dev): p people, o organisations, l places.
      # Source: Wikigold (CC BY 4.0), UNER English-EWT (CC BY-SA 4.0). Licence: CC BY-SA 4.0. Date: 2026-11-25.
      """;

  private void add(String name, String kind) {
    var k =
        switch (kind) {
          case "Person", "PER" -> 0;
          case "Location", "LOC" -> 1;
          case "Organization", "ORG" -> 2;
          default -> -1;
        };
    if (k >= 0 && name.indexOf('\n') < 0) {
      counts.computeIfAbsent(name, n -> new int[KINDS.length()])[k]++;
    }
  }

  private void winer(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.filter(f -> f.toString().endsWith(".ann")).sorted().toList()) {
        for (var line : Files.readAllLines(file)) {
          var cells = line.split("\t", -1);
          if (line.startsWith("T") && cells.length > 2) {
            add(cells[2].replace('’', '\''), cells[1].strip().split("\\s+")[0]);
          }
        }
      }
    }
  }

  /** One word a line; a blank before an apostrophe is not written. */
  private void columns(Path path, String separator, int form, int label) throws IOException {
    var words = new StringBuilder();
    var kind = "";
    for (var line : Files.readAllLines(path)) {
      var cells = line.split(separator, -1);
      var tag = cells.length <= label || line.startsWith("# ") ? "O" : cells[label];
      var own = tag.indexOf('-') < 0 ? "" : tag.substring(2);
      if (own.isEmpty() || tag.startsWith("B") || !own.equals(kind)) {
        end(words, kind);
      }
      if (!own.isEmpty()) {
        words.append(words.isEmpty() ? "" : " ").append(cells[form]);
      }
      kind = own;
    }
    end(words, kind);
  }

  private void end(StringBuilder words, String kind) {
    if (!words.isEmpty()) {
      add(words.toString().replace(" '", "'"), kind);
      words.setLength(0);
    }
  }
}
