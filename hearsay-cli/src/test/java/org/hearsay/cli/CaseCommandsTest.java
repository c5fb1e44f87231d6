package org.hearsay.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearsay.TestPaths;
import org.hearsay.reading.ReadingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the example pages, as a person would. */
class CaseCommandsTest {

  @TempDir Path folder;

  private static final String PAGES = TestPaths.root().resolve("examples/pages").toString();

  @Test
  void addsSearchesAndRebuilds() {
    var place = folder.resolve("affair").toString();
    var added = Ran.with("add", place, PAGES);
    assertThat(added.err()).isEmpty();
    assertThat(added.status()).isZero();
    assertThat(added.out()).endsWith("10 added\n");
    assertThat(Ran.with("add", place, PAGES).out()).isEqualTo("0 added, 10 there before\n");
    assertThat(Ran.with("add", "--quiet", place, PAGES).out()).isEmpty();

    var found = Ran.with("search", place, "dredging");
    assertThat(found.status()).isZero();
    assertThat(found.out()).containsIgnoringCase("[dredging]");
    assertThat(Ran.with("search", place, "zeppelin").out()).isEqualTo("nothing found\n");

    var rebuilt = Ran.with("rebuild", place);
    assertThat(rebuilt.out()).contains("10 documents");
  }

  @Test
  void aCaseThatIsNotThereIsOneLine() {
    for (var command : new String[] {"check", "verify", "rebuild"}) {
      var ran = Ran.with(command, folder.resolve("none").toString());
      assertThat(ran.status()).as(command).isEqualTo(1);
      assertThat(ran.errLines()).as(command).hasSize(1);
      assertThat(ran.err()).contains("none");
    }
  }

  @Test
  void textForPeopleNamesWhoSaidWhatAndWhatWasLeftOut() throws IOException {
    var page = folder.resolve("p.html");
    Files.write(
        page,
        """
        <!DOCTYPE html><html lang="en"><head><title>Quay closed</title>
        <meta property="og:site_name" content="The Tide Post">
        <meta property="article:published_time" content="2022-05-31T08:00:00+02:00"></head><body>
        <nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Ports</a></li></ul></nav>
        <article><h1>Quay closed</h1>
        <p>The quay will stay closed until the autumn, the harbour office announced in a note.</p>
        <p>"Nothing has been signed," said Anna Kerrigan, the mayor. "Nobody asked me to sign."</p>
        <p>On June 9, 2020 the council had met in the town hall to speak about the dredging.</p>
        </article></body></html>
        """
            .getBytes(UTF_8));
    var text = Ran.with("read", page.toString()).out();
    assertThat(text)
        .startsWith("Quay closed\n  The Tide Post · 2022-05-31")
        .contains("WHO SAID WHAT")
        .contains("Anna Kerrigan")
        .contains("Nothing has been signed,", "Nobody asked me to sign.");
    assertThat(text.lines()).allMatch(line -> line.length() <= 90);
  }

  @Test
  void everyPageOfTheFundusCorpusIsOneValidLine() {
    var corpus = TestPaths.corpus("fundus/test_data").toString();
    var ran = Ran.with("read", "--format", "jsonl", corpus);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.outLines()).hasSizeGreaterThan(200);
    var blank = 0;
    for (var line : ran.outLines()) {
      var reading = ReadingJson.parse(line);
      assertThat(ReadingJson.write(reading)).isEqualTo(line);
      blank += reading.article().text().isBlank() ? 1 : 0;
    }
    assertThat(blank).as("pages without text").isLessThan(5);
  }
}
