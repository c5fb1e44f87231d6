package org.hearsay.casefile;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A decision that a person made about the case. Kept for ever, never rewritten: a later one may
 * take it back.
 *
 * @param kind what was decided, such as {@code dismiss-finding}
 * @param subject what it is about: the key of a finding, the id of a document
 * @param who the person, as they call themselves
 * @param why in their words; may be empty
 * @param details what the kind needs besides
 */
public record Judgement(
    String kind,
    String subject,
    String who,
    String why,
    Instant when,
    Map<String, String> details) {
  public Judgement {
    details = Collections.unmodifiableMap(new TreeMap<>(details)); // one order for all readers
  }
}
