package org.hearsay.time;

import java.util.List;
import java.util.Optional;

/**
 * When a page was published and revised, as a line of it or of its metadata says: "Publié le 31 mai
 * 2022 à 8h12, mis à jour le 1er juin" is 2022-05-31 and 2022-06-01.
 *
 * @param published ISO 8601: a day, or the time with its offset when the line gives one
 * @param revised the same; the first date after a word such as "updated"
 */
public record DateLine(Optional<String> published, Optional<String> revised) {

  private static final DateLine NONE = new DateLine(Optional.empty(), Optional.empty());
  private static final int LONGEST = 300;

  /**
   * Reads a line with the rules of its language, and those for dates in full in any language when
   * they find nothing. What can be told is told: "hier à 8h12" is nothing, nor is 05/06/2022 where
   * it is two days in two countries.
   *
   * @param language BCP 47; empty when it is not known
   */
  public static DateLine read(String line, String language) {
    var text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    if (!hasDigit(text)) {
      return NONE;
    }
    var book = RuleBook.of(TimeGrammar.primary(language));
    var found = read(text, book);
    if (found.first().isPresent()) {
      return found;
    }
    var ofAny = RuleBook.of(RuleBook.UNDETERMINED);
    return book == ofAny ? found : read(text, ofAny);
  }

  private static boolean hasDigit(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a line may say when something was revised: much cheaper than to read it, for most say
   * nothing of the kind.
   */
  public static boolean mayTellOfRevision(String line, String language) {
    var folded = Vocabulary.fold(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    return revises(folded, RuleBook.of(TimeGrammar.primary(language)))
        || revises(folded, RuleBook.of(RuleBook.UNDETERMINED));
  }

  private static boolean revises(String folded, RuleBook book) {
    for (var word : book.vocabulary.rows("revised").keySet()) {
      if (folded.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The day of publication; that of revision when the line names no other. */
  public Optional<String> first() {
    return published.or(() -> revised);
  }

  private static DateLine read(String text, RuleBook book) {
    var day =
        TimeGrammar.resolve(text, book, null).stream()
            .filter(DateLine::sure)
            .flatMap(r -> r.day().stream())
            .findFirst();
    // What is told in part counts from the day that is told in full: "..., mis à jour à 14h".
    return day.map(d -> sorted(text, book, TimeGrammar.resolve(text, book, d))).orElse(NONE);
  }

  private static DateLine sorted(String text, RuleBook book, List<Resolved> found) {
    var published = Optional.<String>empty();
    var revised = Optional.<String>empty();
    var before = 0;
    for (var date : found) {
      var lead = Vocabulary.fold(text.substring(before, Math.max(before, date.start())));
      var revision = revises(lead, book);
      if (!sure(date)) {
        continue;
      }
      if (revision && revised.isEmpty()) {
        revised = date.moment();
      } else if (!revision && published.isEmpty() && date.day().isPresent()) {
        published = date.moment();
      }
      before = date.end();
    }
    return new DateLine(published, revised);
  }

  /** Whether its order of day and month is not a guess. */
  private static boolean sure(Resolved date) {
    var fields = date.match().fields;
    return !fields.has("order")
        || fields.whole("day", 0) > 12
        || fields.whole("day", 0) == fields.whole("month", 0);
  }
}
