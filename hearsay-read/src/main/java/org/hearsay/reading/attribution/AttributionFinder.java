package org.hearsay.reading.attribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  public AttributionFinder() {
    for (var language : LANGUAGES) {
      Lexicon.of(language).ifPresent(lexicon -> lexicons.put(language, lexicon));
    }
  }

  public Attributions find(AnnotatedText text, List<Entity> entities) {
    var lexicon = lexicon(text.language());
    if (lexicon == null || text.tokens().isEmpty()) {
      return new Attributions(List.of(), List.of(), entities);
    }
    var words = new Words(text, lexicon);
    var drafts = new Rules(words).find();
    return new Assembly(words).assemble(drafts, new Hedges(words).find(drafts), entities);
  }

  private @Nullable Lexicon lexicon(@Nullable String language) {
    return language == null ? null : lexicons.get(language);
  }
}
