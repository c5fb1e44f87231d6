package org.hearsay.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of words under {@code resources/org/hearsay/article}. */
final class Lexicon {
  private Lexicon() {}

  /**
   * The rows of a table, comments and the header row left out.
   *
   * @throws IllegalStateException when the table is not there or a row has too few columns
   */
  static List<List<String>> rows(String name) {
    try (var in = Lexicon.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": not among the resources");
      }
      var rows = new ArrayList<List<String>>();
      var columns = -1;
      var line = 0;
      for (var text : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        line++;
        if (text.isBlank() || text.startsWith("#")) {
          continue;
        }
        var cells = List.of(text.strip().split("\t"));
        if (columns < 0) {
          columns = cells.size();
        } else if (cells.size() != columns) {
          throw new IllegalStateException(
              name + ":" + line + ": " + cells.size() + " columns; expected " + columns);
        } else {
          rows.add(cells);
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
