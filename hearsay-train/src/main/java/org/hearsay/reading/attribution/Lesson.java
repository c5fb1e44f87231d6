package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;

/** An annotated article in tokens, ready to learn from. */
final class Lesson {

  /** One annotated attribution in tokens; source or cue may be empty. */
  record Saying(List<Range> source, List<Range> cue, List<Range> content) {}

  /** One annotated attribution in characters. */
  record Marked(List<Span> source, List<Span> cue, List<Span> content) {}

  private static final int ANY_CUE = (1 << Roles.CUE_LABELS) - 1;

  final Words words;
  final Signs signs;
  final List<Draft> rules;
  final ByCue ruled;
  final List<Saying> sayings = new ArrayList<>();

  /** Whether attributions inside contents are annotated too. */
  final boolean nested;

  final float weight;

  /** Whether it is of another language than the one that is learnt. */
  final boolean foreign;

  Lesson(
      AnnotatedText text,
      Lexicon lexicon,
      List<Marked> marked,
      boolean nested,
      float weight,
      boolean foreign) {
    words = new Words(text, lexicon);
    signs = new Signs(words);
    rules = new Rules(words).find();
    ruled = ByCue.of(rules);
    this.nested = nested;
    this.weight = weight;
    this.foreign = foreign;
    for (var m : marked) {
      var saying = new Saying(ranges(m.source()), ranges(m.cue()), ranges(m.content()));
      if (!saying.content().isEmpty()) {
        sayings.add(saying);
      }
    }
  }

  /** The tokens that overlap each span; spans without a token are dropped, neighbours joined. */
  private List<Range> ranges(List<Span> spans) {
    var ranges = new ArrayList<Range>();
    for (var span : spans) {
      var first = Arrays.binarySearch(words.start, span.start());
      first = first < 0 ? -first - 1 : first;
      if (first > 0 && words.end[first - 1] > span.start()) {
        first--;
      }
      var end = first;
      while (end < words.size && words.start[end] < span.end()) {
        end++;
      }
      if (end == first) {
        continue;
      }
      var last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (last != null && last.end() >= first) {
        ranges.set(ranges.size() - 1, new Range(last.first(), Math.max(last.end(), end)));
      } else {
        ranges.add(new Range(first, end));
      }
    }
    return ranges;
  }

  /** The tokens of which nothing is known because the corpus marks nothing inside contents. */
  boolean[] unknown() {
    var unknown = new boolean[words.size];
    if (nested) {
      return unknown;
    }
    for (var saying : sayings) {
      saying.content().forEach(c -> Arrays.fill(unknown, c.first(), c.end(), true));
    }
    for (var saying : sayings) {
      saying.cue().forEach(c -> Arrays.fill(unknown, c.first(), c.end(), false));
    }
    // only what could be a cue is in doubt
    for (var i = 0; i < words.size; i++) {
      var cue = words.cue[i];
      unknown[i] &=
          cue != null
              && words.quotation[i] >= 0
              && (cue.kind() == Cue.Kind.SPEECH || cue.kind() == Cue.Kind.THINK);
    }
    return unknown;
  }

  /** For each token the labels it may have, as bits. */
  private int[] cueLabels() {
    var labels = new int[words.size];
    for (var saying : sayings) {
      for (var p = 0; p < saying.cue().size(); p++) {
        var piece = saying.cue().get(p);
        for (var i = piece.first(); i < piece.end(); i++) {
          labels[i] =
              i > piece.first() ? Roles.CUE_NEXT : p == 0 ? Roles.CUE_FIRST : Roles.CUE_AGAIN;
        }
      }
    }
    // a second piece right after the first, or without one before it, is a first piece
    for (var i = 0; i < words.size; i++) {
      var start = i == 0 || words.sentence[i] != words.sentence[i - 1];
      if (labels[i] == Roles.CUE_AGAIN && (start || labels[i - 1] != 0)
          || labels[i] == Roles.CUE_NEXT && (start || labels[i - 1] == 0)) {
        labels[i] = Roles.CUE_FIRST;
      }
    }
    var unknown = unknown();
    for (var i = 0; i < words.size; i++) {
      labels[i] = unknown[i] ? ANY_CUE : 1 << labels[i];
    }
    return labels;
  }

  /** One for each sentence of which something is known. */
  List<CrfTrainer.Example> cueExamples() {
    var labels = cueLabels();
    var context = new Context(signs, null);
    var examples = new ArrayList<CrfTrainer.Example>();
    for (var k = 0; k < context.size(); k++) {
      var stretch = context.stretch(k);
      for (var i = 0; i < stretch.sentences().size(); i++) {
        var sentence = stretch.sentences().get(i).range;
        var gold = Arrays.copyOfRange(labels, sentence.first(), sentence.end());
        if (Arrays.stream(gold).anyMatch(g -> g != ANY_CUE)) {
          examples.add(
              new CrfTrainer.Example(stretch.sentences().get(i).sequence(), gold, weight, foreign));
        }
      }
    }
    return examples;
  }

  /** The whole as the network learns from it. */
  NetworkTrainer.Text forNetwork(List<CueGroup> found) {
    var context = new Context(signs, null);
    var features = new int[words.size][];
    var stretches = new ArrayList<Range>();
    for (var k = 0; k < context.size(); k++) {
      var shared = context.stretch(k).shared();
      var first = context.stretch(k).sentences().get(0).range.first();
      System.arraycopy(shared, 0, features, first, shared.length);
      stretches.add(new Range(first, first + shared.length));
    }
    var roles = new ArrayList<NetworkTrainer.Role>();
    for (var around : around(found)) {
      var example = around.example();
      roles.add(
          new NetworkTrainer.Role(
              around.seen().range().first(),
              around.seen().group().head(),
              example.sequence().shared(),
              example.gold()));
    }
    return new NetworkTrainer.Text(features, stretches, cueLabels(), roles, weight, foreign);
  }

  /** What has a cue. */
  List<Saying> inOrderOfCues() {
    return sayings.stream()
        .filter(s -> !s.cue().isEmpty())
        .sorted(Comparator.comparingInt(s -> s.cue().get(0).first()))
        .toList();
  }

  /** The cue as it was found, or else as it is annotated. */
  CueGroup group(Saying saying, List<CueGroup> found) {
    return found.stream()
        .filter(g -> g.overlaps(saying.cue()))
        .findFirst()
        .orElseGet(() -> new CueGroup(saying.cue(), CueGroup.head(words, saying.cue()), 1));
  }

  /** The cues that were found, and those annotated ones that were not. */
  List<CueGroup> groups(List<CueGroup> found) {
    var groups = new ArrayList<>(found);
    for (var saying : sayings) {
      if (!saying.cue().isEmpty() && found.stream().noneMatch(g -> g.overlaps(saying.cue()))) {
        groups.add(new CueGroup(saying.cue(), CueGroup.head(words, saying.cue()), 1));
      }
    }
    groups.sort(Comparator.comparingInt(CueGroup::first));
    return groups;
  }

  /**
   * One for each annotated cue.
   *
   * @param found the cues that were found in the article
   */
  List<CrfTrainer.Example> roleExamples(List<CueGroup> found) {
    return around(found).stream().map(Around::example).toList();
  }

  /** What is marked around a cue. */
  private record Around(CueWindow seen, CrfTrainer.Example example) {}

  private List<Around> around(List<CueGroup> found) {
    var examples = new ArrayList<Around>();
    var cueAt = RoleTagger.cueAt(words, groups(found));
    for (var saying : sayings) {
      if (saying.cue().isEmpty()) {
        continue;
      }
      var group = group(saying, found);
      var seen = CueWindow.of(signs, cueAt, group, ruled);
      var sequence = new RoleFeatures(seen).sequence();
      var window = seen.range();
      var labels = new int[window.length()];
      Roles.label(labels, window, saying.source(), Roles.SOURCE_FIRST, Roles.SOURCE);
      Roles.label(labels, window, saying.content(), Roles.CONTENT_FIRST, Roles.CONTENT);
      var gold = new int[labels.length];
      for (var t = 0; t < labels.length; t++) {
        if (sequence.allowed()[t] == 1 << Roles.CUE) {
          labels[t] = Roles.CUE;
        }
        if ((labels[t] == Roles.SOURCE || labels[t] == Roles.CONTENT)
            && (t == 0 || labels[t - 1] != labels[t] && labels[t - 1] != labels[t] - 1)) {
          labels[t]--;
        }
        gold[t] = 1 << labels[t];
      }
      examples.add(new Around(seen, new CrfTrainer.Example(sequence, gold, weight, foreign)));
    }
    return examples;
  }
}
