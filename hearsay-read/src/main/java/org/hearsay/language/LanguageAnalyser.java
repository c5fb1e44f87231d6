package org.hearsay.language;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hearsay.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentences, tokens and names of an article, by the data of its language's folder; a
 * language without a folder gets what holds for all. Thread-safe.
 */
public final class LanguageAnalyser {

  private final Map<String, Language> languages = new ConcurrentHashMap<>();

  /** The engines of one language, loaded at its first text. */
  private record Language(Tokenizer tokenizer, SentenceSplitter splitter, WordTagger tagger) {
    static Language load(String language) {
      var rules = WordRules.load(language);
      return new Language(
          new Tokenizer(rules), new SentenceSplitter(rules), WordTagger.load(language, rules));
    }
  }

  public AnnotatedText analyse(Article article) {
    var text = article.text();
    var tokens = new ArrayList<Token>();
    var sentences = new ArrayList<Sentence>();
    var language = languages.computeIfAbsent(folder(article.language()), Language::load);
    for (var block : article.blocks()) {
      var first = tokens.size();
      language.tokenizer.tokenize(text, block.start(), block.end(), tokens);
      language.splitter.split(text, tokens, first, sentences);
    }
    var tagged = language.tagger.tag(text, tokens, sentences);
    return new AnnotatedText(
        text,
        article.language(),
        article.blocks(),
        tokens,
        sentences,
        tagged.names(),
        tagged.partsOfSpeech());
  }

  /** The folder of a language's data; empty when there is none. */
  private static String folder(@Nullable String language) {
    return language != null
            && language.matches("[a-z]{2,3}")
            && Lexicon.exists(WordRules.class, language + "/words.tsv")
        ? language
        : "";
  }
}
