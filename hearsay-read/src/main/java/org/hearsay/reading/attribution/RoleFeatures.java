package org.hearsay.reading.attribution;

import java.util.List;

/**
 * Features for finding the source and the content of one cue, everything seen from that cue: on
 * which side a token stands, how far, and what lies between.
 */
final class RoleFeatures extends SequenceFeatures {

  private final CueWindow seen;
  private final int[] cueAt;
  private final List<Range> cue;
  private final int head;
  private final int[] ruled;
  private final Between[] between;
  private final Paths paths;

  RoleFeatures(CueWindow seen) {
    super(seen.signs(), seen.range());
    this.seen = seen;
    cueAt = seen.cueAt();
    cue = seen.group().pieces();
    head = seen.group().head();
    ruled = seen.ruled();
    between = between();
    paths = seen.paths();
  }

  @Override
  int allowed(int token) {
    return seen.inCue(token) ? 1 << Roles.CUE : ~(1 << Roles.CUE);
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
      int joined) {

    int where() {
      return side * 16 + bucket(distance);
    }

    int gap() {
      return ((side * 4 + commas) * 3 + stops) * 4 + marks;
    }

    private static int bucket(int distance) {
      return distance < 5
          ? distance
          : distance < 7
              ? 5
              : distance < 10 ? 6 : distance < 15 ? 7 : distance < 25 ? 8 : distance < 50 ? 9 : 10;
    }
  }

  private Between[] between() {
    var result = new Between[range.length()];
    var first = cue.get(0).first();
    var end = cue.get(cue.size() - 1).end();
    var joints = joints();
    for (var direction = -1; direction <= 1; direction += 2) {
      int commas = 0;
      int stops = 0;
      int subordinators = 0;
      int marks = 0;
      int cues = 0;
      int verbs = 0;
      int joined = 0;
      var start = direction < 0 ? first - 1 : end;
      for (var i = start; i >= range.first() && i < range.end(); i += direction) {
        joined = Math.max(joined, joints[i - range.first()]);
        result[i - range.first()] =
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
      if (i >= range.first() && i < range.end()) {
        result[i - range.first()] = new Between(1, 0, 0, 0, 0, 0, 0, 0, 0);
      }
    }
    return result;
  }

  /**
   * Where another cue is joined to what stands before it: "..., et a ajouté que". 1 by a comma, 2
   * by a conjunction, 4 and 5 with a subject of its own.
   */
  private int[] joints() {
    var joints = new int[range.length()];
    for (var i = range.first() + 1; i < range.end(); i++) {
      if (cueAt[i] < 0 || cueAt[i - 1] == cueAt[i] || seen.inCue(i)) {
        continue;
      }
      var subject = 0;
      var k = i - 1;
      for (var steps = 0; steps < 4 && k > range.first(); steps++, k--) {
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
        joints[k - range.first()] = 1 + subject;
      } else if (words.is(k, WordClass.CONJUNCTION)) {
        var comma = k - 1 > range.first() && words.is(k - 1, ",");
        joints[k - (comma ? 1 : 0) - range.first()] = 2 + subject;
      }
    }
    return joints;
  }

  @Override
  void shared(int i) {
    var k = i - range.first();
    var b = between[k];
    var side = b.side();
    var gap = b.gap();
    var sameSentence = sameSentence(i);
    var rule = ruled[k];
    var path = paths.at(i);
    plain(101, b.where(), 0);
    plain(102, gap, 0);
    plain(107, side * 2 + sameSentence, quote(i));
    plain(116, side * 4 + b.subordinators(), gap, sameSentence);
    plain(117, side * 3 + b.cues(), gap, cueAt[i] >= 0 ? 1 : 0);
    plain(121, rule, ruledBefore(k), side);
    plain(191, b.joined(), side, words.quotation[head] >= 0 ? 1 : 0);
    lexical(198, signs.word(head), b.joined() * 4 + side);
    plain(150, path, side);
    plain(157, path, rule);
    plain(163, paths.position(i), paths.position(i + 1), path);
    plain(168, paths.top(i), side, gap);
  }

  @Override
  void own(int i) {
    var k = i - range.first();
    var b = between[k];
    var first = cue.get(0).first();
    var end = cue.get(cue.size() - 1).end();
    var side = b.side();
    var where = b.where();
    var gap = b.gap();
    var kind = signs.kind[i];
    var before = get(signs.kind, i - 1);
    var after = get(signs.kind, i + 1);
    var cueKind = signs.kind[head];
    var cueBefore = get(signs.kind, first - 1);
    var cueAfter = get(signs.kind, end);
    var frame = FeatureHash.mix(cueBefore * 31 + cueAfter);
    var quote = quote(i);
    plain(100, side, 0);
    plain(103, gap, kind);
    plain(104, where, kind);
    plain(105, side, before, kind);
    plain(106, side, kind, after);
    plain(108, gap, quote);
    plain(109, where, cueKind);
    plain(110, gap, cueKind);
    plain(111, gap, frame);
    plain(112, where, frame);
    plain(113, gap, cueBefore, kind);
    plain(114, gap, cueAfter, kind);
    plain(115, quote, frame);
    plain(118, side * 3 + b.verbs(), kind);
    plain(119, side, get(signs.kind, i - 2), before);
    plain(120, side, after, get(signs.kind, i + 2));
    var rule = ruled[k];
    var ruledBefore = ruledBefore(k);
    plain(122, rule, ruledBefore, kind);
    plain(123, rule, ruledBefore, cueKind);
    plain(124, position(i), side, kind);
    plain(125, signs.shape[i], side, b.commas());
    plain(126, position(i), gap);
    plain(192, b.joined(), side, signs.quoteState[i]);
    plain(193, b.joined(), side, kind);
    plain(194, b.joined(), gap, cueKind);
    plain(195, b.joined(), side * 4 + b.subordinators(), b.cues());
    plain(196, b.joined(), side, rule);
    plain(197, b.joined(), paths.at(i), side);
    lexical(130, signs.form[i], side);
    lexical(131, get(signs.form, i - 1), side);
    lexical(132, get(signs.form, i + 1), side);
    lexical(133, get(signs.form, i - 2), side);
    lexical(134, get(signs.form, i + 2), side);
    lexical(135, signs.form[i], where);
    lexical(136, signs.suffix[i], side);
    lexical(137, signs.word(head), where);
    lexical(138, signs.word(head), gap);
    lexical(139, signs.word(head), side * 31 + signs.form[i]);
    lexical(140, get(signs.form, end), where);
    lexical(141, get(signs.form, first - 1), where);
    lexical(142, FeatureHash.mix(get(signs.form, i - 1)) + signs.form[i], side);
    lexical(143, FeatureHash.mix(signs.form[i]) + get(signs.form, i + 1), side);
    lexical(144, signs.word(head), FeatureHash.mix(gap) + quote);
    lexical(145, signs.form[i], gap);
    lexical(146, signs.word(head), FeatureHash.mix(where) + kind);
    syntax(i, side, gap, rule, frame, cueKind);
  }

  private void syntax(int i, int side, int gap, int rule, int frame, int cueKind) {
    var path = paths.at(i);
    var before = paths.at(i - 1);
    var after = paths.at(i + 1);
    var tag = words.tag[i];
    plain(151, before, path);
    plain(152, path, after);
    plain(153, path, tag);
    plain(154, path, signs.kind[i]);
    plain(155, path, frame);
    plain(156, path, cueKind);
    plain(158, path, gap);
    plain(159, path, signs.quoteState[i], words.quotation[head] >= 0 ? 1 : 0);
    lexical(160, path, signs.word(head));
    lexical(161, path, signs.form[i]);
    plain(162, paths.position(i), path);
    plain(164, tag, side);
    plain(165, get(words.tag, i - 1), tag, side);
    plain(166, tag, get(words.tag, i + 1), side);
    plain(167, words.relation[i], side, paths.position(i));
    plain(169, paths.top(i), path, signs.children[head] & 0xFFFF);
  }

  private int sameSentence(int i) {
    return words.sentence[i] == words.sentence[head] ? 1 : 0;
  }

  private int quote(int i) {
    return signs.quoteState[i] * 4
        + (words.quotation[head] >= 0 ? 2 : 0)
        + (words.quotation[i] == words.quotation[head] ? 1 : 0);
  }

  private int ruledBefore(int k) {
    return k == 0 ? Signs.BEFORE : ruled[k - 1];
  }

  private int position(int i) {
    var start = i == range.first() || words.sentence[i - 1] != words.sentence[i];
    var last = i + 1 == range.end() || words.sentence[i + 1] != words.sentence[i];
    return (start ? 1 : 0) + (last ? 2 : 0);
  }
}
