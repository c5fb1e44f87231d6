package org.hearsay.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first scores of a page say together: a piece is judged again with the scores of its
 * neighbours, of what shares its container, and of what is of its kind (stacked sequential
 * learning, Cohen and Carvalho 2005).
 */
final class SecondLook {

  /** How many figures it adds to those of the first look. */
  static final int COUNT = 18;

  /** Below it a first score stands: of 28,900 such pieces the second look brought one above .15. */
  private static final float SETTLED = 0.01f;

  private SecondLook() {}

  /**
   * Rows of the first look with the figures of the second after them; null for what needs no second
   * look.
   */
  static @Nullable float[][] rows(
      @Nullable float[][] first, float[] scores, int[] words, int[][] holders, int[] kinds) {
    var rows = new float[first.length][];
    for (var i = 0; i < rows.length; i++) {
      var own = first[i];
      rows[i] = own == null ? null : Arrays.copyOf(own, BodyModel.FIRST_COUNT + COUNT);
    }
    fill(rows, scores, words, holders, kinds);
    return rows;
  }

  /**
   * Writes the figures of the second look after those of the first; in place of rows that need none
   * comes null.
   */
  static void fill(
      @Nullable float[][] rows, float[] scores, int[] words, int[][] holders, int[] kinds) {
    var n = rows.length;
    var nodes = 0;
    for (var all : holders) {
      nodes = Math.max(nodes, all[0] + 1);
    }
    // sums of scores and of weights by element
    var boxes = new float[2 * nodes];
    var ofKind = new HashMap<Integer, float[]>();
    var likes = new float[n][];
    var total = 0f;
    for (var i = 0; i < n; i++) {
      var weight = words[i] + 1;
      total += scores[i] * weight;
      for (var holder : holders[i]) {
        boxes[2 * holder] += scores[i] * weight;
        boxes[2 * holder + 1] += weight;
      }
      var like = ofKind.computeIfAbsent(kinds[i], k -> new float[2]);
      like[0] += scores[i] * weight;
      like[1] += weight;
      likes[i] = like;
    }
    var before = distances(scores, false);
    var after = distances(scores, true);
    var passed = 0f;
    var length = (float) Math.log1p(total);
    for (var i = 0; i < n; i++) {
      var row = rows[i];
      if (row == null || scores[i] < SETTLED) {
        rows[i] = null;
        passed += scores[i] * (words[i] + 1);
        continue;
      }
      var k = BodyModel.FIRST_COUNT;
      for (var d = -3; d <= 3; d++) {
        row[k++] = i + d < 0 || i + d >= n ? -1 : scores[i + d];
      }
      row[k++] = around(scores, words, i, 3);
      row[k++] = around(scores, words, i, 8);
      var box = 2 * holders[i][0];
      row[k++] = boxes[box] / Math.max(1, boxes[box + 1]);
      row[k++] = boxes[box] / Math.max(1, total);
      var outer = 2 * holders[i][1];
      row[k++] = boxes[outer] / Math.max(1, boxes[outer + 1]);
      var sums = likes[i];
      row[k++] = sums[0] / Math.max(1, sums[1]);
      row[k++] = before[i];
      row[k++] = after[i];
      row[k++] = passed / Math.max(1, total);
      row[k++] = length;
      row[k++] = sums[0] / Math.max(1, total);
      passed += scores[i] * (words[i] + 1);
    }
  }

  /** The elements that hold each piece together with its like: the nearest and two around it. */
  static int[][] holders(HtmlTree tree, List<Piece> pieces) {
    var found = new int[pieces.size()][3];
    for (var i = 0; i < found.length; i++) {
      found[i][0] = container(tree, pieces.get(i));
      found[i][1] = Math.max(0, tree.parent(found[i][0]));
      found[i][2] = Math.max(0, tree.parent(found[i][1]));
    }
    return found;
  }

  /** The element that holds a piece together with its like. */
  static int container(HtmlTree tree, Piece piece) {
    var node = piece.box();
    var tag = tree.tag(node);
    return tag == Tag.P || tag == Tag.LI || tag == Tag.TR || tag.heading()
        ? Math.max(0, tree.parent(node))
        : node;
  }

  private static float around(float[] scores, int[] words, int i, int reach) {
    var sum = 0f;
    var weight = 0f;
    for (var j = Math.max(0, i - reach); j <= Math.min(scores.length - 1, i + reach); j++) {
      if (j != i) {
        sum += scores[j] * (words[j] + 1);
        weight += words[j] + 1;
      }
    }
    return weight == 0 ? 0 : sum / weight;
  }

  /** How many pieces away the nearest likely one is, on one side. */
  private static float[] distances(float[] scores, boolean backwards) {
    var found = new float[scores.length];
    var distance = 60f;
    for (var k = 0; k < scores.length; k++) {
      var i = backwards ? scores.length - 1 - k : k;
      found[i] = distance;
      distance = scores[i] > 0.7 ? 1 : Math.min(60, distance + 1);
    }
    return found;
  }
}
