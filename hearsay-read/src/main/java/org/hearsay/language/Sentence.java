package org.hearsay.language;

import java.io.Serializable;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;

/**
 * A sentence.
 *
 * @param firstToken index of its first token in {@link AnnotatedText#tokens}
 * @param endToken index after its last token
 */
public record Sentence(int start, int end, int firstToken, int endToken)
    implements Spanned, Serializable {
  public Sentence {
    Span.check(start, end);
    Span.check(firstToken, endToken);
  }
}
