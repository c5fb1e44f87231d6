package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the classes of words that the name tagger looks at, learnt from running text. */
@Command(
    name = "clusters",
    description = "Learns classes of words from running text.",
    mixinStandardHelpOptions = true)
final class ClusterTraining implements Callable<Integer> {

  /** What stands for the start and end of a sentence, and for words too rare to be known. */
  private static final List<String> RESERVED = List.of("<s>", "<lower>", "<upper>", "<other>");

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  @Option(names = "--language", required = true)
  private String language = "";

  @Option(names = "--classes", defaultValue = "320")
  private int classes;

  @Option(names = "--least", defaultValue = "4", description = "How often a word must occur.")
  private int least;

  @Option(names = "--rounds", defaultValue = "12")
  private int rounds;

  @Parameters(paramLabel = "FORMAT:PATH")
  private List<String> corpora = List.of();

  @Override
  public Integer call() throws IOException {
    var sentences = new ArrayList<List<String>>();
    for (var corpus : corpora) {
      sentences.addAll(RawText.parse(corpus).sentences(language));
    }
    var counts = new HashMap<String, Integer>();
    for (var sentence : sentences) {
      sentence.forEach(word -> counts.merge(fold(word), 1, Integer::sum));
    }
    var words = new ArrayList<>(RESERVED);
    counts.entrySet().stream()
        .filter(e -> e.getValue() >= least)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> words.add(e.getKey()));
    var numbers = new HashMap<String, Integer>();
    for (var i = 0; i < words.size(); i++) {
      numbers.put(words.get(i), i);
    }
    var tokens = counts.values().stream().mapToLong(Integer::longValue).sum();
    System.err.printf("%d words of text, %d known%n", tokens, words.size());
    var classing =
        new WordClasses(
            sentences.stream().map(s -> numbers(s, numbers)).toList(), words.size(), classes);
    classing.exchange(rounds);
    write(words, classing.paths());
    return 0;
  }

  private static int[] numbers(List<String> sentence, Map<String, Integer> known) {
    var numbers = new int[sentence.size() + 2];
    for (var i = 0; i < sentence.size(); i++) {
      var word = fold(sentence.get(i));
      var number = known.get(word);
      numbers[i + 1] = number != null ? number : rare(word);
    }
    return numbers;
  }

  private static int rare(String word) {
    var c = word.charAt(0);
    return Character.isLowerCase(c) ? 1 : Character.isUpperCase(c) ? 2 : 3;
  }

  /** Digits count as zeros, and all apostrophes as one. */
  private static String fold(String word) {
    return word.replaceAll("\\d", "0").replace('’', '\'');
  }

  private void write(List<String> words, String[] paths) throws IOException {
    var rows = new ArrayList<String>();
    for (var w = RESERVED.size(); w < paths.length; w++) {
      if (words.get(w).chars().anyMatch(Character::isLetter)) {
        rows.add(paths[w] + "\t" + words.get(w));
      }
    }
    rows.sort(Comparator.naturalOrder());
    var text = new StringBuilder();
    text.append(
        "# Classes of words that stand in the same places; the nearer the paths, the more\n");
    text.append(
        "# alike. Digits are written as zeros. See MODEL.md for the texts and the command.\n");
    text.append("# Source: hearsay-train train clusters. Licence: Apache-2.0. Date: 2026-11-25.\n");
    text.append("path\tword\n");
    rows.forEach(row -> text.append(row).append('\n'));
    Files.writeString(out, text);
    System.out.println(out + ": " + rows.size() + " words, " + text.length() + " characters");
  }
}
