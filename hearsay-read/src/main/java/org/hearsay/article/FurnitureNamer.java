package org.hearsay.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.hearsay.article.Furniture.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Says what each piece that is not the article is: by the class words of the elements around it,
 * nearest first, and by phrases in its text, both kept as tables.
 */
final class FurnitureNamer {

  private record Sign(String word, Kind kind) {}

  private static final List<Sign> CLASSES = signs("furniture-classes.tsv");
  private static final List<Sign> PHRASES = new ArrayList<>();

  static {
    PHRASES.addAll(signs("fr/furniture.tsv"));
    PHRASES.addAll(signs("en/furniture.tsv"));
  }

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;

  FurnitureNamer(HtmlTree tree, PageElements elements, List<Piece> pieces) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
  }

  private static List<Sign> signs(String name) {
    return Lexicon.rows(name).stream()
        .map(row -> new Sign(row.get(1), Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT))))
        .toList();
  }

  /** The kind of each piece; null for those of the body. */
  @Nullable Kind[] name(BitSet body) {
    var kinds = new Kind[pieces.size()];
    for (var i = 0; i < kinds.length; i++) {
      if (!body.get(i)) {
        kinds[i] = kind(pieces.get(i));
      }
    }
    return kinds;
  }

  private Kind kind(Piece piece) {
    var text = piece.text();
    var lower = text.substring(0, Math.min(text.length(), 600)).toLowerCase(Locale.ROOT);
    for (var sign : PHRASES) {
      if (lower.contains(sign.word())) {
        return sign.kind();
      }
    }
    var up = 0;
    var byTag = Kind.OTHER;
    for (var node = tree.parent(piece.first());
        node >= 0 && up < 40;
        node = tree.parent(node), up++) {
      switch (tree.tag(node)) {
        case HTML, BODY -> {
          return byTag;
        }
        default -> {
          var names = elements.at(node).names;
          if (!names.isEmpty()) {
            for (var sign : CLASSES) {
              if (names.contains(sign.word())) {
                return sign.kind();
              }
            }
          }
        }
      }
      if (byTag == Kind.OTHER) {
        byTag =
            switch (tree.tag(node)) {
              case NAV, MENU, FOOTER, HEADER ->
                  piece.linkDensity() > 0.3 ? Kind.NAVIGATION : Kind.OTHER;
              case ASIDE -> piece.linkDensity() > 0.3 ? Kind.RELATED : Kind.OTHER;
              case FIGCAPTION -> Kind.CREDIT;
              case TIME -> Kind.DATELINE;
              default -> Kind.OTHER;
            };
      }
    }
    return byTag;
  }
}
