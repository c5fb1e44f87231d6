package org.hearsay.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.language.tagging.KnownWords;
import org.hearsay.language.tagging.NameFeatures;
import org.hearsay.language.tagging.SequenceModel;

/**
 * A part of a corpus of names, as the command line gives it: {@code winer:PATH}, {@code
 * winer:PATH:train} and the like.
 *
 * <p>Parts: {@code all}; {@code train} and {@code test}, where every fifth document (every third of
 * wikigold) is for the test; {@code early} and {@code late}, where documents named {@code 2018...}
 * are late; {@code inner} and {@code tuning}, where every fifth document of {@code train} is for
 * choosing settings.
 */
record NameCorpus(String format, Path path, String part) {

  static NameCorpus parse(String argument) {
    var cells = argument.split(":");
    return new NameCorpus(cells[0], Path.of(cells[1]), cells.length > 2 ? cells[2] : "all");
  }

  List<NamedText> read() throws IOException {
    var all = NameCorpora.read(format, path);
    var every = format.equals("wikigold") ? 3 : 5;
    var trained = 0;
    var chosen = new ArrayList<NamedText>();
    for (var i = 0; i < all.size(); i++) {
      var test = i % every == every - 1;
      trained += test ? 0 : 1;
      var tuning = trained % 5 == 0;
      var late = all.get(i).id().startsWith("2018");
      var in =
          switch (part) {
            case "all" -> true;
            case "train" -> !test;
            case "test" -> test;
            case "inner" -> !test && !tuning;
            case "tuning" -> !test && tuning;
            case "early" -> !late;
            case "late" -> late;
            default -> throw new IllegalArgumentException("no such part: " + part);
          };
      if (in) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }

  static SequenceModel model(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return SequenceModel.read(in);
    }
  }

  /** What the name tagger sees of a document. */
  static NameFeatures features(NamedText text, SequenceModel pos, KnownWords words) {
    return NameFeatures.of(
        text.text(), text.tokens(), text.sentences(), pos, words, new int[text.tokens().size()]);
  }
}
