package org.hearsay.language;

import java.io.Serializable;
import org.hearsay.article.Names;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;

/** A word, a number, a mark of punctuation. French clitics stand alone: {@code l'|eau}. */
public record Token(int start, int end, Kind kind) implements Spanned, Serializable {
  public Token {
    Span.check(start, end);
  }

  /** What a token is made of. */
  public enum Kind {
    WORD,
    NUMBER,
    PUNCTUATION,
    SYMBOL;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }
}
