package org.hearsay.language;

import java.util.List;
import org.hearsay.article.Article;
import org.hearsay.article.Block;

/** Articles made of a few words, for tests. */
public final class TextSample {
  private TextSample() {}

  /** One block for each paragraph; paragraphs are joined by a blank line. */
  public static Article article(String language, String... paragraphs) {
    var text = String.join("\n\n", paragraphs);
    var blocks = new java.util.ArrayList<Block>();
    var at = 0;
    for (var paragraph : paragraphs) {
      blocks.add(new Block(Block.Kind.PARAGRAPH, at, at + paragraph.length(), null));
      at += paragraph.length() + 2;
    }
    return new Article(
        null, null, null, null, List.of(), null, null, language, text, blocks, List.of(), List.of(),
        null);
  }

  public static AnnotatedText analysed(String language, String... paragraphs) {
    return new LanguageAnalyser().analyse(article(language, paragraphs));
  }
}
