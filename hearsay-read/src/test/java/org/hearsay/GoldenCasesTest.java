package org.hearsay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hearsay.capture.Capture;
import org.hearsay.reading.Reading;
import org.hearsay.reading.ReadingJson;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The golden cases: {@code cases/KIND/SLUG.in.*} beside {@code SLUG.expected.txt}. {@code
 * -Dgolden.update=true} writes the expected files; a person reviews the diff. Under {@code
 * cases/gaps} stand known failures, with what would be right; one that passes fails the build.
 */
class GoldenCasesTest {

  private static final Path CASES = TestPaths.root().resolve("cases");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final String WRITE =
      "; to write it: mvn -pl hearsay-read -am test -Dtest=GoldenCasesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true";

  @TestFactory
  Stream<DynamicNode> cases() {
    return kinds(CASES, GoldenCasesTest::holds);
  }

  @TestFactory
  Stream<DynamicNode> gaps() {
    return kinds(CASES.resolve("gaps"), GoldenCasesTest::stillFails);
  }

  private interface Check {
    void run(Path folder, String slug, Path input, Function<Reading, String> render)
        throws IOException;
  }

  private static Stream<DynamicNode> kinds(Path root, Check check) {
    return CaseText.KINDS.entrySet().stream()
        .filter(kind -> Files.isDirectory(root.resolve(kind.getKey())))
        .map(
            kind ->
                dynamicContainer(
                    root.getFileName() + "/" + kind.getKey(),
                    folder(root.resolve(kind.getKey()), kind.getValue(), check)));
  }

  private static Stream<DynamicNode> folder(
      Path folder, Function<Reading, String> render, Check check) {
    var inputs = new TreeMap<String, Path>();
    var orphans = new TreeMap<String, Path>();
    for (var file : files(folder)) {
      var name = file.getFileName().toString();
      var cut = name.indexOf('.');
      var slug = cut < 0 ? name : name.substring(0, cut);
      (name.startsWith(".in.", slug.length()) ? inputs : orphans).put(slug, file);
    }
    orphans.keySet().removeAll(inputs.keySet());
    return Stream.concat(
        inputs.entrySet().stream()
            .map(
                e ->
                    dynamicTest(
                        e.getKey(), () -> check.run(folder, e.getKey(), e.getValue(), render))),
        orphans.values().stream()
            .map(
                orphan ->
                    dynamicTest(
                        orphan.getFileName().toString(),
                        () ->
                            fail(
                                orphan
                                    + " belongs to no input: delete it, or add "
                                    + orphan
                                    + "'s .in.txt or .in.html"))));
  }

  private static void holds(Path folder, String slug, Path input, Function<Reading, String> render)
      throws IOException {
    var reading = read(input);
    var actual = render.apply(reading);
    var expected = folder.resolve(slug + ".expected.txt");
    if (UPDATE) {
      Files.writeString(expected, actual);
      return;
    }
    assertThat(expected).as(expected + " is missing" + WRITE).exists();
    assertThat(actual).as(expected.toString()).isEqualTo(Files.readString(expected));
  }

  private static void stillFails(
      Path folder, String slug, Path input, Function<Reading, String> render) throws IOException {
    var expected = folder.resolve(slug + ".expected.txt");
    assertThat(expected).as(expected + " is missing: write by hand what would be right").exists();
    assertThat(render.apply(read(input)))
        .as("this gap is closed: move me from cases/gaps to cases: " + input)
        .isNotEqualTo(Files.readString(expected));
  }

  /** Reads a case, twice: the same bytes give the same line. */
  private static Reading read(Path input) throws IOException {
    var capture = Capture.of(input.getFileName().toString(), Files.readAllBytes(input));
    var reading = Hearsay.read(capture);
    assertThat(ReadingJson.write(Hearsay.read(capture))).isEqualTo(ReadingJson.write(reading));
    return reading;
  }

  private static List<Path> files(Path folder) {
    try (var list = Files.list(folder)) {
      return list.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
