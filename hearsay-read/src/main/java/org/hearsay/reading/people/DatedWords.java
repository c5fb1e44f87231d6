package org.hearsay.reading.people;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Sentence;

/** The years and months that a sentence names, to tell whether two may speak of one time. */
final class DatedWords {

  private final RoleWords lexicon;

  /**
   * @param lexicon whose words of kind {@code month} are the months
   */
  DatedWords(RoleWords lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @param months in lower case
   * @param bare whether a year stands without a month before it, as in "in 2012"
   */
  record Dates(Set<String> years, Set<String> months, boolean bare) {}

  Dates in(AnnotatedText text, Sentence sentence) {
    var years = new HashSet<String>();
    var months = new HashSet<String>();
    var bare = false;
    var before = "";
    for (var token : text.tokens(sentence)) {
      var word = token.length() > 12 ? "" : RoleWords.lower(token.in(text.text()));
      if (word.matches("(?:1[0-9]{3}|20[0-9]{2})s?")) {
        years.add(word);
        bare |= !lexicon.is("month", before) && !before.matches("depuis|since|,");
      } else if (lexicon.is("month", word)) {
        months.add(word);
      }
      before = word;
    }
    return new Dates(years, months, bare);
  }

  /**
   * A sentence that says "in 2012" speaks of another time than one without that year; a full date
   * may be the day of the news, so it parts only from another year or month.
   */
  boolean agree(Dates a, Dates b) {
    if (!a.years.equals(b.years) && (a.bare || b.bare)) {
      return false;
    }
    return apart(a.years, b.years) && apart(a.months, b.months);
  }

  private static boolean apart(Set<String> a, Set<String> b) {
    return a.isEmpty() || b.isEmpty() || !Collections.disjoint(a, b);
  }
}
