package org.hearsay.reading.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnalyser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTrainerTest {
  private static final int ROW = 64;

  @TempDir private Path folder;

  private static AnnotatedText text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var article = new ArticleReader().read(Capture.of("text.txt", bytes)).article();
    return new LanguageAnalyser().analyse(article.withLanguage("fr"));
  }

  private static final List<AnnotatedText> TEXTS =
      List.of(
          text("Le maire de Vaubrune a promis un nouveau pont. Le conseil en doute."),
          text("Selon la préfète, la route restera fermée jusqu'au printemps."));

  private Path states(int more) throws IOException {
    var rows = TEXTS.stream().mapToInt(text -> text.tokens().size() + 1).sum() + more;
    var bytes = new byte[rows * ROW];
    new Random(1).nextBytes(bytes);
    return Files.write(folder.resolve("states.bin"), bytes);
  }

  private byte[] trained() throws IOException {
    var out = new ByteArrayOutputStream();
    new StartTrainer(TEXTS, "fr", states(0)).train(2, out);
    return out.toByteArray();
  }

  @Test
  void theSameStatesGiveTheSameBytes() throws IOException {
    assertThat(trained()).isEqualTo(trained());
  }

  @Test
  void statesOfOtherTextsAreRefused() {
    assertThatThrownBy(() -> new StartTrainer(TEXTS, "fr", states(1)))
        .hasMessageContaining("states.bin holds the states of more words");
    assertThatThrownBy(() -> new StartTrainer(TEXTS, "fr", states(-1)))
        .hasMessageContaining("states.bin holds the states of fewer words");
  }
}
