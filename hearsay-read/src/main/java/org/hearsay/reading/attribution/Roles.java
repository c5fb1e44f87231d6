package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The labels of the two models, and the windows in which they look. */
final class Roles {
  static final int OUTSIDE = 0;
  static final int SOURCE_FIRST = 1;
  static final int SOURCE = 2;
  static final int CONTENT_FIRST = 3;
  static final int CONTENT = 4;
  static final int CUE = 5;
  static final int ROLE_LABELS = 6;

  static final int CUE_FIRST = 1;
  static final int CUE_NEXT = 2;

  /** First word of the second piece of a cue. */
  static final int CUE_AGAIN = 3;

  static final int CUE_LABELS = 4;

  private static final int FARTHEST = 160;

  private Roles() {}

  static Crf roleModel(int rows) {
    var crf = new Crf(ROLE_LABELS, Signs.TRANSITION_CLASSES, rows);
    for (var inside : new int[] {SOURCE, CONTENT}) {
      crf.forbidStart(inside);
      for (var from = 0; from < ROLE_LABELS; from++) {
        if (from != inside && from != inside - 1) {
          crf.forbid(from, inside);
        }
      }
    }
    return crf;
  }

  static Crf cueModel(int rows) {
    var crf = new Crf(CUE_LABELS, Signs.TRANSITION_CLASSES, rows);
    crf.forbidStart(CUE_NEXT);
    crf.forbidStart(CUE_AGAIN);
    crf.forbid(OUTSIDE, CUE_NEXT);
    crf.forbid(CUE_FIRST, CUE_AGAIN);
    crf.forbid(CUE_NEXT, CUE_AGAIN);
    crf.forbid(CUE_AGAIN, CUE_AGAIN);
    return crf;
  }

  /**
   * The tokens among which the source and content of a cue are looked for: its sentence, and those
   * before and behind where quotations stand in them.
   */
  static Range window(Words words, List<Range> cue) {
    var first = cue.get(0).first();
    var end = cue.get(cue.size() - 1).end();
    var from = words.stretchStart(first);
    var to = words.stretchEnd(end - 1);
    if (from > 0 && words.block[from - 1] == words.block[from] && quoted(words, from - 1)) {
      from = words.stretchStart(from - 1);
    }
    if (to < words.size && goesOn(words, to)) {
      to = words.stretchEnd(to);
    }
    return new Range(Math.max(from, first - FARTHEST), Math.min(to, end + FARTHEST));
  }

  /** Whether what is told before a token may go on there. */
  private static boolean goesOn(Words words, int to) {
    return words.is(to - 1, ":")
        || words.block[to] == words.block[to - 1] && (words.quoteMark(to - 1) || quoted(words, to));
  }

  /** Whether there are quotation marks in the stretch of a token. */
  private static boolean quoted(Words words, int token) {
    return IntStream.range(words.stretchStart(token), words.stretchEnd(token))
        .anyMatch(i -> words.quotation[i] >= 0 || words.quoteMark(i));
  }

  /** Labels the tokens of a window that stand in pieces: the first of each, and those after it. */
  static void label(int[] labels, Range window, List<Range> pieces, int first, int next) {
    for (var piece : pieces) {
      for (var i = Math.max(piece.first(), window.first());
          i < Math.min(piece.end(), window.end());
          i++) {
        labels[i - window.first()] = i == piece.first() ? first : next;
      }
    }
  }

  /** The runs of a label and its continuation in a labelled window. */
  static List<Range> runs(int[] labels, int offset, int firstLabel, int insideLabel) {
    var runs = new ArrayList<Range>();
    for (var i = 0; i < labels.length; i++) {
      if (labels[i] != firstLabel && labels[i] != insideLabel) {
        continue;
      }
      var from = i;
      while (i + 1 < labels.length && labels[i + 1] == insideLabel) {
        i++;
      }
      runs.add(new Range(offset + from, offset + i + 1));
    }
    return runs;
  }
}
