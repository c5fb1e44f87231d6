package org.hearsay.train.attribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.zip.CRC32;
import org.hearsay.train.GoldFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles of the corpora that were marked for Hearsay: {@code marks-LANGUAGE.tsv} has the places
 * of the marks only, the texts are read where they are.
 */
final class OwnMarks {

  private OwnMarks() {}

  /**
   * The articles of a language, with their texts.
   *
   * @throws IllegalStateException when a text is not the one that was marked
   */
  static List<GoldFile> read(Path corpora, String language) throws IOException {
    var articles = new ArrayList<GoldFile>();
    for (var line : lines("marks-" + language + ".tsv")) {
      var cells = line.split("\t", -1);
      if (cells[0].equals("article")) {
        articles.add(
            new GoldFile(
                cells[1],
                language,
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                text(corpora, cells[1], cells[2]),
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

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(","));
  }

  private static List<String> lines(String name) throws IOException {
    try (var stream = OwnMarks.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static String text(Path corpora, String place, String sum) throws IOException {
    var page = place.indexOf('#');
    var text =
        page < 0
            ? Files.readString(corpora.resolve(place))
                .replaceFirst("^\n+", "")
                .replaceFirst("\n+$", "")
            : paragraphs(
                new JsonMapper()
                    .readTree(corpora.resolve(place.substring(0, page)).toFile())
                    .path(place.substring(page + 1)));
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    if (crc.getValue() != Long.parseLong(sum, 16)) {
      throw new IllegalStateException(
          corpora.resolve(place) + " is not the text that was marked; the marks cannot be used");
    }
    return text;
  }

  /** Title, standfirst, subheads and paragraphs of a page of Fundus's test data. */
  private static String paragraphs(JsonNode page) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(page.path("title").asString(""));
    page.path("body").path("summary").forEach(p -> paragraphs.add(p.asString()));
    for (var section : page.path("body").path("sections")) {
      section.path("headline").forEach(p -> paragraphs.add(p.asString()));
      section.path("paragraphs").forEach(p -> paragraphs.add(p.asString()));
    }
    return String.join(
        "\n\n",
        paragraphs.stream()
            .map(p -> p.replaceAll("(?U)\\s+", " ").strip())
            .filter(p -> !p.isEmpty())
            .toList());
  }
}
