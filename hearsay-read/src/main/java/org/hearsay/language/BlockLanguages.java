package org.hearsay.language;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.article.Article;

/**
 * The language of each block of an article: the article's own, unless the block is long enough and
 * plainly in another. A statement quoted in English in a French article is {@code en}. Abstains by
 * keeping to the article's language. Thread-safe.
 */
final class BlockLanguages {

  /** Shorter blocks, in characters, tell too little. */
  private static final int LEAST = 80;

  /** How much of a block is looked at first. */
  private static final int HEAD = 240;

  private static final LanguageIdentifier IDENTIFIER = new LanguageIdentifier();

  private BlockLanguages() {}

  /** One for each block, in their order; empty where the article's language is not known either. */
  static List<String> of(Article article) {
    var languages = new ArrayList<String>();
    var usual = article.language() == null ? "" : article.language();
    for (var block : article.blocks()) {
      languages.add(of(block.in(article.text()), usual));
    }
    return languages;
  }

  private static String of(String text, String usual) {
    if (text.length() < LEAST) {
      return usual;
    }
    var seen = IDENTIFIER.identify(text.substring(0, Math.min(text.length(), HEAD)));
    return seen.isEmpty()
            || seen.get().equals(usual)
            || !usual.isEmpty() && !LanguageIdentifier.KNOWN.contains(usual)
            || text.length() > HEAD && !IDENTIFIER.identify(text).equals(seen)
        ? usual
        : seen.get();
  }
}
