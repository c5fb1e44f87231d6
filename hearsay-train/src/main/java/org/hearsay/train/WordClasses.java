package org.hearsay.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts words that stand in the same places into one class, by the exchange algorithm (Kneser and
 * Ney 1993; the objective is that of Brown et al. 1992: how well the class of a word tells the
 * class of the next), then joins the classes two by two into a tree as Brown et al. do. One thread,
 * no chance: the same sentences give the same tree.
 */
final class WordClasses {

  private final int classes;
  private final int vocabulary;
  private final int[] out;
  private final int[] in;
  private final int[][] rightWord;
  private final int[][] rightCount;
  private final int[][] leftWord;
  private final int[][] leftCount;
  private final int[] classOf;
  private final int[] pairs;
  private final int[] outOf;
  private final int[] inOf;
  private final double[] plog;

  /**
   * @param sentences each as the numbers of its words, below {@code vocabulary}; lower numbers are
   *     for more frequent words
   */
  WordClasses(List<int[]> sentences, int vocabulary, int classes) {
    this.classes = classes;
    this.vocabulary = vocabulary;
    out = new int[vocabulary];
    in = new int[vocabulary];
    var counts = new ArrayList<Map<Integer, Integer>>();
    for (var w = 0; w < vocabulary; w++) {
      counts.add(new HashMap<>());
    }
    var total = 0;
    for (var sentence : sentences) {
      for (var i = 1; i < sentence.length; i++) {
        counts.get(sentence[i - 1]).merge(sentence[i], 1, Integer::sum);
        out[sentence[i - 1]]++;
        in[sentence[i]]++;
        total++;
      }
    }
    rightWord = new int[vocabulary][];
    rightCount = new int[vocabulary][];
    leftWord = new int[vocabulary][];
    leftCount = new int[vocabulary][];
    fill(counts);
    classOf = new int[vocabulary];
    pairs = new int[classes * classes];
    outOf = new int[classes];
    inOf = new int[classes];
    plog = new double[total + 1];
    for (var i = 2; i <= total; i++) {
      plog[i] = i * StrictMath.log(i);
    }
    for (var w = 0; w < vocabulary; w++) {
      classOf[w] = w % classes;
      outOf[classOf[w]] += out[w];
      inOf[classOf[w]] += in[w];
    }
    for (var w = 0; w < vocabulary; w++) {
      for (var k = 0; k < rightWord[w].length; k++) {
        pairs[classOf[w] * classes + classOf[rightWord[w][k]]] += rightCount[w][k];
      }
    }
  }

  private void fill(List<Map<Integer, Integer>> counts) {
    var degree = new int[vocabulary];
    for (var w = 0; w < vocabulary; w++) {
      var sorted = counts.get(w).entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
      rightWord[w] = sorted.stream().mapToInt(Map.Entry::getKey).toArray();
      rightCount[w] = sorted.stream().mapToInt(Map.Entry::getValue).toArray();
      for (var v : rightWord[w]) {
        degree[v]++;
      }
    }
    for (var v = 0; v < vocabulary; v++) {
      leftWord[v] = new int[degree[v]];
      leftCount[v] = new int[degree[v]];
    }
    Arrays.fill(degree, 0);
    for (var w = 0; w < vocabulary; w++) {
      for (var k = 0; k < rightWord[w].length; k++) {
        var v = rightWord[w][k];
        leftWord[v][degree[v]] = w;
        leftCount[v][degree[v]++] = rightCount[w][k];
      }
    }
  }

  /** Moves each word to the class where it tells most, up to this many times over. */
  void exchange(int rounds) {
    for (var round = 0; round < rounds; round++) {
      var moved = 0;
      for (var w = 0; w < vocabulary; w++) {
        if (move(w)) {
          moved++;
        }
      }
      System.err.printf("round %d: %d of %d words moved%n", round + 1, moved, vocabulary);
      if (moved < vocabulary / 200) {
        break;
      }
    }
  }

  private boolean move(int w) {
    var right = new int[classes];
    var left = new int[classes];
    var self = 0;
    for (var k = 0; k < rightWord[w].length; k++) {
      if (rightWord[w][k] == w) {
        self = rightCount[w][k];
      } else {
        right[classOf[rightWord[w][k]]] += rightCount[w][k];
      }
    }
    for (var k = 0; k < leftWord[w].length; k++) {
      if (leftWord[w][k] != w) {
        left[classOf[leftWord[w][k]]] += leftCount[w][k];
      }
    }
    var rights = seen(right);
    var lefts = seen(left);
    var from = classOf[w];
    shift(w, from, right, left, rights, lefts, self, -1);
    var best = from;
    var most = Double.NEGATIVE_INFINITY;
    for (var b = 0; b < classes; b++) {
      var gain = gain(w, b, right, left, rights, lefts, self);
      if (gain > most + 1e-9) {
        most = gain;
        best = b;
      }
    }
    shift(w, best, right, left, rights, lefts, self, 1);
    classOf[w] = best;
    return best != from;
  }

  private static int[] seen(int[] counts) {
    var seen = new int[counts.length];
    var n = 0;
    for (var c = 0; c < counts.length; c++) {
      if (counts[c] > 0) {
        seen[n++] = c;
      }
    }
    return Arrays.copyOf(seen, n);
  }

  private void shift(
      int w, int c, int[] right, int[] left, int[] rights, int[] lefts, int self, int sign) {
    for (var r : rights) {
      pairs[c * classes + r] += sign * right[r];
    }
    for (var l : lefts) {
      pairs[l * classes + c] += sign * left[l];
    }
    pairs[c * classes + c] += sign * self;
    outOf[c] += sign * out[w];
    inOf[c] += sign * in[w];
  }

  /** What the objective gains when the word, now in no class, joins one. */
  private double gain(int w, int b, int[] right, int[] left, int[] rights, int[] lefts, int self) {
    var gain = 0.0;
    for (var r : rights) {
      if (r != b) {
        var n = pairs[b * classes + r];
        gain += plog[n + right[r]] - plog[n];
      }
    }
    for (var l : lefts) {
      if (l != b) {
        var n = pairs[l * classes + b];
        gain += plog[n + left[l]] - plog[n];
      }
    }
    var own = pairs[b * classes + b];
    gain += plog[own + right[b] + left[b] + self] - plog[own];
    gain -= plog[outOf[b] + out[w]] - plog[outOf[b]];
    gain -= plog[inOf[b] + in[w]] - plog[inOf[b]];
    return gain;
  }

  /** For each word the way from the root of the tree to its class, as zeros and ones. */
  String[] paths() {
    var alive = new ArrayList<Integer>();
    var path = new StringBuilder[classes];
    var members = new ArrayList<List<Integer>>();
    for (var c = 0; c < classes; c++) {
      path[c] = new StringBuilder();
      members.add(new ArrayList<>(List.of(c)));
      if (outOf[c] + inOf[c] > 0) {
        alive.add(c);
      }
    }
    while (alive.size() > 1) {
      var first = 0;
      var second = 1;
      var least = Double.POSITIVE_INFINITY;
      for (var i = 0; i < alive.size(); i++) {
        for (var j = i + 1; j < alive.size(); j++) {
          var loss = loss(alive.get(i), alive.get(j), alive);
          if (loss < least) {
            least = loss;
            first = i;
            second = j;
          }
        }
      }
      var a = alive.get(first);
      var b = alive.get(second);
      members.get(a).forEach(c -> path[c].append('0'));
      members.get(b).forEach(c -> path[c].append('1'));
      members.get(a).addAll(members.get(b));
      join(a, b);
      alive.remove(second);
    }
    var paths = new String[vocabulary];
    for (var w = 0; w < vocabulary; w++) {
      paths[w] = new StringBuilder(path[classOf[w]]).reverse().toString();
    }
    return paths;
  }

  private double loss(int a, int b, List<Integer> alive) {
    var n = classes;
    var loss = 0.0;
    for (var c : alive) {
      if (c != a && c != b) {
        var ac = pairs[a * n + c];
        var bc = pairs[b * n + c];
        if (ac > 0 && bc > 0) {
          loss += plog[ac] + plog[bc] - plog[ac + bc];
        }
        var ca = pairs[c * n + a];
        var cb = pairs[c * n + b];
        if (ca > 0 && cb > 0) {
          loss += plog[ca] + plog[cb] - plog[ca + cb];
        }
      }
    }
    var aa = pairs[a * n + a];
    var bb = pairs[b * n + b];
    var ab = pairs[a * n + b];
    var ba = pairs[b * n + a];
    loss += plog[aa] + plog[bb] + plog[ab] + plog[ba] - plog[aa + bb + ab + ba];
    loss += plog[outOf[a] + outOf[b]] - plog[outOf[a]] - plog[outOf[b]];
    loss += plog[inOf[a] + inOf[b]] - plog[inOf[a]] - plog[inOf[b]];
    return loss;
  }

  private void join(int a, int b) {
    var n = classes;
    for (var c = 0; c < n; c++) {
      pairs[a * n + c] += pairs[b * n + c];
      pairs[b * n + c] = 0;
    }
    for (var c = 0; c < n; c++) {
      pairs[c * n + a] += pairs[c * n + b];
      pairs[c * n + b] = 0;
    }
    outOf[a] += outOf[b];
    inOf[a] += inOf[b];
  }
}
