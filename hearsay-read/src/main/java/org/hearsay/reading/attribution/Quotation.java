package org.hearsay.reading.attribution;

import org.hearsay.article.Span;
import org.hearsay.article.Spanned;

/**
 * A stretch in quotation marks, marks included.
 *
 * @param depth 0 for one that stands in no other
 * @param closed false when its closing mark is missing and its end is a guess
 * @param continues true when the paragraph before ended inside this quotation
 */
record Quotation(int start, int end, int depth, boolean closed, boolean continues)
    implements Spanned {
  Quotation {
    Span.check(start, end);
  }
}
