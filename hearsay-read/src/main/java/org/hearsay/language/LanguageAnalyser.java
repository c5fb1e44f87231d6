package org.hearsay.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hearsay.article.Article;
import org.hearsay.article.Block;

/**
 * Finds the sentences, tokens and names of an article, by the data of its language's folder; a
 * language without a folder gets what holds for all. Blocks that are plainly in another language
 * are read by that one's data. Thread-safe.
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

  /** The words and sentences of the blocks of one language, numbered by themselves. */
  private static final class Part {
    final List<Token> tokens = new ArrayList<>();
    final List<Sentence> sentences = new ArrayList<>();
    List<Name> names = List.of();
    List<PartOfSpeech> pos = List.of();
    int nextToken;
    int nextSentence;
  }

  public AnnotatedText analyse(Article article) {
    var text = article.text();
    var blocks = BlockLanguages.of(article);
    var folders = new HashMap<String, String>();
    var parts = new LinkedHashMap<String, Part>();
    for (var b = 0; b < blocks.size(); b++) {
      var block = article.blocks().get(b);
      var folder = folders.computeIfAbsent(blocks.get(b), LanguageAnalyser::folder);
      var language = languages.computeIfAbsent(folder, Language::load);
      var part = parts.computeIfAbsent(folder, f -> new Part());
      var first = part.tokens.size();
      language.tokenizer.tokenize(text, block.start(), block.end(), part.tokens);
      language.splitter.split(text, part.tokens, first, part.sentences);
    }
    parts.forEach(
        (folder, part) -> {
          var tagger = languages.computeIfAbsent(folder, Language::load).tagger;
          var tagged = tagger.tag(text, part.tokens, part.sentences);
          part.names = tagged.names();
          part.pos = tagged.partsOfSpeech();
        });
    var whole =
        parts.size() == 1
            ? parts.values().iterator().next()
            : together(article.blocks(), blocks.stream().map(folders::get).toList(), parts);
    return new AnnotatedText(
        text,
        article.language(),
        article.blocks(),
        whole.tokens,
        whole.sentences,
        whole.names,
        whole.pos,
        blocks);
  }

  /** The parts of several languages as one, in the order of the text. */
  private static Part together(List<Block> blocks, List<String> folders, Map<String, Part> parts) {
    var whole = new Part();
    var tagged = parts.values().stream().anyMatch(p -> !p.pos.isEmpty());
    var pos = new ArrayList<PartOfSpeech>();
    for (var b = 0; b < blocks.size(); b++) {
      var part = parts.get(folders.get(b));
      var end = blocks.get(b).end();
      var shift = part == null ? 0 : whole.tokens.size() - part.nextToken;
      while (part != null
          && part.nextToken < part.tokens.size()
          && part.tokens.get(part.nextToken).start() < end) {
        whole.tokens.add(part.tokens.get(part.nextToken));
        pos.add(part.pos.isEmpty() ? PartOfSpeech.X : part.pos.get(part.nextToken));
        part.nextToken++;
      }
      while (part != null
          && part.nextSentence < part.sentences.size()
          && part.sentences.get(part.nextSentence).start() < end) {
        var s = part.sentences.get(part.nextSentence++);
        whole.sentences.add(
            new Sentence(s.start(), s.end(), s.firstToken() + shift, s.endToken() + shift));
      }
    }
    whole.names =
        parts.values().stream()
            .flatMap(p -> p.names.stream())
            .sorted(Comparator.comparingInt(Name::start))
            .toList();
    whole.pos = tagged ? pos : List.of();
    return whole;
  }

  /** The folder of a language's data; empty when there is none. */
  private static String folder(String language) {
    return language.matches("[a-z]{2,3}")
            && Lexicon.exists(WordRules.class, language + "/words.tsv")
        ? language
        : "";
  }
}
