package org.hearsay.reading.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Features of one way to fill a cue: how source, cue and content stand to each other. */
final class ChoiceFeatures {

  private final Words words;
  private final Signs signs;
  private final int[] cueAt;
  private final CueGroup group;
  private final Paths paths;
  private final @Nullable Draft rule;
  private final FeatureHash hash = new FeatureHash(Chooser.ROWS);

  ChoiceFeatures(CueWindow seen) {
    words = seen.words();
    signs = seen.signs();
    cueAt = seen.cueAt();
    group = seen.group();
    rule = seen.rule();
    paths = seen.paths();
  }

  int[] of(Draft draft) {
    hash.clear();
    var source = draft.source().isEmpty() ? null : draft.source().get(0);
    var content = draft.content();
    var order = order(source, content);
    content(content, order);
    source(source, order);
    agreement(draft);
    return hash.rows();
  }

  private void content(List<Range> content, int order) {
    var head = group.head();
    var kind = signs.kind[head];
    var word = signs.word(head);
    var first = content.get(0).first();
    var end = content.get(content.size() - 1).end();
    var side = end <= group.first() ? 0 : first >= group.end() ? 2 : 1;
    var start = kind(first);
    var after = kind(end);
    var last = kind(end - 1);
    plain(1, start, kind(first - 1), side);
    plain(2, tag(first), tag(first - 1), side);
    plain(3, last, after, side);
    plain(4, tag(end - 1), tag(end), tag(end + 1));
    plain(5, start, kind, side);
    plain(6, order, kind, 0);
    plain(7, order, start, 0);
    lexical(8, word, order);
    lexical(9, word, start);
    lexical(10, signs.form[first], side);
    lexical(11, end < words.size ? signs.form[end] : 0, tag(end + 1));
    lexical(12, signs.form[end - 1], side);
    lexical(13, end < words.size ? signs.form[end] : 0, last);
    for (var piece : content) {
      var quotes = quotes(piece);
      plain(14, quotes, side, content.size());
      plain(15, quotes, kind, side);
      plain(16, quotes, kind(piece.first()), kind(piece.end()));
    }
    var sentences = 0;
    var cues = 0;
    var tops = 0;
    var quoted = 0;
    var length = 0;
    for (var piece : content) {
      for (var i = piece.first(); i < piece.end(); i++) {
        length++;
        quoted += words.quotation[i] >= 0 ? 1 : 0;
        cues += cueAt[i] >= 0 && (i == piece.first() || cueAt[i - 1] != cueAt[i]) ? 1 : 0;
        sentences += i > piece.first() && words.sentence[i] != words.sentence[i - 1] ? 1 : 0;
        if (!words.punctuation[i] && !CueWindow.holds(content, words.head[i])) {
          if (tops++ < 3) {
            plain(20, paths.at(i), side, tops);
            plain(21, paths.at(i), kind, words.tag[i]);
            lexical(22, paths.at(i), word);
            plain(23, paths.at(i), words.relation[i], start);
          }
        }
      }
    }
    plain(24, Math.min(tops, 4), side, content.size());
    plain(25, Math.min(cues, 3), side, kind);
    plain(26, Math.min(sentences, 3), quoted == 0 ? 0 : quoted == length ? 2 : 1, side);
    plain(27, bucket(length), kind, side);
    plain(28, bucket(length), start, 0);
    var rest = rest(end);
    plain(29, bucket(rest), after, side);
    plain(30, bucket(rest), after, tag(end + 1));
    var lead = lead(first);
    plain(31, bucket(lead), kind(first - 1), side);
    var gap = side == 2 ? first - group.end() : side == 0 ? group.first() - end : 0;
    plain(32, bucket(gap), side, kind);
    plain(33, bucket(gap), side, start);
    plain(34, gap > 0 ? kind(side == 2 ? group.end() : group.first() - 1) : 0, bucket(gap), side);
    plain(35, gap > 0 ? paths.at(side == 2 ? group.end() : group.first() - 1) : 0, side, kind);
    plain(36, content.size(), order, 0);
    if (end < words.size) {
      plain(37, words.relation[end], tag(end), paths.at(end));
      plain(38, paths.at(end), after, 0);
      plain(39, paths.at(end - 1) == paths.at(end) ? 1 : 0, after, tag(end));
      var up = words.head[end];
      plain(40, CueWindow.holds(content, up) ? 1 : up == head ? 2 : 3, after, tag(end));
    }
    if (first > 0) {
      var up = words.head[first - 1];
      plain(41, CueWindow.holds(content, up) ? 1 : up == head ? 2 : 3, kind(first - 1), tag(first));
      plain(42, paths.at(first - 1), kind(first - 1), start);
    }
  }

  private void source(@Nullable Range source, int order) {
    var head = group.head();
    var kind = signs.kind[head];
    var word = signs.word(head);
    if (source == null) {
      plain(50, kind, words.relation[head], 0);
      plain(51, order, words.tag[head], 0);
      lexical(52, word, 0);
      plain(53, signs.children[head] & 0xFFFF, kind, 0);
      return;
    }
    var top = source.first();
    for (var i = source.end() - 1; i >= source.first(); i--) {
      if (!words.punctuation[i] && !source.holds(words.head[i])) {
        top = i;
      }
    }
    var path = paths.at(top);
    plain(54, path, kind, 0);
    plain(55, path, order, 0);
    plain(56, path, words.tag[top], 0);
    lexical(57, path, word);
    lexical(58, signs.form[top], order);
    plain(59, kind(source.first() - 1), kind(source.first()), 0);
    plain(60, kind(source.end() - 1), kind(source.end()), tag(source.end() + 1));
    plain(61, tag(source.end() - 1), tag(source.end()), tag(source.end() + 1));
    plain(62, bucket(source.length()), kind(source.end()), 0);
    plain(63, tag(source.first()), tag(source.first() - 1), source.first() < group.first() ? 0 : 1);
    plain(64, bucket(source.length()), path, 0);
    plain(65, words.depth[source.first()], words.depth[head], order);
    plain(66, words.sentence[source.first()] == words.sentence[head] ? 1 : 0, order, 0);
    var gap =
        source.end() <= group.first() ? group.first() - source.end() : source.first() - group.end();
    plain(67, bucket(Math.max(0, gap)), path, source.first() < group.first() ? 0 : 1);
  }

  private void agreement(Draft draft) {
    var same = 0;
    var sameSource = 0;
    if (rule != null) {
      var a = draft.content();
      var b = rule.content();
      var first = a.get(0).first() == b.get(0).first();
      var end = a.get(a.size() - 1).end() == b.get(b.size() - 1).end();
      same = a.equals(b) ? 1 : first && end ? 2 : first ? 3 : end ? 4 : 5;
      sameSource =
          draft.source().equals(rule.source())
              ? 1
              : rule.source().isEmpty()
                  ? 2
                  : draft.source().isEmpty()
                      ? 3
                      : draft.source().get(0).overlaps(rule.source().get(0)) ? 4 : 5;
    }
    var kind = signs.kind[group.head()];
    plain(80, same, sameSource, 0);
    plain(81, same, kind, 0);
    plain(82, sameSource, kind, 0);
    plain(83, same, bucket((int) Math.round(draft.evidence().behind() * 2)), 0);
    plain(84, sameSource, bucket((int) Math.round(draft.evidence().source() * 10)), 0);
    lexical(85, signs.word(group.head()), same);
  }

  /** In which order source, cue and pieces of content stand, with what parts them. */
  private int order(@Nullable Range source, List<Range> content) {
    var order = 7;
    var from = source == null ? group.first() : Math.min(source.first(), group.first());
    from = Math.min(from, content.get(0).first());
    var to = Math.max(group.end(), content.get(content.size() - 1).end());
    if (source != null) {
      to = Math.max(to, source.end());
    }
    var before = 0;
    for (var i = from; i < to; i++) {
      var now =
          CueWindow.holds(group.pieces(), i)
              ? 1
              : source != null && source.holds(i)
                  ? 2
                  : CueWindow.holds(content, i) ? 3 : words.punctuation[i] ? 4 : 5;
      if (now != before) {
        order = order * 31 + now;
        before = now;
      }
    }
    return order;
  }

  /** Whether a piece starts and ends with marks, and whether it cuts a quotation. */
  private int quotes(Range piece) {
    var q = words.quotation[piece.first()];
    var r = words.quotation[piece.end() - 1];
    var opened = q >= 0 && piece.first() > 0 && words.quotation[piece.first() - 1] == q;
    var cut = r >= 0 && piece.end() < words.size && words.quotation[piece.end()] == r;
    return (q >= 0 ? 1 : 0)
        + (r >= 0 ? 2 : 0)
        + (q >= 0 && q == r ? 4 : 0)
        + (opened ? 8 : 0)
        + (cut ? 16 : 0);
  }

  private int rest(int end) {
    var n = 0;
    while (end + n < words.size
        && end > 0
        && words.sentence[end + n] == words.sentence[end - 1]
        && n < 50) {
      n++;
    }
    return n;
  }

  private int lead(int first) {
    var n = 0;
    while (first - n > 0 && words.sentence[first - n - 1] == words.sentence[first] && n < 50) {
      n++;
    }
    return n;
  }

  private static int bucket(int n) {
    return n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 20 ? 6 : n < 40 ? 7 : 8;
  }

  private int kind(int i) {
    return i < 0 ? Signs.BEFORE : i >= words.size ? Signs.AFTER : signs.kind[i];
  }

  private int tag(int i) {
    return i < 0 ? 17 : i >= words.size ? 18 : words.tag[i];
  }

  private void lexical(int template, int a, int b) {
    hash.add(template, a, b ^ signs.language);
  }

  private void plain(int template, int a, int b, int c) {
    hash.add(template + 500, a, b, c);
  }
}
