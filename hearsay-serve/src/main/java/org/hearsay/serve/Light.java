package org.hearsay.serve;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Reading;

/**
 * A stretch of the article's text to be lit, and in which tone.
 *
 * @param span in the article's text
 */
record Light(Span span, Tone tone) {

  /** The tones, the more specific first: where two meet, the first wins. */
  enum Tone {
    /** Whose word it is. */
    SOURCE,
    /** The words that attribute. */
    CUE,
    /** What is attributed. */
    CONTENT,
    /** Anything else that was pointed at. */
    PASSAGE;

    @Override
    public String toString() {
      return org.hearsay.article.Names.kebab(this);
    }
  }

  /** The lights of one statement. */
  static List<Light> of(Attribution said) {
    var lights = new ArrayList<Light>();
    said.source().forEach(span -> lights.add(new Light(span, Tone.SOURCE)));
    said.cue().forEach(span -> lights.add(new Light(span, Tone.CUE)));
    said.content().forEach(span -> lights.add(new Light(span, Tone.CONTENT)));
    return lights;
  }

  /**
   * What a request points at: {@code statement=a1} or {@code span=10-20}.
   *
   * @throws Problem 400 or 404 when it points at nothing
   */
  static List<Light> requested(
      Reading reading,
      @org.jspecify.annotations.Nullable String statement,
      @org.jspecify.annotations.Nullable String span) {
    if (statement != null) {
      return reading.attributions().stream()
          .filter(a -> a.id().equals(statement))
          .findFirst()
          .map(Light::of)
          .orElseThrow(
              () ->
                  new Problem(
                      404, "no-statement", "This document has no statement " + statement + "."));
    }
    return span == null ? List.of() : List.of(new Light(span(reading, span), Tone.PASSAGE));
  }

  private static Span span(Reading reading, String written) {
    var dash = written.indexOf('-');
    try {
      var start = Integer.parseInt(written.substring(0, Math.max(dash, 0)));
      var end = Integer.parseInt(written.substring(dash + 1));
      if (start >= 0 && start < end && end <= reading.article().text().length()) {
        return new Span(start, end);
      }
    } catch (NumberFormatException e) {
      // told below, like a span outside of the text
    }
    throw new Problem(400, "bad-parameter", "span must be START-END, within the article's text.");
  }
}
