package org.hearsay.casefile;

import java.util.List;

/**
 * The outcome of hashing all originals again and checking every span.
 *
 * @param problems one line each: what, where, what it means; empty when the case is sound
 */
public record VerifyReport(int documents, int spans, List<String> problems) {
  public VerifyReport {
    problems = List.copyOf(problems);
  }
}
