package org.hearsay.train.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.article.Spanned;
import org.hearsay.reading.TimeExpression;

/**
 * Counts as TempEval-3 does (UzZaman et al., SemEval 2013): strict matches share both ends, relaxed
 * ones share a character; type and value are asked of relaxed matches, and their F is the relaxed F
 * times the share that is right.
 */
final class TimeScore {
  private int gold;
  private int found;
  private int strictGold;
  private int strictFound;
  private int relaxedGold;
  private int relaxedFound;
  private int types;
  private int values;
  private int spelled;
  private final List<String> errors = new ArrayList<>();

  void add(GoldText text, List<TimeExpression> times) {
    gold += text.times().size();
    found += times.size();
    for (var marked : text.times()) {
      var hit = times.stream().filter(marked::overlaps).findFirst();
      if (hit.isEmpty()) {
        errors.add("missed\t" + show(text, marked) + "\t" + marked.value());
        continue;
      }
      var time = hit.get();
      relaxedGold++;
      types += time.type().name().equals(marked.type()) ? 1 : 0;
      var value = time.value();
      spelled +=
          value != null && TimexSpelling.of(marked.value()).equals(TimexSpelling.of(value)) ? 1 : 0;
      if (marked.value().equals(value)) {
        values++;
      } else if (!marked.value().isEmpty()) {
        errors.add("value\t" + show(text, marked) + "\t" + marked.value() + "\t" + time.value());
      }
      if (marked.start() == time.start() && marked.end() == time.end()) {
        strictGold++;
      } else {
        errors.add("span\t" + show(text, marked) + "\t" + time.in(text.text()));
      }
    }
    for (var time : times) {
      var match = text.times().stream().filter(time::overlaps).findFirst();
      if (match.isEmpty()) {
        errors.add("spurious\t" + show(text, time) + "\t" + time.value());
        continue;
      }
      relaxedFound++;
      strictFound += match.get().start() == time.start() && match.get().end() == time.end() ? 1 : 0;
    }
  }

  private static String show(GoldText text, Spanned span) {
    var from = Math.max(0, span.start() - 50);
    var to = Math.min(text.text().length(), span.end() + 40);
    var line =
        text.text().substring(from, span.start())
            + "["
            + span.in(text.text())
            + "]"
            + text.text().substring(span.end(), to);
    return text.name() + "\t" + line.replaceAll("\\s+", " ");
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  /** The table: P, R, F of spans, strict and relaxed, and F of type and value, in percent. */
  String table(String title) {
    var strict = line("strict span", strictFound, strictGold);
    var relaxed = line("relaxed span", relaxedFound, relaxedGold);
    var f = f(relaxedFound, relaxedGold);
    return String.format(
        Locale.ROOT,
        "%s: %d expressions marked, %d found%n%-14s %6s %6s %6s%n%s%s%-14s %20.1f%n%-14s %20.1f%n"
            + "  value, spellings of one value taken for the same (TimexSpelling): %.1f%n",
        title,
        gold,
        found,
        "",
        "P",
        "R",
        "F",
        strict,
        relaxed,
        "type",
        f * share(types, relaxedGold),
        "value",
        value(),
        f * share(spelled, relaxedGold));
  }

  private String line(String name, int right, int hit) {
    return String.format(
        Locale.ROOT,
        "%-14s %6.1f %6.1f %6.1f%n",
        name,
        100 * share(right, found),
        100 * share(hit, gold),
        f(right, hit));
  }

  private double f(int right, int hit) {
    var p = share(right, found);
    var r = share(hit, gold);
    return p + r == 0 ? 0 : 100 * 2 * p * r / (p + r);
  }

  /** F of relaxed spans, in percent. */
  double relaxed() {
    return f(relaxedFound, relaxedGold);
  }

  /** F of values, in percent. */
  double value() {
    return relaxed() * share(values, relaxedGold);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
