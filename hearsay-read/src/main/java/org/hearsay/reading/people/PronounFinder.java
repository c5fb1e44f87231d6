package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.language.Name;
import org.hearsay.language.PartOfSpeech;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@code il, elle, he, she} to the person they stand for, or to nobody: only when the
 * sentence so far, or else the two before, speak of just one person who fits, or of several one is
 * the subject.
 */
final class PronounFinder {

  /** Of each sentence at most this many tokens are looked at. */
  private static final int REACH = 150;

  /** No antecedent is more sentences back, quotations left out. */
  private static final int MOST_SEEN = 3;

  /** Further back only the one person of a sentence is meant, not the subject among several. */
  private static final int NEAR = 2;

  /** No antecedent is more sentences back, quotations counted. */
  private static final int MOST_BACK = 12;

  private static final Set<String> CONTRACTED = Set.of("du", "des", "au", "aux");

  private final Words words;
  private final RoleWords lexicon;

  /** By the token behind a title, its first token. */
  private final Map<Integer, Integer> titleEndingAt = new HashMap<>();

  private final Map<Integer, Cluster> mentionAt = new HashMap<>();

  PronounFinder(
      Words words, RoleWords lexicon, NameClusters names, Map<Cluster.Place, Cluster> standIns) {
    for (var cluster : names.clusters()) {
      for (var role : cluster.roles.values()) {
        titleEndingAt.put(role.phrase().end(), role.phrase().first());
      }
    }
    this.words = words;
    this.lexicon = lexicon;
    for (var name : words.names) {
      var cluster = name.name().kind() == Name.Kind.PERSON ? names.of(name) : null;
      if (cluster != null) {
        mentionAt.put(name.first(), cluster);
      }
    }
    standIns.forEach((place, cluster) -> mentionAt.put(place.first(), cluster));
  }

  void find() {
    for (var i = 0; i < words.size(); i++) {
      var value = lexicon.value("subject", words.word(i));
      if (value.isPresent() && !isImpersonal(i)) {
        var gender = Cluster.Gender.of(value.get());
        var holder = antecedent(i, gender);
        if (holder != null) {
          mentionAt.put(i, holder);
          holder.mentions.add(words.span(i, i + 1));
          holder.vote(gender, 1);
        }
      }
    }
  }

  /** {@code il y a}, {@code il faut}, {@code il ne s'agit}, {@code il est clair que}. */
  private boolean isImpersonal(int i) {
    if (words.pos(i) != PartOfSpeech.PRON) {
      return true;
    }
    var next = i + 1;
    if (words.word(next).equals("ne") || words.word(next).equals("n'")) {
      next++;
    }
    if (!words.word(next).equals("ne") && lexicon.is("impersonal", words.word(next))) {
      return !words.word(next).equals("s'") || words.word(next + 1).startsWith("agi");
    }
    return words.word(next).matches("est|était|serait")
        && words.pos(next + 1) == PartOfSpeech.ADJ
        && words.word(next + 2).matches("de|d'|que|qu'");
  }

  /**
   * Nobody named in a quotation is meant by a pronoun outside of it: its speaker is ({@code « X
   * ment », dit-il}). Sentences of quotations alone are not counted when looking back.
   */
  private @Nullable Cluster antecedent(int pronoun, Cluster.Gender gender) {
    var sentence = words.sentence(pronoun);
    var outside = !words.isQuoted(pronoun);
    var start = Math.max(words.sentenceStart(pronoun), pronoun - REACH);
    var here = people(start, pronoun, gender, outside);
    if (!here.isEmpty()) {
      return here.size() == 1 ? here.get(0) : subject(start, pronoun, gender, here, outside);
    }
    var seen = 0;
    for (var back = 1; back <= MOST_BACK && seen < MOST_SEEN && sentence - back >= 0; back++) {
      var before = words.text.sentences().get(sentence - back);
      var from = Math.max(before.firstToken(), before.endToken() - REACH);
      if (outside && isQuotation(from, before.endToken())) {
        continue;
      }
      seen++;
      var there = people(from, before.endToken(), gender, outside);
      if (!there.isEmpty()) {
        return there.size() == 1
            ? there.get(0)
            : seen <= NEAR ? subject(from, before.endToken(), gender, there, outside) : null;
      }
    }
    return null;
  }

  /** Whether nearly all words of a sentence are quoted. */
  private boolean isQuotation(int from, int to) {
    var free = 0;
    for (var i = from; i < to; i++) {
      free += !words.isQuoted(i) && words.pos(i) != PartOfSpeech.PUNCT ? 1 : 0;
    }
    return free < 2;
  }

  private List<Cluster> people(int from, int to, Cluster.Gender gender, boolean outside) {
    var found = new LinkedHashSet<Cluster>();
    for (var i = from; i < to; i++) {
      var cluster = outside && words.isQuoted(i) ? null : mentionAt.get(i);
      if (cluster != null && cluster.gender().agrees(gender)) {
        found.add(cluster);
      }
    }
    return new ArrayList<>(found);
  }

  /**
   * Of several people the one who is no complement ({@code contre X}, {@code du président X}); of
   * more such the first, when a verb comes right after.
   */
  private @Nullable Cluster subject(
      int from, int to, Cluster.Gender gender, List<Cluster> fits, boolean outside) {
    var free = new LinkedHashSet<Cluster>();
    var firstAt = -1;
    for (var i = from; i < to; i++) {
      var cluster = outside && words.isQuoted(i) ? null : mentionAt.get(i);
      if (cluster != null && fits.contains(cluster) && !isComplement(i)) {
        firstAt = free.isEmpty() ? i : firstAt;
        free.add(cluster);
      }
    }
    if (free.isEmpty()) {
      return null;
    }
    var known = free.stream().filter(c -> c.gender() == gender).toList();
    if (known.size() == 1) {
      return known.get(0);
    }
    var first = free.iterator().next();
    return free.size() == 1 || isBeforeVerb(firstAt, to) ? first : null;
  }

  private boolean isBeforeVerb(int at, int to) {
    var name = words.nameAt(at);
    var end = name == null ? at + 1 : name.end();
    for (var k = end; k < Math.min(to, end + 3); k++) {
      var tag = words.pos(k);
      if (tag == PartOfSpeech.VERB || tag == PartOfSpeech.AUX) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a preposition governs a mention, over its title and honorific, or it owns something.
   */
  private boolean isComplement(int mention) {
    var name = words.nameAt(mention);
    if (name != null && words.isPossessive(name.end())) {
      return true;
    }
    var i = mention - 1;
    if (lexicon.is("honorific", words.word(i))) {
      i--;
    }
    var title = titleEndingAt.get(i + 1);
    if (title != null) {
      i = title - 1;
    }
    if (words.pos(i) == PartOfSpeech.DET && !CONTRACTED.contains(words.word(i))) {
      i--;
    }
    return words.pos(i) == PartOfSpeech.ADP || CONTRACTED.contains(words.word(i));
  }
}
