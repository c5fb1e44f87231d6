package org.hearsay.reading.attribution;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribution as found in the tokens, before it gets its speaker, flags and place in a chain.
 *
 * @param head the token that makes it an attribution: the verb of the cue, a colon; -1 when none
 * @param entry what the lexicon knows of the head
 * @param confidence 0 to 1
 */
record Draft(
    List<Range> source,
    List<Range> cue,
    List<Range> content,
    int head,
    @Nullable Cue entry,
    Evidence evidence,
    double confidence) {
  /** In order of their first content token, outer before inner. */
  static final Comparator<Draft> IN_ORDER =
      Comparator.comparingInt((Draft d) -> d.content().get(0).first())
          .thenComparing(d -> -d.content().get(d.content().size() - 1).end())
          .thenComparingInt(Draft::head);

  Draft {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
  }

  Draft with(double other) {
    return new Draft(source, cue, content, head, entry, evidence, other);
  }

  Draft with(Evidence otherEvidence, double other) {
    return new Draft(source, cue, content, head, entry, otherEvidence, other);
  }

  Draft with(List<Range> otherContent) {
    return with(source, otherContent);
  }

  Draft with(List<Range> otherSource, List<Range> otherContent) {
    return new Draft(otherSource, cue, otherContent, head, entry, evidence, confidence);
  }

  /** Whether another stands, cue and content, inside the content of this one. */
  boolean holds(Draft inner) {
    return inner.content().stream().allMatch(this::inContent)
        && inner.cue().stream().allMatch(this::inContent)
        && !content.equals(inner.content());
  }

  private boolean inContent(Range piece) {
    return content.stream().anyMatch(c -> c.first() <= piece.first() && piece.end() <= c.end());
  }
}
