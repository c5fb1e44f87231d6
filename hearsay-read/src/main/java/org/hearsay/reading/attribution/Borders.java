package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.language.PartOfSpeech;

/** What any reader would set right in the borders that the models chose. */
final class Borders {

  private Borders() {}

  static Draft mended(Words words, Draft draft) {
    var source = draft.source().stream().map(piece -> withoutTime(words, piece)).toList();
    return draft.with(source, whole(words, draft));
  }

  /** "Anne Roux mardi soir" without what tells when. */
  private static Range withoutTime(Words words, Range source) {
    var end = source.end();
    while (end - 1 > source.first()
        && words.is(end - 1, WordClass.TIME)
        && !words.capital[end - 1]) {
      end--;
    }
    var name = words.tag[end - 1] == PartOfSpeech.PROPN.ordinal();
    return name ? new Range(source.first(), end) : source;
  }

  /** The pieces of a content, with the words of a quotation that one of them leaves before it. */
  private static List<Range> whole(Words words, Draft draft) {
    var pieces = new ArrayList<>(draft.content());
    for (var k = 1; k < pieces.size(); k++) {
      var piece = pieces.get(k);
      var first = piece.first();
      while (first > pieces.get(k - 1).end() && left(words, draft, first - 1, piece.first())) {
        first--;
      }
      pieces.set(k, new Range(first, piece.end()));
    }
    return pieces;
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
