package org.hearsay.lineage;

import java.io.Serializable;
import org.hearsay.article.Names;

/**
 * Two documents that share text.
 *
 * @param first the id that sorts first
 * @param second the other
 * @param containment share of the shorter text's word 5-grams that the longer one has too, 0 to 1
 * @param jaccard shared 5-grams over all 5-grams of both, 0 to 1
 */
public record CopyPair(String first, String second, Kind kind, double containment, double jaccard)
    implements Serializable {

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
}
