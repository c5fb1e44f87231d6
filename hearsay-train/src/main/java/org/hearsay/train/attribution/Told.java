package org.hearsay.train.attribution;

import java.util.List;
import java.util.Set;
import org.hearsay.article.Span;

/**
 * An annotated article, whatever corpus it is from.
 *
 * @param hedges empty where the corpus marks none
 * @param nested whether the corpus marks attributions inside the content of others
 */
record Told(
    String id,
    String language,
    String text,
    List<Saying> sayings,
    List<Span> hedges,
    boolean nested) {

  /**
   * One attribution: pieces of text in order; source and cue may be empty.
   *
   * @param flags as written in the corpus
   * @param who short names of those it is attributed to
   */
  record Saying(
      List<Span> source, List<Span> cue, List<Span> content, Set<String> flags, Set<String> who) {}
}
