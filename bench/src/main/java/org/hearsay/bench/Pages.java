package org.hearsay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Web pages to measure on, in the order of their paths. Where the corpora are not there, the pages
 * of {@code examples/} stand in, and a line on standard error says so.
 */
final class Pages {
  private Pages() {}

  /** About so many pages of a corpus, evenly spread: enough for a mean, and soon read by all. */
  private static final int SAMPLE = 60;

  /** Evenly spread pages of a corpus, the same at every call. */
  static List<byte[]> sample(String corpus) {
    var all = of(corpus);
    var step = Math.max(1, all.size() / SAMPLE);
    return IntStream.range(0, all.size() / step).mapToObj(i -> all.get(i * step)).toList();
  }

  /**
   * All pages of a corpus.
   *
   * @param corpus {@code fundus}, {@code wcxb}, {@code readability}, or {@code examples}
   */
  static List<byte[]> of(String corpus) {
    return of(corpus, path -> true);
  }

  /** The pages of Fundus in one language, told by the country they come from. */
  static List<byte[]> inLanguage(String language) {
    var countries =
        language.equals("fr") ? List.of("fr") : List.of("uk", "us", "au", "ca", "za", "ind");
    return of(
        "fundus", path -> countries.contains(path.getName(path.getNameCount() - 2).toString()));
  }

  private static List<byte[]> of(String corpus, Predicate<Path> wanted) {
    var folder = corpora().resolve(corpus);
    if (corpus.equals("examples") || !Files.isDirectory(folder)) {
      if (!corpus.equals("examples")) {
        System.err.println(folder + " is not there: measuring the pages of examples/ instead");
      }
      return read(root().resolve("examples/pages"), path -> true);
    }
    return read(folder, wanted);
  }

  private static List<byte[]> read(Path folder, Predicate<Path> wanted) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.html(\\.gz)?"))
          .filter(wanted)
          .sorted()
          .map(Pages::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private static byte[] bytes(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(stream).readAllBytes()
          : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static Path root() {
    return Path.of(System.getProperty("hearsay.root", ".")).toAbsolutePath().normalize();
  }

  static Path corpora() {
    var given = System.getProperty("hearsay.corpora");
    return given != null ? Path.of(given) : root().resolve("../shared/corpora").normalize();
  }
}
