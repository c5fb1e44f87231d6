package org.hearsay;

import java.nio.charset.StandardCharsets;
import org.hearsay.capture.Capture;
import org.hearsay.reading.ReadingInvariants;

/**
 * Bytes steered to what no run has reached yet, every other time inside a page: nothing is thrown,
 * and what comes out keeps its promises. {@code mvn -Pfuzz} runs it for two minutes.
 */
public final class ReadingFuzz {
  private ReadingFuzz() {}

  private static final byte[] START =
      "<html><body><main><h1>A title</h1><p>".getBytes(StandardCharsets.UTF_8);

  /** Called by Jazzer first: models load here and not within an input's time. */
  public static void fuzzerInitialize() {
    for (var text : new String[] {"He said that it was so.", "Il a dit que c'était vrai."}) {
      Hearsay.read(text.repeat(5).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    var page = bytes;
    if (bytes.length > 0 && bytes[0] % 2 == 0) {
      page = new byte[START.length + bytes.length];
      System.arraycopy(START, 0, page, 0, START.length);
      System.arraycopy(bytes, 0, page, START.length, bytes.length);
    }
    var reading = Hearsay.read(new Capture("page.html", page, "text/html", null, null));
    var problems = ReadingInvariants.problems(reading);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
  }
}
