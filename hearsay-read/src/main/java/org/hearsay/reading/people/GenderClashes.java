package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.language.Token;
import org.hearsay.reading.Conflict;
import org.hearsay.reading.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Finds people who are a man in one passage and a woman in another: {@code M. Dominique Brassard},
 * {@code la directrice, Dominique Brassard}. Only what stands by the full name counts: a surname
 * behind {@code Mme} may be somebody else's, a masculine title is given to women too, and a couple
 * goes by one name ({@code Mr. and Mrs. Alan Quill}).
 */
final class GenderClashes {

  private static final int REACH = 10;

  /** One conflict at most for a person, with the first passage of either kind. */
  void find(AnnotatedText text, List<Entity> entities, List<Conflict> into) {
    var lexicon = RoleWords.of(text.language());
    if (lexicon.isEmpty()) {
      return;
    }
    for (var entity : entities) {
      if (entity.kind() == Entity.Kind.PERSON && entity.name().indexOf(' ') > 0) {
        var man = honorific(text, entity, lexicon.get(), "m");
        var woman = honorific(text, entity, lexicon.get(), "f");
        if (man != null && woman == null) {
          woman = feminineTitle(entity, lexicon.get());
          woman = woman == null ? titleBefore(text, entity, lexicon.get()) : woman;
        }
        if (man != null && woman != null) {
          into.add(
              new Conflict(
                  "gender-clash",
                  entity.id(),
                  man.start() <= woman.start() ? List.of(man, woman) : List.of(woman, man)));
        }
      }
    }
  }

  private static @Nullable Span honorific(
      AnnotatedText text, Entity entity, RoleWords lexicon, String gender) {
    for (var mention : entity.mentions()) {
      var at = Words.tokenAt(text, mention.start()) - 1;
      if (at >= 0
          && mention.in(text.text()).indexOf(' ') > 0
          && lexicon.value("honorific", word(text, at)).filter(gender::equals).isPresent()
          && !isCouple(text, at, lexicon)) {
        return new Span(text.tokens().get(at).start(), mention.end());
      }
    }
    return null;
  }

  private static boolean isCouple(AnnotatedText text, int honorific, RoleWords lexicon) {
    if (honorific > 0 && lexicon.is("and", word(text, honorific - 1))) {
      return true;
    }
    for (var at = Math.max(0, honorific - 3); at < honorific; at++) {
      if (lexicon.is("honorific", word(text, at))) {
        return true;
      }
    }
    return word(text, honorific).matches("mm\\.|mmes");
  }

  private static @Nullable Span feminineTitle(Entity entity, RoleWords lexicon) {
    for (var role : entity.roles()) {
      var words = new ArrayList<>(List.of(RoleWords.lower(role.title()).split("\\s+", 20)));
      while (!words.isEmpty()) {
        var title = lexicon.title(String.join(" ", words));
        if (title.isPresent()) {
          if (title.get().feminine() && !title.get().plural()) {
            return role.span();
          }
          break;
        }
        words.remove(words.size() - 1);
      }
    }
    return null;
  }

  /**
   * {@code the chairwoman, X, ...}: a feminine title parted from the full name by a comma, where
   * the name ends in a mark too; {@code selon la ministre, X viendra} speaks of two people. A name
   * that only men bear is taken for another person's.
   */
  private static @Nullable Span titleBefore(AnnotatedText text, Entity entity, RoleWords lexicon) {
    for (var mention : entity.mentions()) {
      var written = mention.in(text.text());
      var first = Words.tokenAt(text, mention.start());
      var end = Words.tokenAt(text, mention.end());
      if (written.indexOf(' ') > 0
          && first > 2
          && word(text, first - 1).equals(",")
          && (end >= text.tokens().size() || word(text, end).matches("[,;.:)»”]"))
          && GivenNames.gender(written.substring(0, written.indexOf(' '))) != Cluster.Gender.MALE) {
        var title = titleEndingAt(text, first - 1, lexicon);
        if (title >= 0) {
          return new Span(text.tokens().get(title).start(), mention.end());
        }
      }
    }
    return null;
  }

  /**
   * The first token of a feminine title, with complements of up to {@code REACH} words, that ends
   * before a token and has an article and no "according to" before it; -1 for none.
   */
  private static int titleEndingAt(AnnotatedText text, int end, RoleWords lexicon) {
    for (var at = end - 1; at > Math.max(0, end - REACH); at--) {
      if (text.tokens().get(at).kind() == Token.Kind.PUNCTUATION
          || text.pos(at) == PartOfSpeech.VERB
          || text.pos(at) == PartOfSpeech.AUX) {
        return -1;
      }
      var title = lexicon.title(word(text, at));
      if (title.isPresent() && title.get().feminine() && !title.get().plural()) {
        var article = lexicon.value("determiner", word(text, at - 1));
        return article.filter("definite"::equals).isPresent()
                && (at < 2 || !lexicon.is("according", word(text, at - 2)))
            ? at
            : -1;
      }
    }
    return -1;
  }

  private static String word(AnnotatedText text, int token) {
    var found = text.tokens().get(token);
    return found.length() > 20 ? "" : RoleWords.lower(found.in(text.text()));
  }
}
