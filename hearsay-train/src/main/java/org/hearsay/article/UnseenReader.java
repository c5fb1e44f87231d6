package org.hearsay.article;

import org.hearsay.capture.Capture;

/** Reads pages with scores given by models that have not seen their sites, for measuring. */
public final class UnseenReader {
  private UnseenReader() {}

  public static Article read(Capture capture, float[] scores) {
    var reader = HtmlReader.open(capture);
    return reader.article(reader.body(scores));
  }
}
