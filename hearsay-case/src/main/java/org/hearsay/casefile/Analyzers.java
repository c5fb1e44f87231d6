package org.hearsay.casefile;

import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.jspecify.annotations.Nullable;

/**
 * How words are indexed, by language: French, English, and one way for all others. Case and accents
 * never matter; plurals do not in French and English. Stemming is the minimal one: names are what
 * is searched for here, and a strong stemmer makes one of different names.
 */
final class Analyzers {
  private Analyzers() {}

  /** The kinds of fields there are; the last is for every other language. */
  static final List<String> LANGUAGES = List.of("fr", "en", "other");

  static String field(@Nullable String language) {
    var primary = language == null ? "" : language.toLowerCase(Locale.ROOT).split("-", 2)[0];
    return LANGUAGES.contains(primary) ? primary : "other";
  }

  /**
   * @param language one of {@link #LANGUAGES}
   */
  static Analyzer of(String language) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String fieldName) {
        var tokens = new StandardTokenizer();
        return new TokenStreamComponents(tokens, filter(tokens, language));
      }

      @Override
      protected TokenStream normalize(String fieldName, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(in));
      }
    };
  }

  private static TokenStream filter(TokenStream tokens, String language) {
    return switch (language) {
      case "fr" ->
          new FrenchMinimalStemFilter(
              folded(
                  new ElisionFilter(tokens, FrenchAnalyzer.DEFAULT_ARTICLES),
                  FrenchAnalyzer.getDefaultStopSet()));
      case "en" ->
          new EnglishMinimalStemFilter(
              folded(new EnglishPossessiveFilter(tokens), EnglishAnalyzer.getDefaultStopSet()));
      default -> folded(tokens, CharArraySet.EMPTY_SET);
    };
  }

  private static TokenStream folded(TokenStream tokens, CharArraySet stopWords) {
    return new ASCIIFoldingFilter(new StopFilter(new LowerCaseFilter(tokens), stopWords));
  }
}
