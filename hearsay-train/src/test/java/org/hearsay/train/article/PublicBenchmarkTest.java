package org.hearsay.train.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicBenchmarkTest {

  private static final List<String> TEXT =
      List.of(
          "The council of Marlow met on Tuesday in the old mill, and the debate, which had been put off twice, went on until midnight.",
          "Nobody left the room before the vote, said the clerk, who had counted the chairs and the people on them.",
          "The mill is to be sold in the spring, and the money will go to the bridge, which has been closed since the flood.");

  private static String html() {
    return "<html><head><title>Council meets</title></head><body><nav><a href=/>Home</a></nav><main><h1>Council meets in the mill</h1><p>"
        + String.join("</p><p>", TEXT)
        + "</p></main></body></html>";
  }

  private static void page(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(html().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String print(PublicBenchmark benchmark, Path folder) throws IOException {
    var out = new StringWriter();
    try (var writer = new PrintWriter(out)) {
      benchmark.evaluate(folder, 5, writer);
    }
    return out.toString();
  }

  @Test
  void readsScrapingHubsLayoutAndScoresOthersBeside(@TempDir Path folder) throws IOException {
    page(folder.resolve("html/ab12.html.gz"));
    var text = String.join(" ", TEXT).replace("\"", "");
    Files.writeString(
        folder.resolve("ground-truth.json"),
        "{\"ab12\": {\"articleBody\": \"" + text + "\", \"url\": \"https://marlow.example/1\"}}");
    Files.createDirectories(folder.resolve("output"));
    Files.writeString(
        folder.resolve("output/half.json"),
        "{\"ab12\": {\"articleBody\": \"" + TEXT.get(0) + "\"}}");
    var table = print(PublicBenchmark.SCRAPINGHUB, folder);
    assertThat(table).contains("| hearsay | 1 | 1.000 | 1.000 | 1.000 |");
    // 20 of the 65 shingles of four words are in the first paragraph
    assertThat(table).contains("| half | 1 | 1.000 | ");
    assertThat(table).doesNotContain("| half | 1 | 1.000 | 1.000");
  }

  @Test
  void readsFundusEvaluationAndTakesTheVariantThatFits(@TempDir Path folder) throws IOException {
    page(folder.resolve("dataset/html/Marlow_0.html.gz"));
    Files.writeString(
        folder.resolve("dataset/ground_truth.json"),
        "{\"Marlow_0.html.gz\": {\"url\": \"https://marlow.example/1\", \"crawl_date\": \"2026-01-01\", \"body\": [\""
            + TEXT.get(0)
            + "\", \"["
            + TEXT.get(1)
            + "]\", \""
            + TEXT.get(2)
            + "\", \"[An optional paragraph that the page does not have]\"]}}");
    assertThat(print(PublicBenchmark.FUNDUS_EVALUATION, folder))
        .contains("| 1 | 1.000 | 1.000 | 1.000 |");
  }

  @Test
  void countsShinglesAsTheBenchmarkDoes() {
    // a b c d, b c d e against a b c d, b c d x: one right, one wrong, one missed
    var page = Shingles.of("a b c d e", "a b c d x");
    assertThat(page.precision()).isEqualTo(0.5);
    assertThat(page.recall()).isEqualTo(0.5);
    assertThat(page.truePositive()).isCloseTo(1.0 / 3, within(1e-9));
    // fewer than four words are one shingle; case counts
    assertThat(Shingles.of("a b", "a b").precision()).isEqualTo(1);
    assertThat(Shingles.of("A b", "a b").precision()).isEqualTo(0);
    // a page that gave nothing counts for recall only
    var mean =
        Shingles.mean(List.of(Shingles.of("a b c d", ""), Shingles.of("a b c d", "a b c d")));
    assertThat(mean.precision()).isEqualTo(1);
    assertThat(mean.recall()).isEqualTo(0.5);
  }

  @Test
  void rougeLsumUnitesSubsequencesAndCountsNoWordTwice() {
    // the example of the paper: w1 w2 against two sentences, union w1 w2 w3 w5 of five words
    var truth = List.of(List.of("w1", "w2", "w3", "w4", "w5"));
    var found =
        List.of(List.of("w1", "w2", "w6", "w7", "w8"), List.of("w1", "w3", "w8", "w9", "w5"));
    var score = RougeLsum.of(truth, found);
    assertThat(score.recall()).isCloseTo(4.0 / 5, within(1e-9));
    assertThat(score.precision()).isCloseTo(4.0 / 10, within(1e-9));
    assertThat(RougeLsum.of("The cat sat.", "The cat sat.").f1()).isEqualTo(1);
    assertThat(RougeLsum.of("the the", "the").recall()).isEqualTo(0.5);
    assertThat(RougeLsum.of("", "the").f1()).isZero();
  }
}
