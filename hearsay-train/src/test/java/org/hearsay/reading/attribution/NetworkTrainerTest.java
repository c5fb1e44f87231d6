package org.hearsay.reading.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTrainerTest {
  private static final int LENGTH = 12;
  private static final int WORD = 1000;
  private static final int MARK = 2000;
  private static final int VERB = 3000;
  private static final int STOP = 3500;
  private static final int DISTANCE = 4000;

  /**
   * One sentence: a verb is a cue only if a mark stands somewhere before it; its content is all
   * after it.
   */
  private static NetworkTrainer.Text sentence(Random random) {
    var features = new int[LENGTH][];
    var cues = new int[LENGTH];
    var verb = 4 + random.nextInt(LENGTH - 6);
    var mark = random.nextInt(verb - 1);
    var marked = random.nextBoolean();
    for (var t = 0; t < LENGTH; t++) {
      var what = t == verb ? VERB : t == mark && marked ? MARK : WORD + random.nextInt(5);
      features[t] = new int[] {what};
      cues[t] = 1 << (t == verb && marked ? Roles.CUE_FIRST : Roles.OUTSIDE);
    }
    var roles = new ArrayList<NetworkTrainer.Role>();
    if (marked) {
      roles.add(new NetworkTrainer.Role(0, verb, seenFrom(verb), contentAfter(verb)));
    }
    return new NetworkTrainer.Text(features, List.of(new Range(0, LENGTH)), cues, roles, 1, false);
  }

  private static int[][] seenFrom(int verb) {
    var features = new int[LENGTH][];
    for (var t = 0; t < LENGTH; t++) {
      features[t] = new int[] {DISTANCE + Integer.signum(t - verb)};
    }
    return features;
  }

  private static int[] contentAfter(int verb) {
    var gold = new int[LENGTH];
    for (var t = 0; t < LENGTH; t++) {
      var label = t == verb ? Roles.CUE : t == verb + 1 ? Roles.CONTENT_FIRST : Roles.CONTENT;
      gold[t] = 1 << (t < verb ? Roles.OUTSIDE : label);
    }
    return gold;
  }

  private static List<NetworkTrainer.Text> sentences(int count, int seed) {
    var random = new Random(seed);
    var texts = new ArrayList<NetworkTrainer.Text>();
    for (var i = 0; i < count; i++) {
      texts.add(sentence(random));
    }
    return texts;
  }

  private static Network trained() {
    return new NetworkTrainer(sentences(600, 1), Map.of(), null).train(6);
  }

  private static Network.Reading reading(Network network, NetworkTrainer.Text text) {
    return network.new Reading(new Range(0, LENGTH), text.features());
  }

  private static double[] cueScores(Network network, NetworkTrainer.Text text) {
    var scores = new double[LENGTH * Roles.CUE_LABELS];
    Network.add(reading(network, text).cues(new Range(0, LENGTH)), scores, 0);
    return scores;
  }

  private static double[] roleScores(Network network, NetworkTrainer.Text text, int role) {
    var asked = text.roles().get(role);
    var reading = reading(network, text);
    var seen = reading.seen(new Range(0, LENGTH));
    return network.roles(reading.state(asked.cue()), seen, asked.features());
  }

  private static int best(double[] scores, int at, int labels) {
    var best = 0;
    for (var y = 1; y < labels; y++) {
      best = scores[at * labels + y] > scores[at * labels + best] ? y : best;
    }
    return best;
  }

  private static int wrongRoles(Network network, List<NetworkTrainer.Text> texts) {
    var wrong = 0;
    for (var text : texts) {
      for (var r = 0; r < text.roles().size(); r++) {
        var scores = roleScores(network, text, r);
        var gold = text.roles().get(r).gold();
        for (var t = 0; t < LENGTH; t++) {
          var label = best(scores, t, Roles.ROLE_LABELS);
          wrong += 1 << label == gold[t] || gold[t] == 1 << Roles.CUE ? 0 : 1;
        }
      }
    }
    return wrong;
  }

  /** Of the labels of a hundred sentences. */
  private static int wrongCues(Network network) {
    var wrong = 0;
    for (var text : sentences(100, 2)) {
      var scores = cueScores(network, text);
      for (var t = 0; t < LENGTH; t++) {
        wrong += 1 << best(scores, t, Roles.CUE_LABELS) == text.cues()[t] ? 0 : 1;
      }
    }
    return wrong;
  }

  @Test
  void seesWhatStandsFarBefore() {
    assertThat(wrongCues(trained())).isLessThanOrEqualTo(12);
  }

  @Test
  void goesOnFromWhatWasLearntBefore() {
    var before = trained();
    var start = new NetworkStart(before.tokens, new float[0][], before.reader);
    var few = sentences(120, 7);
    assertThat(wrongCues(new NetworkTrainer(few, Map.of(), start).train(4)))
        .isLessThan(wrongCues(new NetworkTrainer(few, Map.of(), null).train(4)) / 2);
  }

  @Test
  void whatWasLearntBeforeIsReadBackWithoutVectors() throws IOException {
    var before = trained();
    var out = new ByteArrayOutputStream();
    new NetworkStart(before.tokens, new float[0][], before.reader).write(out);
    var read = NetworkStart.read(new ByteArrayInputStream(out.toByteArray()), 0);
    var rows = read.reader().parameters().get(0);
    for (var k = 0; k < rows.length; k++) {
      assertThat(rows[k]).containsExactly(before.reader.parameters().get(0)[k], within(.05f));
    }
  }

  @Test
  void tellsWhatBelongsToTheCueThatIsAsked() {
    assertThat(wrongRoles(trained(), sentences(100, 3))).isLessThanOrEqualTo(12);
  }

  /** Content goes as far as the next stop behind its cue, which looks like any other word. */
  private static NetworkTrainer.Text untilTheStop(Random random) {
    var features = new int[LENGTH][];
    var cue = 1 + random.nextInt(7);
    for (var t = 0; t < LENGTH; t++) {
      var stop = t != cue && random.nextInt(4) == 0;
      features[t] = new int[] {stop ? STOP : WORD + random.nextInt(5)};
    }
    var gold = contentAfter(cue);
    var cues = new int[LENGTH];
    var over = false;
    for (var t = 0; t < LENGTH; t++) {
      cues[t] = 1 << Roles.OUTSIDE;
      over |= t > cue && features[t][0] == STOP;
      gold[t] = over ? 1 << Roles.OUTSIDE : gold[t];
    }
    var role = new NetworkTrainer.Role(0, cue, seenFrom(cue), gold);
    var whole = List.of(new Range(0, LENGTH));
    return new NetworkTrainer.Text(features, whole, cues, List.of(role), 1, false);
  }

  @Test
  void followsContentFromItsCue() {
    var random = new Random(8);
    var texts = new ArrayList<NetworkTrainer.Text>();
    for (var i = 0; i < 900; i++) {
      texts.add(untilTheStop(random));
    }
    var network = new NetworkTrainer(texts.subList(0, 800), Map.of(), null).train(6);
    assertThat(wrongRoles(network, texts.subList(800, 900))).isLessThanOrEqualTo(3);
  }

  @Test
  void theSameTextsGiveTheSameBytes() throws IOException {
    assertThat(bytes(trained())).isEqualTo(bytes(trained()));
  }

  @Test
  void saysTheSameAfterItWasWritten() throws IOException {
    var network = trained();
    var read = Network.read(new ByteArrayInputStream(bytes(network)));
    for (var text : sentences(20, 4)) {
      assertThat(cueScores(read, text)).containsExactly(cueScores(network, text), within(.5));
    }
  }

  @Test
  void rareFeaturesAreLeftOut() {
    var texts = sentences(50, 5);
    texts.get(0).features()[0] = new int[] {WORD, 5000};
    var network = new NetworkTrainer(texts, Map.of(), null).train(1);
    assertThat(network.tokens.number(WORD)).isNotNegative();
    assertThat(network.tokens.number(5000)).isNegative();
  }

  @Test
  void readsAWordItHasNotSeenAsTheWordsWithLikeVectors() {
    var unseen = VERB + 1;
    var vectors = new HashMap<Integer, float[]>();
    vectors.put(VERB, new float[] {1, 0});
    vectors.put(unseen, new float[] {1, 0});
    for (var k = 0; k < 5; k++) {
      vectors.put(WORD + k, new float[] {0, 1});
    }
    assertThat(cuesFound(unseen, vectors)).isGreaterThan(40);
    assertThat(cuesFound(unseen, Map.of())).isLessThan(30);
  }

  /** How many of fifty cues are found if another verb stands there than was learnt. */
  private static long cuesFound(int verb, Map<Integer, float[]> vectors) {
    var network = new NetworkTrainer(sentences(600, 1), vectors, null).train(6);
    return sentences(200, 6).stream()
        .filter(text -> !text.roles().isEmpty())
        .limit(50)
        .filter(
            text -> {
              var at = text.roles().get(0).cue();
              text.features()[at] = new int[] {verb};
              return best(cueScores(network, text), at, Roles.CUE_LABELS) == Roles.CUE_FIRST;
            })
        .count();
  }

  private static byte[] bytes(Network network) throws IOException {
    var out = new ByteArrayOutputStream();
    network.write(out);
    return out.toByteArray();
  }
}
