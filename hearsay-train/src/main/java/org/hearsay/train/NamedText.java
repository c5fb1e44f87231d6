package org.hearsay.train;

import java.util.List;
import org.hearsay.language.Name;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;

/**
 * A document whose names are known.
 *
 * @param gold the names, in order, not overlapping
 */
record NamedText(
    String id, String text, List<Token> tokens, List<Sentence> sentences, List<Name> gold) {}
