package org.hearsay.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.Hearsay;
import org.hearsay.article.Article;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.language.LanguageIdentifier;
import org.hearsay.reading.Entity;
import org.hearsay.reading.TimeExpression;
import org.hearsay.reading.attribution.AttributionFinder;
import org.hearsay.reading.event.EventFinder;
import org.hearsay.reading.people.EntityFinder;
import org.hearsay.reading.people.RoleConflicts;
import org.hearsay.reading.time.TimeTagger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The whole reading of articles of 600 words and of pages, and what each stage costs. */
@State(Scope.Benchmark)
public class ReadingBenchmark {

  /** The day that relative times count from. */
  private static final Optional<LocalDate> PUBLISHED = Optional.of(LocalDate.of(2022, 5, 31));

  @Param({"fr", "en"})
  public String language = "fr";

  private final ArticleReader reader = new ArticleReader();
  private final LanguageIdentifier identifier = new LanguageIdentifier();
  private final LanguageAnalyser analyser = new LanguageAnalyser();
  private final EntityFinder people = new EntityFinder();
  private final TimeTagger time = new TimeTagger();
  private final AttributionFinder attribution = new AttributionFinder();
  private final EventFinder events = new EventFinder();
  private final RoleConflicts conflicts = new RoleConflicts();

  private List<Capture> texts = List.of();
  private List<byte[]> pages = List.of();
  private List<Read> read = List.of();

  /** An article with what the stages before a stage have found. */
  private record Read(
      Article article, AnnotatedText text, List<Entity> entities, List<TimeExpression> times) {}

  @Setup
  public void load() {
    texts = Texts.of(language).stream().map(Texts::capture).toList();
    pages = Pages.inLanguage(language);
    read =
        Texts.articles(language).stream()
            .map(
                article -> {
                  var text = analyser.analyse(article);
                  return new Read(article, text, people.find(text), time.tag(text, PUBLISHED));
                })
            .toList();
  }

  @Benchmark
  public void wholeText(Blackhole hole) {
    texts.forEach(text -> hole.consume(Hearsay.read(text)));
  }

  @Benchmark
  public void wholePage(Blackhole hole) {
    pages.forEach(page -> hole.consume(Hearsay.read(page)));
  }

  @Benchmark
  public void pageToArticle(Blackhole hole) {
    pages.forEach(page -> hole.consume(reader.read(Capture.of("", page))));
  }

  @Benchmark
  public void textToArticle(Blackhole hole) {
    texts.forEach(text -> hole.consume(reader.read(text)));
  }

  @Benchmark
  public void identify(Blackhole hole) {
    read.forEach(each -> hole.consume(identifier.identify(each.article.text())));
  }

  @Benchmark
  public void languageLayer(Blackhole hole) {
    read.forEach(each -> hole.consume(analyser.analyse(each.article)));
  }

  @Benchmark
  public void people(Blackhole hole) {
    read.forEach(each -> hole.consume(people.find(each.text)));
  }

  @Benchmark
  public void time(Blackhole hole) {
    read.forEach(each -> hole.consume(time.tag(each.text, PUBLISHED)));
  }

  @Benchmark
  public void attribution(Blackhole hole) {
    read.forEach(each -> hole.consume(attribution.find(each.text, each.entities)));
  }

  @Benchmark
  public void eventsAndConflicts(Blackhole hole) {
    read.forEach(
        each -> {
          hole.consume(events.find(each.text, each.times, each.entities));
          hole.consume(conflicts.find(each.text, each.entities));
        });
  }
}
