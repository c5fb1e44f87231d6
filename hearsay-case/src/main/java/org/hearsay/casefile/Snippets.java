package org.hearsay.casefile;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.hearsay.article.Span;
import org.jspecify.annotations.Nullable;

/** The piece of a document's text that shows why it was found. */
final class Snippets {
  private Snippets() {}

  private static final int LENGTH = 240;
  private static final int LONGEST_TEXT = 1 << 20;

  /**
   * @param highlights spans of {@code text}, in order, apart
   */
  record Snippet(String text, List<Span> highlights) {}

  /**
   * @param language one of {@link Analyzers#LANGUAGES}
   */
  static Snippet of(String text, String language, Query query) throws IOException {
    try (var analyzer = Analyzers.of(language)) {
      var highlighter =
          new Highlighter(
              UnifiedHighlighter.builderWithoutSearcher(analyzer)
                  .withMaxLength(LONGEST_TEXT)
                  .withFieldMatcher(field -> true)
                  .withFormatter(new Formatter())
                  .withBreakIterator(
                      () ->
                          LengthGoalBreakIterator.createClosestToLength(
                              BreakIterator.getSentenceInstance(Locale.ROOT), LENGTH, 0.5f)));
      var snippet = highlighter.highlightWithoutSearcher("text_" + language, query, text, 1);
      return snippet instanceof Snippet found ? found : beginning(text);
    }
  }

  /** When the words stand in the title only, or too far down. */
  private static Snippet beginning(String text) {
    return new Snippet(text.substring(0, Math.min(text.length(), LENGTH)).strip(), List.of());
  }

  private static final class Highlighter extends UnifiedHighlighter {
    Highlighter(Builder builder) {
      super(builder);
    }

    @Override
    public @Nullable Object highlightWithoutSearcher(
        String field, Query query, String content, int maxPassages) throws IOException {
      return super.highlightWithoutSearcher(field, query, content, maxPassages);
    }
  }

  private static final class Formatter extends PassageFormatter {
    @Override
    public Snippet format(Passage[] passages, String content) {
      var passage = passages[0];
      var start = passage.getStartOffset();
      var end = passage.getEndOffset();
      while (start < end && Character.isWhitespace(content.charAt(start))) {
        start++;
      }
      while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
        end--;
      }
      var highlights = new ArrayList<Span>();
      for (var i = 0; i < passage.getNumMatches(); i++) {
        var from = passage.getMatchStarts()[i] - start;
        var to = passage.getMatchEnds()[i] - start;
        var after = highlights.isEmpty() ? 0 : highlights.get(highlights.size() - 1).end();
        if (from >= after && to <= end - start) {
          highlights.add(new Span(from, to));
        }
      }
      return new Snippet(content.substring(start, end), highlights);
    }
  }
}
