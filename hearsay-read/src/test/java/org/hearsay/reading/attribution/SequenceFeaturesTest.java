package org.hearsay.reading.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hearsay.language.TextSample;
import org.junit.jupiter.api.Test;

class SequenceFeaturesTest {
  private static final Words WORDS =
      new Words(
          TextSample.analysed("en", "“We saw nothing,” said Mara Ostrow, who denies the claim."),
          Lexicon.of("en").orElseThrow());
  private static final Signs SIGNS = new Signs(WORDS);
  private static final Range ALL = new Range(0, WORDS.size);

  @Test
  void cuesAreScoredTokenByTokenAsInASequence() {
    scoredAlike(new CueFeatures(SIGNS, ALL), Roles.cueModel(Engine.CUE_ROWS));
  }

  @Test
  void rolesAreScoredTokenByTokenAsInASequence() {
    var said = Arrays.asList(WORDS.form).indexOf("said");
    var group = new CueGroup(List.of(new Range(said, said + 1)), said, 1);
    var cueAt = RoleTagger.cueAt(WORDS, List.of(group));
    var seen = CueWindow.of(SIGNS, cueAt, group, ByCue.of(List.of()));
    scoredAlike(new RoleFeatures(seen), Roles.roleModel(Engine.ROLE_ROWS));
  }

  private static void scoredAlike(SequenceFeatures features, Crf model) {
    var random = new Random(5);
    for (var i = 0; i < model.weights.length; i++) {
      model.weights[i] = random.nextFloat();
    }
    var sequence = features.sequence();
    var scores = new double[sequence.length() * model.labels];
    for (var k = 0; k < sequence.length(); k++) {
      features.add(model, k, scores);
    }
    assertThat(sequence.length()).isPositive();
    assertThat(scores).containsExactly(model.scores(sequence));
  }

  @Test
  void theNetworkSeesSomeOfTheFeatures() {
    var features = new CueFeatures(SIGNS, ALL);
    var sequence = features.sequence();
    for (var k = 0; k < sequence.length(); k++) {
      var all = Arrays.stream(sequence.features()[k]).boxed().toList();
      var seen = Arrays.stream(features.shared().shared()[k]).boxed().toList();
      assertThat(all).containsAll(seen).hasSizeGreaterThan(seen.size());
      assertThat(seen.get(0)).isEqualTo(CueFeatures.word(WORDS.form[k], "en"));
    }
  }

  @Test
  void aDoubtIsLeftWhereNoLabelIsNearlyCertain() {
    var logs = Arrays.stream(new double[] {.98, .02, .004, .996}).map(Math::log).toArray();
    assertThat(Network.doubts(logs, 0, 2)).isTrue();
    assertThat(Network.doubts(logs, 2, 2)).isFalse();
  }
}
