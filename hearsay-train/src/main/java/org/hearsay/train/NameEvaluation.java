package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hearsay.language.Name;
import org.hearsay.language.tagging.KnownWords;
import org.hearsay.language.tagging.NameTagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exact-match scores of a name model: same start, same end, same kind. */
@Command(
    name = "names",
    description = "Precision, recall and F of a name model, exact match.",
    mixinStandardHelpOptions = true)
final class NameEvaluation implements Callable<Integer> {

  @Option(names = "--model", required = true)
  private Path model = Path.of("");

  @Option(names = "--pos", required = true)
  private Path pos = Path.of("");

  @Option(names = "--language", required = true, description = "Whose words are known.")
  private String language = "";

  @Option(names = "--mistakes", description = "Print this many of the wrong and missed names.")
  private int mistakes;

  @Parameters(paramLabel = "FORMAT:PATH[:PART]")
  private List<String> corpora = List.of();

  @Override
  public Integer call() throws IOException {
    var tagger = new NameTagger(NameCorpus.model(model));
    var tags = NameCorpus.model(pos);
    var words = KnownWords.load(language);
    for (var corpus : corpora) {
      var counts = new TreeMap<String, int[]>();
      var wrong = new ArrayList<String>();
      for (var text : NameCorpus.parse(corpus).read()) {
        var found =
            tagger.tag(
                text.text(),
                text.tokens(),
                text.sentences(),
                NameCorpus.features(text, tags, words));
        count(text, found, counts, wrong);
      }
      print(corpus, counts);
      var step = Math.max(1, wrong.size() / Math.max(1, mistakes));
      for (var i = 0; mistakes > 0 && i < wrong.size(); i += step) {
        System.out.println("    " + wrong.get(i));
      }
    }
    return 0;
  }

  private static void count(
      NamedText text, List<Name> found, Map<String, int[]> counts, List<String> wrong) {
    var gold = new HashSet<>(text.gold());
    for (var name : gold) {
      add(counts, name, 0);
    }
    for (var name : found) {
      add(counts, name, 1);
      if (gold.contains(name)) {
        add(counts, name, 2);
      } else {
        wrong.add("wrong  " + show(text.text(), name));
      }
    }
    var all = new HashSet<>(found);
    text.gold().stream()
        .filter(name -> !all.contains(name))
        .forEach(name -> wrong.add("missed " + show(text.text(), name)));
  }

  private static String show(String text, Name name) {
    var from = Math.max(0, name.start() - 30);
    var to = Math.min(text.length(), name.end() + 25);
    return (text.substring(from, name.start())
            + "["
            + name.in(text)
            + "]"
            + name.kind()
            + text.substring(name.end(), to))
        .replace('\n', ' ');
  }

  private static void add(Map<String, int[]> counts, Name name, int which) {
    counts.computeIfAbsent(name.kind().toString(), k -> new int[3])[which]++;
    counts.computeIfAbsent("total", k -> new int[3])[which]++;
  }

  private static void print(String corpus, Map<String, int[]> counts) {
    System.out.println(corpus);
    counts.forEach(
        (kind, c) -> {
          var p = c[1] == 0 ? 0 : 100.0 * c[2] / c[1];
          var r = c[0] == 0 ? 0 : 100.0 * c[2] / c[0];
          var f = p + r == 0 ? 0 : 2 * p * r / (p + r);
          System.out.printf("  %-13s %5d  P %5.1f  R %5.1f  F %5.1f%n", kind, c[0], p, r, f);
        });
  }
}
