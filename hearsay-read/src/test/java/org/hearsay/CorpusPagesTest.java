package org.hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hearsay.capture.Capture;
import org.hearsay.reading.ReadingInvariants;
import org.hearsay.reading.ReadingJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real pages keep the promises of the reading format, and survive being cut. */
class CorpusPagesTest {

  @TestFactory
  Stream<DynamicTest> keepTheInvariants() throws IOException {
    return pages(TestPaths.corpus("fundus")).stream()
        .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> holds(page)));
  }

  private static void holds(Path page) throws IOException {
    var bytes = unpacked(page);
    var capture = Capture.of(page.getFileName().toString(), bytes);
    var reading = Hearsay.read(capture);
    assertThat(ReadingInvariants.problems(reading)).isEmpty();
    assertThat(ReadingJson.write(Hearsay.read(capture))).isEqualTo(ReadingJson.write(reading));
    var cut = java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3);
    assertThat(ReadingInvariants.problems(Hearsay.read(Capture.of("cut.html", cut)))).isEmpty();
  }

  private static byte[] unpacked(Path page) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(page))) {
      return in.readAllBytes();
    }
  }

  private static List<Path> pages(Path corpus) throws IOException {
    try (var files = Files.walk(corpus)) {
      return files.filter(file -> file.toString().endsWith(".html.gz")).sorted().toList();
    }
  }
}
