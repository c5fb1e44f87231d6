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
  void cuesAreScoredAsInASequence() {
    scoredAlike(new CueFeatures(SIGNS, ALL), Roles.cueModel(Engine.CUE_ROWS));
  }

  @Test
  void rolesAreScoredAsInASequence() {
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
    var scores = features.scores(model, null);
    var whole = model.scores(sequence);
    for (var k = 0; k < sequence.length(); k++) {
      var one = Integer.bitCount(sequence.allowed()[k]) == 1;
      for (var y = k * model.labels; y < (k + 1) * model.labels; y++) {
        assertThat(scores[y]).isEqualTo(one ? 0 : whole[y]);
      }
    }
  }

  @Test
  void theRandomFieldIsAskedWhereTheNetworkIsInDoubt() {
    var features = new CueFeatures(SIGNS, ALL);
    var model = Roles.cueModel(Engine.CUE_ROWS);
    Arrays.fill(model.weights, 1);
    var logs = new double[WORDS.size * Roles.CUE_LABELS];
    Arrays.fill(logs, Math.log(.001));
    logs[0] = Math.log(.997);
    logs[Roles.CUE_LABELS] = Math.log(.98);
    var scores = features.scores(model, logs);
    var alone = new double[logs.length];
    Network.add(logs, alone, 0);
    assertThat(scores[0]).isEqualTo(alone[0]);
    assertThat(scores[Roles.CUE_LABELS]).isGreaterThan(alone[Roles.CUE_LABELS]);
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
}
