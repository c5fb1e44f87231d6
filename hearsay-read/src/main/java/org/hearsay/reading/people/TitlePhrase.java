package org.hearsay.reading.people;

import org.hearsay.reading.Role;
import org.jspecify.annotations.Nullable;

/**
 * A title in the text with what belongs to it: {@code ancien ministre iranien des Transports}.
 *
 * @param first its first token, without determiner
 * @param end after its last token
 * @param head the first token of the title itself
 * @param headEnd after its last token
 * @param determiner definite, indefinite, possessive; empty for none
 */
record TitlePhrase(
    int first,
    int end,
    int head,
    int headEnd,
    RoleWords.Title title,
    Role.@Nullable Status status,
    String determiner) {

  TitlePhrase endingAt(int otherEnd) {
    return new TitlePhrase(first, otherEnd, head, headEnd, title, status, determiner);
  }
}
