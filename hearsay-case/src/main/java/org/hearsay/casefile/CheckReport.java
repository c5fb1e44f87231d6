package org.hearsay.casefile;

import java.util.List;

/**
 * What {@code check} finds over a whole case.
 *
 * @param documents how many documents there are
 * @param texts how many of them are left when copies are counted once
 * @param findings copies first, then titles, each kind in order of its key
 */
public record CheckReport(int documents, int texts, List<Finding> findings) {
  public CheckReport {
    findings = List.copyOf(findings);
  }
}
