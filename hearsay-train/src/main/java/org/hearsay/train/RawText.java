package org.hearsay.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.train.article.Corpus;

/**
 * The running text of a corpus without its annotations, as the command line gives it: {@code
 * FORMAT:PATH}, cut into sentences of words.
 *
 * <p>Formats: {@code text} (a folder tree of .txt files), {@code gold} (a folder of .gold files),
 * {@code conllu}, {@code wcxb} and {@code fundus} (the extracted text of the pages of the language;
 * wcxb is English), and those of {@link NameCorpora}.
 */
record RawText(String format, Path path) {

  static RawText parse(String argument) {
    var colon = argument.indexOf(':');
    return new RawText(argument.substring(0, colon), Path.of(argument.substring(colon + 1)));
  }

  /** Each sentence as its words, in the order of the corpus. */
  List<List<String>> sentences(String language) throws IOException {
    return switch (format) {
      case "text" -> analysed(language, CorpusText.files(path, ".txt"));
      case "gold" ->
          analysed(language, GoldFile.readAll(path).stream().map(GoldFile::text).toList());
      case "wcxb" -> analysed(language, pages(Corpus.WCXB, ""));
      case "fundus" -> analysed(language, pages(Corpus.FUNDUS, language));
      case "conllu" ->
          Conllu.read(path).stream()
              .map(s -> s.words().stream().map(Conllu.Word::form).toList())
              .toList();
      default -> named();
    };
  }

  /** Each document with its words, without names; the sentences of a UD file are one document. */
  List<NamedText> documents(String language) throws IOException {
    return switch (format) {
      case "text" -> documents(language, CorpusText.files(path, ".txt"));
      case "gold" ->
          documents(language, GoldFile.readAll(path).stream().map(GoldFile::text).toList());
      case "wcxb" -> documents(language, pages(Corpus.WCXB, ""));
      case "fundus" -> documents(language, pages(Corpus.FUNDUS, language));
      default -> throw new IllegalArgumentException("no documents in " + format);
    };
  }

  private static List<NamedText> documents(String language, List<String> texts) {
    var analyser = new LanguageAnalyser();
    var documents = new ArrayList<NamedText>();
    for (var raw : texts) {
      var text = analyser.analyse(NameCorpora.article(language, raw));
      documents.add(new NamedText("raw", raw, text.tokens(), text.sentences(), List.of()));
    }
    return documents;
  }

  /** The texts of pages whose folder has the language's name; of all when none is given. */
  private List<String> pages(Corpus corpus, String group) throws IOException {
    var texts = new ArrayList<String>();
    for (var page : corpus.read(path)) {
      if (page.text() != null && (group.isEmpty() || page.group().equals(group))) {
        texts.add(page.text());
      }
    }
    return texts;
  }

  private static List<List<String>> analysed(String language, List<String> texts) {
    var analyser = new LanguageAnalyser();
    var sentences = new ArrayList<List<String>>();
    for (var raw : texts) {
      var text = analyser.analyse(NameCorpora.article(language, raw));
      for (var sentence : text.sentences()) {
        sentences.add(text.tokens(sentence).stream().map(t -> t.in(raw)).toList());
      }
    }
    return sentences;
  }

  private List<List<String>> named() throws IOException {
    var sentences = new ArrayList<List<String>>();
    for (var text : NameCorpora.read(format, path)) {
      for (var sentence : text.sentences()) {
        sentences.add(
            text.tokens().subList(sentence.firstToken(), sentence.endToken()).stream()
                .map(t -> t.in(text.text()))
                .toList());
      }
    }
    return sentences;
  }
}
