package org.hearsay.bench;

import java.util.List;
import org.hearsay.article.Article;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.language.LanguageStages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The language layer over articles of 600 words, whole and part by part. */
@State(Scope.Benchmark)
public class LanguageBenchmark {

  @Param({"fr", "en"})
  public String language = "fr";

  private final LanguageAnalyser analyser = new LanguageAnalyser();
  private LanguageStages stages = new LanguageStages(language);
  private List<Article> articles = List.of();
  private List<LanguageStages.Words> words = List.of();
  private List<LanguageStages.Tagged> tagged = List.of();

  @Setup
  public void load() {
    stages = new LanguageStages(language);
    articles = Texts.articles(language);
    words = articles.stream().map(stages::words).toList();
    tagged = words.stream().map(stages::pos).toList();
  }

  @Benchmark
  public void layer(Blackhole hole) {
    articles.forEach(article -> hole.consume(analyser.analyse(article)));
  }

  @Benchmark
  public void tokensAndSentences(Blackhole hole) {
    articles.forEach(article -> hole.consume(stages.words(article)));
  }

  @Benchmark
  public void partsOfSpeech(Blackhole hole) {
    words.forEach(each -> hole.consume(stages.pos(each)));
  }

  @Benchmark
  public void names(Blackhole hole) {
    tagged.forEach(each -> hole.consume(stages.names(each)));
  }

  /** How many tokens the articles of a language have together. */
  static int tokens(String language) {
    var analyser = new LanguageAnalyser();
    return Texts.articles(language).stream()
        .mapToInt(article -> analyser.analyse(article).tokens().size())
        .sum();
  }
}
