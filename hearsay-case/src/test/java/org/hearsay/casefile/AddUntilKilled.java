package org.hearsay.casefile;

import static org.hearsay.casefile.CaseFolderTest.utf8;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.hearsay.capture.Capture;

/** Adds documents and says which are acknowledged, until somebody kills it. */
final class AddUntilKilled {
  private AddUntilKilled() {}

  /**
   * @param args the folder, and the number of the first document
   */
  public static void main(String[] args) {
    var folder = Path.of(args[0]);
    Reader.read(page(0)); // loads the models, so that the kill comes while documents are written
    try (var cases = CaseFolder.openOrCreate(folder)) {
      System.out.println("open");
      for (var i = Integer.parseInt(args[1]); ; i += 3) {
        // Some one by one, some together; some again.
        var added = List.of(cases.add(page(i)));
        print(added);
        print(cases.addAll(List.of(page(i + 1), page(i), page(i + 2))));
      }
    }
  }

  private static void print(List<Added> added) {
    var line = new StringBuilder();
    added.forEach(a -> line.append(a.document().id()).append('\n'));
    System.out.print(line);
    System.out.flush();
  }

  static Capture page(int i) {
    var text = new StringBuilder("Page " + i + ".\n\n");
    var random = new Random(i);
    random.ints(random.nextInt(4000), 'a', 'z').forEach(c -> text.append((char) c));
    return Capture.of("page" + i + ".txt", utf8(text.toString()));
  }
}
