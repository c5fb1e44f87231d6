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
  final List<Match> beside = new ArrayList<>(2);

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

  /** Whether something of one sense stands beside it. */
  boolean beside(Sense sense) {
    for (var match : beside) {
      if (match.rule.sense() == sense) {
        return true;
      }
    }
    return false;
  }

  /** A field that something beside it gives, such as {@code mod}; empty for none. */
  String beside(String field) {
    for (var match : beside) {
      var value = match.fields.text(field);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
