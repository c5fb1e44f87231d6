package org.hearsay.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which pieces of a page are its article, told from the text a corpus gives for it: a piece is when
 * most of its word 4-grams are in that text. What the corpora disagree on - captions, the headline,
 * the standfirst - counts for nothing.
 */
final class Labels {

  final float[] label;
  final float[] weight;

  private Labels(int n) {
    label = new float[n];
    weight = new float[n];
  }

  /** From a whole text. */
  static Labels of(List<Piece> pieces, int[] words, String text, String standfirst, String title) {
    var labels = new Labels(pieces.size());
    var grams = grams(text.split("\\s*\\n\\s*"), 4);
    var lines = lines(text);
    var lead = grams(standfirst.split("\\s*\\n\\s*"), 4);
    var heading = Words.folded(title);
    for (var i = 0; i < labels.label.length; i++) {
      var piece = pieces.get(i);
      var folded = Words.folded(piece.text());
      if (folded.isEmpty()) {
        continue;
      }
      var share = share(folded, grams, lines);
      labels.label[i] = share > 0.5 ? 1 : 0;
      labels.weight[i] = (float) (0.25 + Math.sqrt(Math.min(words[i], 150)) / 4);
      if (piece.kind() == Block.Kind.CAPTION
          || folded.equals(heading)
          || share <= 0.5 && share(folded, lead, Set.of()) > 0.5
          || share > 0.2 && share < 0.8) {
        labels.weight[i] *= share > 0.2 && share < 0.8 ? 0.3f : 0;
      }
    }
    labels.dropCopies(pieces, words);
    return labels;
  }

  /** From segments that must or must not be in the text; all else counts for nothing. */
  static Labels of(List<Piece> pieces, List<String> with, List<String> without) {
    var labels = new Labels(pieces.size());
    mark(labels, pieces, with, 1);
    mark(labels, pieces, without, 0);
    return labels;
  }

  private static void mark(Labels labels, List<Piece> pieces, List<String> segments, float label) {
    for (var segment : segments) {
      var folded = Words.folded(segment);
      if (folded.length() < 4) {
        continue;
      }
      var at = -1;
      var times = 0;
      for (var i = 0; i < pieces.size(); i++) {
        if (Words.folded(pieces.get(i).text()).contains(folded)) {
          times++;
          if (label == 0 || at < 0) {
            at = i;
          }
          if (label == 0 && times < 6) {
            labels.label[i] = 0;
            labels.weight[i] = 1.5f;
          }
        }
      }
      if (label == 1 && times == 1) {
        labels.label[at] = 1;
        labels.weight[at] = 3;
      }
    }
  }

  /** Of pieces with the same words, only the one among most of the article counts as it. */
  private void dropCopies(List<Piece> pieces, int[] words) {
    Map<String, Integer> best = new HashMap<>();
    for (var i = 0; i < label.length; i++) {
      if (label[i] > 0 && words[i] >= 5) {
        var text = pieces.get(i).text();
        var other = best.get(text);
        if (other == null) {
          best.put(text, i);
        } else {
          var keep = company(i) > company(other) ? i : other;
          var drop = keep == i ? other : i;
          weight[drop] = 0;
          best.put(text, keep);
        }
      }
    }
  }

  private double company(int i) {
    var sum = 0.0;
    for (var j = Math.max(0, i - 10); j <= Math.min(label.length - 1, i + 10); j++) {
      sum += label[j] * weight[j];
    }
    return sum;
  }

  private static Set<String> lines(String text) {
    var lines = new HashSet<String>();
    for (var line : text.split("\\s*\\n\\s*")) {
      lines.add(Words.folded(line));
    }
    return lines;
  }

  private static Set<String> grams(String[] lines, int n) {
    var found = new HashSet<String>();
    for (var line : lines) {
      var words = tokens(Words.folded(line));
      for (var i = 0; i + n <= words.length; i++) {
        found.add(String.join(" ", Arrays.asList(words).subList(i, i + n)));
      }
    }
    return found;
  }

  private static float share(String folded, Set<String> grams, Set<String> lines) {
    var words = tokens(folded);
    if (words.length < 4) {
      return lines.contains(folded) ? 1 : 0;
    }
    var n = 0;
    for (var i = 0; i + 4 <= words.length; i++) {
      n += grams.contains(String.join(" ", Arrays.asList(words).subList(i, i + 4))) ? 1 : 0;
    }
    return (float) n / (words.length - 3);
  }

  /** Words; in scripts without spaces, characters. */
  private static String[] tokens(String folded) {
    var out = new StringBuilder(folded.length() + 16);
    for (var i = 0; i < folded.length(); i++) {
      var c = folded.charAt(i);
      if (Words.spaceless(c)) {
        out.append(' ').append(c).append(' ');
      } else {
        out.append(c);
      }
    }
    return out.toString().strip().split(" +");
  }
}
