package org.hearsay.reading.attribution;

import java.util.List;

/**
 * How each token hangs together with a cue in the dependency tree: up from the cue to the first
 * word that governs both, then down. The path of a subject is {@code nsubj}; of the subject of a
 * coordinated verb, {@code conj, nsubj}.
 */
final class Paths {
  private static final int FARTHEST = 4;

  private final Words words;
  private final Range window;
  private final int[] path;
  private final int[] position;
  private final int[] top;

  Paths(Words words, List<Range> cue, Range window) {
    this.words = words;
    this.window = window;
    path = new int[window.length()];
    position = new int[window.length()];
    top = new int[window.length()];
    var root = root(cue);
    var chain = new int[FARTHEST];
    var signature = new int[FARTHEST];
    var levels = 0;
    var sign = 17;
    for (var at = root; at >= 0 && levels < FARTHEST; at = words.head[at]) {
      chain[levels] = at;
      signature[levels] = sign;
      sign = FeatureHash.mix(sign * 31 + words.relation[at]);
      levels++;
    }
    for (var i = window.first(); i < window.end(); i++) {
      var k = i - window.first();
      if (words.sentence[i] != words.sentence[root]) {
        path[k] = words.sentence[i] < words.sentence[root] ? 1 : 2;
        continue;
      }
      find(i, k, chain, signature, levels);
    }
    borders();
  }

  private int root(List<Range> cue) {
    for (var p = cue.size() - 1; p >= 0; p--) {
      for (var i = cue.get(p).first(); i < cue.get(p).end(); i++) {
        var head = words.head[i];
        if (cue.stream().noneMatch(c -> c.holds(head))) {
          return i;
        }
      }
    }
    return cue.get(0).first();
  }

  private void find(int i, int k, int[] chain, int[] signature, int levels) {
    var child = -1;
    var at = i;
    for (var steps = 0; at >= 0 && steps < 60; steps++) {
      for (var level = 0; level < levels; level++) {
        if (chain[level] == at) {
          var relation = child < 0 ? 50 : words.relation[child];
          path[k] =
              FeatureHash.mix(
                  signature[level] * 31 + relation * 2 + (child >= 0 && child < at ? 1 : 0));
          top[k] = child < 0 ? at : child;
          return;
        }
      }
      child = at;
      at = words.head[at];
    }
    path[k] = 3;
    top[k] = -1;
  }

  /** Whether a token is the first or last of the part of the tree it came down by. */
  private void borders() {
    for (var k = 0; k < path.length; k++) {
      var first = k == 0 || top[k - 1] != top[k];
      var last = k + 1 == path.length || top[k + 1] != top[k];
      position[k] = (first ? 1 : 0) + (last ? 2 : 0);
    }
  }

  int at(int i) {
    return window.holds(i) ? path[i - window.first()] : 0;
  }

  int position(int i) {
    return window.holds(i) ? position[i - window.first()] : 9;
  }

  /** Part of speech of the word under the first common governor through which a token hangs. */
  int top(int i) {
    var k = i - window.first();
    return top[k] < 0 ? 40 : words.tag[top[k]];
  }
}
