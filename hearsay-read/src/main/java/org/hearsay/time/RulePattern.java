package org.hearsay.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a rule matches. The regular expression is made when it is first tried: most rules of a
 * language are not, in a short text.
 */
final class RulePattern {

  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z]\\w*)>");

  private final String written;
  private final String end;
  private final Definitions defined;
  private final String file;
  private final int line;
  private volatile @Nullable Compiled compiled;

  private record Compiled(Pattern pattern, List<Fields.Group> groups) {}

  /**
   * @param written as in the file, with names of {@code defined} in braces
   * @param end a regular expression for what must follow
   * @param line where it stands in its file, for messages
   */
  RulePattern(String written, String end, Definitions defined, String file, int line) {
    this.written = written;
    this.end = end;
    this.defined = defined;
    this.file = file;
    this.line = line;
  }

  /**
   * @throws RuleException when it is not a regular expression
   */
  Pattern pattern() {
    return compiled().pattern();
  }

  /** The named groups of the pattern. */
  List<Fields.Group> groups() {
    return compiled().groups();
  }

  /** The pairs of words that it can begin with, see {@link FirstWords}. */
  Set<String> firstWords() {
    return defined.firstWords(written);
  }

  /**
   * What every match has a word of (see {@link NeededWords}): for each need the words, in lower
   * case, that can meet it.
   */
  List<Set<String>> neededWords() {
    var needs = new ArrayList<Set<String>>();
    for (var need : defined.neededWords(written)) {
      var words = new TreeSet<String>();
      need.forEach(one -> words.addAll(defined.beginningsOf(one)));
      if (!words.contains("")) {
        needs.add(words);
      }
    }
    return needs;
  }

  /** What can stand after the digits that it may begin with, see {@link AfterDigits}. */
  boolean[] afterDigits() {
    return AfterDigits.of(written, defined);
  }

  private Compiled compiled() {
    var made = compiled;
    if (made == null) {
      made = compile("(?:" + defined.expand(written) + ")" + end);
      compiled = made;
    }
    return made;
  }

  private Compiled compile(String expression) {
    try {
      return new Compiled(
          Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
          Fields.Group.all(GROUP.matcher(expression).results().map(g -> g.group(1)).toList()));
    } catch (PatternSyntaxException e) {
      throw new RuleException(file, line, "not a pattern: " + e.getDescription());
    }
  }
}
