package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.hearsay.language.Morphology;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.language.WordForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes the table of word forms: for each part of speech the endings that tell another form than
 * the shorter ending does, and the words that their endings get wrong (a guesser after Mikheev
 * 1997). The longest row that fits a word is its form.
 */
@Command(
    name = "morphology",
    description = "Learns mood, tense, person, number and gender of words from treebanks.",
    mixinStandardHelpOptions = true)
final class MorphologyTraining implements Callable<Integer> {

  /** How many words more than the shorter ending a row must get right. */
  private static final int GAIN = 2;

  /** Forms that are made tell of endings of this many letters; shorter ones, of real texts only. */
  private static final int LEAST_MADE = 5;

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  @Parameters(paramLabel = "FILE.conllu")
  private List<Path> files = List.of();

  @Option(names = "--french", description = "Conjugate the verbs in -er, -ir and -re.")
  private boolean french;

  private final TreeSet<String> lemmas = new TreeSet<>();
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, String> rows = new TreeMap<>();

  @Override
  public Integer call() throws IOException {
    for (var sentence : Conllu.read(files.toArray(Path[]::new))) {
      for (var word : sentence.words()) {
        count(word);
        if (french && word.tag() == PartOfSpeech.VERB) {
          lemmas.add(word.lemma());
        }
      }
    }
    lemmas.forEach(this::conjugate);
    for (var length = 0; length <= Morphology.LONGEST_ENDING; length++) {
      for (var entry : counts.entrySet()) {
        var cells = entry.getKey().split("\t", -1);
        if (!cells[1].startsWith("^") && cells[1].length() == length) {
          decide(cells[0], cells[1], entry.getValue());
        }
      }
    }
    for (var entry : counts.entrySet()) {
      var cells = entry.getKey().split("\t", -1);
      if (cells[1].startsWith("^")) {
        decide(cells[0], cells[1], entry.getValue());
      }
    }
    var text = new StringBuilder();
    text.append("# What the endings of words tell, by part of speech; ^ marks a whole word.\n");
    text.append("# Source: hearsay-train train morphology, from the files that MODEL.md names.\n");
    text.append("# Licence: that of the treebanks. Date: 2026-11-25.\n");
    text.append("pos\tending\tfeatures\n");
    rows.forEach((key, features) -> text.append(key).append('\t').append(features).append('\n'));
    Files.writeString(out, text);
    System.out.println(out + ": " + rows.size() + " rows, " + text.length() + " characters");
    return 0;
  }

  /**
   * {@code déclarait}, {@code déclarerait}: what tells the imperfect from the conditional is
   * whether the infinitive ends before the ending, so the verbs of the texts are given both.
   */
  private void conjugate(String infinitive) {
    if (!infinitive.matches("\\p{Ll}{3,20}(?:er|ir|re)")) {
      return;
    }
    var stem = infinitive.substring(0, infinitive.length() - 2);
    var whole = infinitive.endsWith("e") ? stem + "r" : infinitive;
    for (var ending : List.of("ait", "aient")) {
      var number = ending.equals("ait") ? "Sing" : "Plur";
      for (var twice = 0; twice < GAIN; twice++) {
        if (infinitive.endsWith("rer")) {
          count(stem + ending, "Mood=Ind|Tense=Imp|VerbForm=Fin|Person=3|Number=" + number);
        }
        if (!infinitive.matches(".*(?:enir|oir|quérir|cueillir|courir|mourir|voyer|aire)")) {
          count(whole + ending, "Mood=Cnd|Tense=Pres|VerbForm=Fin|Person=3|Number=" + number);
        }
      }
    }
  }

  private void count(String form, String features) {
    var given = WordForm.parse(features).features();
    for (var n = LEAST_MADE; n <= Math.min(Morphology.LONGEST_ENDING, form.length()); n++) {
      add(PartOfSpeech.VERB + "\t" + form.substring(form.length() - n), given);
    }
  }

  private void count(Conllu.Word word) {
    var form = word.form().toLowerCase(Locale.ROOT).replace('’', '\'');
    if (word.tag() == PartOfSpeech.PUNCT || word.tag() == PartOfSpeech.X || form.contains("\t")) {
      return;
    }
    var features = WordForm.parse(word.features()).features();
    add(word.tag() + "\t^" + form, features);
    for (var n = 0; n <= Math.min(Morphology.LONGEST_ENDING, form.length()); n++) {
      add(word.tag() + "\t" + form.substring(form.length() - n), features);
    }
  }

  private void add(String key, String features) {
    counts.computeIfAbsent(key, k -> new TreeMap<>()).merge(features, 1, Integer::sum);
  }

  private void decide(String pos, String ending, Map<String, Integer> of) {
    var best = "";
    for (var entry : of.entrySet()) {
      if (entry.getValue() > of.getOrDefault(best, 0)) {
        best = entry.getKey();
      }
    }
    var given = ending.isEmpty() ? "" : given(pos, ending);
    if (of.getOrDefault(best, 0) - of.getOrDefault(given, 0) >= GAIN) {
      rows.put(pos + "\t" + ending, best);
    }
  }

  /** What the longest shorter ending says. */
  private String given(String pos, String ending) {
    var word = ending.startsWith("^") ? ending.substring(1) : ending.substring(1);
    for (var from = Math.max(0, word.length() - Morphology.LONGEST_ENDING);
        from <= word.length();
        from++) {
      var found = rows.get(pos + "\t" + word.substring(from));
      if (found != null) {
        return found;
      }
    }
    return "";
  }
}
