package org.hearsay.reading.people;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.language.Token;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Role;
import org.hearsay.reading.people.ChangeWords.Where;

/**
 * What the text says of a title's time: whether a person is plainly given it now ({@code X, maire
 * de Rhuys}), whether it says anywhere that the person died, left or was chosen, and which years
 * and months stand in the sentence. Made for one text in which two titles may exclude each other.
 */
final class Standing {

  /** How many words a word of change may be behind the person it tells of, and before. */
  private static final int BACK = 15;

  private static final int ON = 6;

  /** Between a holder and the title there are no more words. */
  private static final int GAP = 12;

  private static final int NEAR = 4;

  private static final int BEFORE = 2;

  /** Longer words are not looked up. */
  private static final int LONGEST_WORD = 30;

  private static final Set<String> OF = Set.of("de", "du", "d'", "des", "of", "à", "au", "to");

  private static final Set<String> OWN =
      Set.of("sa", "son", "ses", "leur", "his", "her", "their", "'s");

  /** What may stand between a holder and the title besides marks, articles and numbers. */
  private static final Set<String> LINKS =
      Set.of(
          "qui",
          "who",
          "est",
          "is",
          "reste",
          "remains",
          "demeure",
          "le",
          "la",
          "l'",
          "les",
          "the",
          "a",
          "an",
          "un",
          "une",
          "ans",
          "years",
          "year",
          "old",
          "de",
          "âgé",
          "âgée",
          "aged",
          "et",
          "and",
          "même",
          "currently",
          "actuellement",
          "toujours",
          "still",
          "son",
          "sa",
          "its");

  private final AnnotatedText text;
  private final ChangeWords changes;
  private final DatedWords dates;
  private final String[] words;

  /** For each token one more than the index of the person whose mention it is in; 0 for none. */
  private final int[] person;

  private final Set<String> changing = new HashSet<>();

  Standing(AnnotatedText text, List<Entity> entities, ChangeWords changes, DatedWords dates) {
    this.text = text;
    this.changes = changes;
    this.dates = dates;
    words = new String[text.tokens().size()];
    for (var i = 0; i < words.length; i++) {
      var token = text.tokens().get(i);
      words[i] = token.length() > LONGEST_WORD ? "" : RoleWords.lower(token.in(text.text()));
    }
    person = new int[words.length];
    for (var e = 0; e < entities.size(); e++) {
      if (entities.get(e).kind() == Entity.Kind.PERSON) {
        for (var mention : entities.get(e).mentions()) {
          Arrays.fill(
              person,
              Words.tokenAt(text, mention.start()),
              Words.tokenAt(text, mention.end()),
              e + 1);
        }
      }
    }
    for (var sentence : text.sentences()) {
      changes(sentence.firstToken(), sentence.endToken(), entities);
    }
  }

  private String words(int first, int end) {
    return String.join(" ", Arrays.asList(words).subList(first, end));
  }

  // --- who died, left or was chosen

  private void changes(int start, int end, List<Entity> entities) {
    for (var i = start; i < end; i++) {
      for (var to = i + 1; to <= Math.min(end, i + ChangeWords.LONGEST); to++) {
        var where = changes.of(words(i, to));
        var of = where.contains(Where.OF) && isNoun(i, to, where);
        if (of && to < end && OF.contains(words[to])) {
          mark(next(to, Math.min(end, to + ON + 2)), entities);
        } else if (of && i > start && OWN.contains(words[i - 1])) {
          mark(previous(i, start), entities);
        } else if (where.contains(Where.PERSON) && !of) {
          mark(previous(i, start), entities);
          mark(next(to, Math.min(end, to + ON)), entities);
        }
      }
    }
  }

  /** {@code mort} is a noun behind an article or before {@code de}, and a participle elsewhere. */
  private boolean isNoun(int i, int to, Set<Where> where) {
    return !where.contains(Where.PERSON)
        || to < words.length && OF.contains(words[to])
        || i > 0 && (OWN.contains(words[i - 1]) || words[i - 1].equals("la"));
  }

  private int previous(int i, int start) {
    for (var at = i - 1; at >= Math.max(start, i - BACK); at--) {
      if (person[at] > 0) {
        return person[at];
      }
    }
    return 0;
  }

  private int next(int i, int end) {
    for (var at = i; at < end; at++) {
      if (person[at] > 0) {
        return person[at];
      }
    }
    return 0;
  }

  private void mark(int index, List<Entity> entities) {
    if (index > 0) {
      changing.add(entities.get(index - 1).id());
    }
  }

  /** Whether the text says that this person died, left, came or changed places. */
  boolean isChanging(Entity entity) {
    return changing.contains(entity.id());
  }

  // --- one title

  /** Whether the text gives a title to its holder in so many words, now and without a doubt. */
  boolean isPlain(Entity entity, Role role) {
    var first = Words.tokenAt(text, role.start());
    var end = Words.tokenAt(text, role.end());
    if (end <= first) {
      return false;
    }
    var sentence = text.sentences().get(sentence(role.start()));
    var start = sentence.firstToken();
    for (var mention : entity.mentions()) {
      var from = Words.tokenAt(text, mention.start());
      var to = Words.tokenAt(text, mention.end());
      if (to > first && from < end || !isName(entity, mention)) {
        continue;
      }
      var behind = from >= end && from - end <= GAP && linked(end, from, entity);
      var before = to <= first && first - to <= GAP && from >= start && linked(to, first, entity);
      if (behind || before) {
        return isPlain(Math.min(from, first), Math.max(to, end), start, sentence.endToken())
            && isFree(start, sentence.endToken(), Where.SENTENCE)
            && isFree(behind ? end : to, behind ? from : first, Where.BETWEEN);
      }
    }
    return false;
  }

  private boolean isPlain(int first, int end, int start, int limit) {
    var to = end;
    while (to < Math.min(limit, end + NEAR) && !words[to].matches("[,;:]")) {
      to++;
    }
    return isFree(Math.max(start, first - NEAR), to, Where.NEAR)
        && isFree(Math.max(start, first - BEFORE), first, Where.BETWEEN);
  }

  /** Whether no word that counts there stands between two tokens. */
  private boolean isFree(int first, int end, Where where) {
    for (var i = first; i < end; i++) {
      for (var to = i + 1; to <= Math.min(end, i + ChangeWords.LONGEST); to++) {
        if (changes.of(words(i, to)).contains(where)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Not a pronoun nor a title that stands for its holder. */
  private static boolean isName(Entity entity, Span mention) {
    return entity.roles().stream()
            .noneMatch(r -> mention.start() <= r.start() && r.end() <= mention.end())
        && mention.length() > 4;
  }

  private boolean linked(int first, int end, Entity entity) {
    for (var i = first; i < end; i++) {
      var token = text.tokens().get(i);
      var plain =
          token.kind() != Token.Kind.WORD
              || text.pos(i) == PartOfSpeech.DET
              || text.pos(i) == PartOfSpeech.NUM
              || LINKS.contains(words[i])
              || changes.of(words[i]).contains(Where.BETWEEN)
              || words[i].length() <= 4 && Character.isUpperCase(text.text().charAt(token.start()))
              || inOtherRole(entity, token);
      if (!plain || words[i].matches("[;«»“”\"]")) {
        return false;
      }
    }
    return true;
  }

  private static boolean inOtherRole(Entity entity, Token token) {
    return entity.roles().stream()
        .anyMatch(r -> r.start() <= token.start() && token.end() <= r.end());
  }

  private int sentence(int offset) {
    var low = 0;
    var high = text.sentences().size() - 1;
    while (low < high) {
      var middle = (low + high + 1) / 2;
      if (text.sentences().get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  // --- dates

  /** Whether the sentences of two titles may speak of one time. */
  boolean sameTime(Role a, Role b) {
    return dates.agree(
        dates.in(text, text.sentences().get(sentence(a.start()))),
        dates.in(text, text.sentences().get(sentence(b.start()))));
  }
}
