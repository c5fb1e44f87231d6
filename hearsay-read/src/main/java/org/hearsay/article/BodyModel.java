package org.hearsay.article;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.hearsay.boosting.Forest;

/** The trained judge of pieces: how likely each is to be the article. See MODEL.md beside it. */
record BodyModel(TokenOdds odds, Forest first, Forest second) {

  static final int FIRST_COUNT = PieceFeatures.COUNT + TokenOdds.COUNT;

  private static final int FORMAT = 0x48424D31;

  /** The model that ships, loaded at first use. */
  static BodyModel shipped() {
    return Shipped.MODEL;
  }

  private static final class Shipped {
    static final BodyModel MODEL = load();

    private static BodyModel load() {
      try (var in = BodyModel.class.getResourceAsStream("body.model")) {
        if (in == null) {
          throw new IllegalStateException("body.model: not among the resources");
        }
        return read(new DataInputStream(new BufferedInputStream(in)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The probability of each piece. */
  float[] scores(PieceFeatures features, HtmlTree tree, List<Piece> pieces) {
    var rows = features.rows(FIRST_COUNT + SecondLook.COUNT);
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i];
      if (row != null) {
        features.fill(row, PieceFeatures.COUNT, pieces.get(i), odds);
      }
    }
    var scores = first.probabilities(rows);
    SecondLook.fill(
        rows, scores, features.words(), SecondLook.holders(tree, pieces), features.kinds());
    return second.probabilities(rows);
  }

  void write(OutputStream to) throws IOException {
    var out = new DataOutputStream(to);
    out.writeInt(FORMAT);
    odds.write(out);
    first.write(out);
    second.write(out);
    out.flush();
  }

  static BodyModel read(DataInputStream in) throws IOException {
    if (in.readInt() != FORMAT) {
      throw new IllegalStateException("body.model: not a model of this version; retrain it");
    }
    return new BodyModel(TokenOdds.read(in), Forest.read(in), Forest.read(in));
  }
}
