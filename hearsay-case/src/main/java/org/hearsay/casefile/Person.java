package org.hearsay.casefile;

import java.util.List;

/**
 * A person across the case: all whose full names are the same but for case and accents. Somebody
 * who has only a surname in a document is not among them: surnames alone never make two one.
 *
 * @param name as the most documents spell it
 * @param documents ids, in the order they were added
 * @param attributions how many statements they have in these
 * @param titles that the documents give them, each once, as written, the most frequent first
 */
public record Person(String name, List<String> documents, int attributions, List<String> titles) {
  public Person {
    documents = List.copyOf(documents);
    titles = List.copyOf(titles);
  }
}
