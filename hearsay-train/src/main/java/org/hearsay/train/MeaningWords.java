package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.hearsay.language.Lexicon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lists the words that {@link MeaningTraining} sorts into classes: those of the names known
 * beforehand and of the classes learnt from running text, in small letters.
 */
@Command(
    name = "meaning-words",
    description = "Lists the words to sort by meaning, one a line.",
    mixinStandardHelpOptions = true)
final class MeaningWords implements Callable<Integer> {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\d'’-]*");

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  private final TreeSet<String> words = new TreeSet<>();

  @Override
  public Integer call() throws IOException {
    Lexicon.read(Lexicon.class, "names/gazetteer.tsv").column("name").forEach(this::add);
    for (var language : new String[] {"en", "fr"}) {
      Lexicon.read(Lexicon.class, language + "/clusters.tsv").rows().forEach(r -> add(r.get(1)));
    }
    Files.write(out, words);
    System.out.println(out + ": " + words.size() + " words");
    return 0;
  }

  private void add(String text) {
    for (var matcher = WORD.matcher(text); matcher.find(); ) {
      var word = matcher.group().toLowerCase(Locale.ROOT).replaceFirst("['’-]+$", "");
      if (word.length() > 1 && word.length() <= 24) {
        words.add(word);
      }
    }
  }
}
