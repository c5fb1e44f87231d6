package org.hearsay.article;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.train.article.Corpus;
import org.hearsay.train.article.GoldPage;

/** Scores of pages by models that have not seen their sites, kept in a file between runs. */
public final class CrossValidation {
  private CrossValidation() {}

  public static String key(Corpus corpus, GoldPage page) {
    return corpus + " " + page.name() + " " + page.uri();
  }

  static void write(Path file, Map<Sample, float[]> scores, List<Sample> order) throws IOException {
    try (var out =
        new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(order.size());
      for (var sample : order) {
        out.writeUTF(key(sample.corpus, sample.page));
        var found = java.util.Objects.requireNonNull(scores.get(sample));
        out.writeInt(found.length);
        for (var score : found) {
          out.writeFloat(score);
        }
      }
    }
  }

  public static Map<String, float[]> read(Path file) throws IOException {
    var scores = new HashMap<String, float[]>();
    try (var in =
        new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
      var n = in.readInt();
      for (var i = 0; i < n; i++) {
        var key = in.readUTF();
        var found = new float[in.readInt()];
        for (var j = 0; j < found.length; j++) {
          found[j] = in.readFloat();
        }
        scores.put(key, found);
      }
    }
    return scores;
  }
}
