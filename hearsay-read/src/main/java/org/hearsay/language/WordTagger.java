package org.hearsay.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.hearsay.language.tagging.KnownWords;
import org.hearsay.language.tagging.NameFeatures;
import org.hearsay.language.tagging.NameTagger;
import org.hearsay.language.tagging.SequenceModel;
import org.jspecify.annotations.Nullable;

/**
 * Gives words their parts of speech and finds the names, by the models in the language's folder. A
 * language without models gets runs of capitalised words as names of unknown kind.
 */
final class WordTagger {

  private static final PartOfSpeech[] PARTS = PartOfSpeech.values();

  /** What was found; no parts of speech without a model. */
  record Tagged(List<Name> names, List<PartOfSpeech> partsOfSpeech) {}

  private final @Nullable SequenceModel pos;
  private final @Nullable NameTagger names;
  private final @Nullable KnownWords words;
  private final CapitalNames capitals;

  private WordTagger(
      @Nullable SequenceModel pos,
      @Nullable NameTagger names,
      @Nullable KnownWords words,
      CapitalNames capitals) {
    this.pos = pos;
    this.names = names;
    this.words = words;
    this.capitals = capitals;
  }

  static WordTagger load(String language, WordRules rules) {
    var capitals = new CapitalNames(rules);
    var pos = model(language + "/pos.model");
    var names = model(language + "/names.model");
    return pos == null || names == null
        ? new WordTagger(null, null, null, capitals)
        : new WordTagger(pos, new NameTagger(names), KnownWords.load(language), capitals);
  }

  private static @Nullable SequenceModel model(String path) {
    try (var stream = WordTagger.class.getResourceAsStream(path)) {
      return stream == null ? null : SequenceModel.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  Tagged tag(String text, List<Token> tokens, List<Sentence> sentences) {
    if (pos == null || names == null || words == null) {
      return new Tagged(capitals.find(text, tokens, sentences), List.of());
    }
    var labels = new int[tokens.size()];
    var features = NameFeatures.of(text, tokens, sentences, pos, words, labels);
    return new Tagged(
        names.tag(text, tokens, sentences, features),
        Arrays.stream(labels).mapToObj(label -> PARTS[label]).toList());
  }
}
