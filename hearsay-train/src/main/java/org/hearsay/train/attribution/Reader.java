package org.hearsay.train.attribution;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.reading.Entity;
import org.hearsay.reading.people.EntityFinder;

/** The stages before attribution, with the language given by the corpus. */
final class Reader {
  private static final ArticleReader ARTICLE = new ArticleReader();
  private static final LanguageAnalyser LANGUAGE = new LanguageAnalyser();
  private static final EntityFinder PEOPLE = new EntityFinder();

  private Reader() {}

  static AnnotatedText read(Told told) {
    var bytes = told.text().getBytes(StandardCharsets.UTF_8);
    var article = ARTICLE.read(Capture.of(told.id() + ".txt", bytes)).article();
    return LANGUAGE.analyse(article.withLanguage(told.language()));
  }

  static List<Entity> people(AnnotatedText text) {
    return PEOPLE.find(text);
  }
}
