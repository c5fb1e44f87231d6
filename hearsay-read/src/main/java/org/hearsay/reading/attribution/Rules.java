package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearsay.reading.attribution.Cue.Kind;
import org.hearsay.reading.attribution.Cue.Tense;
import org.jspecify.annotations.Nullable;

/**
 * Finds attributions by the lexicon and the order of words: incises ({@code , a-t-il dit}), clauses
 * ({@code X a déclaré que}), colons, {@code selon X}, infinitives after demands and promises, and
 * the objects of praise and blame.
 */
final class Rules {

  private static final int FAR = 12;

  private final Words words;
  private final boolean french;
  private final CueGroups groups;
  private final NounPhrases phrases;

  Rules(Words words) {
    this.words = words;
    this.french = words.lexicon.language().equals("fr");
    this.groups = new CueGroups(words);
    this.phrases = new NounPhrases(words);
  }

  /** In order of their first content token. */
  List<Draft> find() {
    var drafts = new ArrayList<Draft>();
    for (var i = 0; i < words.size; i++) {
      var cue = words.cue[i];
      if (cue != null) {
        (cue.kind() == Kind.PREP ? preposition(i, cue) : cue.verb() ? verb(i, cue) : none())
            .ifPresent(drafts::add);
      }
    }
    colons(drafts);
    drafts.sort(Draft.IN_ORDER);
    return drafts;
  }

  /** The same with quotations that stand alone: all there is without models. */
  List<Draft> findAll() {
    var drafts = find();
    drafts.addAll(new FreeQuotations(words).find(drafts));
    drafts.sort(Draft.IN_ORDER);
    return drafts;
  }

  private static Optional<Draft> none() {
    return Optional.empty();
  }

  /** The stretch around a token; inside a quotation only the sentence of the quotation. */
  private Range region(int i) {
    var first = words.stretchStart(i);
    var end = words.stretchEnd(i);
    if (words.quotation[i] >= 0) {
      while (first < i && !sameSentenceInQuotation(first, i)) {
        first++;
      }
      while (end > i + 1 && !sameSentenceInQuotation(end - 1, i)) {
        end--;
      }
      if (words.quoteMark(first) && first < i) {
        first++;
      }
      if (words.quoteMark(end - 1) && end - 1 > i) {
        end--;
      }
    }
    while (end > i + 1 && closing(end - 1)) {
      end--;
    }
    return new Range(first, end);
  }

  private boolean sameSentenceInQuotation(int k, int i) {
    return words.sentence[k] == words.sentence[i] && words.quotation[k] == words.quotation[i];
  }

  private boolean closing(int i) {
    return words.is(i, ".")
        || words.is(i, ",")
        || words.is(i, ";")
        || words.is(i, ":")
        || words.is(i, "!") && words.quotation[i] < 0
        || words.is(i, "?") && words.quotation[i] < 0;
  }

  private Optional<Draft> preposition(int i, Cue cue) {
    var region = region(i);
    var after = i + words.cueLength[i];
    var leads = i - region.first() <= 2;
    var source = phrases.after(after, region.end(), leads);
    if (source == null || words.is(i, "pour") && !plausiblePour(i, source)) {
      return none();
    }
    var group = new Range(i, after);
    var content = new ArrayList<Range>();
    var start = region.first();
    var leading =
        i == start
            || i - start <= 2 && !words.punctuation[i - 1] && i - start > 0 && conjunction(start);
    if (!leading) {
      add(content, start, i);
    }
    var next = source.end();
    if (leading || words.is(i - 1, ",")) {
      while (next < region.end() && words.is(next, ",")) {
        next++;
      }
      add(content, next, region.end());
    }
    return draft(List.of(source), List.of(group), content, i, cue, .7);
  }

  private boolean conjunction(int i) {
    return words.is(i, WordClass.CONJUNCTION) || words.is(i, WordClass.ADVERB);
  }

  /**
   * "Pour Anne Roux, …": at the head of its sentence, before a name or pronoun, closed by a comma.
   */
  private boolean plausiblePour(int i, Range source) {
    var head = source.first();
    return i == region(i).first()
        && words.is(source.end(), ",")
        && source.length() < FAR
        && (words.capital[head]
            || words.is(head, "lui")
            || words.is(head, "elle")
            || words.is(head, "eux")
            || words.is(head, "moi")
            || words.is(head, WordClass.DETERMINER)
                && head + 1 < source.end()
                && words.capital[head + 1]);
  }

  private Optional<Draft> verb(int i, Cue cue) {
    var group = groups.around(i);
    var first = group.get(0).first();
    var end = group.get(group.size() - 1).end();
    var region = region(i);
    var participle = cue.tense() == Tense.PP && first == i && group.size() == 1;
    if (participle || attributive(i, first, cue)) {
      return none();
    }
    var incise = incise(i, cue, group, region);
    if (incise.isPresent()) {
      return incise;
    }
    var content = following(i, cue, end, region);
    if (content == null) {
      return none();
    }
    var source = new ArrayList<Range>();
    if (group.size() == 2) {
      source.add(clitic(group));
    } else {
      var subject = phrases.before(first, region.first());
      if (subject != null) {
        source.add(subject);
      }
    }
    if (source.isEmpty() && cue.kind() == Kind.WEAK) {
      return none();
    }
    return draft(source, group, List.of(content), i, cue, confidence(cue, !source.isEmpty()));
  }

  /** {@code the alleged thief}. */
  private boolean attributive(int i, int first, Cue cue) {
    return !french
        && first == i
        && i > 0
        && (cue.tense() == Tense.PAST || cue.tense() == Tense.GER || cue.tense() == Tense.INF)
        && (words.is(i - 1, WordClass.DETERMINER) && !words.is(i - 1, WordClass.SUBJECT)
            || words.is(i - 1, WordClass.OF));
  }

  private static double confidence(Cue cue, boolean source) {
    var base =
        switch (cue.kind()) {
          case SPEECH, PREP -> .75;
          case THINK -> .6;
          default -> .5;
        };
    return source ? base : base - .2;
  }

  private Range clitic(List<Range> group) {
    var at = group.get(0).end();
    while (!words.is(at, WordClass.SUBJECT)) {
      at++;
    }
    return new Range(at, at + 1);
  }

  /** The content after a cue; null when nothing there looks like one. */
  private @Nullable Range following(int i, Cue cue, int end, Range region) {
    var limit = region.end();
    for (var k = end; k < Math.min(limit, end + FAR); k++) {
      var near = k <= end + 1 || words.is(k - 1, ",") || words.is(k - 1, WordClass.TIME);
      if (words.is(k, WordClass.SUBORDINATOR) && near && !words.is(k, "s'")) {
        return new Range(k, limit);
      }
      if (words.is(k, ":")) {
        return k + 1 < limit ? new Range(k + 1, limit) : null;
      }
      if (words.quoteMark(k) && words.quotation[k] >= 0 && words.quotation[i] < 0 && k <= end + 2) {
        return new Range(words.is(k - 1, WordClass.DETERMINER) && k - 1 >= end ? k - 1 : k, limit);
      }
      if (words.punctuation[k] && !words.is(k, ",") && !words.is(k, "-")) {
        break;
      }
    }
    if (end >= limit) {
      return null;
    }
    if ((cue.frames().contains("de") && (words.is(end, "de") || words.is(end, "d'")))
        || cue.frames().contains("a") && words.is(end, "à")
        || cue.frames().contains("to") && words.is(end, "to")) {
      return new Range(end, limit);
    }
    var phrase =
        words.is(end, WordClass.DETERMINER)
            || words.capital[end]
            || words.is(end, WordClass.SUBJECT);
    if (cue.frames().contains("np") && phrase) {
      return new Range(end, limit);
    }
    if (cue.kind() == Kind.SPEECH && phrase) {
      return new Range(end, limit);
    }
    if (!french
        && cue.kind() == Kind.SPEECH
        && !words.punctuation[end]
        && !words.is(end, WordClass.PREPOSITION)) {
      return new Range(end, limit);
    }
    return null;
  }

  /** {@code « … », a assuré X}; {@code …, he said}; both with a second piece after them. */
  private Optional<Draft> incise(int i, Cue cue, List<Range> group, Range region) {
    var first = group.get(0).first();
    var end = group.get(group.size() - 1).end();
    Range source;
    int from;
    int next;
    if (group.size() == 2) {
      source = clitic(group);
      from = first;
      next = end;
    } else if (opensIncise(first, region)) {
      source = inverted(end, region);
      if (source == null) {
        return none();
      }
      from = first;
      next = source.end();
    } else {
      source = phrases.before(first, region.first());
      if (source == null || french || !opensIncise(source.first(), region)) {
        return none();
      }
      from = source.first();
      next = end;
      if (!closesSoon(next, region)) {
        return none();
      }
    }
    if (from == region.first() && group.size() == 2) {
      var content = following(i, cue, next, region);
      return content == null
          ? none()
          : draft(List.of(source), group, List.of(content), i, cue, confidence(cue, true));
    }
    var content = new ArrayList<Range>();
    add(content, before(from, region), from);
    if (content.isEmpty()) {
      return none();
    }
    while (next < region.end() && !words.punctuation[next]) {
      next++;
    }
    if (words.is(next, ",") || words.is(next, ":")) {
      var quoted = words.quotation[from - 1] >= 0 || words.quotation[Math.max(0, from - 2)] >= 0;
      if (!quoted || next + 1 < region.end() && words.quotation[next + 1] >= 0) {
        add(content, next + 1, region.end());
      }
    }
    return draft(List.of(source), group, content, i, cue, .85);
  }

  /** "…, Marsh told reporters.": few words, and none that starts a clause, up to a mark. */
  private boolean closesSoon(int from, Range region) {
    for (var k = from; k < region.end(); k++) {
      if (words.punctuation[k]
          || words.is(k, WordClass.TIME)
          || words.is(k, WordClass.PREPOSITION)) {
        return true;
      }
      if (k - from > 2
          || words.is(k, WordClass.SUBORDINATOR)
          || words.is(k, WordClass.DETERMINER)) {
        return false;
      }
    }
    return true;
  }

  /** Where the content before an incise starts: its quotation when it ends in one. */
  private int before(int incise, Range region) {
    var k = incise - 1;
    if (words.is(k, ",")) {
      k--;
    }
    if (k >= region.first() && words.quotation[k] >= 0 && words.quotation[incise] < 0) {
      var q = words.quotation[k];
      while (k > region.first() && words.quotation[k - 1] == q) {
        k--;
      }
      // words outside the marks that lead up to it belong to what is said
      return k - region.first() <= 3 ? region.first() : k;
    }
    return region.first();
  }

  private boolean opensIncise(int at, Range region) {
    return at > region.first()
        && (words.is(at - 1, ",")
            || words.is(at - 1, "—")
            || words.is(at - 1, "–")
            || words.quoteMark(at - 1) && words.quotation[at - 1] >= 0 && words.quotation[at] < 0);
  }

  private @Nullable Range inverted(int end, Range region) {
    var at = end;
    while (at < region.end()
        && (words.is(at, "-") || words.is(at, "t"))
        && words.start[at] == words.end[at - 1]) {
      at++;
    }
    if (at < region.end()
        && words.is(at, WordClass.SUBJECT)
        && !words.is(at, WordClass.DETERMINER)) {
      return new Range(at, at + 1);
    }
    while (at < region.end() && words.is(at, WordClass.ADVERB)) {
      at++;
    }
    return at < region.end()
            && (words.is(at, WordClass.DETERMINER)
                || words.capital[at]
                || words.is(at, WordClass.TITLE))
        ? phrases.after(at, region.end(), false)
        : null;
  }

  /** Headlines and interviews: {@code Maduro : « … »}. */
  private void colons(List<Draft> drafts) {
    var claimed = new boolean[words.size];
    for (var draft : drafts) {
      for (var piece : draft.content()) {
        Arrays.fill(claimed, piece.first(), piece.end(), true);
      }
    }
    for (var i = 1; i + 1 < words.size; i++) {
      if (!words.is(i, ":") || words.quotation[i] >= 0 || words.quotation[i + 1] < 0) {
        continue;
      }
      var region = region(i);
      if (!region.holds(i + 1)
          || i - region.first() > 8
          || i == region.first()
          || !words.capital[region.first()]
          || claimed[i + 1]) {
        continue;
      }
      draft(
              List.of(new Range(region.first(), i)),
              List.of(new Range(i, i + 1)),
              List.of(new Range(i + 1, region.end())),
              i,
              null,
              .6)
          .ifPresent(drafts::add);
    }
  }

  private void add(List<Range> pieces, int first, int end) {
    while (end > first && words.is(end - 1, ",")) {
      end--;
    }
    while (first < end && words.is(first, ",")) {
      first++;
    }
    if (end > first) {
      pieces.add(new Range(first, end));
    }
  }

  private Optional<Draft> draft(
      List<Range> source,
      List<Range> cue,
      List<Range> content,
      int head,
      @Nullable Cue entry,
      double confidence) {
    var said = content.stream().filter(c -> spoken(c)).toList();
    return said.isEmpty()
        ? none()
        : Optional.of(
            new Draft(
                source, cue, said, head, entry, Evidence.of(Evidence.Origin.RULE), confidence));
  }

  private boolean spoken(Range range) {
    for (var i = range.first(); i < range.end(); i++) {
      if (!words.punctuation[i]) {
        return true;
      }
    }
    return false;
  }
}
