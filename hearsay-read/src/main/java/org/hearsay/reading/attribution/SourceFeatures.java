package org.hearsay.reading.attribution;

import java.util.List;

/** Features of a noun phrase as the source of a cue. */
final class SourceFeatures {
  private final Words words;
  private final Signs signs;
  private final int[] cueAt;
  private final CueGroup group;
  private final Paths paths;
  private final List<List<Range>> told;
  private final int from;
  private final int to;
  private final int frame;
  private final FeatureHash hash = new FeatureHash(SourceRanker.ROWS);

  SourceFeatures(CueWindow seen, int from, int to, List<List<Range>> told) {
    this.told = told;
    words = seen.words();
    signs = seen.signs();
    cueAt = seen.cueAt();
    group = seen.group();
    this.from = from;
    this.to = to;
    paths = seen.paths();
    frame = FeatureHash.mix(kind(group.first() - 1) * 31 + kind(group.end()));
  }

  private int kind(int i) {
    return i < from ? Signs.BEFORE : i >= to ? Signs.AFTER : signs.kind[i];
  }

  int[] none() {
    hash.clear();
    var head = group.head();
    plain(200, 0, 0);
    plain(201, signs.kind[head], 0);
    plain(202, signs.children[head] & 0xFFFF, signs.kind[head]);
    plain(203, frame, 0);
    plain(204, words.relation[head], words.tag[head]);
    plain(205, kind(group.first() - 1), signs.kind[head]);
    plain(206, kind(group.first()), signs.kind[head]);
    lexical(207, signs.word(head), 0);
    lexical(208, signs.word(head), signs.children[head] & 0xFFFF);
    lexical(209, words.form[group.first()].hashCode(), signs.kind[head]);
    plain(210, words.depth[head], 0);
    plain(211, told.isEmpty() ? 0 : told.get(0).isEmpty() ? 1 : 2, signs.kind[head]);
    return hash.rows();
  }

  int[] of(Range span) {
    hash.clear();
    var head = group.head();
    var phraseHead = span.first();
    var outward = 0;
    for (var i = span.end() - 1; i >= span.first(); i--) {
      if (!words.punctuation[i] && !span.holds(words.head[i])) {
        outward++;
        phraseHead = i;
      }
    }
    var variant = Math.min(outward, 4);
    var commas = 0;
    var inner = 0;
    for (var i = span.first(); i < span.end(); i++) {
      inner += words.is(i, ",") ? 1 : 0;
    }
    var before = span.end() <= group.first();
    var middle = !before && span.first() < group.end();
    var side = before ? 0 : middle ? 1 : 2;
    var gapFirst = before ? span.end() : middle ? span.end() : group.end();
    var gapEnd = before ? group.first() : middle ? span.end() : span.first();
    var gap = Math.max(0, gapEnd - gapFirst);
    var distance = gap < 4 ? gap : gap < 7 ? 4 : gap < 12 ? 5 : gap < 20 ? 6 : 7;
    var cues = 0;
    var clauses = 0;
    for (var i = gapFirst; i < gapEnd; i++) {
      commas += words.is(i, ",") ? 1 : 0;
      cues += cueAt[i] >= 0 ? 1 : 0;
      clauses += words.is(i, WordClass.SUBORDINATOR) || words.is(i, WordClass.RELATIVE) ? 1 : 0;
    }
    var between = Math.min(commas, 3) * 9 + Math.min(cues, 2) * 3 + Math.min(clauses, 2);
    var path = paths.at(phraseHead);
    var tag = words.tag[phraseHead];
    var where = side * 8 + distance;
    var quote =
        words.depth[phraseHead] * 3
            + words.depth[head] * 11
            + (words.quotation[phraseHead] == words.quotation[head] ? 1 : 0);
    var firstTag = words.tag[span.first()];
    var lastTag = words.tag[span.end() - 1];
    var tagBefore = tag(span.first() - 1);
    var tagAfter = tag(span.end());
    var afterNext = tag(span.end() + 1);
    var again = again(span);
    plain(260, firstTag, tagBefore);
    plain(261, lastTag, tagAfter);
    plain(262, kind(span.end()), afterNext * 20 + lastTag);
    plain(263, firstTag * 20 + lastTag, Math.min(inner, 3));
    plain(264, variant, path);
    plain(265, again, 0);
    plain(266, again, signs.kind[head]);
    plain(267, again, path);
    plain(268, inner * 5 + variant, kind(span.end()));
    plain(269, kind(span.end()), side * 20 + afterNext);
    plain(270, tagBefore, path);
    plain(271, firstTag, side * 20 + words.depth[span.first()]);
    plain(
        272,
        words.start[span.first()] > 0 && words.sentence[span.first()] != words.sentence[head]
            ? 1
            : 0,
        side);
    plain(273, again, where);
    plain(274, signs.shape[span.end() - 1], kind(span.end()));
    plain(275, words.relation[span.end() - 1], kind(span.end()));
    plain(276, tag(span.end() - 2 < span.first() ? -1 : span.end() - 2) * 20 + lastTag, tagAfter);
    lexical(277, span.first() < words.size ? signs.form[span.first()] : 0, tag(span.first() + 1));
    lexical(278, signs.form[span.end() - 1], kind(span.end()));
    plain(220, variant, 0);
    plain(221, where, 0);
    plain(222, where, frame);
    plain(223, path, 0);
    plain(224, path, side);
    plain(225, path, tag);
    plain(226, path, frame);
    plain(227, path, signs.kind[head]);
    plain(228, where, between);
    plain(229, where, signs.kind[head]);
    plain(230, words.relation[phraseHead], where);
    plain(231, words.relation[phraseHead], tag);
    plain(232, quote, side);
    plain(233, signs.kind[phraseHead], side);
    plain(234, signs.kind[phraseHead], path);
    plain(235, kind(span.first() - 1), side);
    plain(236, kind(span.end()), side);
    plain(237, kind(span.first() - 1), kind(span.first()));
    plain(238, variant, kind(span.end()));
    plain(239, variant, FeatureHash.mix(kind(span.end())) + side);
    plain(240, side, Math.min(span.length(), 8) * 4 + variant);
    plain(241, gap == 1 ? kind(gapFirst) : 0, where);
    plain(242, words.relation[phraseHead], words.head[phraseHead] == head ? 1 : 0);
    plain(243, signs.shape[phraseHead], side);
    plain(244, path, between);
    plain(245, words.classes[phraseHead] & WordClass.LEARNT, side);
    plain(246, words.classes[span.first()] & WordClass.LEARNT, path);
    plain(247, where, tag);
    plain(248, span.first() == from ? 1 : 0, where);
    lexical(250, signs.form[phraseHead], 0);
    lexical(251, signs.form[phraseHead], side);
    lexical(252, signs.form[span.first()], path);
    lexical(253, signs.word(head), path);
    lexical(254, signs.word(head), where);
    lexical(255, span.first() > 0 ? signs.form[span.first() - 1] : 0, side);
    lexical(256, span.end() < words.size ? signs.form[span.end()] : 0, variant);
    lexical(257, signs.word(head), words.relation[phraseHead]);
    lexical(258, signs.suffix[phraseHead], path);
    return hash.rows();
  }

  private int tag(int i) {
    return i < from ? 17 : i >= to ? 18 : words.tag[i];
  }

  /** Whether an earlier cue has this source: 1 the nearest, 3 another, 2 and 4 in part. */
  private int again(Range span) {
    for (var k = 0; k < told.size(); k++) {
      for (var piece : told.get(k)) {
        if (piece.equals(span)) {
          return k == 0 ? 1 : 3;
        }
        if (piece.overlaps(span)) {
          return k == 0 ? 2 : 4;
        }
      }
    }
    return told.isEmpty() ? 5 : 0;
  }

  private void lexical(int template, int a, int b) {
    hash.add(template, a, b ^ signs.language);
  }

  private void plain(int template, int a, int b) {
    hash.add(template + 500, a, b);
  }
}
