package org.hearsay.reading.attribution;

import java.util.List;

/**
 * Features for finding the source and the content of one cue, everything seen from that cue: on
 * which side a token stands, how far, and what lies between.
 */
final class RoleFeatures {

  private final Words words;
  private final Signs signs;
  private final FeatureHash hash;

  private final CueWindow seen;
  private final int[] cueAt;

  RoleFeatures(CueWindow seen) {
    this.seen = seen;
    words = seen.words();
    signs = seen.signs();
    cueAt = seen.cueAt();
    hash = new FeatureHash(Crf.SPACE);
  }

  /** Takes the features of a position, which the next one writes over. */
  private interface Taker {
    void take(int position, FeatureHash features);
  }

  /** The sequence of the tokens of the window. */
  Crf.Sequence sequence() {
    var features = new int[seen.range().length()][];
    return read((k, found) -> features[k] = found.rows()).with(features);
  }

  /** The same without its features; their weights are added to scores, label by label. */
  Crf.Sequence scored(Crf model, double[] scores) {
    return read((k, found) -> model.add(found.raw(), found.size(), scores, k * Roles.ROLE_LABELS));
  }

  private Crf.Sequence read(Taker taker) {
    var window = seen.range();
    var cue = seen.group().pieces();
    var head = seen.group().head();
    var ruled = seen.ruled();
    var n = window.length();
    var classes = new byte[n];
    var allowed = new int[n];
    var shared = new int[n][];
    var between = between(window, cue);
    var paths = seen.paths();
    for (var k = 0; k < n; k++) {
      var i = window.first() + k;
      classes[k] = signs.transitionClass[i];
      allowed[k] = seen.inCue(i) ? 1 << Roles.CUE : ~(1 << Roles.CUE);
      at(i, window, cue, head, ruled, between[k], paths);
      taker.take(k, hash);
      shared[k] = hash.shared();
    }
    return new Crf.Sequence(new int[0][], classes, allowed, shared);
  }

  /** What lies between a token and the cue. */
  private record Between(
      int side,
      int distance,
      int commas,
      int stops,
      int subordinators,
      int marks,
      int cues,
      int verbs,
      int joined) {}

  private Between[] between(Range window, List<Range> cue) {
    var result = new Between[window.length()];
    var first = cue.get(0).first();
    var end = cue.get(cue.size() - 1).end();
    var joints = joints(window);
    for (var direction = -1; direction <= 1; direction += 2) {
      int commas = 0;
      int stops = 0;
      int subordinators = 0;
      int marks = 0;
      int cues = 0;
      int verbs = 0;
      int joined = 0;
      var start = direction < 0 ? first - 1 : end;
      for (var i = start; i >= window.first() && i < window.end(); i += direction) {
        joined = Math.max(joined, joints[i - window.first()]);
        result[i - window.first()] =
            new Between(
                direction < 0 ? 0 : 2,
                Math.abs(i - start),
                Math.min(commas, 3),
                Math.min(stops, 2),
                Math.min(subordinators, 2),
                Math.min(marks, 3),
                Math.min(cues, 2),
                Math.min(verbs, 2),
                joined);
        switch (signs.transitionClass[i]) {
          case 1 -> commas++;
          case 2, 3 -> stops++;
          case 4, 5 -> marks++;
          default -> {}
        }
        if (words.is(i, WordClass.SUBORDINATOR) || words.is(i, WordClass.RELATIVE)) {
          subordinators++;
        }
        if (words.is(i, WordClass.AUXILIARY)) {
          verbs++;
        }
        if (cueAt[i] >= 0 && (i + 1 >= words.size || cueAt[i + 1] != cueAt[i])) {
          cues++;
        }
      }
    }
    for (var i = first; i < end; i++) {
      if (i >= window.first() && i < window.end()) {
        result[i - window.first()] = new Between(1, 0, 0, 0, 0, 0, 0, 0, 0);
      }
    }
    return result;
  }

  /**
   * Where another cue is joined to what stands before it: "..., et a ajouté que". 1 by a comma, 2
   * by a conjunction, 4 and 5 with a subject of its own.
   */
  private int[] joints(Range window) {
    var joints = new int[window.length()];
    for (var i = window.first() + 1; i < window.end(); i++) {
      if (cueAt[i] < 0 || cueAt[i - 1] == cueAt[i] || seen.inCue(i)) {
        continue;
      }
      var subject = 0;
      var k = i - 1;
      for (var steps = 0; steps < 4 && k > window.first(); steps++, k--) {
        if (words.is(k, WordClass.SUBJECT)) {
          subject = 3;
        } else if (!words.is(k, WordClass.ADVERB)
            && !words.is(k, WordClass.OBJECT)
            && !words.is(k, WordClass.REFLEXIVE)
            && !words.is(k, WordClass.NEGATION)
            && !words.is(k, WordClass.AUXILIARY)) {
          break;
        }
      }
      if (words.is(k, ",")) {
        joints[k - window.first()] = 1 + subject;
      } else if (words.is(k, WordClass.CONJUNCTION)) {
        var comma = k - 1 > window.first() && words.is(k - 1, ",");
        joints[k - (comma ? 1 : 0) - window.first()] = 2 + subject;
      }
    }
    return joints;
  }

  private void at(
      int i, Range window, List<Range> cue, int head, int[] ruled, Between b, Paths paths) {
    hash.clear();
    var first = cue.get(0).first();
    var end = cue.get(cue.size() - 1).end();
    var side = b.side();
    var far = bucket(b.distance());
    var where = side * 16 + far;
    var gap = ((side * 4 + b.commas()) * 3 + b.stops()) * 4 + b.marks();
    var kind = signs.kind[i];
    var before = get(signs.kind, i - 1, window);
    var after = get(signs.kind, i + 1, window);
    var cueKind = signs.kind[head];
    var cueBefore = get(signs.kind, first - 1, window);
    var cueAfter = get(signs.kind, end, window);
    var frame = FeatureHash.mix(cueBefore * 31 + cueAfter);
    var sameSentence = words.sentence[i] == words.sentence[head] ? 1 : 0;
    var quote =
        signs.quoteState[i] * 4
            + (words.quotation[head] >= 0 ? 2 : 0)
            + (words.quotation[i] == words.quotation[head] ? 1 : 0);
    plain(100, side, 0);
    plain(101, where, 0);
    hash.share();
    plain(102, gap, 0);
    hash.share();
    plain(103, gap, kind);
    plain(104, where, kind);
    plain(105, side, before, kind);
    plain(106, side, kind, after);
    plain(107, side * 2 + sameSentence, quote);
    hash.share();
    plain(108, gap, quote);
    plain(109, where, cueKind);
    plain(110, gap, cueKind);
    plain(111, gap, frame);
    plain(112, where, frame);
    plain(113, gap, cueBefore, kind);
    plain(114, gap, cueAfter, kind);
    plain(115, quote, frame);
    plain(116, side * 4 + b.subordinators(), gap, sameSentence);
    hash.share();
    plain(117, side * 3 + b.cues(), gap, cueAt[i] >= 0 ? 1 : 0);
    hash.share();
    plain(118, side * 3 + b.verbs(), kind);
    plain(119, side, get(signs.kind, i - 2, window), before);
    plain(120, side, after, get(signs.kind, i + 2, window));
    var rule = get(ruled, i - window.first(), 0, ruled.length);
    var ruleBefore = get(ruled, i - 1 - window.first(), 0, ruled.length);
    plain(121, rule, ruleBefore, side);
    hash.share();
    plain(122, rule, ruleBefore, kind);
    plain(123, rule, ruleBefore, cueKind);
    plain(124, position(i, window), side, kind);
    plain(125, signs.shape[i], side, b.commas());
    plain(126, position(i, window), gap);
    plain(191, b.joined(), side, words.quotation[head] >= 0 ? 1 : 0);
    hash.share();
    plain(192, b.joined(), side, signs.quoteState[i]);
    plain(193, b.joined(), side, kind);
    plain(194, b.joined(), gap, cueKind);
    plain(195, b.joined(), side * 4 + b.subordinators(), b.cues());
    plain(196, b.joined(), side, rule);
    plain(197, b.joined(), paths.at(i), side);
    lexical(198, signs.word(head), b.joined() * 4 + side);
    hash.share();
    lexical(130, signs.form[i], side);
    lexical(131, get(signs.form, i - 1, window), side);
    lexical(132, get(signs.form, i + 1, window), side);
    lexical(133, get(signs.form, i - 2, window), side);
    lexical(134, get(signs.form, i + 2, window), side);
    lexical(135, signs.form[i], where);
    lexical(136, signs.suffix[i], side);
    lexical(137, signs.word(head), where);
    lexical(138, signs.word(head), gap);
    lexical(139, signs.word(head), side * 31 + signs.form[i]);
    lexical(140, get(signs.form, end, window), where);
    lexical(141, get(signs.form, first - 1, window), where);
    lexical(142, FeatureHash.mix(get(signs.form, i - 1, window)) + signs.form[i], side);
    lexical(143, FeatureHash.mix(signs.form[i]) + get(signs.form, i + 1, window), side);
    lexical(144, signs.word(head), FeatureHash.mix(gap) + quote);
    lexical(145, signs.form[i], gap);
    lexical(146, signs.word(head), FeatureHash.mix(where) + kind);
    syntax(i, window, paths, side, gap, rule, frame, cueKind, head);
  }

  private void syntax(
      int i,
      Range window,
      Paths paths,
      int side,
      int gap,
      int rule,
      int frame,
      int cueKind,
      int head) {
    var path = paths.at(i);
    var before = paths.at(i - 1);
    var after = paths.at(i + 1);
    var tag = words.tag[i];
    plain(150, path, side);
    hash.share();
    plain(151, before, path);
    plain(152, path, after);
    plain(153, path, tag);
    plain(154, path, signs.kind[i]);
    plain(155, path, frame);
    plain(156, path, cueKind);
    plain(157, path, rule);
    hash.share();
    plain(158, path, gap);
    plain(159, path, signs.quoteState[i], words.quotation[head] >= 0 ? 1 : 0);
    lexical(160, path, signs.word(head));
    lexical(161, path, signs.form[i]);
    plain(162, paths.position(i), path);
    plain(163, paths.position(i), paths.position(i + 1), path);
    hash.share();
    plain(164, tag, side);
    plain(165, get(words.tag, i - 1, window), tag, side);
    plain(166, tag, get(words.tag, i + 1, window), side);
    plain(167, words.relation[i], side, paths.position(i));
    plain(168, paths.top(i), side, gap);
    hash.share();
    plain(169, paths.top(i), path, signs.children[head] & 0xFFFF);
  }

  private int position(int i, Range window) {
    var start = i == window.first() || words.sentence[i - 1] != words.sentence[i];
    var last = i + 1 == window.end() || words.sentence[i + 1] != words.sentence[i];
    return (start ? 1 : 0) + (last ? 2 : 0);
  }

  private static int bucket(int distance) {
    return distance < 5
        ? distance
        : distance < 7
            ? 5
            : distance < 10 ? 6 : distance < 15 ? 7 : distance < 25 ? 8 : distance < 50 ? 9 : 10;
  }

  private static int get(int[] of, int i, Range range) {
    return get(of, i, range.first(), range.end());
  }

  private static int get(int[] of, int i, int first, int end) {
    return i < first ? Signs.BEFORE : i >= end ? Signs.AFTER : of[i];
  }

  private void lexical(int template, int a, int b) {
    hash.add(template, a, b ^ signs.language);
  }

  private void plain(int template, int a, int b) {
    hash.add(template + 500, a, b);
  }

  private void plain(int template, int a, int b, int c) {
    hash.add(template + 500, a, b, c);
  }
}
