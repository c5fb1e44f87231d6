package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Network} begins to learn from: rows of features, how vectors of words become rows,
 * and the layers that read from both sides, as {@link StartTrainer} left them.
 */
record NetworkStart(FeatureRows tokens, float[][] projection, BiLstm reader) {

  /** The one of a language; null for a language that has none. */
  static @Nullable NetworkStart of(String language) {
    var name = "start-" + language + ".model";
    try (var stream = NetworkStart.class.getResourceAsStream(name)) {
      return stream == null ? null : read(stream, WordVectors.numbers(language));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  void write(OutputStream out) throws IOException {
    var zipped = new GZIPOutputStream(out);
    tokens.write(zipped, Network.STEPS);
    Network.write(zipped, projection, Network.STEPS);
    for (var matrix : reader.parameters()) {
      Network.write(zipped, matrix, Network.STEPS);
    }
    zipped.finish();
  }

  /**
   * @param vectors how many numbers a word's vector has, 0 where there are none
   */
  static NetworkStart read(InputStream zipped, int vectors) throws IOException {
    var in = WeightTable.unzipped(zipped);
    var start =
        new NetworkStart(
            FeatureRows.read(in, Network.SIZE),
            new float[vectors][Network.SIZE],
            new BiLstm(Network.SIZE, Network.HALF, false));
    Network.read(in, start.projection);
    for (var matrix : start.reader.parameters()) {
      Network.read(in, matrix);
    }
    return start;
  }
}
