package org.hearsay.reading.attribution;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Fits a {@link Network} to the marks of texts. */
final class NetworkTrainer {

  /**
   * A text to learn from.
   *
   * @param features of each token, as hashes, first the one that tells which word it is
   * @param stretches that are read each by itself
   * @param cues for each token, the labels it may have, as bits
   * @param foreign of another language: features that the language itself does not have are not
   *     kept
   */
  record Text(
      int[][] features,
      List<Range> stretches,
      int[] cues,
      List<Role> roles,
      float weight,
      boolean foreign) {}

  /**
   * What is marked around a cue.
   *
   * @param first token of the window
   * @param cue the token that carries its meaning
   * @param features of each token of the window, as hashes
   * @param gold for each token of the window, its label as a bit
   */
  record Role(int first, int cue, int[][] features, int[] gold) {}

  /** How much what stands around cues weighs beside the cues. */
  private static final float ROLE_WEIGHT = .3f;

  /** What is as good as right teaches nothing. */
  private static final float RIGHT = .001f;

  // Where the parameters of each layer stand, as Network gives them.
  private static final int CUE_INNER = 6;
  private static final int CUE_OUTER = 8;
  private static final int ROLE_TOKEN = 10;
  private static final int ROLE_CUE = 12;
  private static final int ROLE_OUTER = 14;
  private static final int ROLE_READER = 16;

  private final List<Text> texts;
  private final BitSet ownTokens;
  private final BitSet ownRelative;
  private final Network network;
  private final LearningNetwork learning;

  /**
   * @param vectors of words, by the {@link CueFeatures#word feature} that tells which it is; all of
   *     one length
   * @param start what it begins with; null for chance
   */
  NetworkTrainer(List<Text> texts, Map<Integer, float[]> vectors, @Nullable NetworkStart start) {
    this.texts = texts;
    var own = texts.stream().filter(t -> !t.foreign()).toList();
    ownTokens = frequentTokens(own);
    ownRelative = frequentRelative(own);
    network =
        new Network(
            new FeatureRows(frequentTokens(texts), Network.SIZE),
            new FeatureRows(frequentRelative(texts), Network.INNER));
    learning = new LearningNetwork(network, vectors);
    if (start != null) {
      learning.begin(start);
    }
  }

  private static BitSet frequentTokens(List<Text> texts) {
    return CrfTrainer.frequent(texts.stream().map(Text::features), LearningNetwork.LEAST);
  }

  private static BitSet frequentRelative(List<Text> texts) {
    return CrfTrainer.frequent(
        texts.stream().flatMap(t -> t.roles().stream()).map(Role::features), LearningNetwork.LEAST);
  }

  Network train(int epochs) {
    learning.learn(
        "network", texts, epochs, (text, lane, chance) -> new Pass(text, lane, chance).run());
    return new Network(network, tokenRows(), network.relative.only(ownRelative));
  }

  /** The rows of the language's own features; those of words have in them what vectors give. */
  private FeatureRows tokenRows() {
    var known = (BitSet) ownTokens.clone();
    learning.vectors.keySet().forEach(known::set);
    var rows = new FeatureRows(known, Network.SIZE);
    for (var feature = known.nextSetBit(0); feature >= 0; feature = known.nextSetBit(feature + 1)) {
      var row = rows.rows[rows.number(feature)];
      if (ownTokens.get(feature)) {
        Dense.add(network.tokens.rows[network.tokens.number(feature)], row);
      }
      var vector = learning.vectors.get(feature);
      if (vector != null) {
        Dense.add(vector, learning.projection.weights, row);
      }
    }
    return rows;
  }

  /** One text read forth, and its gradient back. */
  private final class Pass {
    private final Text text;
    private final LearningNetwork.Reading read;
    private double loss;

    Pass(Text text, int lane, SplittableRandom chance) {
      this.text = text;
      read = learning.new Reading(text.features(), text.stretches(), lane, chance);
    }

    double run() {
      cues();
      roles();
      read.back();
      return loss;
    }

    private void cues() {
      var all = new float[2 * Network.HALF + Network.SIZE];
      var inner = new float[Network.INNER];
      var outer = new float[Roles.CUE_LABELS];
      var allGradient = new float[all.length];
      var innerGradient = new float[Network.INNER];
      for (var t = 0; t < read.n; t++) {
        if (Integer.bitCount(text.cues()[t]) != 1) {
          continue;
        }
        Network.join(read.states[t], read.inputs[t], all);
        network.cueInner.apply(all, inner);
        Network.positive(inner);
        network.cueOuter.apply(inner, outer);
        if (!wrong(outer, text.cues()[t], text.weight())) {
          continue;
        }
        Arrays.fill(innerGradient, 0);
        read.layerBack(CUE_OUTER, inner, outer, innerGradient);
        rectified(inner, innerGradient);
        Arrays.fill(allGradient, 0);
        read.layerBack(CUE_INNER, all, innerGradient, allGradient);
        for (var i = 0; i < all.length; i++) {
          if (i < 2 * Network.HALF) {
            read.stateGradient[t][i] += allGradient[i];
          } else {
            read.inputGradient[t][i - 2 * Network.HALF] += allGradient[i];
          }
        }
      }
    }

    private void roles() {
      var seen = new float[read.n][];
      var seenGradient = new float[read.n][];
      for (var role : text.roles()) {
        roles(role, seen, seenGradient);
      }
      for (var t = 0; t < read.n; t++) {
        if (seenGradient[t] != null) {
          read.layerBack(ROLE_TOKEN, read.states[t], seenGradient[t], read.stateGradient[t]);
        }
      }
    }

    private void roles(Role role, float[][] seen, float[][] seenGradient) {
      var n = role.gold().length;
      var asked = new float[Network.INNER];
      network.roleCue.apply(read.states[role.cue()], asked);
      var left = new int[n][];
      var inner = new float[n][Network.INNER];
      for (var k = 0; k < n; k++) {
        var t = role.first() + k;
        if (seen[t] == null) {
          seen[t] = new float[Network.INNER];
          seenGradient[t] = new float[Network.INNER];
          network.roleToken.apply(read.states[t], seen[t]);
        }
        left[k] = read.noised(network.relative, role.features()[k]);
        LearningNetwork.Reading.sum(network.relative, left[k], inner[k]);
        Dense.add(asked, inner[k]);
        Dense.add(seen[t], inner[k]);
        Network.positive(inner[k]);
      }
      var around =
          read.new BothSides(network.roleReader, ROLE_READER, inner, List.of(new Range(0, n)));
      var stateGradient = new float[n][2 * Network.AROUND];
      var innerGradient = new float[n][Network.INNER];
      if (!labels(role, around.states, inner, stateGradient, innerGradient)) {
        return;
      }
      around.back(stateGradient, innerGradient);
      var askedGradient = new float[Network.INNER];
      for (var k = 0; k < n; k++) {
        rectified(inner[k], innerGradient[k]);
        Dense.add(innerGradient[k], seenGradient[role.first() + k]);
        Dense.add(innerGradient[k], askedGradient);
        read.spreadRelative(left[k], innerGradient[k]);
      }
      read.layerBack(
          ROLE_CUE, read.states[role.cue()], askedGradient, read.stateGradient[role.cue()]);
    }

    /**
     * What is wrong with the labels around a cue.
     *
     * @return whether there is anything to learn
     */
    private boolean labels(
        Role role,
        float[][] states,
        float[][] inner,
        float[][] stateGradient,
        float[][] innerGradient) {
      var known = new float[2 * Network.AROUND + Network.INNER];
      var knownGradient = new float[known.length];
      var outer = new float[Roles.ROLE_LABELS];
      var any = false;
      for (var k = 0; k < inner.length; k++) {
        if (role.gold()[k] == 1 << Roles.CUE) {
          continue;
        }
        Network.join(states[k], inner[k], known);
        network.roleOuter.apply(known, outer);
        if (!wrong(outer, role.gold()[k], text.weight() * ROLE_WEIGHT)) {
          continue;
        }
        any = true;
        Arrays.fill(knownGradient, 0);
        read.layerBack(ROLE_OUTER, known, outer, knownGradient);
        System.arraycopy(knownGradient, 0, stateGradient[k], 0, 2 * Network.AROUND);
        System.arraycopy(knownGradient, 2 * Network.AROUND, innerGradient[k], 0, Network.INNER);
      }
      return any;
    }

    /**
     * Makes of the outputs the gradient of the loss, times a weight.
     *
     * @return whether there is anything to learn
     */
    private boolean wrong(float[] outer, int gold, float weight) {
      var top = Float.NEGATIVE_INFINITY;
      for (var o : outer) {
        top = Math.max(top, o);
      }
      var sum = 0f;
      for (var y = 0; y < outer.length; y++) {
        outer[y] = (float) Math.exp(outer[y] - top);
        sum += outer[y];
      }
      var label = Integer.numberOfTrailingZeros(gold);
      var missing = 1 - outer[label] / sum;
      loss -= weight * Math.log(Math.max(1e-12, outer[label] / sum));
      if (missing < RIGHT) {
        return false;
      }
      for (var y = 0; y < outer.length; y++) {
        outer[y] = weight * (outer[y] / sum - (y == label ? 1 : 0));
      }
      return true;
    }

    private static void rectified(float[] inner, float[] gradient) {
      for (var i = 0; i < inner.length; i++) {
        gradient[i] = inner[i] > 0 ? gradient[i] : 0;
      }
    }
  }
}
