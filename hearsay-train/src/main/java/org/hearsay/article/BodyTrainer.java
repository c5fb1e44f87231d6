package org.hearsay.article;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hearsay.boosting.Boosting;
import org.hearsay.boosting.Forest;
import org.hearsay.train.article.Corpus;
import org.jspecify.annotations.Nullable;

/**
 * Trains {@link BodyModel}: token odds counted once for each site, a first forest, and a second one
 * over the first's scores on pages it has not seen. It lives in the package of what it trains, so
 * that the features stay private to it.
 */
public final class BodyTrainer {

  static final int FOLDS = 5;
  private static final int TREES = 120;
  private static final int DEPTH = 6;
  private static final double RATE = 0.12;

  /** Fundus has the truths closest to what a newsroom wants, and few pages. */
  private static final float FUNDUS_WEIGHT = 1.5f;

  private final List<Sample> samples;
  private final PrintWriter log;

  /**
   * Trains on the corpora that are in a folder, each under its own name.
   *
   * @param model where the model goes
   * @param unseen where the scores go that pages get from models that have not seen their sites;
   *     null when they are not wanted
   */
  public static void train(Path corpora, Path model, @Nullable Path unseen, PrintWriter log)
      throws IOException {
    var samples = new ArrayList<Sample>();
    for (var corpus : Corpus.values()) {
      for (var page : corpus.read(corpora.resolve(corpus.name().toLowerCase(Locale.ROOT)))) {
        samples.add(new Sample(corpus, page));
      }
    }
    log.println(samples.size() + " pages");
    log.flush();
    var trainer = new BodyTrainer(samples, log);
    var first = trainer.unseenFirst();
    if (unseen != null) {
      CrossValidation.write(unseen, trainer.unseenSecond(first), samples);
    }
    try (var out = Files.newOutputStream(model)) {
      trainer.model(first).write(out);
    }
  }

  BodyTrainer(List<Sample> samples, PrintWriter log) {
    this.samples = samples;
    this.log = log;
  }

  static int fold(Sample sample) {
    return Math.floorMod(sample.site.hashCode() * 0x9E3779B1 >>> 7, FOLDS);
  }

  /** Sites on which each token stands inside and outside of articles. */
  private static final class Counts {
    final int[][] with = new int[TokenOdds.TABLES][TokenOdds.SLOTS];
    final int[][] without = new int[TokenOdds.TABLES][TokenOdds.SLOTS];

    void add(SiteTokens site, int sign) {
      for (var t = 0; t < TokenOdds.TABLES; t++) {
        for (var slot : site.with[t]) {
          with[t][slot] += sign;
        }
        for (var slot : site.without[t]) {
          without[t][slot] += sign;
        }
      }
    }

    TokenOdds odds() {
      var odds = new byte[TokenOdds.TABLES][TokenOdds.SLOTS];
      for (var t = 0; t < TokenOdds.TABLES; t++) {
        for (var i = 0; i < TokenOdds.SLOTS; i++) {
          odds[t][i] = TokenOdds.odds(with[t][i], without[t][i]);
        }
      }
      return new TokenOdds(odds);
    }
  }

  /** The slots of one site. */
  private record SiteTokens(int[][] with, int[][] without) {}

  private static SiteTokens tokens(List<Sample> pages) {
    var with = new java.util.BitSet[TokenOdds.TABLES];
    var without = new java.util.BitSet[TokenOdds.TABLES];
    for (var t = 0; t < TokenOdds.TABLES; t++) {
      with[t] = new java.util.BitSet();
      without[t] = new java.util.BitSet();
    }
    for (var page : pages) {
      for (var i = 0; i < page.size; i++) {
        if (page.labels.weight[i] > 0) {
          var into = page.labels.label[i] > 0 ? with : without;
          mark(into[0], page.near[i]);
          mark(into[1], page.far[i]);
          mark(into[2], page.wordTokens[i]);
        }
      }
    }
    return new SiteTokens(slots(with), slots(without));
  }

  private static void mark(java.util.BitSet set, int[] tokens) {
    for (var token : tokens) {
      set.set(TokenOdds.slot(token));
    }
  }

  private static int[][] slots(java.util.BitSet[] sets) {
    return Arrays.stream(sets).map(set -> set.stream().toArray()).toArray(int[][]::new);
  }

  private Map<String, List<Sample>> bySite(Predicate<Sample> wanted) {
    var sites = new TreeMap<String, List<Sample>>();
    for (var sample : samples) {
      if (wanted.test(sample)) {
        sites.computeIfAbsent(sample.site, k -> new ArrayList<>()).add(sample);
      }
    }
    return sites;
  }

  /**
   * A first look learnt on the pages wanted, their own site's tokens left out of each page's rows.
   */
  record FirstLook(TokenOdds odds, Forest forest) {
    FirstScores scores(Sample sample) {
      var asRead = BodyTrainer.scores(sample, rows(sample, odds, true), forest);
      return new FirstScores(
          sample.newsroom() ? asRead : BodyTrainer.scores(sample, rows(sample, odds), forest),
          asRead);
    }
  }

  /**
   * First scores of one page.
   *
   * @param own by the convention of the page's corpus, for the second look to learn from
   * @param asRead by the newsroom's, as pages are read
   */
  @SuppressWarnings("ArrayRecordComponent")
  record FirstScores(float[] own, float[] asRead) {}

  private static float[] scores(Sample sample, @Nullable float[][] rows, Forest forest) {
    var scores = new float[rows.length];
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i];
      scores[i] = row == null ? 0 : forest.probability(row);
    }
    return scores;
  }

  /** Rows that carry the convention of the page's corpus, for learning from it. */
  static @Nullable float[][] rows(Sample sample, TokenOdds odds) {
    return rows(sample, odds, sample.newsroom());
  }

  /**
   * @param newsroom whether the page is to be read as newsrooms want it, whatever its corpus wants
   */
  static @Nullable float[][] rows(Sample sample, TokenOdds odds, boolean newsroom) {
    var rows = new float[sample.size][];
    for (var i = 0; i < sample.size; i++) {
      var base = sample.base[i];
      if (base == null) {
        continue;
      }
      var row = Arrays.copyOf(base, BodyModel.FIRST_COUNT);
      row[PieceFeatures.NEWSROOM] = newsroom ? 1 : 0;
      odds.fill(row, PieceFeatures.COUNT, 0, sample.near[i]);
      odds.fill(row, PieceFeatures.COUNT + 3, 1, sample.far[i]);
      odds.fill(row, PieceFeatures.COUNT + 6, 2, sample.wordTokens[i]);
      rows[i] = row;
    }
    return rows;
  }

  FirstLook firstLook(Predicate<Sample> wanted, long seed) {
    var counts = new Counts();
    var sites = bySite(wanted);
    var tokens = new HashMap<String, SiteTokens>();
    sites.forEach(
        (site, pages) -> {
          tokens.put(site, tokens(pages));
          counts.add(requireNonNull(tokens.get(site)), 1);
        });
    var rows = new ArrayList<float[]>();
    var labels = new ArrayList<Float>();
    var weights = new ArrayList<Float>();
    sites.forEach(
        (site, pages) -> {
          counts.add(requireNonNull(tokens.get(site)), -1);
          var odds = counts.odds();
          for (var page : pages) {
            add(page, rows(page, odds), rows, labels, weights);
          }
          counts.add(requireNonNull(tokens.get(site)), 1);
        });
    var forest = train(rows, labels, weights, seed);
    return new FirstLook(counts.odds(), forest);
  }

  private static void add(
      Sample page,
      @Nullable float[][] from,
      List<float[]> rows,
      List<Float> labels,
      List<Float> weights) {
    var all = 0f;
    for (var weight : page.labels.weight) {
      all += weight;
    }
    // a page counts by the root of its size, so that long pages do not drown the others
    var scale = page.page.text() == null ? 1 : (float) (8 * Math.sqrt(all) / Math.max(1, all));
    scale *= page.corpus == Corpus.FUNDUS ? FUNDUS_WEIGHT : 1;
    for (var i = 0; i < page.size; i++) {
      var row = from[i];
      if (page.labels.weight[i] > 0 && row != null) {
        rows.add(row);
        labels.add(page.labels.label[i]);
        weights.add(page.labels.weight[i] * scale);
      }
    }
  }

  private static Forest train(
      List<float[]> rows, List<Float> labels, List<Float> weights, long seed) {
    var n = rows.size();
    var label = new float[n];
    var weight = new float[n];
    for (var i = 0; i < n; i++) {
      label[i] = labels.get(i);
      weight[i] = weights.get(i);
    }
    return new Boosting(rows.toArray(float[][]::new), label, weight, DEPTH, seed)
        .train(TREES, RATE);
  }

  /** Scores of each page by a first look that has not seen its site. */
  Map<Sample, FirstScores> unseenFirst() {
    var scores = new HashMap<Sample, FirstScores>();
    for (var k = 0; k < FOLDS; k++) {
      var fold = k;
      var look = firstLook(sample -> fold(sample) != fold, 11 + fold);
      for (var sample : samples) {
        if (fold(sample) == fold) {
          scores.put(sample, look.scores(sample));
        }
      }
      log.println("first look " + (k + 1) + " of " + FOLDS);
      log.flush();
    }
    return scores;
  }

  private final Map<Integer, TokenOdds> foldOdds = new HashMap<>();

  /** Odds from the pages outside a fold. */
  private TokenOdds oddsWithout(int fold) {
    return foldOdds.computeIfAbsent(
        fold,
        k -> {
          var counts = new Counts();
          bySite(sample -> fold(sample) != fold)
              .forEach((site, pages) -> counts.add(tokens(pages), 1));
          return counts.odds();
        });
  }

  private @Nullable float[][] secondRows(
      Sample sample, TokenOdds odds, float[] first, boolean newsroom) {
    return SecondLook.rows(
        rows(sample, odds, newsroom), first, sample.words, sample.holders, sample.kinds);
  }

  Forest secondLook(Predicate<Sample> wanted, Map<Sample, FirstScores> first, long seed) {
    var rows = new ArrayList<float[]>();
    var labels = new ArrayList<Float>();
    var weights = new ArrayList<Float>();
    for (var sample : samples) {
      if (wanted.test(sample)) {
        add(
            sample,
            secondRows(
                sample,
                oddsWithout(fold(sample)),
                requireNonNull(first.get(sample)).own(),
                sample.newsroom()),
            rows,
            labels,
            weights);
      }
    }
    return train(rows, labels, weights, seed);
  }

  /** Scores of each page by two looks, neither of which has seen its site. */
  Map<Sample, float[]> unseenSecond(Map<Sample, FirstScores> first) {
    var scores = new HashMap<Sample, float[]>();
    for (var k = 0; k < FOLDS; k++) {
      var fold = k;
      var forest = secondLook(sample -> fold(sample) != fold, first, 31 + fold);
      for (var sample : samples) {
        if (fold(sample) == fold) {
          var rows =
              secondRows(
                  sample, oddsWithout(fold), requireNonNull(first.get(sample)).asRead(), true);
          scores.put(sample, scores(sample, rows, forest));
        }
      }
      log.println("second look " + (k + 1) + " of " + FOLDS);
      log.flush();
    }
    return scores;
  }

  /** The model from all pages. */
  BodyModel model(Map<Sample, FirstScores> first) {
    var look = firstLook(sample -> true, 7);
    return new BodyModel(look.odds(), look.forest(), secondLook(sample -> true, first, 27));
  }
}
