package org.hearsay.train.attribution;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.reading.attribution.Attributions;

/** Prints the attributions that were missed (-) or wrong (+), each on a line. */
final class Errors {
  private Errors() {}

  static String of(Told told, Attributions said) {
    var text = told.text();
    var gold = told.sayings().stream().map(s -> Score.item(text, s)).toList();
    var found = said.attributions().stream().map(a -> Score.item(text, a)).toList();
    var matched = new ArrayList<Score.Item>();
    for (var pair : Score.pairs(gold, found, Score::soft)) {
      matched.add(pair[0]);
      matched.add(pair[1]);
    }
    var out = new StringBuilder("== " + told.id() + "\n");
    for (var i = 0; i < gold.size(); i++) {
      if (!holds(matched, gold.get(i))) {
        var s = told.sayings().get(i);
        out.append("- ").append(line(text, s.source(), s.cue(), s.content()));
      }
    }
    for (var i = 0; i < found.size(); i++) {
      if (!holds(matched, found.get(i))) {
        var a = said.attributions().get(i);
        out.append("+ ")
            .append(a.confidence())
            .append(' ')
            .append(line(text, a.source(), a.cue(), a.content()));
      }
    }
    return out.toString();
  }

  private static boolean holds(List<Score.Item> items, Score.Item item) {
    return items.stream().anyMatch(i -> i == item);
  }

  private static String line(String text, List<Span> source, List<Span> cue, List<Span> content) {
    return "["
        + words(text, source)
        + "] {"
        + words(text, cue)
        + "} "
        + words(text, content)
        + "\n";
  }

  private static String words(String text, List<Span> spans) {
    var out = new StringBuilder();
    for (var span : spans) {
      out.append(out.isEmpty() ? "" : " .. ").append(span.in(text).replace('\n', '/'));
    }
    return out.toString();
  }
}
