package org.hearsay.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * What the first scores of a page say together: a piece is judged again with the scores of its
 * neighbours, of what shares its container, and of what is of its kind (stacked sequential
 * learning, Cohen and Carvalho 2005).
 */
final class SecondLook {

  /** How many figures it adds to those of the first look. */
  static final int COUNT = 18;

  private static final float[] NONE = new float[2];

  private SecondLook() {}

  static float[][] rows(
      float[][] first, float[] scores, int[] words, int[][] holders, int[] kinds) {
    var n = first.length;
    var rows = new float[n][];
    var boxes = new HashMap<Integer, float[]>();
    var ofKind = new HashMap<Integer, float[]>();
    var total = 0f;
    for (var i = 0; i < n; i++) {
      var weight = words[i] + 1;
      total += scores[i] * weight;
      for (var holder : holders[i]) {
        var sums = boxes.computeIfAbsent(holder, k -> new float[2]);
        sums[0] += scores[i] * weight;
        sums[1] += weight;
      }
      var like = ofKind.computeIfAbsent(kinds[i], k -> new float[2]);
      like[0] += scores[i] * weight;
      like[1] += weight;
    }
    var before = distances(scores, false);
    var after = distances(scores, true);
    var passed = 0f;
    for (var i = 0; i < n; i++) {
      var row = Arrays.copyOf(first[i], first[i].length + COUNT);
      var k = first[i].length;
      for (var d = -3; d <= 3; d++) {
        row[k++] = i + d < 0 || i + d >= n ? -1 : scores[i + d];
      }
      row[k++] = around(scores, words, i, 3);
      row[k++] = around(scores, words, i, 8);
      var box = boxes.getOrDefault(holders[i][0], NONE);
      row[k++] = box[0] / Math.max(1, box[1]);
      row[k++] = box[0] / Math.max(1, total);
      var outer = boxes.getOrDefault(holders[i][1], NONE);
      row[k++] = outer[0] / Math.max(1, outer[1]);
      var sums = ofKind.getOrDefault(kinds[i], NONE);
      row[k++] = sums[0] / Math.max(1, sums[1]);
      row[k++] = before[i];
      row[k++] = after[i];
      row[k++] = passed / Math.max(1, total);
      row[k++] = (float) Math.log1p(total);
      row[k++] = sums[0] / Math.max(1, total);
      passed += scores[i] * (words[i] + 1);
      rows[i] = row;
    }
    return rows;
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
