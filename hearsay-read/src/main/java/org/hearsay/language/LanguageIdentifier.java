package org.hearsay.language;

import java.util.Optional;

/** Tells the language of a text, or abstains. Thread-safe. */
public final class LanguageIdentifier {

  /** The BCP 47 primary subtag of the text's language; empty when it is too short or not known. */
  public Optional<String> identify(String text) {
    return Optional.empty();
  }
}
