package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A greedy transition-based parser, arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011), with
 * averaged perceptron weights over hashed features; relations are told by a second table once an
 * arc is made. Linear in the length of the sentence.
 */
final class DependencyParser {
  static final int SHIFT = 0;
  static final int LEFT = 1;
  static final int RIGHT = 2;
  static final int MOVES = 3;

  /** Of the table of moves. */
  static final int ROWS = 1 << 18;

  /** Of the table of relations. */
  static final int RELATION_ROWS = 1 << 16;

  /** The weights in training, and of a parser just trained; empty once they were read. */
  final float[] moves;

  final float[] relations;

  /** The weights of a parser that was read. */
  private record Packed(MoveWeights moves, RelationWeights relations) {}

  /** Null in training. */
  private final @Nullable Packed packed;

  private DependencyParser(float[] moves, float[] relations, @Nullable Packed packed) {
    this.moves = moves;
    this.relations = relations;
    this.packed = packed;
  }

  /** Reads the two tables as {@link WeightTable} writes them. */
  static DependencyParser read(InputStream in) throws IOException {
    var packed = new Packed(MoveWeights.read(in), RelationWeights.read(in));
    return new DependencyParser(new float[0], new float[0], packed);
  }

  /** One that knows nothing yet. */
  DependencyParser() {
    this(new float[ROWS * MOVES], new float[RELATION_ROWS * Relation.count()], null);
  }

  /**
   * A parse: for each word the index of its head, -1 for the root, and its relation.
   *
   * @param relations ordinals of {@link Relation}
   */
  record Tree(int[] heads, int[] relations) {}

  /**
   * @param form hashes of the folded words
   * @param tag parts of speech
   * @param ending hashes of the words' last letters
   */
  record Sentence(int[] form, int[] tag, int[] ending) {
    int length() {
      return form.length;
    }
  }

  Tree parse(Sentence sentence) {
    var state = new State(sentence);
    var hash = new FeatureHash(ROWS);
    var relationHash = new FeatureHash(RELATION_ROWS);
    var moveScores = new float[MOVES];
    while (!state.done()) {
      var move = state.only();
      if (move < 0) {
        moveFeatures(state, hash);
        if (packed != null) {
          packed.moves.sum(hash, moveScores);
        } else {
          sum(moves, hash, moveScores);
        }
        move = best(state, moveScores);
      }
      if (move == SHIFT) {
        state.shift();
        continue;
      }
      var dependent = state.top(0);
      var head = move == LEFT ? state.next : state.top(1);
      state.attach(
          head,
          dependent,
          head == state.n
              ? Relation.ROOT.ordinal()
              : relation(state, head, dependent, relationHash));
    }
    return new Tree(state.head, state.relation);
  }

  private int relation(State state, int head, int dependent, FeatureHash hash) {
    relationFeatures(state, head, dependent, hash);
    return packed != null
        ? packed.relations.best(hash)
        : best(scores(relations, Relation.count(), hash));
  }

  private static int best(float[] scores) {
    var best = 0;
    for (var i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  static int best(State state, float[] scores) {
    var best = -1;
    for (var move = 0; move < MOVES; move++) {
      if (state.can(move) && (best < 0 || scores[move] > scores[best])) {
        best = move;
      }
    }
    return best;
  }

  static float[] scores(float[] weights, int classes, FeatureHash hash) {
    var scores = new float[classes];
    sum(weights, hash, scores);
    return scores;
  }

  /** The sum of the rows of the features, in place of what was there. */
  private static void sum(float[] weights, FeatureHash hash, float[] into) {
    Arrays.fill(into, 0);
    for (var f = 0; f < hash.size(); f++) {
      var at = hash.row(f) * into.length;
      for (var c = 0; c < into.length; c++) {
        into[c] += weights[at + c];
      }
    }
  }

  /** The stack, the next word and the arcs made so far. The root is the word after the last. */
  static final class State {
    final Sentence sentence;
    final int n;
    final int[] head;
    final int[] relation;
    final int[] leftmost;
    final int[] rightmost;
    final int[] lefts;
    final int[] rights;
    private final int[] stack;
    int depth;
    int next;

    State(Sentence sentence) {
      this.sentence = sentence;
      n = sentence.length();
      head = new int[n];
      relation = new int[n];
      leftmost = new int[n + 1];
      rightmost = new int[n + 1];
      lefts = new int[n + 1];
      rights = new int[n + 1];
      stack = new int[n + 1];
      Arrays.fill(head, -1);
      Arrays.fill(leftmost, -1);
      Arrays.fill(rightmost, -1);
    }

    boolean done() {
      return next == n && depth == 0;
    }

    /** The word at a depth of the stack; -1 when there is none. */
    int top(int k) {
      return depth > k ? stack[depth - 1 - k] : -1;
    }

    boolean can(int move) {
      return switch (move) {
        case SHIFT -> next < n;
        case LEFT -> depth > 0 && (next < n || depth == 1);
        default -> depth > 1;
      };
    }

    /** The move that can be made when there is no other; -1 where there is a choice. */
    int only() {
      return depth == 0 ? SHIFT : next < n ? -1 : depth == 1 ? LEFT : RIGHT;
    }

    void shift() {
      stack[depth++] = next++;
    }

    /** Removes the top of the stack, giving it a head. */
    void attach(int to, int dependent, int label) {
      depth--;
      head[dependent] = to == n ? -1 : to;
      relation[dependent] = to == n ? Relation.ROOT.ordinal() : label;
      if (dependent < to) {
        lefts[to]++;
        if (leftmost[to] < 0 || dependent < leftmost[to]) {
          leftmost[to] = dependent;
        }
      } else {
        rights[to]++;
        rightmost[to] = Math.max(rightmost[to], dependent);
      }
    }

    int form(int i) {
      return i < 0 ? 1 : i >= n ? 2 : sentence.form()[i];
    }

    int tag(int i) {
      return i < 0 ? 30 : i >= n ? 31 : sentence.tag()[i];
    }

    int ending(int i) {
      return i < 0 || i >= n ? 3 : sentence.ending()[i];
    }

    int label(int i) {
      return i < 0 || i >= n ? 40 : relation[i];
    }
  }

  static void moveFeatures(State s, FeatureHash hash) {
    hash.clear();
    var s0 = s.top(0);
    var s1 = s.top(1);
    var s2 = s.top(2);
    var b0 = s.next;
    var t0 = s.tag(s0);
    var t1 = s.tag(s1);
    var t2 = s.tag(s2);
    var n0 = s.tag(b0);
    var n1 = s.tag(b0 + 1);
    var n2 = s.tag(b0 + 2);
    var w0 = s.form(s0);
    var w1 = s.form(s1);
    var v0 = s.form(b0);
    var v1 = s.form(b0 + 1);
    var distance = s0 < 0 ? 0 : bucket(b0 - s0);
    var distance1 = s1 < 0 ? 0 : bucket(s0 - s1);
    var l0 = s0 < 0 ? -1 : s.leftmost[s0];
    var r0 = s0 < 0 ? -1 : s.rightmost[s0];
    var r1 = s1 < 0 ? -1 : s.rightmost[s1];
    var l1 = s1 < 0 ? -1 : s.leftmost[s1];
    var lb = b0 >= s.n ? -1 : s.leftmost[b0];
    hash.add(1, 0);
    hash.add(2, w0, t0);
    hash.add(3, w1, t1);
    hash.add(4, v0, n0);
    hash.add(5, v1, n1);
    hash.add(6, t0 * 64 + n0, t1);
    hash.add(7, t0 * 64 + n0, n1);
    hash.add(8, t0 * 64 + n0, n1 * 64 + n2);
    hash.add(9, t0 * 64 + n0, t1 * 64 + t2);
    hash.add(10, w0, v0);
    hash.add(11, w0, n0);
    hash.add(12, v0, t0);
    hash.add(13, w0, t1);
    hash.add(14, w1, t0);
    hash.add(15, w1, w0);
    hash.add(16, t0 * 64 + t1, distance1);
    hash.add(17, t0 * 64 + n0, distance);
    hash.add(18, w0, distance);
    hash.add(19, t0 * 64 + n0, s.tag(l0) * 64 + s.label(l0));
    hash.add(20, t0 * 64 + n0, s.tag(r0) * 64 + s.label(r0));
    hash.add(21, t0 * 64 + t1, s.tag(r1) * 64 + s.label(r1));
    hash.add(22, t0 * 64 + t1, s.tag(l1) * 64 + s.label(l1));
    hash.add(23, t0 * 64 + n0, s.tag(lb) * 64 + s.label(lb));
    hash.add(24, t0 * 64 + t1, s.label(r0) * 64 + s.label(r1), n0);
    hash.add(25, w0, s0 < 0 ? 9 : Math.min(s.rights[s0], 3), n0);
    hash.add(26, w0, s0 < 0 ? 9 : Math.min(s.lefts[s0], 3), n0);
    hash.add(
        27, t0 * 64 + n0, s0 < 0 ? 9 : Math.min(s.rights[s0], 3) * 4 + Math.min(s.lefts[s0], 3));
    hash.add(
        28,
        t1 * 64 + t0,
        s1 < 0 ? 9 : Math.min(s.rights[s1], 3) * 4 + Math.min(s.lefts[s1], 3),
        n0);
    hash.add(29, s.ending(s0), n0, t1);
    hash.add(30, s.ending(b0), t0, n1);
    hash.add(31, s.ending(s1), t0, n0);
    hash.add(32, w1, t0, n0);
    hash.add(33, w0, n0, n1);
    hash.add(34, v0, t0, t1);
    hash.add(35, t0 * 64 + t1, n0 * 64 + n1);
    hash.add(36, s.form(s2), t0 * 64 + t1, n0);
    hash.add(37, s.form(l0), t0, n0);
    hash.add(38, s.form(r0), t0, n0);
    hash.add(39, s.form(l1), t1, t0);
  }

  static void relationFeatures(State s, int head, int dependent, FeatureHash hash) {
    hash.clear();
    var h = s.tag(head);
    var d = s.tag(dependent);
    var wh = s.form(head);
    var wd = s.form(dependent);
    var side = head < dependent ? 1 : 0;
    var l = s.leftmost[dependent];
    var r = s.rightmost[dependent];
    var pair = h * 64 + d;
    hash.add(101, pair, side);
    hash.add(102, wh, d, side);
    hash.add(103, wd, h, side);
    hash.add(104, wh, wd);
    hash.add(105, pair, s.form(l), side);
    hash.add(106, pair, s.tag(l) * 64 + s.label(l), side);
    hash.add(107, pair, s.tag(r) * 64 + s.label(r), side);
    hash.add(108, pair, bucket(Math.abs(head - dependent)), side);
    hash.add(109, s.ending(dependent), h, side);
    hash.add(110, s.ending(head), d, side);
    hash.add(111, pair, s.tag(dependent - 1), s.tag(dependent + 1));
    hash.add(112, pair, s.form(dependent - 1), side);
    hash.add(113, pair, s.form(dependent + 1), side);
    hash.add(
        114,
        pair,
        s.lefts[dependent] == 0 ? 0 : 1,
        side * 2 + (s.lefts[Math.max(head, 0)] == 0 ? 0 : 1));
    hash.add(115, pair, s.label(s.leftmost[head]), side);
    hash.add(116, s.form(l), wd);
    hash.add(117, s.ending(head), s.ending(dependent), side);
  }

  private static int bucket(int distance) {
    return distance < 5 ? distance : distance < 9 ? 5 : distance < 16 ? 6 : 7;
  }
}
