package org.hearsay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.hearsay.reading.ReadingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {

  @TempDir Path folder;

  private String text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void keepsTheOrderOfTheInputsWhateverTheirSize() throws IOException {
    var inputs =
        IntStream.range(0, 40)
            .mapToObj(
                i -> {
                  try {
                    return text("p" + i + ".txt", "Le maire parle. ".repeat(i % 7 * 300 + 1));
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .toList();
    var args = new java.util.ArrayList<>(java.util.List.of("read", "--format", "jsonl"));
    args.addAll(inputs);
    var ran = Ran.with(args.toArray(String[]::new));
    assertThat(ran.status()).isZero();
    assertThat(ran.outLines())
        .extracting(line -> ReadingJson.parse(line).source().uri())
        .isEqualTo(inputs);
  }

  @Test
  void printsDatedLinesInTheOrderOfTime() throws IOException {
    var page =
        text(
            "order.txt",
            "The bridge reopened on 4 May 2021. It had been closed on 3 March 2019, for two years."
                + " The mayor resigned yesterday.");
    var out = Ran.with("read", page).out();
    var when = out.substring(out.indexOf("WHEN"));
    assertThat(when.indexOf("2019-03-03")).isPositive().isLessThan(when.indexOf("2021-05-04"));
    assertThat(when.substring(when.indexOf("TIMES NOT RESOLVED"))).contains("[yesterday]");
  }

  @Test
  void readsStandardInput() {
    var ran = Ran.with("Dit-on.".getBytes(StandardCharsets.UTF_8), "read", "--format=jsonl", "-");
    assertThat(ran.status()).isZero();
    assertThat(ReadingJson.parse(ran.out()).article().text()).isEqualTo("Dit-on.");
  }

  @Test
  void writesJsonAsOneArray() throws IOException {
    var one = text("a.txt", "Un.");
    var two = text("b.txt", "Deux.");
    var array = JsonMapper.shared().readTree(Ran.with("read", "--format=json", one, two).out());
    assertThat(array.isArray()).isTrue();
    assertThat(array.get(1).get("article").get("text").asString()).isEqualTo("Deux.");
    var none = Ran.with("read", "--format=json", folder.resolve("none").toString());
    assertThat(none.status()).isEqualTo(1);
    assertThat(JsonMapper.shared().readTree(none.out())).isEmpty();
  }

  @Test
  void stopsQuietlyWhenNobodyReadsOn() throws IOException {
    var page = text("a.txt", "Un.");
    var ran = closing("Broken pipe", page);
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void saysWhenTheDiskIsFull() throws IOException {
    var page = text("a.txt", "Un.");
    var ran = closing("No space left on device", page);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.errLines()).containsExactly("standard output: No space left on device");
  }

  private static Ran closing(String why, String page) {
    var err = new java.io.ByteArrayOutputStream();
    var out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(why);
          }
        };
    var console = new Console(nothing(), out, err, false);
    return new Ran(Main.run(console, "read", page, page), "", err.toString(StandardCharsets.UTF_8));
  }

  private static java.io.InputStream nothing() {
    return java.io.InputStream.nullInputStream();
  }

  @Test
  void wrongUsageIsToldInOneLineAndTwo() {
    for (var args :
        new String[][] {
          {"reed"}, {"read"}, {"read", "--format", "xml", "a"}, {"read", "--no", "a"}
        }) {
      var ran = Ran.with(args);
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.errLines()).singleElement().asString().contains("--help");
    }
  }

  @Test
  void aPageCannotSteerTheTerminal() throws IOException {
    var ran = Ran.with("read", text("a.txt", "x"), "no\u001b[2Jfile\u202e");
    assertThat(ran.out() + ran.err()).doesNotContain("\u001b").doesNotContain("\u202e");
  }

  @Test
  void leavesTheEntriesOfLiveBlogsOutOnDemand() throws IOException {
    var entry =
        "<article class=entry><time datetime=2026-09-15T18:40>18:40</time><p>%s says so.</p></article>";
    var page =
        text(
            "live.html",
            "<html lang=en><script type=application/ld+json>{\"@type\":\"LiveBlogPosting\"}</script>"
                + "<body><main><h1>Bridge vote</h1><p>The council of Ardmouth voted on Tuesday night"
                + " to close the old swing bridge for eleven months, after engineers found cracks in"
                + " two of the bearings on which the span turns.</p>"
                + entry.formatted("The harbour office of the town, asked for its view at the door,")
                + entry.formatted("The mayor of the town, asked for her view at the same door,")
                + entry.formatted("The engineer of the works, asked for his view by the river,")
                + "</main></body></html>");
    assertThat(Ran.with("read", "--format", "jsonl", page).out()).contains("says so");
    var without = Ran.with("read", "--format", "jsonl", "--without-live-entries", page).outLines();
    assertThat(ReadingJson.parse(without.get(0)).article().text())
        .contains("Ardmouth")
        .doesNotContain("says so");
  }
}
