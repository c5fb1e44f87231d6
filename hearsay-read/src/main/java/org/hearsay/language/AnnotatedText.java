package org.hearsay.language;

import java.io.Serializable;
import java.util.List;
import org.hearsay.article.Block;
import org.jspecify.annotations.Nullable;

/**
 * An article's text with its sentences, tokens and names, all in order of their start.
 *
 * @param text the article's text, unchanged
 * @param language {@code fr}, {@code en}; null when it was not recognised
 * @param blocks the article's blocks; no sentence crosses from one into another
 */
public record AnnotatedText(
    String text,
    @Nullable String language,
    List<Block> blocks,
    List<Token> tokens,
    List<Sentence> sentences,
    List<Name> names)
    implements Serializable {

  public AnnotatedText {
    blocks = List.copyOf(blocks);
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
    names = List.copyOf(names);
  }

  /** The tokens of a sentence. */
  public List<Token> tokens(Sentence sentence) {
    return tokens.subList(sentence.firstToken(), sentence.endToken());
  }
}
