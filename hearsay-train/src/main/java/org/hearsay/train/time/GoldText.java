package org.hearsay.train.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.article.Article;
import org.hearsay.article.Block;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnalyser;

/** A text of a corpus with its day of publication and its marked times, in order. */
record GoldText(String name, String text, Optional<LocalDate> published, List<GoldTime> times) {

  private static final LanguageAnalyser ANALYSER = new LanguageAnalyser();

  GoldText {
    times = List.copyOf(times);
  }

  /** The text with tokens and sentences; paragraphs are parted by blank lines. */
  AnnotatedText annotated(String language) {
    var blocks = new ArrayList<Block>();
    var start = -1;
    for (var i = 0; i <= text.length(); i++) {
      var breaks = i == text.length() || text.startsWith("\n\n", i);
      if (breaks && start >= 0) {
        blocks.add(new Block(Block.Kind.PARAGRAPH, start, i, null));
        start = -1;
      } else if (!breaks && start < 0 && !Character.isWhitespace(text.charAt(i))) {
        start = i;
      }
    }
    return ANALYSER.analyse(
        new Article(
            null, null, null, null, List.of(), null, null, language, text, blocks, List.of(),
            List.of(), null));
  }
}
