package org.hearsay.article;

import java.util.Locale;
import org.hearsay.capture.Capture;
import org.hearsay.train.article.Corpus;
import org.hearsay.train.article.GoldPage;
import org.jspecify.annotations.Nullable;

/** A page of a corpus as the trainer sees it: its pieces in figures, and which are the article. */
final class Sample {

  final Corpus corpus;
  final GoldPage page;
  final String site;

  /** Null for the hopeless. */
  final @Nullable float[][] base;

  final int[][] near;
  final int[][] far;
  final int[][] wordTokens;
  final int[] words;
  final int[] kinds;
  final int[][] holders;
  final Labels labels;
  final int size;

  Sample(Corpus corpus, GoldPage page) {
    this.corpus = corpus;
    this.page = page;
    this.site = brand(page.uri().contains("fakehost") ? page.site() : page.uri());
    var parts = HtmlReader.open(new Capture(page.uri(), page.html(), "text/html", null, null));
    var features = parts.features();
    var pieces = parts.pieces();
    this.size = pieces.size();
    this.base = features.rows(PieceFeatures.COUNT);
    this.words = features.words();
    this.kinds = features.kinds();
    this.holders = SecondLook.holders(parts.tree(), pieces);
    this.near = new int[size][];
    this.far = new int[size][];
    this.wordTokens = new int[size][];
    for (var i = 0; i < size; i++) {
      var tokens = features.classTokens(pieces.get(i));
      near[i] = tokens[0];
      far[i] = tokens[1];
      wordTokens[i] = features.wordTokens(pieces.get(i));
    }
    var text = page.text();
    this.labels =
        text == null
            ? Labels.of(pieces, page.with(), page.without())
            : Labels.of(
                pieces, words, text, page.standfirst(), page.title() == null ? "" : page.title());
  }

  /** Whether its corpus keeps what newsrooms keep: the text of the article, not boxes beside it. */
  boolean newsroom() {
    return corpus != Corpus.WCXB;
  }

  /** The name an outlet has under whatever domain: {@code bbc} for news.bbc.co.uk and bbc.com. */
  static String brand(String url) {
    var host =
        url.toLowerCase(Locale.ROOT).replaceFirst("^https?:/*", "").replaceFirst("[/:?#].*$", "");
    var labels = host.split("\\.");
    var last = labels.length - 1;
    if (last >= 1) {
      last--;
      if (last >= 1 && labels[last].length() <= 3 && labels[last + 1].length() == 2) {
        last--;
      }
    }
    return labels[Math.max(0, last)];
  }
}
