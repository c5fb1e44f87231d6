package org.hearsay.time;

import java.util.ArrayList;
import java.util.List;

/** A place where a rule matched, with what stands around it. */
final class Match {
  final Rule rule;
  final Fields fields;
  int start;
  int end;

  /** What stands before or after it, such as "début", "depuis" or "ou plus tard". */
  final List<Match> beside = new ArrayList<>();

  Match(Rule rule, int start, int end, Fields fields) {
    this.rule = rule;
    this.start = start;
    this.end = end;
    this.fields = fields;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /** The first thing beside it of one sense; null when there is none. */
  boolean beside(Sense sense) {
    return beside.stream().anyMatch(m -> m.rule.sense() == sense);
  }

  /** A field that something beside it gives, such as {@code mod}; empty for none. */
  String beside(String field) {
    return beside.stream()
        .map(m -> m.fields.text(field))
        .filter(v -> !v.isEmpty())
        .findFirst()
        .orElse("");
  }
}
