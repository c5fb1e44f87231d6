package org.hearsay.lineage;

import java.io.Serializable;
import java.util.List;
import org.hearsay.article.Names;
import org.hearsay.article.Span;

/**
 * Two documents that share text.
 *
 * @param first the id that sorts first
 * @param second the other
 * @param containment share of the shorter text's word 5-grams that the longer one has too, 0 to 1
 * @param jaccard shared 5-grams over all 5-grams of both, 0 to 1
 * @param passages what they share, in the order of the second text
 */
public record CopyPair(
    String first,
    String second,
    Kind kind,
    double containment,
    double jaccard,
    List<Passage> passages)
    implements Serializable {

  public CopyPair {
    passages = List.copyOf(passages);
  }

  /** How much is shared. */
  public enum Kind {
    /** The same words from start to end. */
    EXACT,
    /** Most of both. */
    NEAR,
    /** The longer one holds a passage of the shorter one, or both hold the same passage. */
    PASSAGE;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }

  /**
   * A stretch that both texts have, but for small edits.
   *
   * @param first where it is in the first text; begins and ends with a word
   * @param second where it is in the second text
   * @param words how many of its words are the same
   */
  public record Passage(Span first, Span second, int words) implements Serializable {}
}
