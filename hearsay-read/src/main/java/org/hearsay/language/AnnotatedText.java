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
 * @param partsOfSpeech one for each token; empty when the language has no tagger
 * @param blockLanguages one for each block, {@code language} where the block is in no other; empty
 *     where it is not known; no entries when all blocks are in the text's language
 */
public record AnnotatedText(
    String text,
    @Nullable String language,
    List<Block> blocks,
    List<Token> tokens,
    List<Sentence> sentences,
    List<Name> names,
    List<PartOfSpeech> partsOfSpeech,
    List<String> blockLanguages)
    implements Serializable {

  /** A text without parts of speech. */
  public AnnotatedText(
      String text,
      @Nullable String language,
      List<Block> blocks,
      List<Token> tokens,
      List<Sentence> sentences,
      List<Name> names) {
    this(text, language, blocks, tokens, sentences, names, List.of(), List.of());
  }

  public AnnotatedText {
    blocks = List.copyOf(blocks);
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
    names = List.copyOf(names);
    partsOfSpeech = List.copyOf(partsOfSpeech);
    var usual = language == null ? "" : language;
    blockLanguages =
        blockLanguages.stream().allMatch(usual::equals) ? List.of() : List.copyOf(blockLanguages);
    if (!partsOfSpeech.isEmpty() && partsOfSpeech.size() != tokens.size()) {
      throw new IllegalArgumentException(
          partsOfSpeech.size() + " parts of speech for " + tokens.size() + " tokens");
    }
  }

  /** The language of a block, by its index: the text's own unless the block is in another. */
  public @Nullable String blockLanguage(int block) {
    return blockLanguages.isEmpty() ? language : blockLanguages.get(block);
  }

  /** The tokens of a sentence. */
  public List<Token> tokens(Sentence sentence) {
    return tokens.subList(sentence.firstToken(), sentence.endToken());
  }

  /** The part of speech of a token, by its index; {@code X} when it is not known. */
  public PartOfSpeech pos(int token) {
    return partsOfSpeech.isEmpty() ? PartOfSpeech.X : partsOfSpeech.get(token);
  }
}
