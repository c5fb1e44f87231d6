package org.hearsay.lineage;

import java.text.Normalizer;
import java.util.Locale;

/** What makes two spellings the same word: {@code Été} and {@code ETE} are both {@code ete}. */
public final class Folding {
  private Folding() {}

  /** Lower case without accents; ligatures taken apart. */
  public static String fold(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> c < 128)) {
      return lower;
    }
    var folded = new StringBuilder();
    var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    for (var i = 0; i < apart.length(); i++) {
      var c = apart.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(c == 'œ' ? "oe" : c == 'æ' ? "ae" : c == 'ß' ? "ss" : String.valueOf(c));
      }
    }
    return folded.toString();
  }
}
