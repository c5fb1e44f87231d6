package org.hearsay.casefile;

import java.util.List;
import org.hearsay.article.Span;

/**
 * Something to check that shows only across the case: a question with its passages, never a
 * verdict.
 *
 * @param key the same finding has the same key after a rebuild; judgements name it
 * @param kind {@code exact-copy}, {@code near-copy}, {@code shared-passage}, {@code two-titles}
 * @param summary one sentence for people
 * @param evidence the passages, from two documents or from one
 * @param dismissed whether a judgement set it aside
 */
public record Finding(
    String key, String kind, String summary, List<Evidence> evidence, boolean dismissed) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** A passage of a document of the case. */
  public record Evidence(String document, Span span, String quote) {}
}
