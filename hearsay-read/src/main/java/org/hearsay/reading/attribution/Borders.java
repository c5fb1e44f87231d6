package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.language.PartOfSpeech;
import org.jspecify.annotations.Nullable;

/** What any reader would set right in the borders that the models chose. */
final class Borders {

  private static final int LONGEST_DATELINE = 14;

  private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}.-]{2,}");

  private static final Pattern DASH = Pattern.compile("[—–-]");

  private Borders() {}

  static Draft mended(Words words, Draft draft) {
    var source =
        draft.source().stream()
            .filter(piece -> !impersonal(words, piece, draft))
            .map(piece -> withoutTime(words, withoutDateline(words, piece)))
            .toList();
    return draft.with(source, whole(words, draft));
  }

  /** "Il" of "il a été annoncé que". */
  private static boolean impersonal(Words words, Range source, Draft draft) {
    return source.length() == 1
        && words.is(source.first(), "il")
        && words.is(draft.content().get(0).first(), WordClass.SUBORDINATOR)
        && draft.cue().stream()
            .anyMatch(
                piece ->
                    IntStream.range(piece.first(), piece.end()).anyMatch(i -> words.is(i, "été")));
  }

  /** What stands behind the dateline of its block: "NORHAVEN, May 30 (AP) — The agency ...". */
  private static Range withoutDateline(Words words, Range piece) {
    var first = piece.first();
    var opens = first == 0 || words.block[first - 1] != words.block[first];
    if (!opens || !CAPITALS.matcher(words.in(new Range(first, first + 1))).matches()) {
      return piece;
    }
    for (var i = first + 1; i < Math.min(piece.end() - 1, first + LONGEST_DATELINE); i++) {
      if (DASH.matcher(words.form[i]).matches() && words.start[i] > words.end[i - 1]) {
        return new Range(i + 1, piece.end());
      }
    }
    return piece;
  }

  /** "Anne Roux mardi soir" without what tells when. */
  private static Range withoutTime(Words words, Range source) {
    var end = source.end();
    while (end - 1 > source.first()
        && words.is(end - 1, WordClass.TIME)
        && !words.capital[end - 1]) {
      end--;
    }
    var name = words.is(end - 1, PartOfSpeech.PROPN);
    return name ? new Range(source.first(), end) : source;
  }

  /** The pieces of a content, with the words of a quotation that one of them leaves before it. */
  private static List<Range> whole(Words words, Draft draft) {
    var pieces = new ArrayList<>(draft.content());
    pieces.set(0, withoutDateline(words, pieces.get(0)));
    for (var k = 1; k < pieces.size(); k++) {
      var piece = pieces.get(k);
      var first = piece.first();
      while (first > pieces.get(k - 1).end() && left(words, draft, first - 1, piece.first())) {
        first--;
      }
      pieces.set(k, new Range(first, piece.end()));
    }
    var rest = rest(words, draft);
    if (rest != null) {
      pieces.add(rest);
    }
    return pieces;
  }

  /**
   * What a quotation has behind an {@link #incise} in it, where the content ends before; null where
   * there is nothing.
   */
  private static @Nullable Range rest(Words words, Draft draft) {
    var content = draft.content();
    var after = after(draft);
    if (content.get(content.size() - 1).end() > after || !incise(words, draft)) {
      return null;
    }
    var first = after + 1;
    var end = first;
    while (inside(words, end, words.quotation[after])) {
      end++;
    }
    while (end > first && words.punctuation[end - 1]) {
      end--;
    }
    return end == first ? null : new Range(first, end);
  }

  /**
   * Whether cue and source stand, in this order, between commas or stops in the quotation that they
   * tell of: "« Nothing is signed, said X, nor will it be »".
   */
  static boolean incise(Words words, Draft draft) {
    if (draft.cue().isEmpty() || draft.source().isEmpty()) {
      return false;
    }
    var cue = draft.cue().get(0);
    var number = words.quotation[cue.first()];
    var after = after(draft);
    return number >= 0
        && words.quotations.get(number).closed()
        && words.is(cue.first() - 1, ",")
        && draft.content().stream()
            .anyMatch(said -> said.end() == cue.first() - 1 && inside(words, said.first(), number))
        && draft.source().get(0).first() >= cue.end()
        && inside(words, after, number)
        && words.punctuation[after];
  }

  /** The token behind cue and source. */
  private static int after(Draft draft) {
    return Stream.of(draft.cue(), draft.source())
        .flatMap(List::stream)
        .mapToInt(Range::end)
        .max()
        .orElse(0);
  }

  private static boolean inside(Words words, int token, int quotation) {
    return token < words.size && words.quotation[token] == quotation;
  }

  /** Whether a token stands in the same quotation as another and is nothing else. */
  private static boolean left(Words words, Draft draft, int token, int other) {
    return words.quotation[token] >= 0
        && words.quotation[token] == words.quotation[other]
        && !words.punctuation[token]
        && !CueWindow.holds(draft.cue(), token)
        && !CueWindow.holds(draft.source(), token);
  }
}
