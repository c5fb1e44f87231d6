package org.hearsay.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  final RuleIndex index;

  private final int[] links;

  RuleBook(Vocabulary vocabulary, List<Rule> rules) {
    this.vocabulary = vocabulary;
    this.numbers = vocabulary.numbers();
    this.tenses = new Tenses(vocabulary);
    this.rules = List.copyOf(rules);
    this.index = new RuleIndex(this.rules);
    this.links =
        IntStream.range(0, rules.size()).filter(i -> rules.get(i).sense().isLink()).toArray();
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

  /** The rules that stand between two expressions, as indexes into {@link #rules}. */
  IntStream links() {
    return IntStream.of(links);
  }
}
