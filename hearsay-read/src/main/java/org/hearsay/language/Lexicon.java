package org.hearsay.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A word list kept as data: {@code #} comment lines, one header row, then rows of tab-separated
 * cells. Cells that are missing at the end of a row read as empty.
 *
 * <p>{@code Lexicon.read(PeopleFinder.class, "fr/titles.tsv")} reads the resource that lies beside
 * the class.
 *
 * @param columns the names in the header row
 * @param rows in the order of the file, each as long as {@code columns}
 */
public record Lexicon(List<String> columns, List<List<String>> rows) {

  public Lexicon {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Whether the resource is there; a language without its folder has none. */
  public static boolean exists(Class<?> beside, String path) {
    return beside.getResource(path) != null;
  }

  /**
   * @throws IllegalStateException naming file and line when the resource is missing or a row has
   *     more cells than the header
   */
  public static Lexicon read(Class<?> beside, String path) {
    var stream = beside.getResourceAsStream(path);
    if (stream == null) {
      throw new IllegalStateException(path + ": no such resource beside " + beside.getName());
    }
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return parse(reader, path);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static Lexicon parse(BufferedReader reader, String path) throws IOException {
    List<String> columns = List.of();
    var rows = new ArrayList<List<String>>();
    var number = 0;
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var cells = new ArrayList<>(List.of(line.split("\t", -1)));
      if (columns.isEmpty()) {
        columns = List.copyOf(cells);
        continue;
      }
      if (cells.size() > columns.size()) {
        throw new IllegalStateException(
            "%s:%d: %d cells, but the header has %d columns"
                .formatted(path, number, cells.size(), columns.size()));
      }
      while (cells.size() < columns.size()) {
        cells.add("");
      }
      rows.add(cells);
    }
    return new Lexicon(columns, rows);
  }

  /**
   * The cell of a row under a column's name.
   *
   * @throws IllegalArgumentException when there is no such column
   */
  public String cell(List<String> row, String column) {
    var index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column '" + column + "'; there are " + columns);
    }
    return row.get(index);
  }

  /** All cells of one column, in order. */
  public List<String> column(String name) {
    return rows.stream().map(row -> cell(row, name)).toList();
  }
}
