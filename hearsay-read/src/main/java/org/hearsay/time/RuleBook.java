package org.hearsay.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The rules and words of one language: the folder {@code fr}, {@code en} ... of the resources, and
 * {@code all}, which holds for every language. Rules are kept by the word they can begin with.
 */
final class RuleBook {

  /** The language of a line of which none is known: dates in full, in many languages. */
  static final String UNDETERMINED = "und";

  /** The rules that hold for every language. */
  private static final String SHARED = "all/time.rules";

  private static final Map<String, Optional<RuleBook>> LOADED = new ConcurrentHashMap<>();

  final Vocabulary vocabulary;
  final Numbers numbers;
  final Tenses tenses;
  final List<Rule> rules;

  private final Set<String> firstWords = new HashSet<>();

  /** For each rule what it needs, as bits. */
  private final long[] needed;

  /** The needs, as bits, that each word meets. */
  private final Map<String, Long> needs = new HashMap<>();

  private final Map<String, int[]> byFirstWords = new HashMap<>();
  private final Map<Sense, int[]> bySense = new EnumMap<>(Sense.class);

  RuleBook(Vocabulary vocabulary, List<Rule> rules) {
    this.vocabulary = vocabulary;
    this.numbers = vocabulary.numbers();
    this.tenses = new Tenses(vocabulary);
    this.rules = List.copyOf(rules);
    index();
    this.needed = needs();
    for (var sense : Sense.values()) {
      bySense.put(
          sense,
          IntStream.range(0, rules.size()).filter(i -> rules.get(i).sense() == sense).toArray());
    }
  }

  private void index() {
    var pairs = byFirstWords;
    for (var i = 0; i < rules.size(); i++) {
      for (var pair : first(rules.get(i))) {
        index(pair, i);
        var plain = Accents.without(pair);
        if (!plain.equals(pair)) {
          index(plain, i);
        }
      }
    }
    for (var entry : pairs.entrySet()) {
      var pair = entry.getKey();
      var gap = pair.indexOf(FirstWords.GAP);
      firstWords.add(pair.substring(0, gap));
      if (!pair.endsWith(FirstWords.ANY)) {
        for (var i : pairs.getOrDefault(pair.substring(0, gap + 1) + FirstWords.ANY, NO_RULES)) {
          entry.setValue(with(entry.getValue(), i));
        }
      }
    }
  }

  private void index(String pair, int rule) {
    var found = byFirstWords.get(pair);
    byFirstWords.put(pair, found == null ? new int[] {rule} : with(found, rule));
  }

  private long[] needs() {
    var bits = new HashMap<Set<String>, Long>();
    var needs = new long[rules.size()];
    for (var i = 0; i < needs.length; i++) {
      if (!rules.get(i).sense().isLink()) {
        for (var need : rules.get(i).match().neededWords()) {
          needs[i] |= bits.computeIfAbsent(need, words -> bit(words, bits.size()));
        }
      }
    }
    return needs;
  }

  /** A bit for what these words meet; none when all are taken. */
  private long bit(Set<String> words, int taken) {
    if (taken >= Long.SIZE) {
      return 0;
    }
    words.forEach(word -> needs.merge(word, 1L << taken, (one, two) -> one | two));
    return 1L << taken;
  }

  /** The needs of rules, as bits, that this word in lower case meets. */
  long metBy(String word) {
    return needs.getOrDefault(word, 0L);
  }

  /** What a rule needs to be met, as bits. */
  long neededBy(int rule) {
    return needed[rule];
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

  private static Set<String> first(Rule rule) {
    try {
      return rule.sense().isLink() ? Set.of() : rule.match().firstWords();
    } catch (IllegalArgumentException e) {
      throw new RuleException(
          rule.file(), rule.line(), "rule '" + rule.name() + "': " + e.getMessage());
    }
  }

  /** The book of a language; that of an undetermined one when it has no folder. */
  static RuleBook of(String language) {
    return LOADED
        .computeIfAbsent(language, RuleBook::load)
        .orElseGet(() -> LOADED.computeIfAbsent(UNDETERMINED, RuleBook::load).orElseThrow());
  }

  private static Optional<RuleBook> load(String language) {
    if (!language.matches("[a-z]{2,3}")) {
      return Optional.empty();
    }
    var words = lines(language + "/words.tsv");
    var own = lines(language + "/time.rules");
    if (words.isEmpty() || own.isEmpty()) {
      return Optional.empty();
    }
    var vocabulary = new Vocabulary(language + "/words.tsv", words);
    var defined = new Definitions(vocabulary);
    var shared = new RuleReader(SHARED, defined).read(lines(SHARED));
    var rules = new ArrayList<>(new RuleReader(language + "/time.rules", defined).read(own));
    rules.addAll(shared);
    return Optional.of(new RuleBook(vocabulary, rules));
  }

  /** The lines of a resource; none when there is no such resource. */
  private static List<String> lines(String name) {
    try (var in = RuleBook.class.getResourceAsStream(name)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final int[] NO_RULES = {};

  /** Whether any rule begins with this word, in lower case. */
  boolean begins(String word) {
    return firstWords.contains(word);
  }

  /** The rules that can begin with these two words, as indexes into {@link #rules}. */
  int[] beginningWith(String first, String second) {
    var found = byFirstWords.get(first + FirstWords.GAP + second);
    return found != null
        ? found
        : byFirstWords.getOrDefault(first + FirstWords.GAP + FirstWords.ANY, NO_RULES);
  }

  /** The rules of one sense, as indexes into {@link #rules}. */
  int[] of(Sense sense) {
    return bySense.getOrDefault(sense, NO_RULES);
  }
}
