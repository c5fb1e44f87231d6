package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.reading.Attribution.Flag;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language that this package goes by: cues with their inflections, what flags
 * them, classes of function words, hedges. Read from {@code cues.tsv}, {@code flags.tsv}, {@code
 * inflections.tsv}, {@code words.tsv} and {@code hedges.tsv}.
 */
final class Lexicon {

  private record Inflection(String strip, List<String> endings) {}

  /**
   * A form of a lemma.
   *
   * @param tense as its ending has it; null where the forms are listed bare
   */
  private record Form(String letters, @Nullable String tense) {}

  /**
   * The flags that words give to a cue they stand in.
   *
   * @param reflexive whether only where the cue is reflexive
   * @param first what the content must begin with; empty for anything
   */
  record Flagging(Set<Flag> flags, boolean reflexive, Set<String> first) {}

  private final String language;
  private final Map<String, Cue> cues = new HashMap<>();
  private final Map<String, Flagging> flaggings = new HashMap<>();
  private final Map<String, Integer> classes = new HashMap<>();
  private final Map<String, Set<String>> hedges = new HashMap<>();
  private final @Nullable DependencyParser parser;
  private int longest = 1;

  /** How many bits there are for beginnings, a power of two. */
  private static final int BEGINNINGS = 1 << 18;

  /** The hashes of all that a cue begins with. */
  private final BitSet beginnings = new BitSet(BEGINNINGS);

  private Lexicon(String language) {
    this.language = language;
    this.parser = parser(language);
  }

  /** The lexicon of a language; empty when there is none. */
  static Optional<Lexicon> of(String language) {
    var cues = Tsv.rows(language + "/cues.tsv");
    if (cues.isEmpty()) {
      return Optional.empty();
    }
    var lexicon = new Lexicon(language);
    var inflections = new HashMap<String, Inflection>();
    for (var row : Tsv.rows(language + "/inflections.tsv").orElseThrow()) {
      inflections.put(row[0], new Inflection(row[1], words(row[2])));
    }
    var number = 0;
    for (var row : cues.get()) {
      lexicon.addCue(row, ++number, inflections);
    }
    for (var row : Tsv.rows(language + "/flags.tsv").orElseThrow()) {
      lexicon.addFlags(row, inflections);
    }
    for (var row : Tsv.rows(language + "/words.tsv").orElseThrow()) {
      var bit = WordClass.valueOf(row[0].toUpperCase(Locale.ROOT)).bit();
      for (var word : words(row[1])) {
        lexicon.classes.merge(word, bit, (a, b) -> a | b);
      }
    }
    for (var row : Tsv.rows(language + "/hedges.tsv").orElseThrow()) {
      lexicon.hedges.computeIfAbsent(row[0], k -> new LinkedHashSet<>()).addAll(words(row[1]));
    }
    return Optional.of(lexicon);
  }

  /** The parser of this language; null when it has none. */
  @Nullable DependencyParser parser() {
    return parser;
  }

  private static @Nullable DependencyParser parser(String language) {
    try (var stream = Lexicon.class.getResourceAsStream(language + "/parser.model")) {
      if (stream == null) {
        return null;
      }
      return DependencyParser.read(WeightTable.unzipped(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(language + "/parser.model", e);
    }
  }

  String language() {
    return language;
  }

  /** The cue that a folded form or, with spaces between, several are; null when none. */
  @Nullable Cue cue(String form) {
    return cues.get(form);
  }

  /** Whether a cue may begin with these letters; false when none does. */
  boolean mayBeginCue(String letters) {
    return beginnings.get(beginning(letters.hashCode()));
  }

  private static int beginning(int hash) {
    return FeatureHash.mix(hash) & BEGINNINGS - 1;
  }

  /** The number of words of the longest cue. */
  int longestCue() {
    return longest;
  }

  /** The {@link WordClass} bits of a folded form. */
  int classes(String form) {
    var bits = classes.getOrDefault(form, 0);
    return form.length() > 5 && form.endsWith(language.equals("fr") ? "ment" : "ly")
        ? bits | WordClass.ADVERB.bit()
        : bits;
  }

  boolean is(String form, WordClass what) {
    return (classes(form) & what.bit()) != 0;
  }

  /** The forms of a row of {@code hedges.tsv}. */
  Set<String> hedges(String kind) {
    return hedges.getOrDefault(kind, Set.of());
  }

  /** What a folded form or, with spaces between, several give to a cue; null for nothing. */
  @Nullable Flagging flagging(String form) {
    return flaggings.get(form);
  }

  private void addFlags(String[] row, Map<String, Inflection> inflections) {
    var first = row[4].isEmpty() ? Set.<String>of() : Set.copyOf(words(row[4]));
    var flagging = new Flagging(flags(row[3]), !row[0].equals(bare(row[0])), first);
    for (var form : forms("flags.tsv", row, inflections)) {
      flaggings.put(form.letters(), flagging);
    }
  }

  private void addCue(String[] row, int number, Map<String, Inflection> inflections) {
    var frames =
        Set.of(row[4].isEmpty() ? new String[0] : row[4].split(",")).stream().sorted().toList();
    var flags = flags(row[5]);
    var kind = Cue.Kind.valueOf(row[3].toUpperCase(Locale.ROOT));
    for (var form : forms("cues.tsv", row, inflections)) {
      var tense =
          form.tense() == null
              ? tenseOfFixed(form.letters(), kind)
              : form.tense().isEmpty()
                  ? null
                  : Cue.Tense.valueOf(form.tense().toUpperCase(Locale.ROOT));
      put(form.letters(), new Cue(row[0], number, kind, frames, flags, tense));
    }
  }

  private static Set<Flag> flags(String cell) {
    var flags = EnumSet.noneOf(Flag.class);
    for (var flag : cell.isEmpty() ? new String[0] : cell.split(",")) {
      flags.add(Flag.valueOf(flag.toUpperCase(Locale.ROOT)));
    }
    return flags;
  }

  /** A lemma without the pronoun of a reflexive verb. */
  private static String bare(String lemma) {
    return lemma.startsWith("s'") ? lemma.substring(2) : lemma.replaceFirst("^se ", "");
  }

  /**
   * All forms of a lemma.
   *
   * @param row lemma, pattern and stems, then anything
   */
  private List<Form> forms(String file, String[] row, Map<String, Inflection> inflections) {
    var inflection = inflections.get(row[1]);
    if (inflection == null) {
      throw new IllegalStateException(
          "%s/%s: %s: no pattern '%s' in inflections.tsv"
              .formatted(language, file, row[0], row[1]));
    }
    var bare = bare(row[0]);
    var strip = inflection.strip().length();
    var stems =
        row[2].isEmpty()
            ? new String[] {bare.substring(0, bare.length() - strip)}
            : row[2].split(",");
    if (row[1].equals("fix")) {
      return Stream.of(stems).map(form -> new Form(form, null)).toList();
    }
    var forms = new ArrayList<Form>();
    for (var ending : inflection.endings()) {
      var colon = ending.indexOf(':');
      var stem = stems[Math.min(ending.charAt(0) - '1', stems.length - 1)];
      forms.add(new Form(stem + ending.substring(1, colon), ending.substring(colon + 1)));
    }
    return forms;
  }

  /** Irregular verbs list their forms bare; which tense they are in shows in their ending. */
  private Cue.@Nullable Tense tenseOfFixed(String form, Cue.Kind kind) {
    if (kind == Cue.Kind.NOUN || kind == Cue.Kind.PREP) {
      return null;
    }
    if (language.equals("en")) {
      return form.endsWith("ing") ? Cue.Tense.GER : Cue.Tense.PAST;
    }
    if (form.endsWith("ant")) {
      return Cue.Tense.GER;
    }
    if (form.endsWith("rait") || form.endsWith("raient")) {
      return Cue.Tense.COND;
    }
    if (form.endsWith("r") || form.endsWith("re")) {
      return Cue.Tense.INF;
    }
    return form.endsWith("u") || form.endsWith("i") || form.endsWith("is") || form.endsWith("ert")
        ? Cue.Tense.PP
        : Cue.Tense.PRES;
  }

  /** The stronger kind wins a form that two cues share. */
  private void put(String form, Cue cue) {
    var folded = form.replace('’', '\'');
    longest = Math.max(longest, folded.split(" ").length);
    cues.merge(folded, cue, (a, b) -> a.kind().compareTo(b.kind()) <= 0 ? a : b);
    var hash = 0; // as strings have it
    for (var i = 0; i < folded.length(); i++) {
      hash = hash * 31 + folded.charAt(i);
      beginnings.set(beginning(hash));
    }
  }

  private static List<String> words(String cell) {
    return List.of(cell.trim().split(" +"));
  }
}
