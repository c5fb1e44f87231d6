package org.hearsay.train.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.hearsay.train.GoldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnMarksTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("hearsay.corpora", "../../shared/corpora"));

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void standOnTheWordsOfTheTextsThatWereMarked(String language) throws IOException {
    assumeThat(Files.isDirectory(CORPORA))
        .as("skipped: ../shared/corpora is not beside the project")
        .isTrue();
    var articles = new ArrayList<>(OwnMarks.read(CORPORA, language));
    articles.addAll(OwnMarks.later(CORPORA, language));
    assertThat(articles).hasSizeGreaterThan(200).extracting(GoldFile::id).doesNotHaveDuplicates();
    articles.forEach(OwnMarksTest::assertSound);
  }

  @Test
  void areSoundInTheInventedArticles() throws IOException {
    var articles = OwnMarks.written("fr");
    assertThat(articles).hasSizeGreaterThan(50).extracting(GoldFile::id).doesNotHaveDuplicates();
    for (var article : articles) {
      assertThat(article.language()).isEqualTo("fr");
      assertSound(article);
      var contents = new HashSet<String>();
      var all = new HashSet<String>();
      for (var mark : article.marks()) {
        all.addAll(mark.ids());
        if (mark.kind() == 'q') {
          contents.addAll(mark.ids());
        }
      }
      assertThat(contents).as(article.id() + ": every attribution has a content").isEqualTo(all);
    }
  }

  private static void assertSound(GoldFile article) {
    for (var mark : article.marks()) {
      var words = article.text().substring(mark.start(), mark.end());
      assertThat(words).as(article.id() + " " + mark).isEqualTo(words.strip()).isNotEmpty();
      assertThat(mark.who())
          .as(article.id() + " " + mark)
          .matches(
              who -> who.isEmpty() || who.equals("unknown") || article.names().containsKey(who));
    }
  }
}
