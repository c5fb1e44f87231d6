package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.language.PartOfSpeech;

/**
 * Sentences of a Universal Dependencies treebank as surface words: a contraction ({@code du},
 * {@code cannot}) is one word, tagged as its first part, for that is what a text shows.
 */
record Conllu(List<Word> words) {

  /**
   * @param form as written, without a leading hyphen ({@code -t-il} is {@code il})
   * @param features such as {@code Mood=Cnd|Number=Sing}; empty when {@code _}
   */
  record Word(String form, String lemma, PartOfSpeech tag, String features, String misc) {}

  static List<Conllu> read(Path... files) throws IOException {
    var sentences = new ArrayList<Conllu>();
    for (var file : files) {
      var words = new ArrayList<Word>();
      String[] contraction = null;
      var skipUntil = 0;
      for (var line : Files.readAllLines(file)) {
        if (line.isEmpty()) {
          if (!words.isEmpty()) {
            sentences.add(new Conllu(List.copyOf(words)));
          }
          words.clear();
          skipUntil = 0;
          continue;
        }
        var cells = line.split("\t", -1);
        if (line.startsWith("#") || cells.length < 10 || cells[0].contains(".")) {
          continue;
        }
        if (cells[0].contains("-")) {
          contraction = cells;
          continue;
        }
        var id = Integer.parseInt(cells[0]);
        if (id <= skipUntil) {
          continue;
        }
        if (contraction != null) {
          if (isSplitByUs(contraction[1])) {
            contraction = null;
          } else {
            skipUntil = Integer.parseInt(contraction[0].substring(contraction[0].indexOf('-') + 1));
            cells[1] = contraction[1];
            contraction = null;
          }
        }
        words.add(word(cells));
      }
    }
    return sentences;
  }

  /** English treebanks count {@code don't} and {@code Ann's} as one written word; we do not. */
  private static boolean isSplitByUs(String form) {
    return form.indexOf('\'') > 0 || form.indexOf('’') > 0;
  }

  private static Word word(String[] cells) {
    var form = cells[1].replaceFirst("^-(?:t-)?(?=\\p{L})", "");
    var tag = cells[3].equals("_") ? PartOfSpeech.X : PartOfSpeech.valueOf(cells[3]);
    return new Word(form, cells[2], tag, cells[5].equals("_") ? "" : cells[5], cells[9]);
  }
}
