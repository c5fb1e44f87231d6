package org.hearsay.time;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One rule of a language's {@code time.rules}.
 *
 * @param line where it begins in its file
 * @param pattern matched at the first letter of a word
 * @param groups the named groups of the pattern
 * @param fields what the rule itself says: {@code unit=D n=1}
 * @param yes examples; {@code [ ]} marks the expression, {@code =>} its value on 2013-02-12
 * @param no texts in which it must find nothing
 */
record Rule(
    String name,
    String file,
    int line,
    Pattern pattern,
    List<String> groups,
    Sense sense,
    Map<String, String> fields,
    List<String> yes,
    List<String> no) {

  /** Where the rule stands, for messages. */
  String where() {
    return file + ":" + line + " (" + name + ")";
  }
}
