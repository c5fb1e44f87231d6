package org.hearsay.train;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.language.Token;

/**
 * A text put together from given words, one blank between them, so that taggers see exactly the
 * corpus's words.
 */
record WordText(String text, List<Token> tokens) {

  static WordText of(List<String> words) {
    var text = new StringBuilder();
    var tokens = new ArrayList<Token>();
    for (var word : words) {
      var start = text.length();
      text.append(word).append(' ');
      tokens.add(new Token(start, start + word.length(), kind(word)));
    }
    return new WordText(text.toString(), tokens);
  }

  private static Token.Kind kind(String word) {
    var c = word.codePointAt(0);
    return Character.isLetter(c)
        ? Token.Kind.WORD
        : Character.isDigit(c) ? Token.Kind.NUMBER : Token.Kind.PUNCTUATION;
  }
}
