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
 * @param pictures terms that single pictures have of their own; they say nothing about the text
 */
public record Reuse(
    @Nullable String licence,
    List<String> conditions,
    List<Evidence> evidence,
    boolean conflicting,
    List<Picture> pictures)
    implements Serializable {

  public Reuse {
    conditions = List.copyOf(conditions);
    evidence = List.copyOf(evidence);
    // readings written before there was this field have none
    pictures = pictures == null ? List.of() : List.copyOf(pictures);
  }

  /**
   * What a caption or a picture's data say about the picture.
   *
   * @param text the caption or credit that says so, or the value in the data
   * @param licence SPDX identifier where one is stated
   * @param conditions as of the page
   */
  public record Picture(
      @Nullable ByteRange html, String text, @Nullable String licence, List<String> conditions)
      implements Serializable {
    public Picture {
      conditions = List.copyOf(conditions);
    }
  }

  /** A passage of the page, outside or inside the article. */
  public record Evidence(@Nullable ByteRange html, String text) implements Serializable {}
}
