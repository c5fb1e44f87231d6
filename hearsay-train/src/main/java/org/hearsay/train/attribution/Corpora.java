package org.hearsay.train.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.article.Span;
import org.hearsay.train.GoldFile;

/** Reads annotated articles. */
final class Corpora {
  private Corpora() {}

  /** A folder of {@code .gold} files. */
  static List<Told> gold(Path folder) throws IOException {
    return GoldFile.readAll(folder).stream().map(Corpora::told).toList();
  }

  /** The articles of a language that were marked for Hearsay. */
  static List<Told> own(Path corpora, String language) throws IOException {
    return OwnMarks.read(corpora, language).stream().map(Corpora::told).toList();
  }

  /** Those that only its own models learn from. */
  static List<Told> later(Path corpora, String language) throws IOException {
    return OwnMarks.later(corpora, language).stream().map(Corpora::told).toList();
  }

  /** The articles of a language that were invented and marked for Hearsay. */
  static List<Told> written(String language) throws IOException {
    return OwnMarks.written(language).stream().map(Corpora::told).toList();
  }

  private static final class Pieces {
    final List<Span> source = new ArrayList<>();
    final List<Span> cue = new ArrayList<>();
    final List<Span> content = new ArrayList<>();
    final Set<String> flags = new TreeSet<>();
    final Set<String> who = new TreeSet<>();

    Told.Saying saying() {
      source.sort(null);
      cue.sort(null);
      content.sort(null);
      return new Told.Saying(source, cue, content, flags, who);
    }
  }

  private static Told told(GoldFile file) {
    var sayings = new LinkedHashMap<String, Pieces>();
    var hedges = new ArrayList<Span>();
    var marks = new ArrayList<>(file.marks());
    marks.sort(Comparator.comparingInt(GoldFile.Mark::start));
    for (var mark : marks) {
      var span = new Span(mark.start(), mark.end());
      if (mark.kind() == 'h') {
        hedges.add(span);
      }
      for (var id : mark.ids()) {
        var pieces = sayings.computeIfAbsent(id, k -> new Pieces());
        pieces.flags.addAll(mark.flags());
        switch (mark.kind()) {
          case 's' -> pieces.source.add(span);
          case 'c' -> pieces.cue.add(span);
          case 'q' -> pieces.content.add(span);
          default -> {}
        }
        if (!mark.who().isEmpty() && mark.kind() != 'c') {
          pieces.who.add(mark.who());
        }
      }
    }
    return new Told(
        file.id(),
        file.language(),
        file.text(),
        sayings.values().stream().map(Pieces::saying).toList(),
        hedges,
        true);
  }

  /**
   * PolNeAR (Newell, Margolin and Ruths 2018): brat standoff in {@code attributions}, texts in
   * {@code text}. Of an article with several annotators the first is taken.
   */
  static List<Told> polnear(Path folder) throws IOException {
    var first = new TreeMap<String, Path>();
    try (var files = Files.list(folder.resolve("attributions"))) {
      files
          .filter(f -> f.toString().endsWith(".ann"))
          .sorted()
          .forEach(f -> first.putIfAbsent(article(f), f));
    }
    var told = new ArrayList<Told>();
    for (var entry : first.entrySet()) {
      var text = Files.readString(folder.resolve("text").resolve(entry.getKey() + ".txt"));
      told.add(
          new Told(
              entry.getKey(),
              "en",
              text,
              sayings(text, Files.readAllLines(entry.getValue())),
              List.of(),
              false));
    }
    return told;
  }

  private static String article(Path annotations) {
    var name = annotations.getFileName().toString();
    return name.substring(0, name.lastIndexOf('_'));
  }

  private static List<Told.Saying> sayings(String text, List<String> lines) {
    var spans = new HashMap<String, List<Span>>();
    for (var line : lines) {
      var cells = line.split("\t");
      if (line.startsWith("T") && cells.length > 1) {
        spans.put(cells[0], pieces(cells[1].substring(cells[1].indexOf(' ') + 1)));
      }
    }
    var sayings = new ArrayList<Told.Saying>();
    for (var line : lines) {
      if (!line.startsWith("E")) {
        continue;
      }
      var pieces = new Pieces();
      for (var argument : line.split("\t")[1].split(" ")) {
        var role = argument.substring(0, argument.indexOf(':'));
        var found = spans.getOrDefault(argument.substring(role.length() + 1), List.of());
        if (role.startsWith("Source")) {
          pieces.source.addAll(found);
        } else if (role.startsWith("Cue")) {
          pieces.cue.addAll(found);
        } else if (role.startsWith("Content")) {
          pieces.content.addAll(found);
        }
      }
      if (!pieces.content.isEmpty()) {
        sayings.add(pieces.saying());
      }
    }
    sayings.sort(Comparator.comparing(s -> s.content().get(0)));
    return sayings;
  }

  /** {@code 3 9;12 20} */
  private static List<Span> pieces(String offsets) {
    var pieces = new ArrayList<Span>();
    for (var piece : offsets.split(";")) {
      var ends = piece.split(" ");
      pieces.add(new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
    }
    return pieces;
  }
}
