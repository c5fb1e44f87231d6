package org.hearsay.article;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line that says when an article was published, where its page's data do not: near the
 * start of the text, at its end, at the head of its first paragraphs ({@code 27.1.2022 - The ...}),
 * else further from it where a word for the day leads the line, or the day is all of it.
 */
final class DatedLines {

  private static final int LONGEST = 200;

  /** Pieces before the text that are looked at, from the headline on where there is one. */
  private static final int REACH = 8;

  private static final int FAR = 30;

  /** Characters of a paragraph in which its dateline ends. */
  private static final int DATELINE = 24;

  /** Characters of a line that is a day and no more, its time with it. */
  private static final int DAY = 40;

  private final List<Piece> pieces;
  private final BitSet body;
  private final String language;

  /**
   * A line and the date in it.
   *
   * @param date empty where no line was found
   */
  record Dated(String line, Optional<String> date) {
    private static final Dated NONE = new Dated("", Optional.empty());

    boolean found() {
      return date.isPresent();
    }
  }

  DatedLines(List<Piece> pieces, BitSet body, String language) {
    this.pieces = pieces;
    this.body = body;
    this.language = language;
  }

  /**
   * A line at the start of the text or at its end, or the head of a paragraph.
   *
   * @param title of the article
   */
  Dated near(@Nullable String title) {
    var first = body.nextSetBit(0);
    var end = body.length();
    var near = any(start(first, title), first + 3);
    if (!near.found()) {
      near = any(end, end + 3);
    }
    for (var i = first; !near.found() && i >= 0 && i < first + 2; i = body.nextSetBit(i + 1)) {
      near = head(pieces.get(i));
    }
    return near;
  }

  /** A line further from the text. */
  Dated far() {
    var from = Math.max(0, body.nextSetBit(0) - FAR);
    var to = Math.min(pieces.size(), body.length() + FAR);
    for (var i = from; i < to; i++) {
      var line = body.get(i) ? Dated.NONE : told(pieces.get(i));
      if (line.found()) {
        return line;
      }
    }
    return Dated.NONE;
  }

  private int start(int first, @Nullable String title) {
    var back = Math.max(0, first - FAR + 1);
    var headline = SignedLines.headline(pieces, first, back, title == null ? "" : title);
    var near = Math.max(0, first - REACH);
    return headline < 0 ? near : Math.min(headline, near);
  }

  /** The first line that is no text and has a date in it. */
  private Dated any(int from, int to) {
    for (var i = from; i < Math.min(pieces.size(), to); i++) {
      var text = pieces.get(i).text();
      var line = body.get(i) || text.length() > LONGEST ? Dated.NONE : dated(text);
      if (line.found()) {
        return line;
      }
    }
    return Dated.NONE;
  }

  /** A day at the head of a paragraph, a bar or a dash after it. */
  private Dated head(Piece piece) {
    var text = piece.text();
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return Dated.NONE;
    }
    var head = text.substring(0, Math.min(DATELINE, text.length()));
    var end = -1;
    for (var i = 0; i < head.length() && end < 0; i++) {
      end = "–—-|:,„“\"«/\n".indexOf(head.charAt(i)) >= 0 ? i : -1;
    }
    return dated(end < 0 ? head : head.substring(0, end));
  }

  private Dated told(Piece piece) {
    var text = piece.text();
    return text.length() <= LONGEST
            && piece.links() < 2
            && (FurnitureNamer.leadsToDate(text)
                || text.length() < DAY
                    && !text.isEmpty()
                    && Character.isLetterOrDigit(text.charAt(0))
                    && piece.words() <= 6)
        ? dated(text)
        : Dated.NONE;
  }

  private Dated dated(String text) {
    var date = Dates.parseWithin(text, language);
    return date.isPresent() ? new Dated(text, date) : Dated.NONE;
  }
}
