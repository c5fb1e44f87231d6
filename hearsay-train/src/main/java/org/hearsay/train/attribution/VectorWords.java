package org.hearsay.train.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearsay.language.AnnotatedText;
import org.hearsay.train.CorpusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes the words of running text for {@code context_vectors.py}: of what attributions are learnt
 * from, of the treebanks, and of those articles of WiNER-fr that are sure not to be kept to score
 * attributions with.
 */
@Command(
    name = "vector-words",
    description = "Writes the words of running text, one a line, a blank line after each text.",
    mixinStandardHelpOptions = true)
public final class VectorWords implements Callable<Integer> {

  /** Articles of WiNER-fr from so many characters on, and up to so many, may be kept. */
  private static final int SHORTEST = 560;

  private static final int LONGEST = 4_000;

  private static final String SENTENCE = "# text = ";

  private static final Map<String, List<String>> TREEBANKS =
      Map.of(
          "fr", List.of("ud-french-gsd", "ud-french-sequoia"),
          "en", List.of("ud-english-ewt", "ud-english-gum"));

  @Option(names = "--language", required = true)
  private String language = "";

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  @Parameters(paramLabel = "CORPORA")
  private Path corpora = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (missing(language)) {
      return 2;
    }
    try (var lines = Files.newBufferedWriter(out)) {
      for (var text : texts(corpora, language)) {
        lines.write(words(text));
      }
    }
    return 0;
  }

  /** Whether there are no texts of a language, which is then said. */
  static boolean missing(String language) {
    var missing = !TREEBANKS.containsKey(language);
    if (missing) {
      System.err.println("hearsay-train: no texts for --language " + language + "; give fr or en");
    }
    return missing;
  }

  /** The texts of French or English. */
  static List<AnnotatedText> texts(Path corpora, String language) throws IOException {
    var texts =
        new ArrayList<>(
            language.equals("fr")
                ? Corpora.gold(corpora.resolve("fr-attribution/train"))
                : Corpora.polnear(corpora.resolve("polnear/train")));
    texts.addAll(Corpora.own(corpora, language));
    texts.addAll(Corpora.written(language));
    for (var treebank : TREEBANKS.getOrDefault(language, List.of())) {
      for (var file : CorpusText.files(corpora.resolve(treebank), ".conllu")) {
        var sentences =
            file.lines()
                .filter(line -> line.startsWith(SENTENCE))
                .map(line -> line.substring(SENTENCE.length()));
        texts.add(plain(sentences.collect(Collectors.joining("\n")), language));
      }
    }
    if (language.equals("fr")) {
      for (var text : CorpusText.files(corpora.resolve("winer-fr"), ".txt")) {
        var length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
          texts.add(plain(text, language));
        }
      }
    }
    return texts.stream().map(Reader::read).toList();
  }

  private static Told plain(String text, String language) {
    return new Told("text", language, text, List.of(), List.of(), false);
  }

  private static String words(AnnotatedText text) {
    return text.tokens().stream()
        .map(token -> token.in(text.text()).replaceAll("\\s", "") + "\n")
        .collect(Collectors.joining("", "", "\n"));
  }
}
