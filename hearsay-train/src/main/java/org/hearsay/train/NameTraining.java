package org.hearsay.train;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.language.Name;
import org.hearsay.language.Sentence;
import org.hearsay.language.tagging.KnownWords;
import org.hearsay.language.tagging.NameTagger;
import org.hearsay.language.tagging.SequenceModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a name model on one or more corpora. */
@Command(name = "names", description = "Trains a name model.", mixinStandardHelpOptions = true)
final class NameTraining implements Callable<Integer> {

  private static final float STILL = 1e-4f;

  @Option(names = "--out", required = true, description = "The model file to write.")
  private Path out = Path.of("");

  @Option(names = "--pos", required = true, description = "The part-of-speech model.")
  private Path pos = Path.of("");

  @Option(names = "--language", required = true, description = "Whose templates to fill.")
  private String language = "";

  @Option(
      names = "--templates",
      defaultValue = "1200",
      description = "How many sentences to fill with invented names.")
  private int templates;

  @Option(
      names = "--replace",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Add the corpus's sentences with other people's names in them.")
  private boolean replace;

  @Option(names = "--epochs", defaultValue = "8")
  private int epochs;

  @Option(names = "--rate", defaultValue = "0.1")
  private float rate;

  @Option(names = "--l2", defaultValue = "0.001")
  private float l2;

  @Option(
      names = "--drop",
      defaultValue = "0.3",
      description = "The share of features that a word loses at each visit.")
  private float drop;

  @Option(names = "--mean", description = "Take the mean over the later half of the passes.")
  private boolean mean;

  @Option(
      names = "--boldness",
      defaultValue = "0",
      description = "How much the label for no name is held back.")
  private float boldness;

  @Option(
      names = "--caution",
      defaultValue = "0",
      description = "How much the beginning of an organisation is held back, the boldest kind.")
  private float caution;

  @Option(names = "--least", defaultValue = "2")
  private int least;

  @Option(names = "--prune", defaultValue = "0.05")
  private float prune;

  @Option(
      names = "--teacher",
      description = "A name model that tags the raw text; those that all find are learnt.")
  private List<Path> teachers = List.of();

  @Option(names = "--raw", description = "Running text to learn from: FORMAT:PATH.")
  private List<String> raw = List.of();

  @Option(
      names = "--portion",
      defaultValue = "1",
      description = "The share of the annotated documents to learn from, for a learning curve.")
  private double portion;

  @Option(
      names = "--every",
      defaultValue = "1",
      description = "Of the sentences of raw text, learn every n-th.")
  private int every;

  @Option(
      names = "--runs",
      defaultValue = "1",
      description = "Learn this often from the start and take the mean.")
  private int runs;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Parameters(
      paramLabel = "FORMAT:PATH[:PART]",
      description =
          "winer, wikigold, uner, meantime, gum, marked-en; parts all, train, test, early, late.")
  private List<String> corpora = List.of();

  @Override
  public Integer call() throws IOException {
    var trainer =
        new CrfTrainer(
            NameTagger.labels(),
            NameTagger.forbidden(),
            NameTagger.open(),
            new CrfTrainer.Settings(epochs, rate, l2, least, prune, drop, mean, runs, STILL, seed));
    var tagger = NameCorpus.model(pos);
    var words = KnownWords.load(language);
    var texts = new ArrayList<NamedText>();
    for (var corpus : corpora) {
      var read = NameCorpus.parse(corpus).read();
      for (var i = 0; i < read.size(); i++) {
        if (i * 7 % 20 < portion * 20) {
          texts.add(read.get(i));
        }
      }
    }
    var invented = new InventedNames(language, 1);
    for (var text : List.copyOf(texts)) {
      if (replace) {
        texts.add(invented.replaced(text));
      }
    }
    if (templates > 0) {
      texts.add(invented.fromTemplates(templates));
    }
    for (var text : texts) {
      add(trainer, text, text.sentences(), tagger, words);
    }
    if (!raw.isEmpty()) {
      var models = new ArrayList<SequenceModel>();
      for (var teacher : teachers) {
        models.add(NameCorpus.model(teacher));
      }
      var silver = new SilverNames(models, tagger, words);
      var sentences = 0;
      for (var corpus : raw) {
        for (var text : silver.read(RawText.parse(corpus), language)) {
          var some = new ArrayList<Sentence>();
          for (var sentence : text.agreed()) {
            if (sentences++ % every == 0) {
              some.add(sentence);
            }
          }
          add(trainer, text.text(), some, tagger, words);
        }
      }
      System.err.println(sentences / every + " sentences of raw text");
    }
    trainer.train();
    var bytes = new ByteArrayOutputStream();
    trainer.write(bytes, NameTagger.held(boldness, caution));
    Files.write(out, bytes.toByteArray());
    System.out.println(out + ": " + bytes.size() + " bytes");
    return 0;
  }

  private static void add(
      CrfTrainer trainer,
      NamedText text,
      List<Sentence> sentences,
      SequenceModel pos,
      KnownWords words) {
    var features = NameCorpus.features(text, pos, words);
    var labels = labels(text);
    for (var sentence : sentences) {
      trainer.add(
          features,
          sentence.firstToken(),
          sentence.endToken(),
          Arrays.copyOfRange(labels, sentence.firstToken(), sentence.endToken()));
    }
  }

  /**
   * The label of each word; a name covers the words that it overlaps, within one sentence. A word
   * outside names has an open label where names of other things are not annotated.
   */
  static int[] labels(NamedText text) {
    var labels = new int[text.tokens().size()];
    Arrays.fill(labels, text.whole() ? 0 : CrfTrainer.OPEN);
    label(text, text.others(), labels);
    label(text, text.gold(), labels);
    return labels;
  }

  private static void label(NamedText text, List<Name> names, int[] labels) {
    var token = 0;
    for (var name : names) {
      while (token < labels.length && text.tokens().get(token).end() <= name.start()) {
        token++;
      }
      var end = token;
      while (end < labels.length && text.tokens().get(end).start() < name.end()) {
        end++;
      }
      for (var sentence : text.sentences()) {
        var from = Math.max(token, sentence.firstToken());
        var to = Math.min(end, sentence.endToken());
        for (var i = from; i < to; i++) {
          labels[i] = NameTagger.label(name.kind(), i - from);
        }
      }
      token = end;
    }
  }
}
