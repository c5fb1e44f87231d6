package org.hearsay.article;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page says about republishing it: stated, never inferred.
 *
 * @param licence SPDX identifier where one is stated, such as {@code CC-BY-ND-4.0}
 * @param conditions such as {@code attribution}, {@code link-to-original}, {@code
 *     images-excluded-unless-marked}, {@code all-rights-reserved}
 * @param evidence the passages that say so
 * @param conflicting whether two of them contradict each other
 */
public record Reuse(
    @Nullable String licence, List<String> conditions, List<Evidence> evidence, boolean conflicting)
    implements Serializable {

  public Reuse {
    conditions = List.copyOf(conditions);
    evidence = List.copyOf(evidence);
  }

  /** A passage of the page, outside or inside the article. */
  public record Evidence(@Nullable ByteRange html, String text) implements Serializable {}
}
