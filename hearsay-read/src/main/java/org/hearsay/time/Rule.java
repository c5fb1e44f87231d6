package org.hearsay.time;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One rule of a language's {@code time.rules}.
 *
 * @param line where it begins in its file
 * @param match what it matches at the first letter of a word
 * @param only the senses of what it may stand beside; none for all
 * @param fields what the rule itself says: {@code unit=D n=1}
 * @param yes examples; {@code [ ]} marks the expression, {@code =>} its value on 2013-02-12
 * @param no texts in which it must find nothing
 */
record Rule(
    String name,
    String file,
    int line,
    RulePattern match,
    Sense sense,
    Set<Sense> only,
    Map<String, String> fields,
    List<String> yes,
    List<String> no) {

  /** Where the rule stands, for messages. */
  String where() {
    return file + ":" + line + " (" + name + ")";
  }
}
