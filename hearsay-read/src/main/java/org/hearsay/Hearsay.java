package org.hearsay;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Note;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.LanguageAnalyser;
import org.hearsay.language.LanguageIdentifier;
import org.hearsay.reading.Reading;
import org.hearsay.reading.attribution.AttributionFinder;
import org.hearsay.reading.event.EventFinder;
import org.hearsay.reading.people.EntityFinder;
import org.hearsay.reading.people.RoleConflicts;
import org.hearsay.reading.time.StatementDates;
import org.hearsay.reading.time.TimeTagger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page: from its bytes to who said what, when.
 *
 * <pre>{@code
 * var reading = Hearsay.read(Files.readAllBytes(page));
 * for (var said : reading.attributions()) { ... }
 * }</pre>
 *
 * A pure function: the same bytes give the same reading. It never throws on what a page contains;
 * what went wrong is in {@link Reading#notes}. Thread-safe; models and lexicons load once, at first
 * use.
 */
public final class Hearsay {
  private Hearsay() {}

  /** Letters from which on a text's own language counts for more than what the page says. */
  private static final int LONG_ENOUGH = 400;

  /** The stages, made on first use. */
  private static final class Stages {
    static final LanguageIdentifier IDENTIFIER = new LanguageIdentifier();
    static final LanguageAnalyser LANGUAGE = new LanguageAnalyser();
    static final TimeTagger TIME = new TimeTagger();
    static final EntityFinder PEOPLE = new EntityFinder();
    static final RoleConflicts CONFLICTS = new RoleConflicts();
    static final EventFinder EVENTS = new EventFinder();
    static final AttributionFinder ATTRIBUTION = new AttributionFinder();
  }

  /** Reads bytes of which nothing else is known; their kind and charset are found in them. */
  public static Reading read(byte[] bytes) {
    return read(Capture.of("", bytes));
  }

  /** Reads a capture; the entries of a live blog are part of its text. */
  public static Reading read(Capture capture) {
    return read(capture, ArticleReader.LiveBlogs.KEPT);
  }

  /**
   * Reads a capture.
   *
   * @param liveBlogs what becomes of the entries of a live blog, each a text of its own time
   */
  public static Reading read(Capture capture, ArticleReader.LiveBlogs liveBlogs) {
    var extraction = new ArticleReader(liveBlogs).read(capture);
    var article = extraction.article();
    var declared = article.language();
    var mistaken = false;
    if (declared == null
        || LanguageIdentifier.KNOWN.contains(declared) && article.text().length() >= LONG_ENOUGH) {
      var seen = Stages.IDENTIFIER.identify(article.text());
      mistaken = declared != null && seen.isPresent() && !seen.get().equals(declared);
      article = article.withLanguage(seen.orElse(declared));
    }
    var text = Stages.LANGUAGE.analyse(article);
    var entities = Stages.PEOPLE.find(text);
    var times = Stages.TIME.tag(text, article.publishedDay());
    var said = Stages.ATTRIBUTION.find(text, entities);
    return new Reading(
        Reading.FORMAT,
        extraction.source(),
        article,
        said.entities(),
        times,
        StatementDates.date(text, said.attributions(), times),
        said.hedges(),
        Stages.EVENTS.find(text, times, entities),
        Stages.CONFLICTS.find(text, entities),
        notes(extraction.notes(), text, mistaken ? declared : null));
  }

  private static List<Note> notes(List<Note> found, AnnotatedText text, @Nullable String mistaken) {
    var notes = new ArrayList<>(found);
    if (mistaken != null) {
      notes.add(
          new Note(
              "language-mismatch",
              "the page says its language is '" + mistaken + "'; its text is in another"));
    }
    var others =
        text.blockLanguages().stream()
            .filter(language -> !language.isEmpty() && !language.equals(text.language()))
            .toList();
    if (!others.isEmpty()) {
      notes.add(
          new Note(
              "other-languages",
              "in another language than the text: "
                  + others.size()
                  + " of "
                  + text.blocks().size()
                  + " blocks ("
                  + String.join(", ", new TreeSet<>(others))
                  + ")"));
    }
    if (text.text().isBlank() && notes.isEmpty()) {
      notes.add(new Note("no-text", "no text was found in this document"));
    }
    return notes;
  }
}
