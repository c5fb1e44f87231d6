package org.hearsay.reading.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.hearsay.language.PartOfSpeech;

/**
 * Trains a {@link DependencyParser} on Universal Dependencies files with a dynamic oracle (Goldberg
 * and Nivre 2013): from the second pass on it follows its own moves and learns which ones lose no
 * further arc. Averaged perceptron, a fixed seed.
 */
public final class ParserTrainer {
  /** A sentence with its tree. */
  record Example(
      DependencyParser.Sentence sentence, int[] heads, int[] relations, boolean[] marks) {}

  private final DependencyParser parser = new DependencyParser();
  private final double[] moveSums = new double[parser.moves.length];
  private final double[] relationSums = new double[parser.relations.length];
  private long clock = 1;

  public static DependencyParserModel train(List<Path> files, int epochs) throws IOException {
    var trainer = new ParserTrainer();
    var examples = new ArrayList<Example>();
    for (var file : files) {
      examples.addAll(read(file));
    }
    examples.removeIf(e -> !projective(e.heads));
    var random = new Random(7);
    for (var epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(examples, random);
      for (var example : examples) {
        trainer.learn(example, epoch > 0, random);
      }
    }
    trainer.average();
    return new DependencyParserModel(trainer.parser);
  }

  /** What training makes: keeps the parser's own type out of other packages. */
  public record DependencyParserModel(Object parser) {
    DependencyParser get() {
      return (DependencyParser) parser;
    }

    public void write(Path file) throws IOException {
      try (var out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
        WeightTable.write(out, get().moves);
        WeightTable.write(out, get().relations);
      }
    }

    /** Share of words with the right head, and with the right head and relation, marks left out. */
    public String score(Path file) throws IOException {
      var words = 0;
      var heads = 0;
      var both = 0;
      for (var example : read(file)) {
        var tree = get().parse(example.sentence);
        for (var i = 0; i < example.heads.length; i++) {
          if (example.marks[i]) {
            continue;
          }
          words++;
          if (tree.heads()[i] == example.heads[i]) {
            heads++;
            both += tree.relations()[i] == example.relations[i] ? 1 : 0;
          }
        }
      }
      return String.format(
          Locale.ROOT,
          "%s: heads %.1f, with relation %.1f of %d words",
          file.getFileName(),
          100.0 * heads / words,
          100.0 * both / words,
          words);
    }
  }

  static List<Example> read(Path file) throws IOException {
    var examples = new ArrayList<Example>();
    var rows = new ArrayList<String[]>();
    for (var line : Files.readAllLines(file)) {
      if (line.isEmpty()) {
        if (!rows.isEmpty()) {
          examples.add(example(rows));
        }
        rows.clear();
      } else if (!line.startsWith("#")) {
        var cells = line.split("\t", -1);
        if (!cells[0].contains(".")) {
          rows.add(cells);
        }
      }
    }
    return examples;
  }

  /** A contraction ({@code du}) becomes one word in the place of its parts. */
  private static Example example(List<String[]> rows) {
    var place = new int[rows.size() + 2];
    var words = new ArrayList<String[]>();
    var until = 0;
    String[] contraction = null;
    for (var row : rows) {
      if (row[0].contains("-")) {
        if (row[1].indexOf('\'') <= 0 && row[1].indexOf('’') <= 0) {
          contraction = row;
          until = Integer.parseInt(row[0].substring(row[0].indexOf('-') + 1));
        }
        continue;
      }
      var id = Integer.parseInt(row[0]);
      if (contraction != null
          && id > Integer.parseInt(contraction[0].substring(0, contraction[0].indexOf('-')))
          && id <= until) {
        place[id] = words.size();
        continue;
      }
      var copy = row.clone();
      if (contraction != null && id <= until) {
        copy[1] = contraction[1];
      }
      words.add(copy);
      place[id] = words.size();
    }
    var n = words.size();
    var form = new String[n];
    var tags = new int[n];
    var heads = new int[n];
    var relations = new int[n];
    var marks = new boolean[n];
    for (var i = 0; i < n; i++) {
      var cells = words.get(i);
      form[i] =
          cells[1]
              .replaceFirst("^-(?:t-)?(?=\\p{L})", "")
              .toLowerCase(Locale.ROOT)
              .replace('’', '\'');
      tags[i] =
          cells[3].equals("_")
              ? PartOfSpeech.X.ordinal()
              : PartOfSpeech.valueOf(cells[3]).ordinal();
      var head = Integer.parseInt(cells[6]);
      heads[i] = head == 0 ? -1 : place[head] - 1;
      if (heads[i] == i) {
        heads[i] = -1;
      }
      relations[i] = head == 0 ? Relation.ROOT.ordinal() : Relation.named(cells[7]).ordinal();
      marks[i] = cells[3].equals("PUNCT");
    }
    return new Example(Syntax.sentence(form, tags), heads, relations, marks);
  }

  private static boolean projective(int[] heads) {
    var n = heads.length;
    for (var i = 0; i < n; i++) {
      var h = heads[i] < 0 ? n : heads[i];
      for (var k = Math.min(i, h) + 1; k < Math.max(i, h); k++) {
        var hk = heads[k] < 0 ? n : heads[k];
        if (hk < Math.min(i, h) || hk > Math.max(i, h)) {
          return false;
        }
      }
    }
    return true;
  }

  private void learn(Example example, boolean explore, Random random) {
    var n = example.heads.length;
    var gold = example.heads.clone();
    for (var i = 0; i < n; i++) {
      gold[i] = gold[i] < 0 ? n : gold[i];
    }
    var state = new DependencyParser.State(example.sentence);
    var hash = new FeatureHash(DependencyParser.ROWS);
    var relationHash = new FeatureHash(DependencyParser.RELATION_ROWS);
    while (!state.done()) {
      DependencyParser.moveFeatures(state, hash);
      var scores = DependencyParser.scores(parser.moves, DependencyParser.MOVES, hash);
      var guess = DependencyParser.best(state, scores);
      var right = -1;
      var least = Integer.MAX_VALUE;
      var costs = new int[DependencyParser.MOVES];
      for (var move = 0; move < DependencyParser.MOVES; move++) {
        costs[move] = state.can(move) ? cost(state, move, gold) : Integer.MAX_VALUE;
        least = Math.min(least, costs[move]);
      }
      for (var move = 0; move < DependencyParser.MOVES; move++) {
        if (costs[move] == least && (right < 0 || scores[move] > scores[right])) {
          right = move;
        }
      }
      if (costs[guess] != least) {
        update(parser.moves, moveSums, DependencyParser.MOVES, hash, right, guess);
      }
      clock++;
      var move = costs[guess] == least || explore && random.nextInt(10) < 9 ? guess : right;
      if (move == DependencyParser.SHIFT) {
        state.shift();
        continue;
      }
      var dependent = state.top(0);
      var head = move == DependencyParser.LEFT ? state.next : state.top(1);
      var label = example.relations[dependent];
      if (head < n && head == gold[dependent]) {
        DependencyParser.relationFeatures(state, head, dependent, relationHash);
        var labelScores = DependencyParser.scores(parser.relations, Relation.count(), relationHash);
        var best = 0;
        for (var r = 1; r < labelScores.length; r++) {
          best = labelScores[r] > labelScores[best] ? r : best;
        }
        if (best != label) {
          update(parser.relations, relationSums, Relation.count(), relationHash, label, best);
        }
        state.attach(head, dependent, explore ? best : label);
      } else {
        state.attach(head, dependent, label);
      }
    }
  }

  /** How many arcs of the gold tree a move makes impossible. */
  private static int cost(DependencyParser.State s, int move, int[] gold) {
    var cost = 0;
    var s0 = s.top(0);
    switch (move) {
      case DependencyParser.SHIFT -> {
        var b0 = s.next;
        for (var k = 0; k < s.depth; k++) {
          var word = s.top(k);
          cost += gold[word] == b0 ? 1 : 0;
          cost += k > 0 && gold[b0] == word ? 1 : 0;
        }
      }
      case DependencyParser.LEFT -> {
        cost += gold[s0] == s.top(1) && s.top(1) >= 0 ? 1 : 0;
        cost += gold[s0] > s.next ? 1 : 0;
        for (var b = s.next; b < s.n; b++) {
          cost += gold[b] == s0 ? 1 : 0;
        }
      }
      default -> {
        cost += gold[s0] >= s.next ? 1 : 0;
        for (var b = s.next; b < s.n; b++) {
          cost += gold[b] == s0 ? 1 : 0;
        }
      }
    }
    return cost;
  }

  private void update(
      float[] weights, double[] sums, int classes, FeatureHash hash, int right, int wrong) {
    for (var f = 0; f < hash.size(); f++) {
      var at = hash.row(f) * classes;
      weights[at + right] += 1;
      sums[at + right] += clock;
      weights[at + wrong] -= 1;
      sums[at + wrong] -= clock;
    }
  }

  private void average() {
    for (var i = 0; i < moveSums.length; i++) {
      parser.moves[i] -= (float) (moveSums[i] / clock);
    }
    for (var i = 0; i < relationSums.length; i++) {
      parser.relations[i] -= (float) (relationSums[i] / clock);
    }
  }
}
