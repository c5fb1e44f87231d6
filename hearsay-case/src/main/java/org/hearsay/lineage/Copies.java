package org.hearsay.lineage;

import java.io.Serializable;
import java.util.List;

/**
 * What {@link CopyFinder} finds.
 *
 * @param pairs in order of their ids. Of more than two texts with the same words, each is paired as
 *     {@code EXACT} with the first one given, and only that one is compared with others
 * @param same ids of texts with the same words: two or more each, in the order given
 * @param groups ids of texts that are copies of each other, exact or near, directly or through
 *     others: two or more each, in the order given
 */
public record Copies(List<CopyPair> pairs, List<List<String>> same, List<List<String>> groups)
    implements Serializable {
  public Copies {
    pairs = List.copyOf(pairs);
    same = List.copyOf(same);
    groups = List.copyOf(groups);
  }

  /** How many of so many texts are left when copies are counted once. */
  public int texts(int documents) {
    return documents - groups.stream().mapToInt(group -> group.size() - 1).sum();
  }
}
