package org.hearsay.reading.attribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the lexicons of this package: {@code #} lines, a header row, rows of the same width. */
final class Tsv {
  private Tsv() {}

  /**
   * The rows of a resource beside this class, split at tabs; empty when there is none.
   *
   * @throws IllegalStateException when a row has not as many cells as the header
   */
  static Optional<List<String[]>> rows(String resource) {
    try (var stream = Tsv.class.getResourceAsStream(resource)) {
      if (stream == null) {
        return Optional.empty();
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      var rows = new ArrayList<String[]>();
      var width = 0;
      var number = 0;
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        var cells = line.split("\t", -1);
        if (width == 0) {
          width = cells.length;
        } else if (cells.length != width) {
          throw new IllegalStateException(
              resource + ":" + number + ": " + cells.length + " cells; expected " + width);
        } else {
          rows.add(cells);
        }
      }
      return Optional.of(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
