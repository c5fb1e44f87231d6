package org.hearsay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTextTest {

  @TempDir private Path corpora;

  private static String sum(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  private void reads(String place, String text) throws IOException {
    assertThat(CorpusText.at(corpora, place, sum(text))).isEqualTo(text);
  }

  @Test
  void readsATextFileWithoutTheBlankLinesAround() throws IOException {
    Files.writeString(corpora.resolve("a.txt"), "\n\nOne.\n\nTwo.\n");
    reads("a.txt", "One.\n\nTwo.");
  }

  @Test
  void readsTheTextOfAPageFromJson() throws IOException {
    Files.writeString(
        corpora.resolve("a.json"),
        """
        {"V1": {"title": "Head", "body": {"summary": ["Stand"],
          "sections": [{"headline": [], "paragraphs": ["One.", "Two  more."]}]}},
         "ground_truth": {"main_content": "All of it."}}
        """);
    reads("a.json#V1", "Head\n\nStand\n\nOne.\n\nTwo more.");
    reads("a.json#main_content", "All of it.");
  }

  @Test
  void readsTheLongParagraphsOfAPage() throws IOException {
    var first = "The first paragraph that is long enough to be told from a label.";
    var second = "The second paragraph is long enough as well, and it has a link in it.";
    try (var out = new GZIPOutputStream(Files.newOutputStream(corpora.resolve("a.html.gz")))) {
      out.write(
          ("<p>Menu</p><p>" + first + "</p><p>" + second.replace("link", "<a>link</a>") + "</p>")
              .getBytes(StandardCharsets.UTF_8));
    }
    reads("a.html.gz#p0-2", first + "\n\n" + second);
    reads("a.html.gz#p1-2", second);
  }

  @Test
  void readsTheSentencesOfATreebank() throws IOException {
    Files.writeString(
        corpora.resolve("a.conllu"),
        """
        # sent_id = news_1
        # text = A heading
        # sent_id = other_1
        # text = Not this.
        # sent_id = news_2
        # text = It rained.
        # sent_id = news_3
        # text = It snowed.
        """);
    reads("a.conllu#news:0-3", "A heading\n\nIt rained. It snowed.");
  }

  @Test
  void refusesAnotherText() throws IOException {
    Files.writeString(corpora.resolve("a.txt"), "Changed.");
    assertThatThrownBy(() -> CorpusText.at(corpora, "a.txt", sum("As it was.")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.txt is not the text that was marked");
  }
}
