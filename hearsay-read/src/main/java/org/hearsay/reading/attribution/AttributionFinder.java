package org.hearsay.reading.attribution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hearsay.language.AnnotatedText;
import org.hearsay.reading.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Finds who said what, and the writer's own hedges. Thread-safe.
 *
 * <p>Knows the languages that have a folder of lexicons here; a text in another one has no
 * attributions.
 */
public final class AttributionFinder {

  private static final List<String> LANGUAGES = List.of("fr", "en");

  /** The lexicon and the engine of a language. */
  private record Loaded(@Nullable Lexicon lexicon, @Nullable Engine engine) {}

  /** Loaded at the first text of their language. */
  private final Map<String, Loaded> languages = new ConcurrentHashMap<>();

  private final @Nullable Engine given;

  public AttributionFinder() {
    this(null);
  }

  /** With another engine than those that are shipped; null for those. */
  public AttributionFinder(@Nullable Engine engine) {
    given = engine;
  }

  public Attributions find(AnnotatedText text, List<Entity> entities) {
    var language = text.language();
    var loaded =
        language == null || !LANGUAGES.contains(language)
            ? new Loaded(null, null)
            : languages.computeIfAbsent(language, this::load);
    var lexicon = loaded.lexicon;
    if (lexicon == null || text.tokens().isEmpty()) {
      return new Attributions(List.of(), List.of(), entities);
    }
    var words = new Words(text, lexicon);
    var rules = new Rules(words);
    var engine = loaded.engine;
    var hedges = new Hedges(words);
    var found = engine == null ? rules.findAll() : engine.find(words, rules.find());
    var drafts =
        found.stream()
            .filter(draft -> known(draft) || own(text, words, draft))
            .filter(draft -> !hedges.own(draft))
            .toList();
    return new Assembly(words).assemble(drafts, hedges.find(drafts), entities);
  }

  /** Whether the lexicon has its cue, or there is none. */
  private static boolean known(Draft draft) {
    return draft.entry() != null || draft.cue().isEmpty();
  }

  /** Whether its cue stands in a block of the language of the text. */
  private static boolean own(AnnotatedText text, Words words, Draft draft) {
    return Objects.equals(text.language(), text.blockLanguage(words.block[draft.head()]));
  }

  private Loaded load(String language) {
    return new Loaded(
        Lexicon.of(language).orElse(null),
        given != null ? given : Engine.shipped(language).orElse(null));
  }
}
