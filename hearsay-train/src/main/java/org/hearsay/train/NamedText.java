package org.hearsay.train;

import java.util.List;
import org.hearsay.language.Name;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;

/**
 * A document whose names are known.
 *
 * @param gold the names of people, organisations and places, in order, not overlapping
 * @param others names of other things, of unknown kind, in order, overlapping none of {@code gold}
 * @param whole whether {@code others} are all there are; where not, a word outside {@code gold} may
 *     be in the name of something else
 */
record NamedText(
    String id,
    String text,
    List<Token> tokens,
    List<Sentence> sentences,
    List<Name> gold,
    List<Name> others,
    boolean whole) {

  /** A document in which only people, organisations and places are annotated. */
  NamedText(String id, String text, List<Token> tokens, List<Sentence> sentences, List<Name> gold) {
    this(id, text, tokens, sentences, gold, List.of(), false);
  }

  /** A document whose names of other things are annotated too, with their kind unknown. */
  static NamedText whole(
      String id, String text, List<Token> tokens, List<Sentence> sentences, List<Name> names) {
    var gold = names.stream().filter(name -> name.kind() != Name.Kind.UNKNOWN).toList();
    var others =
        names.stream()
            .filter(name -> name.kind() == Name.Kind.UNKNOWN)
            .filter(
                name ->
                    gold.stream().noneMatch(g -> g.start() < name.end() && name.start() < g.end()))
            .toList();
    return new NamedText(id, text, tokens, sentences, gold, others, true);
  }
}
