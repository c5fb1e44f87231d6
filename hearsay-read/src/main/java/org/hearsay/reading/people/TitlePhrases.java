package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.language.Name;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.reading.Role;
import org.jspecify.annotations.Nullable;

/**
 * Finds the titles in a text and how far each reaches: to the left over words like {@code ancien}
 * and, where the language makes compounds, over nouns and names; to the right over adjectives and
 * complements, up to the name of the holder.
 */
final class TitlePhrases {

  private static final int LONGEST_COMPLEMENT = 24;

  /** Between a word of a title and its noun there is at most one more word. */
  private static final int LONGEST_MODIFIER = 2;

  /** The title of a work in a complement has at most so many words. */
  private static final int LONGEST_WORK = 12;

  private final Words words;
  private final RoleWords lexicon;
  private final boolean compounds;

  TitlePhrases(Words words, RoleWords lexicon) {
    this.words = words;
    this.lexicon = lexicon;
    compounds = lexicon.is("compound", "yes");
  }

  List<TitlePhrase> find() {
    var phrases = new ArrayList<TitlePhrase>();
    for (var i = 0; i < words.size(); ) {
      var phrase = at(i, phrases.isEmpty() ? 0 : phrases.get(phrases.size() - 1).end());
      if (phrase.isPresent()) {
        phrases.add(phrase.get());
        i = Math.max(phrase.get().headEnd(), i + 1);
      } else {
        i++;
      }
    }
    return phrases;
  }

  private Optional<TitlePhrase> at(int i, int from) {
    var headEnd = i;
    RoleWords.Title title = null;
    Role.Status status = null;
    var limit = Math.min(words.sentenceEnd(i), i + RoleWords.LONGEST_TITLE);
    var listed = titleEnd(i);
    if (listed > i) {
      title = lexicon.title(words.words(i, listed)).orElse(null);
      headEnd = listed;
    }
    if (title == null) {
      var dash = words.word(i).indexOf('-');
      if (dash > 0 && lexicon.is("before", words.word(i).substring(0, dash))) {
        var rest = words.word(i).substring(dash + 1);
        headEnd = i + 1;
        title = lexicon.title(rest).orElse(null);
        if (title == null && i + 1 < limit) {
          title = lexicon.title(rest + " " + words.word(i + 1)).orElse(null);
          headEnd = i + 2;
        }
        status = status(lexicon.value("before", words.word(i).substring(0, dash)).orElse(""));
      }
    }
    if (title == null || !isNominal(i, headEnd) || isPartOfTitle(i, headEnd)) {
      return Optional.empty();
    }
    return Optional.of(extend(i, headEnd, title, status, from));
  }

  /** After the longest listed title that begins here; the same index for none. */
  private int titleEnd(int i) {
    var limit = Math.min(words.sentenceEnd(i), i + RoleWords.LONGEST_TITLE);
    var end = i;
    for (var next = i + 1; next <= limit; next++) {
      var beginning = words.words(i, next);
      if (!lexicon.beginsTitle(beginning)) {
        return end;
      }
      end = lexicon.title(beginning).isPresent() ? next : end;
    }
    return end;
  }

  /** Not a verb ({@code il juge}), nor a word inside a longer name. */
  private boolean isNominal(int first, int end) {
    var last = words.pos(end - 1);
    var tag = words.pos(first);
    if (end - first == 1
        && (tag == PartOfSpeech.VERB && !words.isCapital(first)
            || tag == PartOfSpeech.AUX
            || tag == PartOfSpeech.ADV
            || tag == PartOfSpeech.ADP
            || tag == PartOfSpeech.PRON)) {
      return false;
    }
    if (end - first == 1 && tag == PartOfSpeech.ADJ && !followedByName(end)) {
      var before = words.pos(first - 1);
      if (before == PartOfSpeech.NOUN || words.pos(end) == PartOfSpeech.NOUN) {
        return false;
      }
    }
    var name = words.nameAt(first);
    return (name == null
            || compounds && name.end() == end && name.name().kind() != Name.Kind.PERSON
            || name.first() == first && name.end() > end && name.name().kind() == Name.Kind.PERSON)
        && last != PartOfSpeech.PUNCT;
  }

  /** {@code marine | biologist}, {@code chief | medical officer}: part of the title behind it. */
  private boolean isPartOfTitle(int first, int end) {
    if (!compounds || words.nameAt(first) != null) {
      return false;
    }
    var limit = words.sentenceEnd(first);
    for (var i = end; i < Math.min(limit, end + LONGEST_MODIFIER); i++) {
      var tag = words.pos(i);
      if (words.nameAt(i) != null || tag != PartOfSpeech.NOUN && tag != PartOfSpeech.ADJ) {
        return false;
      }
      if (titleEnd(i) > i) {
        return true;
      }
    }
    return false;
  }

  private boolean followedByName(int i) {
    var name = words.nameFrom(i);
    return name != null && name.name().kind() == Name.Kind.PERSON;
  }

  private static Role.@Nullable Status status(String value) {
    return value.isEmpty() ? null : Role.Status.valueOf(value.toUpperCase(Locale.ROOT));
  }

  private TitlePhrase extend(
      int head, int headEnd, RoleWords.Title title, Role.@Nullable Status status, int from) {
    var start = Math.max(from, words.sentenceStart(head));
    var first = head;
    var found = status;
    while (first > start) {
      var before = left(first, start);
      if (before == first) {
        break;
      }
      for (var i = before; i < first; i++) {
        var value = lexicon.value("before", words.word(i)).orElse("");
        found = found == null ? status(value) : found;
      }
      first = before;
    }
    var right = right(headEnd, title);
    found = found == null ? right.status : found;
    if (found == null
        && title.name().matches("candidat|candidate|.* candidate|nominee|.* nominee")) {
      found = Role.Status.CANDIDATE;
    }
    var determiner =
        first > words.sentenceStart(head)
            ? lexicon.value("determiner", words.word(first - 1)).orElse("")
            : "";
    return new TitlePhrase(first, right.end, head, headEnd, title, found, determiner);
  }

  /** One step to the left of a phrase; the same index when nothing there belongs to it. */
  private int left(int first, int start) {
    var i = first - 1;
    if (lexicon.is("before", words.word(i)) && words.nameAt(i) == null) {
      return i;
    }
    if (words.pos(i) == PartOfSpeech.PUNCT
        && words.word(i).equals("-")
        && i > start
        && lexicon.is("before", words.word(i - 1))) {
      return i - 1;
    }
    if (!compounds) {
      return first;
    }
    var name = words.nameAt(i);
    if (name != null) {
      return name.name().kind() == Name.Kind.PERSON || name.first() < start ? first : name.first();
    }
    if (words.isPossessive(i) && i > start) {
      var owner = words.nameAt(i - 1);
      if (owner != null && owner.name().kind() != Name.Kind.PERSON && owner.first() >= start) {
        return owner.first();
      }
      return words.pos(i - 1) == PartOfSpeech.NOUN ? i - 1 : first;
    }
    var tag = words.pos(i);
    return tag == PartOfSpeech.ADJ || tag == PartOfSpeech.NOUN || tag == PartOfSpeech.PROPN
        ? i
        : first;
  }

  private record Right(int end, Role.@Nullable Status status) {}

  private Right right(int headEnd, RoleWords.Title title) {
    var limit = Math.min(words.sentenceEnd(headEnd - 1), headEnd + LONGEST_COMPLEMENT);
    Role.Status status = null;
    var end = headEnd;
    while (end < limit) {
      var value = after(end, limit);
      if (value != null) {
        status = status == null ? status(value.value) : status;
        end = value.end;
        continue;
      }
      var next = complement(end, limit);
      if (next == end) {
        break;
      }
      end = next;
    }
    return new Right(end, status);
  }

  private record After(int end, String value) {}

  private @Nullable After after(int i, int limit) {
    for (var length = Math.min(3, limit - i); length > 0; length--) {
      var value = lexicon.value("after", words.words(i, i + length));
      if (value.isPresent()) {
        return new After(i + length, value.get());
      }
    }
    if (words.word(i).equals("-") && i + 1 < limit) {
      var value = lexicon.value("after", words.word(i + 1));
      if (value.isPresent()) {
        return new After(i + 2, value.get());
      }
    }
    return null;
  }

  /** The end of the adjective or complement that begins here; the same index for none. */
  private int complement(int i, int limit) {
    var name = words.nameAt(i);
    if (name != null && name.first() < i && name.name().kind() != Name.Kind.PERSON && !compounds) {
      // The title has the first words of a name: "gouverneur de la Banque | de Morgane".
      return Math.min(limit, name.end());
    }
    if (name != null) {
      return name.first() == i
              && name.name().kind() != Name.Kind.PERSON
              && !compounds
              && words.isCapital(i)
              && !lexicon.is("article", words.word(i))
          ? name.end()
          : i;
    }
    var tag = words.pos(i);
    if (tag == PartOfSpeech.ADJ && !compounds) {
      return i + 1;
    }
    if (words.word(i).equals("(")) {
      return acronym(i, limit);
    }
    if (tag == PartOfSpeech.CCONJ) {
      return coordinated(i, limit);
    }
    if (lexicon.is("preposition", words.word(i))) {
      return nounPhrase(i + 1, limit, i);
    }
    if (tag == PartOfSpeech.VERB
        && !compounds
        && words.word(i).matches(".*(?:é|ée|és|ées)")
        && lexicon.is("preposition", words.word(i + 1))) {
      var next = nounPhrase(i + 2, limit, i);
      return next;
    }
    return i;
  }

  /** {@code ( LR )}: one word in capitals inside brackets. */
  private int acronym(int i, int limit) {
    return i + 2 < limit
            && words.word(i + 2).equals(")")
            && words.in(i + 1, i + 2).matches("\\p{Lu}[\\p{L}&-]{1,9}")
        ? i + 3
        : i;
  }

  /** {@code de la Culture | et des Sports}, {@code français | et européen}. */
  private int coordinated(int i, int limit) {
    if (i + 1 >= limit) {
      return i;
    }
    if (words.pos(i + 1) == PartOfSpeech.ADJ && words.pos(i - 1) == PartOfSpeech.ADJ) {
      return i + 2;
    }
    if (lexicon.is("preposition", words.word(i + 1))) {
      return nounPhrase(i + 2, limit, i);
    }
    var plain =
        words.isCapital(i + 1)
            && words.isCapital(i - 1)
            && words.nameAt(i + 1) == null
            && words.pos(i + 1) != PartOfSpeech.DET;
    return plain ? i + 2 : i;
  }

  /** The end of a noun phrase without relative clauses; {@code otherwise} when none begins here. */
  private int nounPhrase(int from, int limit, int otherwise) {
    var i = from;
    while (i < limit
        && (lexicon.is("preposition", words.word(i))
            || words.pos(i) == PartOfSpeech.DET
            || lexicon.is("determiner", words.word(i))
            || lexicon.is("article", words.word(i)))) {
      i++;
    }
    var work = work(i, limit);
    if (work > i) {
      return work;
    }
    if (isCount(i, limit)) {
      i++;
    }
    if (lexicon.is("time", words.word(i)) || words.pos(i) == PartOfSpeech.NUM) {
      return otherwise;
    }
    var found = false;
    while (i < limit) {
      var name = words.nameAt(i);
      if (name != null && name.first() == i) {
        if (found && name.name().kind() == Name.Kind.PERSON) {
          break;
        }
        i = name.end();
        found = true;
        continue;
      }
      var tag = words.pos(i);
      var noun = tag == PartOfSpeech.NOUN || tag == PartOfSpeech.PROPN || tag == PartOfSpeech.X;
      if (noun && !lexicon.is("time", words.word(i))) {
        found = true;
      } else if (tag != PartOfSpeech.ADJ && !isOwner(i, limit) && !isParticiple(i, limit)) {
        break;
      }
      i++;
    }
    return found ? i : otherwise;
  }

  /** {@code seven | detective novels}, but neither {@code 2014} nor {@code three years}. */
  private boolean isCount(int i, int limit) {
    return i + 1 < limit
        && words.pos(i) == PartOfSpeech.NUM
        && !words.word(i).matches("[0-9]{4}")
        && (words.pos(i + 1) == PartOfSpeech.NOUN || words.pos(i + 1) == PartOfSpeech.ADJ)
        && !lexicon.is("time", words.word(i + 1));
  }

  /** {@code the lake | 's | fishing federation}. */
  private boolean isOwner(int i, int limit) {
    return compounds && i + 1 < limit && words.isPossessive(i);
  }

  /** {@code the | ruling | council}. */
  private boolean isParticiple(int i, int limit) {
    return compounds
        && i + 1 < limit
        && words.pos(i) == PartOfSpeech.VERB
        && words.word(i).endsWith("ing")
        && words.pos(i + 1) == PartOfSpeech.NOUN;
  }

  /** After the work in quotation marks that begins here; the same index for none. */
  private int work(int i, int limit) {
    if (words.word(i).matches("[«“\"]")) {
      for (var end = i + 1; end < Math.min(limit, i + LONGEST_WORK); end++) {
        if (words.word(end).matches("[»”\"]")) {
          return end + 1;
        }
      }
    }
    return i;
  }
}
