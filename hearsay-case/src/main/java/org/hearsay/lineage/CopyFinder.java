package org.hearsay.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hearsay.article.Span;
import org.hearsay.lineage.CopyPair.Kind;
import org.hearsay.lineage.CopyPair.Passage;

/**
 * Finds texts that are copies of each other, wholly or in passages. Words count, not case, accents,
 * punctuation or layout. It does not tell who copied from whom.
 *
 * <p>Sampled 5-grams find the candidates, alignment decides: a pair is {@code NEAR} when at least
 * {@value #MOST_OF_BOTH} of the words of each text stand in shared passages, {@code PASSAGE} when
 * one shared passage has {@value #PASSAGE_WORDS} words or more.
 */
public final class CopyFinder {
  static final double MOST_OF_BOTH = 0.6;
  static final int PASSAGE_WORDS = 20;

  /** With fewer words, being the same says nothing: "page not found". */
  static final int LEAST_WORDS = 5;

  private final List<Text> texts;
  private final Words.Vocabulary vocabulary = new Words.Vocabulary();
  private final List<int[]> words = new ArrayList<>();

  private CopyFinder(List<Text> texts) {
    this.texts = texts;
    texts.forEach(text -> words.add(Words.of(text.text(), vocabulary).ids()));
  }

  /** A text to be compared, by an id that no other has. */
  public record Text(String id, String text) {}

  /** Compares all with all. */
  public static Copies find(List<Text> texts) {
    return new CopyFinder(texts).find();
  }

  private Copies find() {
    var pairs = new ArrayList<CopyPair>();
    var groups = new Groups(texts.size());
    var different = new ArrayList<Integer>();
    var same = same();
    for (var set : same) {
      different.add(set.get(0));
      for (var other : set.subList(1, set.size())) {
        pairs.add(exact(set.get(0), other));
        groups.join(set.get(0), other);
      }
    }
    var representatives = different.stream().map(words::get).toList();
    Candidates.of(representatives)
        .forEach(
            (i, j) -> {
              var first = different.get(i);
              var second = different.get(j);
              compare(first, second)
                  .ifPresent(
                      pair -> {
                        pairs.add(pair);
                        if (pair.kind() == Kind.NEAR) {
                          groups.join(first, second);
                        }
                      });
            });
    pairs.sort(Comparator.comparing(CopyPair::first).thenComparing(CopyPair::second));
    return new Copies(pairs, ids(same), ids(groups.all()));
  }

  /** Texts with the same words together, each set in the order given. */
  private List<List<Integer>> same() {
    var sets = new LinkedHashMap<Key, List<Integer>>();
    for (var i = 0; i < texts.size(); i++) {
      if (words.get(i).length >= LEAST_WORDS) {
        sets.computeIfAbsent(new Key(words.get(i)), key -> new ArrayList<>()).add(i);
      }
    }
    return List.copyOf(sets.values());
  }

  private List<List<String>> ids(Collection<List<Integer>> sets) {
    return sets.stream()
        .filter(set -> set.size() > 1)
        .map(set -> set.stream().map(i -> texts.get(i).id()).toList())
        .toList();
  }

  /** Compared by content. */
  private static final class Key {
    private final int[] words;

    Key(int[] words) {
      this.words = words;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(words, key.words);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(words);
    }
  }

  private CopyPair exact(int i, int j) {
    var all = words.get(i).length;
    var run = new Alignment.Run(0, all, 0, all, all);
    return pair(i, j, Kind.EXACT, 1, 1, List.of(run));
  }

  private Optional<CopyPair> compare(int i, int j) {
    var a = words.get(i);
    var b = words.get(j);
    var runs = Alignment.of(a, b);
    var near =
        Alignment.wordsOfA(runs) >= MOST_OF_BOTH * a.length
            && Alignment.wordsOfB(runs) >= MOST_OF_BOTH * b.length;
    if (!near && runs.stream().noneMatch(run -> run.agreeing() >= PASSAGE_WORDS)) {
      return Optional.empty();
    }
    var gramsA = Grams.distinct(Grams.of(a));
    var gramsB = Grams.distinct(Grams.of(b));
    double shared = Grams.shared(gramsA, gramsB);
    return Optional.of(
        pair(
            i,
            j,
            near ? Kind.NEAR : Kind.PASSAGE,
            shared / Math.min(gramsA.length, gramsB.length),
            shared / (gramsA.length + gramsB.length - shared),
            runs));
  }

  private CopyPair pair(
      int i, int j, Kind kind, double containment, double jaccard, List<Alignment.Run> runs) {
    var a = Words.of(texts.get(i).text(), vocabulary);
    var b = Words.of(texts.get(j).text(), vocabulary);
    var swap = texts.get(i).id().compareTo(texts.get(j).id()) > 0;
    var passages = new ArrayList<Passage>();
    for (var run : runs) {
      var inA = a.span(run.startA(), run.endA());
      var inB = b.span(run.startB(), run.endB());
      passages.add(passage(swap ? inB : inA, swap ? inA : inB, run.agreeing()));
    }
    passages.sort(Comparator.comparing(Passage::second).thenComparing(Passage::first));
    return new CopyPair(
        texts.get(swap ? j : i).id(),
        texts.get(swap ? i : j).id(),
        kind,
        containment,
        jaccard,
        passages);
  }

  private static Passage passage(Span first, Span second, int words) {
    return new Passage(first, second, words);
  }

  /** Which texts hang together (union-find). */
  private static final class Groups {
    private final int[] parents;

    Groups(int size) {
      parents = new int[size];
      Arrays.setAll(parents, i -> i);
    }

    void join(int i, int j) {
      var a = root(i);
      var b = root(j);
      parents[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int i) {
      var at = i;
      while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
      }
      return at;
    }

    Collection<List<Integer>> all() {
      var groups = new LinkedHashMap<Integer, List<Integer>>();
      for (var i = 0; i < parents.length; i++) {
        groups.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
      }
      return groups.values();
    }
  }
}
