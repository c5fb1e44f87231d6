package org.hearsay.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hearsay.article.Article;
import org.hearsay.language.tagging.Columns;
import org.hearsay.language.tagging.KnownWords;
import org.hearsay.language.tagging.NameFeatures;
import org.hearsay.language.tagging.NameTagger;
import org.hearsay.language.tagging.PosFeatures;
import org.hearsay.language.tagging.SequenceModel;

/**
 * The parts of {@link LanguageAnalyser} one by one, as it calls them; lies in its package to see
 * them.
 */
public final class LanguageStages {

  private final Tokenizer tokenizer;
  private final SentenceSplitter splitter;
  private final SequenceModel pos;
  private final NameTagger names;
  private final KnownWords known;

  public LanguageStages(String language) {
    var rules = WordRules.load(language);
    tokenizer = new Tokenizer(rules);
    splitter = new SentenceSplitter(rules);
    pos = model(language + "/pos.model");
    names = new NameTagger(model(language + "/names.model"));
    known = KnownWords.load(language);
  }

  private static SequenceModel model(String path) {
    try (var stream = LanguageAnalyser.class.getResourceAsStream(path)) {
      return SequenceModel.read(Objects.requireNonNull(stream, path));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** Words and sentences of an article. */
  public record Words(String text, List<Token> tokens, List<Sentence> sentences) {}

  public Words words(Article article) {
    var tokens = new ArrayList<Token>();
    var sentences = new ArrayList<Sentence>();
    for (var block : article.blocks()) {
      var first = tokens.size();
      tokenizer.tokenize(article.text(), block.start(), block.end(), tokens);
      splitter.split(article.text(), tokens, first, sentences);
    }
    return new Words(article.text(), tokens, sentences);
  }

  /** The columns of features of the words, and the part of speech of each. */
  public record Tagged(Words words, Columns columns, int[] labels) {}

  public Tagged pos(Words words) {
    var columns = new Columns(words.text(), words.tokens());
    var labels = new int[words.tokens().size()];
    var room = new SequenceModel.Workspace();
    var source = new PosFeatures(columns);
    for (var sentence : words.sentences()) {
      pos.decode(source, sentence.firstToken(), sentence.endToken(), labels, room);
    }
    return new Tagged(words, columns, labels);
  }

  public List<Name> names(Tagged tagged) {
    var words = tagged.words();
    var features = new NameFeatures(tagged.columns(), tagged.labels(), words.sentences(), known);
    return names.tag(words.text(), words.tokens(), words.sentences(), features);
  }
}
