package org.hearsay.train.time;

import org.hearsay.article.Span;
import org.hearsay.article.Spanned;

/** A time expression as annotators marked it. The value is empty where the corpus gives none. */
record GoldTime(int start, int end, String type, String value) implements Spanned {
  GoldTime {
    Span.check(start, end);
  }
}
