package org.hearsay.reading.attribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Map<String, Lexicon> lexicons = new LinkedHashMap<>();

  private final Map<String, Engine> engines = new LinkedHashMap<>();

  public AttributionFinder() {
    this(null);
  }

  /** With another engine than those that are shipped; null for those. */
  public AttributionFinder(@Nullable Engine engine) {
    for (var language : LANGUAGES) {
      Lexicon.of(language).ifPresent(lexicon -> lexicons.put(language, lexicon));
      Optional.ofNullable(engine)
          .or(() -> Engine.shipped(language))
          .ifPresent(found -> engines.put(language, found));
    }
  }

  public Attributions find(AnnotatedText text, List<Entity> entities) {
    var lexicon = lexicon(text.language());
    if (lexicon == null || text.tokens().isEmpty()) {
      return new Attributions(List.of(), List.of(), entities);
    }
    var words = new Words(text, lexicon);
    var rules = new Rules(words).find();
    var engine = engines.get(lexicon.language());
    var drafts = engine == null ? rules : engine.find(words, rules);
    return new Assembly(words).assemble(drafts, new Hedges(words).find(drafts), entities);
  }

  private @Nullable Lexicon lexicon(@Nullable String language) {
    return language == null ? null : lexicons.get(language);
  }
}
