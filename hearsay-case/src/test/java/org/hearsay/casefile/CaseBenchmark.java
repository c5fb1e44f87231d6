package org.hearsay.casefile;

import static org.hearsay.casefile.CaseFolderTest.utf8;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.hearsay.capture.Capture;
import org.hearsay.lineage.CopyFinder;

/**
 * How long a case takes, on made-up documents of 500 words of which one in ten embeds a passage of
 * another. Not a test: run {@code main} with the number of documents for copies and for adding.
 */
final class CaseBenchmark {
  private CaseBenchmark() {}

  public static void main(String[] args) throws Exception {
    var many = Integer.parseInt(args.length > 0 ? args[0] : "10000");
    var few = Integer.parseInt(args.length > 1 ? args[1] : "1000");
    var texts = texts(many);
    var found = timed("copies among " + many + " texts", () -> CopyFinder.find(texts));
    System.out.println(found.pairs().size() + " pairs, " + found.texts(many) + " texts");

    var folder = Files.createTempDirectory("hearsay-benchmark");
    try {
      var captures = texts(few).stream().map(t -> Capture.of(t.id(), utf8(t.text()))).toList();
      Reader.read(captures.get(0));
      timed("reading " + few + " texts", () -> captures.stream().map(Reader::read).toList());
      try (var cases = timed("making a case", () -> CaseFolder.openOrCreate(folder.resolve("a")))) {
        timed("adding them one by one", () -> captures.stream().map(cases::add).toList());
        timed("adding them again", () -> captures.stream().map(cases::add).toList());
        timed("checking them", cases::check);
        timed("verifying them", cases::verify);
      }
      try (var cases = timed("making a case", () -> CaseFolder.openOrCreate(folder.resolve("b")))) {
        timed("adding them 50 at a time", () -> batches(cases, captures));
      }
      timed("opening it", () -> CaseFolder.open(folder.resolve("b"))).close();
    } finally {
      Disk.delete(folder);
    }
  }

  private static List<Added> batches(CaseFolder cases, List<Capture> captures) {
    var added = new ArrayList<Added>();
    for (var i = 0; i < captures.size(); i += 50) {
      added.addAll(cases.addAll(captures.subList(i, Math.min(i + 50, captures.size()))));
    }
    return added;
  }

  private static <T> T timed(String what, Supplier<T> work) {
    var start = System.nanoTime();
    var result = work.get();
    System.out.printf("%-32s %8.2f s%n", what, (System.nanoTime() - start) / 1e9);
    return result;
  }

  private static List<CopyFinder.Text> texts(int count) {
    var texts = new ArrayList<CopyFinder.Text>();
    var random = new Random(1);
    for (var i = 0; i < count; i++) {
      var text = new StringBuilder();
      for (var word = 0; word < 500; word++) {
        // Frequencies fall off as in a language, and word pairs recur.
        var rank = (int) Math.pow(30_000, random.nextDouble());
        text.append(word(rank)).append(word % 17 == 16 ? ". " : " ");
      }
      if (i % 10 == 9) {
        var source = texts.get(random.nextInt(i)).text();
        text.insert(text.length() / 2, source.substring(source.length() / 3, source.length() / 2));
      }
      texts.add(new CopyFinder.Text("text" + i, text.toString()));
    }
    return texts;
  }

  private static String word(int rank) {
    var word = new StringBuilder();
    for (var n = rank; n > 0; n /= 20) {
      word.append("bdfglmnprstvzkcjhwxq".charAt(n % 20)).append("aeiou".charAt(n % 5));
    }
    return word.toString();
  }
}
