package org.hearsay.train.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import org.hearsay.article.Span;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.attribution.AttributionTrainer;
import org.hearsay.reading.attribution.Attributions;

/**
 * Compares what was found with what was annotated, on letters and digits only.
 *
 * <p>Soft: cues overlap (or both have none), sources and contents have a Jaccard index of at least
 * one half. Exact: all three are the same. Speech only: without those flagged as mere thought; in
 * PolNeAR, which has no flags, those whose cue is a word of speech.
 */
final class Score {

  private static final class Sides {
    int gold;
    int found;
    int matched;

    double f() {
      return gold + found == 0 ? 0 : 200.0 * matched / (gold + found);
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "P %5.1f  R %5.1f  F %5.1f",
          found == 0 ? 0.0 : 100.0 * matched / found,
          gold == 0 ? 0.0 : 100.0 * matched / gold,
          f());
    }
  }

  /** One attribution as sets of letters and digits. */
  record Item(
      BitSet source,
      BitSet cue,
      BitSet content,
      Set<String> flags,
      boolean quoted,
      boolean speech) {}

  private final Sides soft = new Sides();
  private final Sides exact = new Sides();
  private final Sides speech = new Sides();
  private final Sides content = new Sides();
  private final Sides contentExact = new Sides();
  private final Sides source = new Sides();
  private final Sides cue = new Sides();
  private final Sides nested = new Sides();
  private final Sides quoted = new Sides();
  private final Sides flags = new Sides();
  private final Sides hedges = new Sides();
  private int articles;

  /** In ten bins of confidence: number, sum of confidences, number right. */
  private final double[][] trust = new double[10][3];

  void add(Told told, Attributions said) {
    articles++;
    var gold = told.sayings().stream().map(s -> item(told.text(), s)).toList();
    // what stands inside another's content cannot be judged where the corpus marks none such
    var judged =
        said.attributions().stream().filter(a -> told.nested() || a.within() == null).toList();
    var found = judged.stream().map(a -> item(told.text(), a)).toList();
    var matches = count(soft, gold, found, Score::soft);
    count(exact, gold, found, Score::same);
    count(content, gold, found, (a, b) -> jaccard(a.content, b.content) >= .5);
    count(contentExact, gold, found, (a, b) -> a.content.equals(b.content));
    count(speech, spoken(told, gold), spoken(told, found), Score::soft);
    characters(source, gold, found, true);
    characters(cue, gold, found, false);
    var hit = new HashSet<Item>();
    matches.forEach(m -> hit.add(m[1]));
    for (var k = 0; k < found.size(); k++) {
      var confidence = judged.get(k).confidence();
      var bin = trust[Math.min(9, (int) (confidence * 10))];
      bin[0]++;
      bin[1] += confidence;
      bin[2] += hit.contains(found.get(k)) ? 1 : 0;
    }
    var matched = new HashSet<Item>();
    for (var match : matches) {
      matched.add(match[0]);
      flags.gold += match[0].flags.size();
      flags.found += match[1].flags.size();
      var both = new HashSet<>(match[0].flags);
      both.retainAll(match[1].flags);
      flags.matched += both.size();
    }
    for (var item : gold) {
      if (item.quoted) {
        quoted.gold++;
        quoted.matched += matched.contains(item) ? 1 : 0;
      }
      if (gold.stream().anyMatch(other -> other != item && inside(item.content, other.content))) {
        nested.gold++;
        nested.matched += matched.contains(item) ? 1 : 0;
      }
    }
    hedges.gold += told.hedges().size();
    hedges.found += said.hedges().size();
    hedges.matched +=
        (int)
            told.hedges().stream()
                .filter(h -> said.hedges().stream().anyMatch(h::overlaps))
                .count();
  }

  /** By flag where the corpus has flags; else by the words of the cue. */
  private static List<Item> spoken(Told told, List<Item> items) {
    return items.stream()
        .filter(i -> told.nested() ? !i.flags.contains("think") : i.speech)
        .toList();
  }

  private static boolean speech(String text, List<Span> cue) {
    return cue.stream()
        .anyMatch(c -> AttributionTrainer.speech(text.substring(c.start(), c.end()), "en"));
  }

  static Item item(String text, Told.Saying saying) {
    var first = saying.content().get(0);
    var around =
        text.substring(Math.max(0, first.start() - 1), Math.min(text.length(), first.start() + 2));
    return new Item(
        characters(text, saying.source()),
        characters(text, saying.cue()),
        characters(text, saying.content()),
        saying.flags(),
        around.chars().anyMatch(c -> "«\"“".indexOf(c) >= 0),
        speech(text, saying.cue()));
  }

  static Item item(String text, Attribution attribution) {
    var flags = new HashSet<String>();
    attribution.flags().forEach(f -> flags.add(f.toString()));
    return new Item(
        characters(text, attribution.source()),
        characters(text, attribution.cue()),
        characters(text, attribution.content()),
        flags,
        attribution.form() != Attribution.Form.INDIRECT,
        speech(text, attribution.cue()));
  }

  private static BitSet characters(String text, List<Span> spans) {
    var set = new BitSet();
    for (var span : spans) {
      for (var i = span.start(); i < span.end(); i++) {
        if (Character.isLetterOrDigit(text.charAt(i))) {
          set.set(i);
        }
      }
    }
    return set;
  }

  static boolean soft(Item a, Item b) {
    return jaccard(a.content, b.content) >= .5
        && jaccard(a.source, b.source) >= .5
        && (a.cue.intersects(b.cue) || a.cue.isEmpty() && b.cue.isEmpty());
  }

  private static boolean same(Item a, Item b) {
    return a.content.equals(b.content) && a.source.equals(b.source) && a.cue.equals(b.cue);
  }

  static double jaccard(BitSet a, BitSet b) {
    var both = (BitSet) a.clone();
    both.and(b);
    var any = a.cardinality() + b.cardinality() - both.cardinality();
    return any == 0 ? 1 : (double) both.cardinality() / any;
  }

  private static boolean inside(BitSet inner, BitSet outer) {
    var both = (BitSet) inner.clone();
    both.and(outer);
    return both.equals(inner) && outer.cardinality() > inner.cardinality();
  }

  /** Pairs greedily, best first; each item once. */
  static List<Item[]> pairs(List<Item> gold, List<Item> found, BiPredicate<Item, Item> ok) {
    record Pair(double score, int gold, int found) {}
    var pairs = new ArrayList<Pair>();
    for (var i = 0; i < gold.size(); i++) {
      for (var j = 0; j < found.size(); j++) {
        var a = gold.get(i);
        var b = found.get(j);
        if (ok.test(a, b)) {
          pairs.add(
              new Pair(
                  jaccard(a.content, b.content)
                      + jaccard(a.source, b.source)
                      + jaccard(a.cue, b.cue),
                  i,
                  j));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(p -> -p.score));
    var usedGold = new BitSet();
    var usedFound = new BitSet();
    var result = new ArrayList<Item[]>();
    for (var pair : pairs) {
      if (!usedGold.get(pair.gold) && !usedFound.get(pair.found)) {
        usedGold.set(pair.gold);
        usedFound.set(pair.found);
        result.add(new Item[] {gold.get(pair.gold), found.get(pair.found)});
      }
    }
    return result;
  }

  private static List<Item[]> count(
      Sides sides, List<Item> gold, List<Item> found, BiPredicate<Item, Item> ok) {
    var pairs = pairs(gold, found, ok);
    sides.gold += gold.size();
    sides.found += found.size();
    sides.matched += pairs.size();
    return pairs;
  }

  private static void characters(Sides sides, List<Item> gold, List<Item> found, boolean ofSource) {
    var a = new BitSet();
    gold.forEach(i -> a.or(ofSource ? i.source : i.cue));
    var b = new BitSet();
    found.forEach(i -> b.or(ofSource ? i.source : i.cue));
    sides.gold += a.cardinality();
    sides.found += b.cardinality();
    a.and(b);
    sides.matched += a.cardinality();
  }

  /**
   * Expected calibration error in ten bins (Naeini, Cooper and Hauskrecht 2015), of being right
   * softly, 0 to 1.
   */
  double calibrationError() {
    var sum = 0.0;
    var all = 0.0;
    for (var bin : trust) {
      sum += Math.abs(bin[1] - bin[2]);
      all += bin[0];
    }
    return all == 0 ? 0 : sum / all;
  }

  double softF() {
    return soft.f();
  }

  double exactF() {
    return exact.f();
  }

  String table() {
    return String.format(
            Locale.ROOT,
            "%d articles; %d gold attributions, %d found%n",
            articles,
            soft.gold,
            soft.found)
        + row("attribution soft", soft)
        + row("attribution exact", exact)
        + row("speech only, soft", speech)
        + row("content soft", content)
        + row("content exact", contentExact)
        + row("source characters", source)
        + row("cue characters", cue)
        + row("flags", flags)
        + row("hedges", hedges)
        + String.format(
            Locale.ROOT,
            "recall, quoted %5.1f %% of %d%nrecall, nested %5.1f %% of %d%n",
            quoted.gold == 0 ? 0 : 100.0 * quoted.matched / quoted.gold,
            quoted.gold,
            nested.gold == 0 ? 0 : 100.0 * nested.matched / nested.gold,
            nested.gold)
        + String.format(Locale.ROOT, "calibration error %.3f%n", calibrationError());
  }

  private static String row(String name, Sides sides) {
    return String.format(Locale.ROOT, "%-20s %s%n", name, sides.line());
  }
}
