package org.hearsay;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where tests find what is kept beside the code. */
public final class TestPaths {
  private TestPaths() {}

  /** The root of the project; Maven passes it as {@code hearsay.root}. */
  public static Path root() {
    var given = System.getProperty("hearsay.root");
    var path = given != null ? Path.of(given) : Path.of("").toAbsolutePath();
    while (!Files.isDirectory(path.resolve("hearsay-read"))) {
      path = path.getParent();
    }
    return path;
  }

  /**
   * A corpus beside the project; the calling test is skipped, with a line saying so, without it.
   */
  public static Path corpus(String name) {
    var path = root().resolve("../shared/corpora").resolve(name).normalize();
    Assumptions.assumeTrue(
        Files.exists(path), () -> "skipped: this test needs " + path + ", which is not there");
    return path;
  }
}
