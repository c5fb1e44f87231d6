package org.hearsay.train.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public corpora of news pages, each in its own layout, pages gzipped or not. */
public enum Corpus {
  /** Fundus, {@code tests/resources/parser/test_data}: one folder for each country. */
  FUNDUS {
    @Override
    public List<GoldPage> read(Path root) throws IOException {
      var pages = new ArrayList<GoldPage>();
      for (var folder : sorted(below(root, "test_data"))) {
        if (Files.isDirectory(folder) && Files.exists(folder.resolve("meta.info"))) {
          fundusCountry(folder, pages);
        }
      }
      return pages;
    }
  },
  /** Web Content Extraction Benchmark: {@code html/} and {@code ground-truth/}. */
  WCXB {
    @Override
    public List<GoldPage> read(Path root) throws IOException {
      var pages = new ArrayList<GoldPage>();
      var folder = below(root, "dev");
      for (var file : sorted(folder.resolve("ground-truth"))) {
        var json = JSON.readTree(file.toFile());
        var truth = json.get("ground_truth");
        var name = file.getFileName().toString().replace(".json", "");
        var url = text(json.get("url"));
        pages.add(
            new GoldPage(
                name,
                host(url),
                "all",
                url,
                page(folder.resolve("html").resolve(name + ".html")),
                text(truth.get("main_content")),
                "",
                orNull(truth.get("title")),
                orNull(truth.get("author")) == null ? null : names(text(truth.get("author"))),
                orNull(truth.get("publish_date")),
                strings(truth.get("with")),
                strings(truth.get("without"))));
      }
      return pages;
    }
  },
  /** Trafilatura's evaluation: {@code evaldata.json}, {@code cache/}, {@code eval/}. */
  TRAFILATURA {
    @Override
    public List<GoldPage> read(Path root) throws IOException {
      var pages = new ArrayList<GoldPage>();
      var folder = below(root, "tests");
      for (var entry : JSON.readTree(folder.resolve("evaldata.json").toFile()).properties()) {
        var item = entry.getValue();
        var file = text(item.get("file"));
        var html = page(folder.resolve("cache").resolve(file));
        if (html.length == 0) {
          html = page(folder.resolve("eval").resolve(file));
        }
        if (html.length > 0) {
          pages.add(
              new GoldPage(
                  file,
                  host(entry.getKey()),
                  "all",
                  entry.getKey(),
                  html,
                  null,
                  "",
                  orNull(item.get("title")),
                  orNull(item.get("author")) == null ? null : names(text(item.get("author"))),
                  orNull(item.get("date")),
                  strings(item.get("with")),
                  strings(item.get("without"))));
        }
      }
      return pages;
    }
  },
  /** Mozilla Readability: {@code test-pages/NAME/}. */
  READABILITY {
    @Override
    public List<GoldPage> read(Path root) throws IOException {
      var pages = new ArrayList<GoldPage>();
      for (var folder : sorted(below(root, "test-pages"))) {
        var expected =
            Jsoup.parse(
                new String(
                    page(folder.resolve("expected.html")),
                    java.nio.charset.StandardCharsets.UTF_8));
        // a word ends where a block starts and where it ends
        for (var element : expected.body().select("> * *, > *")) {
          if (element.isBlock() || BREAKS.contains(element.normalName())) {
            element.before("\n");
            element.after("\n");
          }
        }
        var data = JSON.readTree(folder.resolve("expected-metadata.json").toFile());
        var name = folder.getFileName().toString();
        pages.add(
            new GoldPage(
                name,
                name.replaceAll("-\\d+$", ""),
                "all",
                "http://fakehost/test/page.html",
                page(folder.resolve("source.html")),
                expected.body().wholeText(),
                "",
                orNull(data.get("title")),
                null,
                orNull(data.get("publishedTime")),
                List.of(),
                List.of()));
      }
      return pages;
    }
  };

  private static final Set<String> BREAKS = Set.of("br", "td", "th", "figcaption");

  private static final JsonMapper JSON = new JsonMapper();

  /** All pages, in name order. */
  public abstract List<GoldPage> read(Path root) throws IOException;

  private static Path below(Path root, String folder) {
    return Files.isDirectory(root.resolve(folder)) ? root.resolve(folder) : root;
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** The bytes of a page, gzipped or not; none when it is not there. */
  private static byte[] page(Path file) throws IOException {
    var zipped = file.resolveSibling(file.getFileName() + ".gz");
    if (Files.exists(zipped)) {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(zipped)))) {
        return in.readAllBytes();
      }
    }
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static String text(@Nullable JsonNode node) {
    if (node != null && node.isArray()) {
      return String.join("; ", strings(node));
    }
    return node == null || node.isNull() ? "" : node.asString();
  }

  private static @Nullable String orNull(@Nullable JsonNode node) {
    return text(node).isBlank() ? null : text(node);
  }

  private static List<String> strings(@Nullable JsonNode node) {
    var found = new ArrayList<String>();
    if (node != null) {
      node.forEach(each -> found.add(text(each)));
    }
    return found;
  }

  /** Between two names in one string: a comma, a semicolon, a word or a sign that joins. */
  private static final Pattern JOINED =
      Pattern.compile("\\s*[;,]\\s+(?:and\\s+)?|\\s+(?:and|und|et|&)\\s+");

  /**
   * Names that a truth has in one string, each by itself, as readings have them. Degrees and
   * offices after a comma stay names; what has a part of one word alone is one name: {@code Ann &
   * Bob}.
   */
  private static List<String> names(String joined) {
    var parts = List.of(JOINED.split(joined.strip()));
    return parts.stream().allMatch(part -> part.indexOf(' ') > 0 || joined.indexOf(';') > 0)
        ? parts
        : List.of(joined.strip().split("\\s*[;,]\\s+"));
  }

  private static String host(String url) {
    try {
      var host = URI.create(url.strip()).getHost();
      return host == null ? url : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    } catch (IllegalArgumentException e) {
      return url;
    }
  }

  private static final Pattern DATED =
      Pattern.compile("(.+)_(\\d{4}_\\d{2}_\\d{2}.*)\\.html(?:\\.gz)?");

  /** The versions of an outlet's parser and its pages go together in the order of their dates. */
  private static void fundusCountry(Path folder, List<GoldPage> pages) throws IOException {
    var meta = JSON.readTree(folder.resolve("meta.info").toFile());
    var byOutlet = new TreeMap<String, List<String>>();
    for (var file : sorted(folder)) {
      var match = DATED.matcher(file.getFileName().toString());
      if (match.matches()) {
        byOutlet
            .computeIfAbsent(match.group(1), k -> new ArrayList<>())
            .add(file.getFileName().toString());
      }
    }
    for (Map.Entry<String, List<String>> outlet : byOutlet.entrySet()) {
      var versions = new TreeMap<String, JsonNode>();
      for (var version :
          JSON.readTree(folder.resolve(outlet.getKey() + ".json").toFile()).properties()) {
        versions.put(version.getKey(), version.getValue());
      }
      var names = outlet.getValue();
      var i = 0;
      for (var truth : versions.values()) {
        if (i < names.size()) {
          var name = names.get(i++);
          var file = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
          var about = meta.has(name) ? meta.get(name) : meta.get(file);
          pages.add(
              fundusPage(
                  folder.getFileName() + "/" + file.replace(".html", ""),
                  outlet.getKey(),
                  folder.getFileName().toString(),
                  about == null ? "" : text(about.get("url")),
                  page(folder.resolve(file)),
                  truth));
        }
      }
    }
  }

  private static GoldPage fundusPage(
      String name, String outlet, String country, String url, byte[] html, JsonNode truth) {
    var text = new StringBuilder();
    for (var section : truth.get("body").get("sections")) {
      for (var part : List.of("headline", "paragraphs")) {
        section.get(part).forEach(each -> text.append(each.asString()).append("\n\n"));
      }
    }
    return new GoldPage(
        name,
        outlet,
        country,
        url,
        html,
        text.toString(),
        String.join("\n\n", strings(truth.get("body").get("summary"))),
        orNull(truth.get("title")),
        strings(truth.get("authors")),
        orNull(truth.get("publishing_date")),
        List.of(),
        List.of());
  }
}
