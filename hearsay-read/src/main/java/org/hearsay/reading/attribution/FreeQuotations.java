package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.hearsay.language.PartOfSpeech;
import org.jspecify.annotations.Nullable;

/**
 * Quotations that no cue claims. One that the next paragraph reopens goes on there. Whole sentences
 * in marks are said by who signs them, or else by who spoke last, in the same paragraph or at the
 * end of the one before, or by whom the sentence before is about. Words in marks inside a sentence
 * are names, titles or scare quotes, and are left alone.
 */
final class FreeQuotations {
  private static final int NOUN = PartOfSpeech.NOUN.ordinal();
  private static final int NAME = PartOfSpeech.PROPN.ordinal();

  private static final int FEWEST = 5;
  private static final int LONGEST_SIGNATURE = 12;

  /** How many marks may stand between a quotation and the dash of its signature. */
  private static final int MARKS = 3;

  /** What is less probable than this claims nothing, nor is its source who spoke last. */
  private static final double LIKELY = Engine.SHOWN;

  /** How probable one is where there are no models. */
  private static final double BY_RULE = .45;

  private final Words words;

  /** Those that stand in no other. */
  private final List<Part> parts = new ArrayList<>();

  /**
   * A quotation, or what one paragraph has of it.
   *
   * @param continues whether it began in the paragraph before
   */
  private record Part(Range tokens, boolean continues) {}

  FreeQuotations(Words words) {
    this.words = words;
    for (var i = 0; i < words.size; i++) {
      var q = words.quotation[i];
      if (q >= 0) {
        var first = i;
        while (i + 1 < words.size && words.quotation[i + 1] == q) {
          i++;
        }
        parts.add(new Part(new Range(first, i + 1), words.quotations.get(q).continues()));
      }
    }
  }

  /** Adds the paragraphs that reopen a quotation to the content that holds its beginning. */
  void goOn(List<Draft> drafts) {
    if (parts.stream().noneMatch(Part::continues)) {
      return;
    }
    var holder = holders(drafts);
    for (var p = 1; p < parts.size(); p++) {
      var part = parts.get(p).tokens();
      if (!parts.get(p).continues() || claimed(part, drafts, holder)) {
        continue;
      }
      var before = parts.get(p - 1).tokens();
      var first = holder[firstWord(before)];
      var d = first < 0 ? holder[lastWord(before)] : first;
      var content = d < 0 ? List.<Range>of() : drafts.get(d).content();
      if (d >= 0 && content.get(content.size() - 1).end() <= part.first()) {
        content = new ArrayList<>(content);
        content.add(part);
        drafts.set(d, drafts.get(d).with(content));
        Arrays.fill(holder, part.first(), part.end(), d);
      }
    }
  }

  /**
   * For each token the number of the likely draft with the longest content that holds it, or -1.
   */
  private int[] holders(List<Draft> drafts) {
    var holder = new int[words.size];
    var longest = new int[words.size];
    Arrays.fill(holder, -1);
    for (var d = 0; d < drafts.size(); d++) {
      if (drafts.get(d).confidence() < LIKELY) {
        continue;
      }
      var content = drafts.get(d).content();
      var length = content.stream().mapToInt(Range::length).sum();
      for (var piece : content) {
        for (var i = piece.first(); i < piece.end(); i++) {
          if (length > longest[i]) {
            longest[i] = length;
            holder[i] = d;
          }
        }
      }
    }
    return holder;
  }

  /**
   * Whether a cue has said whose a part of a quotation is: one outside of it, or one inside that
   * takes its beginning or most of it. Who is quoted in it has not.
   */
  private boolean claimed(Range part, List<Draft> drafts, int[] holder) {
    var held = 0;
    for (var i = part.first(); i < part.end(); i++) {
      if (holder[i] >= 0) {
        held++;
        if (drafts.get(holder[i]).cue().stream().noneMatch(part::overlaps)) {
          return true;
        }
      }
    }
    return holder[firstWord(part)] >= 0 || 2 * held > part.length();
  }

  private int firstWord(Range part) {
    var first = part.first();
    while (first < part.end() - 1 && words.punctuation[first]) {
      first++;
    }
    return first;
  }

  private int lastWord(Range part) {
    var last = part.end() - 1;
    while (last > part.first() && words.punctuation[last]) {
      last--;
    }
    return last;
  }

  /**
   * What is left.
   *
   * @param drafts what cues claim, with its probability
   * @return each without a cue, and with its speaker where there is one
   */
  List<Draft> find(List<Draft> drafts) {
    var holder = holders(drafts);
    var spoke = new TreeMap<Integer, Draft>();
    for (var draft : drafts) {
      if (draft.confidence() >= LIKELY
          && !draft.source().isEmpty()
          && words.depth[draft.source().get(0).first()] == 0) {
        spoke.putIfAbsent(draft.source().get(0).first(), draft);
      }
    }
    var free = new ArrayList<Draft>();
    for (var p = 0; p < parts.size(); p++) {
      var part = parts.get(p).tokens();
      if (claimed(part, drafts, holder) || !wholeSentence(part)) {
        continue;
      }
      var content = new ArrayList<>(List.of(part));
      while (p + 1 < parts.size()
          && parts.get(p + 1).continues()
          && !claimed(parts.get(p + 1).tokens(), drafts, holder)) {
        p++;
        content.add(parts.get(p).tokens());
      }
      if (content.stream().mapToInt(Range::length).sum() >= FEWEST) {
        free.add(draft(speaker(content, spoke), content));
      }
    }
    return free;
  }

  private static Draft draft(List<Range> source, List<Range> content) {
    var evidence = Evidence.of(Evidence.Origin.FREE_QUOTATION);
    return new Draft(source, List.of(), content, -1, null, evidence, BY_RULE);
  }

  private boolean wholeSentence(Range part) {
    var end = words.stretchEnd(part.first());
    return words.stretchStart(part.first()) == part.first()
        && (part.end() >= end || part.end() + 1 >= end && words.punctuation[part.end()]);
  }

  private List<Range> speaker(List<Range> content, TreeMap<Integer, Draft> spoke) {
    var first = content.get(0).first();
    var signature = signature(content.get(content.size() - 1).end());
    if (signature != null) {
      return List.of(signature);
    }
    var last = spoke.lowerEntry(first);
    if (last != null && spokeBefore(last.getValue(), first)) {
      return last.getValue().source();
    }
    if (first == 0 || words.block[first - 1] != words.block[first]) {
      return List.of();
    }
    var about = about(words.stretchStart(first - 1));
    if (about != null) {
      return List.of(about);
    }
    return last != null && words.block[last.getKey()] == words.block[first]
        ? last.getValue().source()
        : List.of();
  }

  /** Whether source, cue or content stands in the sentence before a token. */
  private boolean spokeBefore(Draft draft, int token) {
    var from = words.stretchStart(token - 1);
    return draft.source().get(0).first() >= from
        || draft.cue().stream().anyMatch(c -> c.first() >= from)
        || draft.content().stream().anyMatch(c -> c.end() > from && c.first() < token);
  }

  /** The few words behind a dash that end a paragraph after a quotation, or are one. */
  private @Nullable Range signature(int end) {
    var dash = end;
    while (dash < words.size && dash - end < MARKS && words.punctuation[dash] && !dash(dash)) {
      dash++;
    }
    if (dash >= words.size || !dash(dash)) {
      return null;
    }
    var first = dash + 1;
    var last = first;
    var noun = false;
    while (last < words.size && words.block[last] == words.block[dash]) {
      if (last - first == LONGEST_SIGNATURE || !signs(last)) {
        return null;
      }
      noun |= words.tag[last] == NOUN || words.tag[last] == NAME;
      last++;
    }
    last -= words.is(last - 1, ".") ? 1 : 0;
    return noun ? new Range(first, last) : null;
  }

  /** Whether a word can stand in a signature: no sentence, and no "by" of who wrote it down. */
  private boolean signs(int i) {
    var verb = words.is(i, PartOfSpeech.VERB) || words.is(i, PartOfSpeech.AUX);
    return !(verb && words.relation[i] == Relation.ROOT.ordinal()) && !words.is(i, WordClass.AGENT);
  }

  private boolean dash(int i) {
    return words.is(i, "—") || words.is(i, "–") || words.is(i, "―") || words.is(i, "-");
  }

  /** The person that a sentence is about: its first subject, with all that hangs under it. */
  private @Nullable Range about(int from) {
    var end = words.stretchEnd(from);
    for (var i = from; i < end; i++) {
      if (words.relation[i] == Relation.NSUBJ.ordinal() && words.depth[i] == 0) {
        return person(i) ? new Phrases(words, from, end, List.of()).under(i) : null;
      }
    }
    return null;
  }

  private boolean person(int i) {
    return words.tag[i] == NAME
        || words.is(i, WordClass.HUMAN)
        || words.is(i, WordClass.INDIVIDUAL)
        || words.is(i, WordClass.TITLE)
        || words.is(i, WordClass.PRONOUN);
  }
}
