package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hearsay.language.LanguageIdentifier;
import org.hearsay.language.tagging.LanguageModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How often the language of a snippet is told, told wrongly, and left open. */
@Command(
    name = "language-id",
    description = "How well languages are told, by the length of the text.",
    mixinStandardHelpOptions = true)
final class LanguageEvaluation implements Callable<Integer> {

  private static final int[] LENGTHS = {20, 50, 100, 400, 100_000};

  @Option(names = "--model", description = "Another model than the one that comes with Hearsay.")
  private @Nullable Path model;

  @Option(names = "--snippets", defaultValue = "1000", description = "For language and length.")
  private int snippets;

  @Option(names = "--mistakes", description = "Print this many of the wrong ones.")
  private int mistakes;

  @Parameters(paramLabel = "FORMAT:PATH")
  private List<String> corpora = List.of();

  @Override
  public Integer call() throws IOException {
    LanguageIdentifier identifier;
    if (model == null) {
      identifier = new LanguageIdentifier();
    } else {
      try (var in = Files.newInputStream(model)) {
        identifier = new LanguageIdentifier(LanguageModel.read(in));
      }
    }
    var byLanguage = new TreeMap<String, List<String>>();
    for (var corpus : corpora) {
      for (var text : LanguageTexts.read(corpus)) {
        byLanguage.computeIfAbsent(text.language(), k -> new ArrayList<>()).add(text.text());
      }
    }
    System.out.println("language  texts   characters  right  wrong  open");
    var random = new Random(1);
    byLanguage.forEach((language, texts) -> measure(identifier, language, texts, random));
    return 0;
  }

  private void measure(
      LanguageIdentifier identifier, String language, List<String> texts, Random random) {
    var wrongOnes = new ArrayList<String>();
    for (var length : LENGTHS) {
      var right = 0;
      var wrong = 0;
      for (var i = 0; i < snippets; i++) {
        var snippet = snippet(texts.get(i % texts.size()), length, random);
        var found = identifier.identify(snippet).orElse(LanguageTexts.OTHER);
        if (found.equals(language)) {
          right++;
        } else if (!found.equals(LanguageTexts.OTHER)) {
          wrong++;
          wrongOnes.add(found + ": " + snippet.substring(0, Math.min(110, snippet.length())));
        }
      }
      System.out.printf(
          "%-8s %6d   %10d  %5.1f  %5.1f %5.1f%n",
          language,
          texts.size(),
          length,
          100.0 * right / snippets,
          100.0 * wrong / snippets,
          100.0 * (snippets - right - wrong) / snippets);
    }
    wrongOnes.stream().limit(mistakes).forEach(w -> System.out.println("    " + w));
  }

  /** A piece of a text that begins and ends with a word; all of it when it is shorter. */
  private static String snippet(String text, int length, Random random) {
    if (text.length() <= length) {
      return text;
    }
    var start = random.nextInt(text.length() - length);
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    var end = start + length;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end).strip();
  }
}
