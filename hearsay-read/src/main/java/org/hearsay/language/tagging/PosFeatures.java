package org.hearsay.language.tagging;

/**
 * What the part-of-speech tagger looks at: the word, its ends and its shape, and its neighbours,
 * two on either side. After Ratnaparkhi 1996 and Collins 2002.
 */
public final class PosFeatures implements Features {

  private final Columns columns;

  public PosFeatures(Columns columns) {
    this.columns = columns;
  }

  @Override
  public int most() {
    return 28;
  }

  @Override
  public int of(int i, int first, int end, int[] into) {
    var c = columns;
    var n = 0;
    var w = c.word[i];
    var w1 = Columns.at(c.word, i - 1, first, end);
    var w2 = Columns.at(c.word, i - 2, first, end);
    var v1 = Columns.at(c.word, i + 1, first, end);
    var v2 = Columns.at(c.word, i + 2, first, end);
    var shape = c.shape[i] * 2 + (i == first ? 1 : 0);
    into[n++] = Features.hash(1, w);
    into[n++] = Features.hash(2, w1);
    into[n++] = Features.hash(3, v1);
    into[n++] = Features.hash(4, w2);
    into[n++] = Features.hash(5, v2);
    into[n++] = Features.hash(6, w1, w);
    into[n++] = Features.hash(7, w, v1);
    into[n++] = Features.hash(8, w1, v1);
    into[n++] = Features.hash(9, w2, w1);
    into[n++] = Features.hash(10, v1, v2);
    into[n++] = Features.hash(11, shape);
    into[n++] = Features.hash(12, w, shape);
    for (var k = 0; k < Columns.AFFIX; k++) {
      if (c.suffix[k][i] != 0) {
        into[n++] = Features.hash(16 + k, c.suffix[k][i]);
      }
      if (k > 0 && c.prefix[k][i] != 0) {
        into[n++] = Features.hash(24 + k, c.prefix[k][i]);
      }
    }
    var s3 = longest(c.suffix, i);
    into[n++] = Features.hash(32, Columns.at(c.suffix[1], i - 1, first, end));
    into[n++] = Features.hash(33, Columns.at(c.suffix[1], i + 1, first, end));
    into[n++] = Features.hash(34, i > first ? longest(c.suffix, i - 1) : Columns.NONE);
    into[n++] = Features.hash(35, i + 1 < end ? longest(c.suffix, i + 1) : Columns.NONE);
    into[n++] = Features.hash(36, s3, shape);
    into[n++] = Features.hash(37, Columns.at(c.shape, i - 1, first, end), shape);
    into[n++] = Features.hash(38, Columns.at(c.shape, i + 1, first, end), shape);
    into[n++] = Features.hash(39, s3, w1);
    into[n++] = Features.hash(40, s3, v1);
    return n;
  }

  /** The suffix of three letters, or of what there is. */
  private static int longest(int[][] suffix, int i) {
    return suffix[2][i] != 0 ? suffix[2][i] : suffix[1][i] != 0 ? suffix[1][i] : suffix[0][i];
  }
}
