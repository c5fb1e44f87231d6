package org.hearsay.train.attribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.hearsay.train.CorpusText;
import org.hearsay.train.GoldFile;

/**
 * Articles that were marked for Hearsay. Of those in the corpora, {@code marks-LANGUAGE.tsv} has
 * the places of the marks only, the texts are read where they are; invented ones are in {@code
 * written-LANGUAGE.gold}.
 */
final class OwnMarks {

  private OwnMarks() {}

  /**
   * The articles of a language, with their texts.
   *
   * @throws IllegalStateException when a text is not the one that was marked
   */
  static List<GoldFile> read(Path corpora, String language) throws IOException {
    return read(corpora, language, "marks-" + language + ".tsv");
  }

  /** Those that were marked after the other language's models had learnt; none where none was. */
  static List<GoldFile> later(Path corpora, String language) throws IOException {
    var name = "later-marks-" + language + ".tsv";
    return OwnMarks.class.getResource(name) == null ? List.of() : read(corpora, language, name);
  }

  private static List<GoldFile> read(Path corpora, String language, String name)
      throws IOException {
    var articles = new ArrayList<GoldFile>();
    for (var line : CorpusText.marks(OwnMarks.class, name, "#")) {
      var cells = line.split("\t", -1);
      if (cells[0].equals("article")) {
        articles.add(
            new GoldFile(
                cells[1],
                language,
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                CorpusText.at(corpora, cells[1], cells[2]),
                new ArrayList<>()));
        continue;
      }
      var article = articles.get(articles.size() - 1);
      if (cells.length == 3) {
        article.names().put(cells[1], cells[2]);
        if (cells[0].equals("person")) {
          article.people().add(cells[1]);
        }
      } else {
        article
            .marks()
            .add(
                new GoldFile.Mark(
                    cells[0].charAt(0),
                    list(cells[1]),
                    cells[2],
                    list(cells[3]),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5])));
      }
    }
    return articles;
  }

  /** The invented articles of a language, with their marks; none where none was written. */
  static List<GoldFile> written(String language) throws IOException {
    var name = "written-" + language + ".gold";
    if (OwnMarks.class.getResource(name) == null) {
      return List.of();
    }
    var all = String.join("\n", CorpusText.marks(OwnMarks.class, name, "//"));
    return Arrays.stream(all.split("(?m)^(?=# id: )"))
        .filter(article -> !article.isBlank())
        .map(
            article -> GoldFile.parse(article.substring(6, article.indexOf('\n')), article.strip()))
        .toList();
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(","));
  }
}
