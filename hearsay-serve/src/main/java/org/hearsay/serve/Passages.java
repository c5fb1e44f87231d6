package org.hearsay.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.casefile.Finding;

/**
 * A finding as the check page shows it: its passages side by side, and in two of them the words
 * that only one has.
 */
record Passages(Finding finding, String title, String question, List<Passage> sides) {

  private static final Pattern WORD = Pattern.compile("\\S++\\s*+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]++");
  private static final int MOST_WORDS = 600;

  private static final Map<String, String> TITLES =
      Map.of(
          "exact-copy", "The same text",
          "near-copy", "Almost the same text",
          "shared-passage", "A passage in common",
          "two-titles", "Two titles for one person");

  private static final Map<String, String> QUESTIONS =
      Map.of(
          "exact-copy", "Count these as one source?",
          "near-copy", "Does one repeat the other, or both a third?",
          "shared-passage", "Who took it from whom?",
          "two-titles", "Which was held when, or is one of them wrong?");

  /**
   * One side.
   *
   * @param pieces the quote, cut where the other side differs
   */
  record Passage(DocumentRecord document, Finding.Evidence evidence, List<Piece> pieces) {
    String place() {
      return LitText.place(evidence.span());
    }
  }

  /**
   * @param own whether only this side has it
   */
  record Piece(String text, boolean own) {}

  static Passages of(Finding finding, Map<String, DocumentRecord> documents) {
    var evidence =
        finding.evidence().stream().filter(e -> documents.containsKey(e.document())).toList();
    var quotes = evidence.stream().map(e -> words(e.quote())).toList();
    var compared = quotes.size() == 2 && !finding.kind().equals("two-titles");
    var same = compared ? common(quotes.get(0), quotes.get(1)) : List.<boolean[]>of();
    var sides = new ArrayList<Passage>();
    for (var i = 0; i < evidence.size(); i++) {
      var document = documents.get(evidence.get(i).document());
      if (document != null) {
        var pieces =
            same.isEmpty()
                ? List.of(new Piece(evidence.get(i).quote(), false))
                : pieces(quotes.get(i), same.get(i));
        sides.add(new Passage(document, evidence.get(i), pieces));
      }
    }
    return new Passages(
        finding,
        TITLES.getOrDefault(finding.kind(), finding.kind().replace('-', ' ')),
        QUESTIONS.getOrDefault(finding.kind(), "Do these agree?"),
        sides);
  }

  private static List<String> words(String quote) {
    return WORD.matcher(quote).results().map(m -> m.group()).toList();
  }

  /** The longest common subsequence of words, marked on both sides; nothing when too long. */
  private static List<boolean[]> common(List<String> a, List<String> b) {
    if (a.size() > MOST_WORDS || b.size() > MOST_WORDS) {
      return List.of();
    }
    var left = a.stream().map(Passages::plain).toList();
    var right = b.stream().map(Passages::plain).toList();
    var longest = new int[a.size() + 1][b.size() + 1];
    for (var i = a.size() - 1; i >= 0; i--) {
      for (var j = b.size() - 1; j >= 0; j--) {
        longest[i][j] =
            left.get(i).equals(right.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    var inLeft = new boolean[a.size()];
    var inRight = new boolean[b.size()];
    for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
      if (left.get(i).equals(right.get(j))) {
        inLeft[i++] = true;
        inRight[j++] = true;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return List.of(inLeft, inRight);
  }

  private static String plain(String word) {
    var letters = SIGNS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    return letters.isEmpty() ? word.strip() : letters;
  }

  private static List<Piece> pieces(List<String> quote, boolean[] common) {
    var pieces = new ArrayList<Piece>();
    var run = new StringBuilder();
    for (var i = 0; i < quote.size(); i++) {
      run.append(quote.get(i));
      if (i + 1 == quote.size() || common[i] != common[i + 1]) {
        var words = run.toString().stripTrailing();
        pieces.add(new Piece(words, !common[i]));
        run.delete(0, words.length()); // the space between belongs to neither
      }
    }
    return pieces;
  }
}
