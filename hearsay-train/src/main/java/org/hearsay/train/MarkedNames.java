package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.language.Name;

/**
 * Texts of the corpora whose names were marked for Hearsay: {@code names-LANGUAGE.tsv} has the
 * places of the names only, the texts are read where they are.
 *
 * <p>The file: a line {@code article, place, CRC-32} for each text, then a line {@code kind, start,
 * end} for each of its names, in UTF-16 units, in order, not overlapping. Places are those of
 * {@link CorpusText}.
 */
final class MarkedNames {

  private MarkedNames() {}

  /**
   * The marked texts of a language.
   *
   * @throws IllegalStateException when a text is not the one that was marked
   */
  static List<NamedText> read(Path corpora, String language) throws IOException {
    var texts = new ArrayList<NamedText>();
    var analyser = new LanguageAnalyser();
    for (var line : CorpusText.marks(MarkedNames.class, "names-" + language + ".tsv", "#")) {
      var cells = line.split("\t", -1);
      if (cells[0].equals("article")) {
        var text = CorpusText.at(corpora, cells[1], cells[2]);
        var analysed = analyser.analyse(NameCorpora.article(language, text));
        texts.add(
            new NamedText(
                cells[1], text, analysed.tokens(), analysed.sentences(), new ArrayList<>()));
      } else {
        texts
            .get(texts.size() - 1)
            .gold()
            .add(
                new Name(
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    Name.Kind.valueOf(cells[0].toUpperCase(Locale.ROOT))));
      }
    }
    return texts;
  }
}
