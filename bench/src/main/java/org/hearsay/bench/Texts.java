package org.hearsay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.article.Article;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;

/**
 * News prose cut into articles of 600 words, a paragraph to a line of the corpus: French from
 * {@code winer-fr}, English from {@code polnear/dev}. Where they are not there, the articles of
 * {@code examples/} are cut up instead.
 */
final class Texts {
  private Texts() {}

  /** Words in an article, white space telling them apart. */
  static final int WORDS = 600;

  private static final int MOST = 40;

  /** Up to forty articles as plain text, paragraphs set apart by empty lines. */
  static List<String> of(String language) {
    var articles = new ArrayList<String>();
    var text = new StringBuilder();
    var words = 0;
    for (var line : lines(language)) {
      for (var word : line.strip().split("\\s+")) {
        text.append(word).append(' ');
        if (++words == WORDS) {
          articles.add(text.toString().strip());
          text.setLength(0);
          words = 0;
        }
      }
      text.append("\n\n");
      if (articles.size() >= MOST) {
        break;
      }
    }
    return articles;
  }

  /** The same as articles whose language is known. */
  static List<Article> articles(String language) {
    return of(language).stream().map(text -> article(text, language)).toList();
  }

  static Article article(String text, String language) {
    return new ArticleReader().read(capture(text)).article().withLanguage(language);
  }

  static Capture capture(String text) {
    return new Capture("", text.getBytes(StandardCharsets.UTF_8), "text/plain", "utf-8", null);
  }

  /** A text of at least this many characters, made of the articles over and over. */
  static String ofLength(String language, int characters) {
    var articles = of(language);
    var text = new StringBuilder();
    for (var i = 0; text.length() < characters; i++) {
      text.append(articles.get(i % articles.size())).append("\n\n");
    }
    return text.toString();
  }

  private static List<String> lines(String language) {
    var folder = Pages.corpora().resolve(language.equals("fr") ? "winer-fr" : "polnear/dev/text");
    if (!Files.isDirectory(folder)) {
      System.err.println(folder + " is not there: measuring the articles of examples/ instead");
      return Pages.of("examples").stream()
          .map(page -> new ArticleReader().read(Capture.of("", page)).article())
          .filter(article -> language.equals(article.language()))
          .flatMap(article -> article.text().lines())
          .toList();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt") && !file.endsWith("license.txt"))
          .sorted()
          .flatMap(Texts::lines)
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
