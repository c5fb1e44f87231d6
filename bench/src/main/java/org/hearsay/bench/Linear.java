package org.hearsay.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.hearsay.Hearsay;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.reading.time.TimeTagger;

/**
 * How the time grows with the length of the input: the least CPU time of several readings, short
 * and long in turns.
 */
final class Linear {
  private Linear() {}

  static void print() {
    System.out.println("\n| | short | long | times as long | times the time | at most |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    var page = page(1);
    var longPage = page(20);
    var reader = new ArticleReader();
    row(
        "page to article",
        page.length,
        longPage.length,
        25.0 / 20,
        () -> reader.read(Capture.of("", page)),
        () -> reader.read(Capture.of("", longPage)));
    row(
        "page to reading",
        page.length,
        longPage.length,
        25.0 / 20,
        () -> Hearsay.read(page),
        () -> Hearsay.read(longPage));
    for (var language : new String[] {"fr", "en"}) {
      var text = Texts.article(Texts.ofLength(language, 50_000), language);
      var longText = Texts.article(Texts.ofLength(language, 5_000_000), language);
      var analyser = new LanguageAnalyser();
      row(
          "language layer, " + language,
          text.text().length(),
          longText.text().length(),
          1.3,
          () -> analyser.analyse(text),
          () -> analyser.analyse(longText));
      var words = analyser.analyse(text);
      var longWords = analyser.analyse(longText);
      var time = new TimeTagger();
      var day = Optional.of(LocalDate.of(2022, 5, 31));
      row(
          "times, " + language,
          text.text().length(),
          longText.text().length(),
          1.3,
          () -> time.tag(words, day),
          () -> time.tag(longWords, day));
    }
  }

  /** A page with so many times the paragraphs, and as much furniture. */
  private static byte[] page(int times) {
    var html =
        new StringBuilder(
            "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Une page</title></head>"
                + "<body><nav><a href=/>Accueil</a></nav><main><article><h1>Une page</h1>");
    var paragraphs = new ArrayList<String>();
    for (var text : Texts.of("fr")) {
      text.lines().filter(line -> !line.isBlank()).forEach(paragraphs::add);
    }
    var wanted = html.length() + 50_000 * times;
    for (var i = 0; html.length() < wanted; i++) {
      html.append("<p class=\"text\">")
          .append(paragraphs.get(i % paragraphs.size()).replace("&", "&amp;").replace("<", "&lt;"))
          .append("</p>\n");
      if (i % 5 == 4) {
        html.append("<aside><ul><li><a href=/lire>À lire aussi</a></li></ul></aside>\n");
      }
    }
    html.append("</article></main><footer><p>Tous droits réservés</p></footer></body></html>");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void row(
      String name, long small, long large, double most, Runnable once, Runnable longer) {
    var ratio = (double) large / small;
    var least = Double.POSITIVE_INFINITY;
    var leastLong = Double.POSITIVE_INFINITY;
    for (var round = 0; round < 5; round++) {
      // The same work on both sides, so that both are equally warm.
      var times = (int) Math.round(ratio);
      var before = CpuTime.now();
      for (var i = 0; i < times; i++) {
        once.run();
      }
      var middle = CpuTime.now();
      longer.run();
      least = Math.min(least, (middle - before) / 1e6 / times);
      leastLong = Math.min(leastLong, (CpuTime.now() - middle) / 1e6);
    }
    System.out.println(
        "| %s | %d kB, %.1f ms | %d kB, %.1f ms | %.1f | %.1f | %.1f |"
            .formatted(
                name,
                small / 1000,
                least,
                large / 1000,
                leastLong,
                ratio,
                leastLong / least,
                ratio * most));
  }
}
