package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.hearsay.language.tagging.Features;
import org.hearsay.language.tagging.SequenceModel;
import org.junit.jupiter.api.Test;

class CrfTrainerTest {

  private static final int NOTHING = 0;
  private static final int OTHER = 1;
  private static final int NAME = 2;

  /** Sentences of one word that has one feature. */
  private record Word(int seen) implements Features {
    @Override
    public int most() {
      return 1;
    }

    @Override
    public int of(int word, int first, int end, int[] into) {
      into[0] = Features.hash(1, seen);
      return 1;
    }
  }

  private static byte[] trained() throws IOException {
    var trainer =
        new CrfTrainer(
            List.of("nothing", "other", "name"),
            new boolean[4 * 3],
            new boolean[] {true, true, false},
            new CrfTrainer.Settings(8, 0.1f, 0.001f, 1, 0.01f, 0, false, 1, 1e-6f, 1));
    for (var i = 0; i < 30; i++) {
      trainer.add(new Word(1), 0, 1, new int[] {NOTHING});
      trainer.add(new Word(2), 0, 1, new int[] {OTHER});
      trainer.add(new Word(3), 0, 1, new int[] {NAME});
      trainer.add(new Word(1), 0, 1, new int[] {CrfTrainer.OPEN});
      trainer.add(new Word(2), 0, 1, new int[] {CrfTrainer.OPEN});
      trainer.add(new Word(4), 0, 1, new int[] {CrfTrainer.OPEN});
    }
    trainer.train();
    var bytes = new ByteArrayOutputStream();
    trainer.write(bytes, new float[3]);
    return bytes.toByteArray();
  }

  private static int label(SequenceModel model, int seen) {
    var into = new int[1];
    model.decode(new Word(seen), 0, 1, into, new SequenceModel.Workspace());
    return into[0];
  }

  @Test
  void keepsWhatIsToldWhereOtherTextsLeaveItOpen() throws IOException {
    var model = SequenceModel.read(new ByteArrayInputStream(trained()));
    assertThat(label(model, 1)).isEqualTo(NOTHING);
    assertThat(label(model, 2)).isEqualTo(OTHER);
    assertThat(label(model, 3)).isEqualTo(NAME);
    assertThat(label(model, 4)).isNotEqualTo(NAME);
  }

  @Test
  void givesTheSameBytesAgain() throws IOException {
    assertThat(trained()).isEqualTo(trained());
  }
}
