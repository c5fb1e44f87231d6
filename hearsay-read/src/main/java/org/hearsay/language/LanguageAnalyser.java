package org.hearsay.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearsay.article.Article;

/** Finds the sentences, tokens and names of an article. Thread-safe. */
public final class LanguageAnalyser {

  private static final Pattern TOKEN =
      Pattern.compile("\\p{N}+(?:[.,]\\p{N}+)*|[\\p{L}\\p{M}]+['’]?|\\S");

  public AnnotatedText analyse(Article article) {
    var text = article.text();
    var tokens = new ArrayList<Token>();
    var sentences = new ArrayList<Sentence>();
    var matcher = TOKEN.matcher(text);
    for (var block : article.blocks()) {
      var first = tokens.size();
      matcher.region(block.start(), block.end());
      while (matcher.find()) {
        tokens.add(
            new Token(matcher.start(), matcher.end(), kind(text.codePointAt(matcher.start()))));
      }
      if (tokens.size() > first) {
        sentences.add(new Sentence(block.start(), block.end(), first, tokens.size()));
      }
    }
    return new AnnotatedText(
        text, article.language(), article.blocks(), tokens, sentences, List.of());
  }

  private static Token.Kind kind(int first) {
    return Character.isLetter(first)
        ? Token.Kind.WORD
        : Character.isDigit(first) ? Token.Kind.NUMBER : Token.Kind.PUNCTUATION;
  }
}
