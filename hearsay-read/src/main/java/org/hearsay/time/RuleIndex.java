package org.hearsay.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rules can begin with two words, and which words each rule needs. Words go by their number
 * in {@link #words}.
 */
final class RuleIndex {

  private static final int[] NONE = {};

  /** All words that rules begin with or need. */
  final WordTable words = new WordTable();

  /** The number of a run of digits, and of an apostrophe. */
  final int digits = words.add(FirstWords.DIGIT);

  final int apostrophe = words.add("'");

  /** For a word the rules that begin with it whatever follows, and those with a second word. */
  private record Beginnings(int[] any, Map<Integer, int[]> second) {}

  private final List<Beginnings> beginnings = new ArrayList<>();

  /** For each rule the needs, all of which must be met, by number. */
  private final int[][] needs;

  /** For each rule the kinds of characters that can stand after the digits that it begins with. */
  private final boolean[][] afterDigits;

  /** For each need the words that meet it, as bits. */
  private final List<long[]> meeting = new ArrayList<>();

  RuleIndex(List<Rule> rules) {
    var pairs = new HashMap<String, int[]>();
    this.needs = new int[rules.size()][];
    this.afterDigits = new boolean[rules.size()][];
    var numbers = new HashMap<Set<String>, Integer>();
    for (var i = 0; i < needs.length; i++) {
      var rule = rules.get(i);
      needs[i] = NONE;
      if (!rule.sense().isLink()) {
        note(pairs, rule, i);
        afterDigits[i] = rule.match().afterDigits();
        needs[i] =
            rule.match().neededWords().stream()
                .mapToInt(need -> numbers.computeIfAbsent(need, n -> numbers.size()))
                .toArray();
      }
    }
    pairs.forEach(this::index);
    addAny();
    for (var i = 0; i < numbers.size(); i++) {
      meeting.add(NO_BITS);
    }
    numbers.keySet().forEach(need -> need.forEach(words::add));
    numbers.forEach((need, number) -> meeting.set(number, bits(need)));
  }

  private static final long[] NO_BITS = {};

  private long[] bits(Set<String> need) {
    var bits = new long[words.size() / Long.SIZE + 1];
    for (var word : need) {
      var number = words.add(word);
      bits[number / Long.SIZE] |= 1L << number % Long.SIZE;
    }
    return bits;
  }

  private static void note(Map<String, int[]> pairs, Rule rule, int number) {
    try {
      for (var pair : rule.match().firstWords()) {
        note(pairs, pair, number);
        var plain = Accents.without(pair);
        if (!plain.equals(pair)) {
          note(pairs, plain, number);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new RuleException(
          rule.file(), rule.line(), "rule '" + rule.name() + "': " + e.getMessage());
    }
  }

  private static void note(Map<String, int[]> pairs, String pair, int rule) {
    var found = pairs.get(pair);
    pairs.put(pair, found == null ? new int[] {rule} : with(found, rule));
  }

  private void index(String pair, int[] rules) {
    var gap = pair.indexOf(FirstWords.GAP);
    var first = words.add(pair.substring(0, gap));
    while (beginnings.size() <= first) {
      beginnings.add(new Beginnings(NONE, new HashMap<>()));
    }
    var known = beginnings.get(first);
    if (pair.endsWith(FirstWords.ANY)) {
      beginnings.set(first, new Beginnings(rules, known.second));
    } else {
      known.second.put(words.add(pair.substring(gap + 1)), rules);
    }
  }

  /** Rules that care for no second word stand with each of them too. */
  private void addAny() {
    for (var known : beginnings) {
      known.second.replaceAll(
          (second, rules) -> {
            var all = rules;
            for (var rule : known.any) {
              all = with(all, rule);
            }
            return all;
          });
    }
  }

  /** In ascending order, with one more; the same when it is there. */
  private static int[] with(int[] rules, int rule) {
    var at = Arrays.binarySearch(rules, rule);
    if (at >= 0) {
      return rules;
    }
    var more = new int[rules.length + 1];
    System.arraycopy(rules, 0, more, 0, -at - 1);
    more[-at - 1] = rule;
    System.arraycopy(rules, -at - 1, more, -at, rules.length + at + 1);
    return more;
  }

  /** The rules that can begin with these two words, in ascending order. */
  int[] beginningWith(int first, int second) {
    if (first < 0 || first >= beginnings.size()) {
      return NONE;
    }
    var known = beginnings.get(first);
    return second < 0 ? known.any : known.second.getOrDefault(second, known.any);
  }

  /** Whether a rule may begin with digits before a character of a kind, see {@link AfterDigits}. */
  boolean mayFollowDigits(int rule, int kind) {
    return afterDigits[rule][kind];
  }

  /** What a rule needs to be met, by number. */
  int[] neededBy(int rule) {
    return needs[rule];
  }

  /** How many different needs there are. */
  int needs() {
    return meeting.size();
  }

  /** Whether a word meets a need. */
  boolean meets(int word, int need) {
    return (meeting.get(need)[word / Long.SIZE] >>> word % Long.SIZE & 1) != 0;
  }
}
