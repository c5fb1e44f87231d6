package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.hearsay.train.CorpusText;

/**
 * Vectors of the words of a language, made from a model that others trained on much more text than
 * is marked here: words that are used alike have like ones. {@code vectors-LANGUAGE.tsv} has a word
 * and its numbers, a signed byte each.
 */
final class WordVectors {
  /** How many numbers stand for a word, or for a word where it stands. */
  static final int NUMBERS = 64;

  /** What one in a byte of them is. */
  static final float STEP = 1 / 32f;

  private WordVectors() {}

  /** How many numbers a word of a language has: none where there is no file. */
  static int numbers(String language) {
    return WordVectors.class.getResource(name(language)) == null ? 0 : NUMBERS;
  }

  private static String name(String language) {
    return "vectors-" + language + ".tsv";
  }

  /** By the feature that tells which word a token is; none for a language that has no file. */
  static Map<Integer, float[]> of(String language) {
    var vectors = new HashMap<Integer, float[]>();
    if (numbers(language) == 0) {
      return vectors;
    }
    var name = name(language);
    try {
      for (var line : CorpusText.marks(WordVectors.class, name, "#")) {
        var tab = line.indexOf('\t');
        vectors.put(
            CueFeatures.word(line.substring(0, tab), language),
            numbers(Base64.getDecoder().decode(line.substring(tab + 1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return vectors;
  }

  private static float[] numbers(byte[] bytes) {
    var numbers = new float[bytes.length];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = bytes[i] * STEP;
    }
    return numbers;
  }
}
