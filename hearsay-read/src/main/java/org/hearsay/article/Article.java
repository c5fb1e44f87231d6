package org.hearsay.article;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page: its text, what was left out, and what the page says of itself.
 *
 * @param url the page's own address (canonical)
 * @param published ISO 8601: a day {@code 2022-05-31} or a time with its offset {@code
 *     2022-06-01T08:00:00+02:00}
 * @param modified the same
 * @param language BCP 47 primary subtag, such as {@code fr}
 * @param text paragraphs separated by one blank line; for plain text the decoded input, unchanged
 * @param blocks what {@code text} is made of, in order, not overlapping
 * @param original where the page says that its text first appeared, when it is a reprint
 */
public record Article(
    @Nullable String url,
    @Nullable String site,
    @Nullable String title,
    @Nullable String standfirst,
    List<String> bylines,
    @Nullable String published,
    @Nullable String modified,
    @Nullable String language,
    String text,
    List<Block> blocks,
    List<Furniture> furniture,
    List<Link> links,
    @Nullable Reuse reuse,
    @Nullable String original)
    implements Serializable {

  public Article {
    bylines = List.copyOf(bylines);
    blocks = List.copyOf(blocks);
    furniture = List.copyOf(furniture);
    links = List.copyOf(links);
    var last = 0;
    for (var block : blocks) {
      if (block.start() < last || block.end() > text.length()) {
        throw new IllegalArgumentException(
            "block " + block + " overlaps the one before it or leaves the text");
      }
      last = block.end();
    }
  }

  /** An article that is not said to be a reprint. */
  public Article(
      @Nullable String url,
      @Nullable String site,
      @Nullable String title,
      @Nullable String standfirst,
      List<String> bylines,
      @Nullable String published,
      @Nullable String modified,
      @Nullable String language,
      String text,
      List<Block> blocks,
      List<Furniture> furniture,
      List<Link> links,
      @Nullable Reuse reuse) {
    this(
        url,
        site,
        title,
        standfirst,
        bylines,
        published,
        modified,
        language,
        text,
        blocks,
        furniture,
        links,
        reuse,
        null);
  }

  /** An article of which nothing could be read. */
  public static Article empty() {
    return new Article(
        null, null, null, null, List.of(), null, null, null, "", List.of(), List.of(), List.of(),
        null);
  }

  /** The day of publication, as written by the outlet; empty when the page gives none. */
  public Optional<LocalDate> publishedDay() {
    if (published == null || published.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(published.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public Article withLanguage(@Nullable String language) {
    return new Article(
        url,
        site,
        title,
        standfirst,
        bylines,
        published,
        modified,
        language,
        text,
        blocks,
        furniture,
        links,
        reuse,
        original);
  }
}
