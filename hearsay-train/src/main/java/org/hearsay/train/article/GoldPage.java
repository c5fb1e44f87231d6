package org.hearsay.train.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a corpus and what should be read in it.
 *
 * @param site the outlet or domain: pages of one site are never on both sides of a split
 * @param group what the table is broken down by: a language
 * @param text the article's text; null where the corpus has segments only
 * @param standfirst empty when the corpus gives none apart from the text
 * @param title null when not annotated; so with the fields after it
 * @param date ISO 8601
 * @param with segments that must be in the text
 * @param without segments that must not
 */
@SuppressWarnings("ArrayRecordComponent")
public record GoldPage(
    String name,
    String site,
    String group,
    String uri,
    byte[] html,
    @Nullable String text,
    String standfirst,
    @Nullable String title,
    @Nullable List<String> authors,
    @Nullable String date,
    List<String> with,
    List<String> without) {}
