package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hearsay.language.Name;
import org.hearsay.language.PartOfSpeech;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@code il, elle, he, she} to the person they stand for, or to nobody: only when the
 * sentence so far and the one before speak of just one person who fits, or one who fits is the
 * subject of the sentence before and no other one is named after it.
 */
final class PronounFinder {

  /** Of each sentence at most this many tokens are looked at. */
  private static final int REACH = 150;

  private final Words words;
  private final RoleWords lexicon;
  private final Map<Integer, Cluster> mentionAt = new HashMap<>();

  PronounFinder(
      Words words, RoleWords lexicon, NameClusters names, Map<Cluster.Place, Cluster> standIns) {
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
        var gender = value.get().equals("f") ? Cluster.Gender.FEMALE : Cluster.Gender.MALE;
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

  private @Nullable Cluster antecedent(int pronoun, Cluster.Gender gender) {
    var sentence = words.sentence(pronoun);
    var start = Math.max(words.sentenceStart(pronoun), pronoun - REACH);
    var here = people(start, pronoun, gender);
    if (here.size() == 1) {
      return here.get(0);
    }
    if (here.size() > 1) {
      return subject(start, pronoun, gender, here);
    }
    for (var back = 1; back <= 2 && sentence - back >= 0; back++) {
      var before = words.text.sentences().get(sentence - back);
      var from = Math.max(before.firstToken(), before.endToken() - REACH);
      var there = people(from, before.endToken(), gender);
      if (there.size() == 1) {
        return there.get(0);
      }
      if (there.size() > 1) {
        return subject(from, before.endToken(), gender, there);
      }
    }
    return null;
  }

  private List<Cluster> people(int from, int to, Cluster.Gender gender) {
    var found = new LinkedHashSet<Cluster>();
    for (var i = from; i < to; i++) {
      var cluster = mentionAt.get(i);
      if (cluster != null && cluster.gender().agrees(gender)) {
        found.add(cluster);
      }
    }
    return new ArrayList<>(found);
  }

  /** The first of several, when a verb comes right after its first mention. */
  private @Nullable Cluster subject(int from, int to, Cluster.Gender gender, List<Cluster> fits) {
    var first = fits.get(0);
    if (first.gender() != gender) {
      return null;
    }
    for (var i = from; i < to; i++) {
      if (mentionAt.get(i) == first) {
        var name = words.nameAt(i);
        var end = name == null ? i + 1 : name.end();
        for (var k = end; k < Math.min(to, end + 3); k++) {
          var tag = words.pos(k);
          if (tag == PartOfSpeech.VERB || tag == PartOfSpeech.AUX) {
            return first;
          }
        }
        return null;
      }
    }
    return null;
  }
}
