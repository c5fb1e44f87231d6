package org.hearsay.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts that stand in the corpora, by their place: {@code FILE.txt}, all of it; {@code
 * FILE.json#PAGE}, a page of Fundus's test data; {@code FILE.json#main_content}, the text of one of
 * WCXB; {@code FILE.html.gz#p3-17}, of the page's paragraphs of 60 characters or more those from 3
 * up to 17, the first being 0; {@code FILE.conllu#PREFIX:0-30}, of the sentences whose {@code
 * sent_id} begins so those from 0 up to 30, one after another, with a blank line after what ends
 * without a mark, or, with {@code :apart} behind, after each.
 */
public final class CorpusText {
  private static final int LEAST = 60;
  private static final String ENDED = ".!?…»\":;)";

  private CorpusText() {}

  /**
   * The text at a place.
   *
   * @param sum CRC-32 of the text in UTF-8, hexadecimal
   * @throws IllegalStateException when another text stands there
   */
  public static String at(Path corpora, String place, String sum) throws IOException {
    var mark = place.indexOf('#');
    var file = corpora.resolve(mark < 0 ? place : place.substring(0, mark));
    var part = place.substring(mark + 1);
    var text =
        mark < 0
            ? Files.readString(file).replaceFirst("^\n+", "").replaceFirst("\n+$", "")
            : place.contains(".json#")
                ? json(file, part)
                : place.contains(".conllu#") ? sentences(file, part) : html(file, part);
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    if (crc.getValue() != Long.parseLong(sum, 16)) {
      throw new IllegalStateException(
          file + " is not the text that was marked; the marks cannot be used");
    }
    return text;
  }

  /** The texts of all files of a folder tree whose names end so, in the order of their paths. */
  public static List<String> files(Path folder, String ending) throws IOException {
    var texts = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  /**
   * The lines of a file of marks that stands beside a class, without its comments.
   *
   * @param comment what a line of comment begins with
   */
  public static List<String> marks(Class<?> beside, String name, String comment)
      throws IOException {
    try (var stream = beside.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith(comment))
          .toList();
    }
  }

  private static String json(Path file, String part) throws IOException {
    var tree = new JsonMapper().readTree(file.toFile());
    return part.equals("main_content")
        ? tree.path("ground_truth").path(part).asString()
        : paragraphs(tree.path(part));
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

  private static String html(Path file, String part) throws IOException {
    var ends = part.substring(1).split("-");
    List<String> paragraphs;
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      paragraphs =
          Jsoup.parse(in, null, "").select("p").stream()
              .map(p -> p.text().replace('\t', ' '))
              .filter(p -> p.length() >= LEAST)
              .toList();
    }
    return String.join(
        "\n\n", paragraphs.subList(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
  }

  private static String sentences(Path file, String part) throws IOException {
    // a prefix has hyphens of its own
    var ends = part.split(":|(?<=\\d)-(?=\\d)");
    var sentences = new ArrayList<String>();
    var id = "";
    for (var line : Files.readAllLines(file)) {
      if (line.startsWith("# sent_id = ")) {
        id = line.substring("# sent_id = ".length());
      } else if (line.startsWith("# text = ") && id.startsWith(ends[0])) {
        sentences.add(line.substring("# text = ".length()).strip());
      }
    }
    var apart = ends.length > 3;
    var text = new StringBuilder();
    for (var sentence : sentences.subList(Integer.parseInt(ends[1]), Integer.parseInt(ends[2]))) {
      if (!text.isEmpty()) {
        text.append(apart || ENDED.indexOf(text.charAt(text.length() - 1)) < 0 ? "\n\n" : " ");
      }
      text.append(sentence);
    }
    return text.toString();
  }
}
