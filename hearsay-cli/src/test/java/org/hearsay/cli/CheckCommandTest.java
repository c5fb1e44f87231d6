package org.hearsay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearsay.TestPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir Path folder;

  private static final String PAGES = TestPaths.root().resolve("examples/pages").toString();

  @Test
  void checksTheSameBeforeAndAfterARebuild() {
    var place = folder.resolve("affair").toString();
    Ran.with("add", place, PAGES);
    var checked = Ran.with("check", place);
    assertThat(checked.status()).isZero();
    assertThat(checked.out()).startsWith("10 documents; ");
    assertThat(Ran.with("verify", place).out()).startsWith("10 originals, ");
    Ran.with("rebuild", place);
    assertThat(Ran.with("check", place).out()).isEqualTo(checked.out());
  }

  @Test
  void demoMakesTheCaseAndShowsItsOutcome() {
    var demo = Ran.with("demo", "--no-serve", folder.resolve("demo").toString());
    assertThat(demo.err()).isEmpty();
    assertThat(demo.status()).isZero();
    assertThat(demo.out()).contains("10 documents; ");
  }

  @Test
  void verifySaysWhatWasTamperedWith() throws IOException {
    var place = folder.resolve("affair");
    Ran.with("add", place.toString(), PAGES);
    try (var originals = Files.list(place.resolve("originals"))) {
      var file = originals.sorted().findFirst().orElseThrow();
      var bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 0x20;
      Files.write(file, bytes);
    }
    var verified = Ran.with("verify", place.toString());
    assertThat(verified.status()).isEqualTo(1);
    assertThat(verified.err()).isNotEmpty();
  }
}
