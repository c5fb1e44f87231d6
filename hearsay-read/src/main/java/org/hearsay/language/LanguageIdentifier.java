package org.hearsay.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the language of a text by its function words, or abstains. Thread-safe.
 *
 * <p>"Le ministre est dans la ville" is {@code fr}; "OK", a list of names, Greek or Danish are
 * empty: each language is judged against its neighbours, and one that is not among the seven we
 * know is never taken for one of them on its shared words alone. Looks at the first {@value #WORDS}
 * words and at as many from the middle.
 *
 * <p>The measure is the share of words that are function words of the language, after Ingle 1976
 * and Grefenstette 1995, with words that several languages share counting less.
 */
public final class LanguageIdentifier {

  private static final int WORDS = 2000;

  /** Fewer hits than this tell nothing. */
  private static final double LEAST_EVIDENCE = 1.6;

  /** The share of a text that its function words are, at least. */
  private static final double LEAST_SHARE = 0.13;

  /** How much better than the second the first must be. */
  private static final double MARGIN = 1.25;

  private final List<String> languages = new ArrayList<>();
  private final List<Boolean> known = new ArrayList<>();
  private final Map<String, List<Integer>> owners = new HashMap<>();

  public LanguageIdentifier() {
    var lexicon = Lexicon.read(LanguageIdentifier.class, "function-words.tsv");
    for (var row : lexicon.rows()) {
      var index = languages.size();
      languages.add(row.get(0));
      known.add(row.get(1).equals("known"));
      Arrays.stream(row.get(2).split(" "))
          .distinct()
          .forEach(word -> owners.computeIfAbsent(word, w -> new ArrayList<>()).add(index));
    }
  }

  /** The BCP 47 primary subtag of the text's language; empty when it is too short or not known. */
  public Optional<String> identify(String text) {
    var hits = new double[languages.size()];
    var words = count(text, 0, hits);
    if (text.length() > 40_000) {
      words += count(text, text.length() / 2, hits);
    }
    var first = best(hits, -1);
    var second = best(hits, first);
    var sure =
        hits[first] >= LEAST_EVIDENCE
            && hits[first] >= LEAST_SHARE * words
            && hits[first] >= MARGIN * hits[second];
    return sure && known.get(first) ? Optional.of(languages.get(first)) : Optional.empty();
  }

  private static int best(double[] hits, int except) {
    var best = except == 0 ? 1 : 0;
    for (var i = 0; i < hits.length; i++) {
      if (i != except && hits[i] > hits[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Adds what the words from an offset on speak for; the number of words seen. */
  private int count(String text, int from, double[] hits) {
    var words = 0;
    var at = from;
    while (at < text.length() && words < WORDS) {
      while (at < text.length() && !Character.isLetter(text.charAt(at))) {
        at++;
      }
      var start = at;
      while (at < text.length() && isWordPart(text.charAt(at))) {
        at++;
      }
      if (at < text.length() && Tokenizer.isApostrophe(text.charAt(at)) && at - start <= 5) {
        at++;
      }
      if (at > start) {
        words++;
        score(text, start, at, hits);
      }
    }
    return words;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private void score(String text, int start, int end, double[] hits) {
    if (end - start > 12) {
      return;
    }
    var word = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    var found = owners.get(word);
    if (found != null) {
      var weight = 1 / Math.sqrt(found.size());
      for (var language : found) {
        hits[language] += weight;
      }
    }
  }
}
