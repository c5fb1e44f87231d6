package org.hearsay.language.tagging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.language.Sentence;
import org.hearsay.language.Token;

/**
 * What the name tagger looks at: words, ends, shapes, classes and parts of speech around a word,
 * the gazetteer, the nearest capitals on either side, the run of capitals it is in, and how the
 * document writes the word elsewhere (after Chieu and Ng 2002, Ratinov and Roth 2009): in small
 * letters, which speaks against a name at the start of a sentence, with a capital inside one, and
 * between which words.
 */
public final class NameFeatures implements Features {

  /** Elsewhere in the document in small letters. */
  private static final int SEEN_LOWER = 1;

  /** Elsewhere in the document with a capital, not at the start of a sentence. */
  private static final int SEEN_CAPITAL = 2;

  /** Elsewhere in the document with a capital before it, after it. */
  private static final int SEEN_AFTER = 4;

  private static final int SEEN_BEFORE = 8;

  /** Elsewhere in the document behind a given name. */
  private static final int SEEN_GIVEN = 16;

  private static final int GIVEN = 3;

  /** The only feature of a word without a capital around it. */
  private static final int FAR = Features.hash(70, 0);

  /** How many words a capital may be away. */
  private static final int NEAR = 4;

  private final Columns columns;
  private final int[] pos;
  private final long[] known;
  private final int[] kinds;
  private final int[] path;
  private final int[] meaning;
  private final int[] elsewhere;

  /** The next occurrence of the same capitalised word, the first behind the last; or -1. */
  private final int[] again;

  private final int[] before;
  private final int[] after;

  /** For a capitalised word where the text says what it is, {@code Bilka is a [chain]}; or -1. */
  private final int[] saidToBe;

  private static final Set<Integer> COPULAS =
      hashes("is", "was", "are", "were", "est", "était", "sont", ",", "(");

  private static final Set<Integer> ARTICLES =
      hashes("a", "an", "the", "un", "une", "le", "la", "l'", "des");

  private static final Set<Integer> BORN = hashes("born", "né", "née");

  /**
   * @param pos the part of speech of each word, by its number in the model that gave it
   */
  public NameFeatures(Columns columns, int[] pos, List<Sentence> sentences, KnownWords words) {
    this.columns = columns;
    this.pos = pos;
    known = words.names().flags(columns);
    kinds = new int[known.length];
    for (var i = 0; i < kinds.length; i++) {
      kinds[i] = (int) (known[i] ^ known[i] >>> 31 ^ known[i] >>> 17);
    }
    path = words.classes().paths(columns);
    meaning = words.meanings().of(columns);
    again = new int[columns.size];
    before = new int[columns.size];
    after = new int[columns.size];
    saidToBe = new int[columns.size];
    Arrays.fill(saidToBe, -1);
    elsewhere = elsewhere(sentences);
    capitals(sentences);
    saidToBe(sentences);
  }

  /**
   * What is seen of a text whose words have no parts of speech yet.
   *
   * @param pos the model that gives them
   * @param tags where they are put, one for each token, by their numbers in the model
   */
  public static NameFeatures of(
      String text,
      List<Token> tokens,
      List<Sentence> sentences,
      SequenceModel pos,
      KnownWords words,
      int[] tags) {
    var columns = new Columns(text, tokens);
    var room = new SequenceModel.Workspace();
    var source = new PosFeatures(columns);
    for (var sentence : sentences) {
      pos.decode(source, sentence.firstToken(), sentence.endToken(), tags, room);
    }
    return new NameFeatures(columns, tags, sentences, words);
  }

  private static Set<Integer> hashes(String... words) {
    var hashes = new HashSet<Integer>();
    for (var word : words) {
      hashes.add(Columns.hash(word, 0, word.length()));
    }
    return hashes;
  }

  /**
   * {@code X is a Danish chain}, {@code X, une chaîne danoise}, {@code X (born}: the noun, for each
   * word of X.
   */
  private void saidToBe(List<Sentence> sentences) {
    var c = columns;
    Map<Integer, Integer> nouns = new HashMap<>();
    for (var sentence : sentences) {
      var end = sentence.endToken();
      for (var i = sentence.firstToken() + 1; i + 2 < end; i++) {
        if (c.capital[i - 1] && !c.capital[i] && COPULAS.contains(c.word[i])) {
          var noun =
              BORN.contains(c.word[i + 1])
                  ? i + 1
                  : ARTICLES.contains(c.word[i + 1]) ? noun(i + 2, end) : -1;
          for (var k = i - 1; noun >= 0 && k > i - 7 && k >= 0 && c.capital[k]; k--) {
            nouns.putIfAbsent(c.word[k], noun);
          }
        }
      }
    }
    if (!nouns.isEmpty()) {
      for (var i = 0; i < saidToBe.length; i++) {
        if (c.capital[i]) {
          saidToBe[i] = nouns.getOrDefault(c.word[i], -1);
        }
      }
    }
  }

  /** The first noun behind adjectives and the like, the last of several side by side; or -1. */
  private int noun(int from, int end) {
    for (var i = from; i < Math.min(end, from + 6); i++) {
      if (pos[i] == PartOfSpeech.NOUN.ordinal()) {
        var last = i;
        while (last + 1 < end && pos[last + 1] == PartOfSpeech.NOUN.ordinal()) {
          last++;
        }
        return last;
      }
      if (pos[i] == PartOfSpeech.ADP.ordinal() || pos[i] == PartOfSpeech.SCONJ.ordinal()) {
        return -1;
      }
    }
    return -1;
  }

  private int[] elsewhere(List<Sentence> sentences) {
    var c = columns;
    Map<Integer, Integer> seen = new HashMap<>();
    Map<Integer, Integer> first = new HashMap<>();
    Map<Integer, Integer> last = new HashMap<>();
    for (var sentence : sentences) {
      for (var i = sentence.firstToken(); i < sentence.endToken(); i++) {
        var flag = 0;
        if (c.lower[i]) {
          flag = SEEN_LOWER;
        } else if (c.capital[i]) {
          if (i > sentence.firstToken()) {
            flag |= c.lower[i - 1] ? SEEN_CAPITAL : 0;
            flag |= c.capital[i - 1] ? SEEN_AFTER : 0;
            flag |= (known[i - 1] & GIVEN) != 0 ? SEEN_GIVEN : 0;
          }
          flag |= i + 1 < sentence.endToken() && c.capital[i + 1] ? SEEN_BEFORE : 0;
          first.putIfAbsent(c.word[i], i);
          var earlier = last.put(c.word[i], i);
          if (earlier != null) {
            again[earlier] = i;
          }
        }
        if (flag != 0) {
          seen.merge(c.word[i], flag, (a, b) -> a | b);
        }
      }
    }
    last.forEach((word, i) -> again[i] = first.getOrDefault(word, i));
    var flags = new int[c.size];
    for (var i = 0; i < flags.length; i++) {
      if (c.capital[i]) {
        flags[i] = seen.getOrDefault(c.word[i], 0);
      }
    }
    return flags;
  }

  /** Where the nearest capitals are that no mark of punctuation parts from a word. */
  private void capitals(List<Sentence> sentences) {
    var c = columns;
    for (var sentence : sentences) {
      var near = -1;
      for (var i = sentence.firstToken(); i < sentence.endToken(); i++) {
        before[i] = near >= 0 && i - near <= NEAR ? near : -1;
        near = c.capital[i] ? i : c.lower[i] ? near : -1;
      }
      near = -1;
      for (var i = sentence.endToken() - 1; i >= sentence.firstToken(); i--) {
        after[i] = near >= 0 && near - i <= NEAR ? near : -1;
        near = c.capital[i] ? i : c.lower[i] ? near : -1;
      }
    }
  }

  /** Whether no name can be here, for no capital is near: most of a text is such. */
  private boolean far(int i, int first, int end) {
    return before[i] < 0
        && after[i] < 0
        && !columns.capital[i]
        && columns.expansions.first[i] < 0
        && (i == first || !columns.capital[i - 1])
        && (i + 1 >= end || !columns.capital[i + 1]);
  }

  @Override
  public int most() {
    return 180;
  }

  @Override
  public int of(int i, int first, int end, int[] into) {
    if (far(i, first, end)) {
      into[0] = FAR;
      return 1;
    }
    var c = columns;
    var n = 0;
    var w = c.word[i];
    var w1 = Columns.at(c.word, i - 1, first, end);
    var w2 = Columns.at(c.word, i - 2, first, end);
    var v1 = Columns.at(c.word, i + 1, first, end);
    var v2 = Columns.at(c.word, i + 2, first, end);
    var s = c.shape[i];
    var s1 = Columns.at(c.shape, i - 1, first, end);
    var t1 = Columns.at(c.shape, i + 1, first, end);
    var p = pos[i];
    into[n++] = Features.hash(1, w);
    into[n++] = Features.hash(2, w1);
    into[n++] = Features.hash(3, v1);
    into[n++] = Features.hash(4, w2);
    into[n++] = Features.hash(5, v2);
    into[n++] = Features.hash(6, s);
    into[n++] = Features.hash(7, s, w1);
    into[n++] = Features.hash(8, s, v1);
    into[n++] = Features.hash(9, s1, t1);
    into[n++] = Features.hash(10, s, s1);
    into[n++] = Features.hash(11, s, t1);
    into[n++] = Features.hash(12, p);
    into[n++] = Features.hash(13, p, Columns.at(pos, i - 1, first, end));
    into[n++] = Features.hash(14, p, Columns.at(pos, i + 1, first, end));
    into[n++] = Features.hash(15, kinds[i] * 32 + elsewhere[i], i == first ? 1 : 0);
    into[n++] = Features.hash(16, Columns.at(kinds, i - 1, first, end), kinds[i]);
    into[n++] = Features.hash(17, kinds[i], Columns.at(kinds, i + 1, first, end));
    if (c.capital[i]) {
      into[n++] = Features.hash(18, w1, w2);
      into[n++] = Features.hash(19, v1, v2);
      into[n++] = Features.hash(20, elsewhere[i], i == first ? p + 32 : p);
      for (var k = 0; k < Columns.AFFIX; k++) {
        if (c.suffix[k][i] != 0) {
          into[n++] = Features.hash(24 + k, c.suffix[k][i]);
        }
        if (k > 0 && c.prefix[k][i] != 0) {
          into[n++] = Features.hash(28 + k, c.prefix[k][i]);
        }
      }
    }
    into[n++] = Features.hash(32, w, w1);
    into[n++] = Features.hash(33, w, v1);
    if (i > first) {
      into[n++] = Features.hash(34, c.suffix[2][i - 1], s);
    }
    if (i + 1 < end) {
      into[n++] = Features.hash(35, c.suffix[2][i + 1], s);
    }
    into[n++] = Features.hash(36, Columns.at(c.shape, i - 2, first, end), s1 * 31 + s);
    into[n++] = Features.hash(37, Columns.at(c.shape, i + 2, first, end), t1 * 31 + s);
    n = known(i, first, end, into, n);
    n = meanings(i, first, end, into, classes(i, first, end, into, n));
    n = expansion(i, into, n);
    return c.capital[i] ? around(i, first, end, into, n) : between(i, into, n);
  }

  private int known(int i, int first, int end, int[] into, int n) {
    for (var bits = known[i]; bits != 0; bits &= bits - 1) {
      var bit = Long.numberOfTrailingZeros(bits);
      into[n++] = Features.hash(40, bit, columns.capital[i] ? 1 : 0);
    }
    if (i > first) {
      for (var bits = known[i - 1]; bits != 0; bits &= bits - 1) {
        into[n++] = Features.hash(41, Long.numberOfTrailingZeros(bits), columns.shape[i]);
      }
    }
    if (i + 1 < end) {
      for (var bits = known[i + 1]; bits != 0; bits &= bits - 1) {
        into[n++] = Features.hash(42, Long.numberOfTrailingZeros(bits), columns.shape[i]);
      }
    }
    return n;
  }

  private int classes(int i, int first, int end, int[] into, int n) {
    var p = path[i];
    var p1 = Columns.at(path, i - 1, first, end);
    var q1 = Columns.at(path, i + 1, first, end);
    var short0 = WordClusters.prefix(p, 6);
    var short1 = WordClusters.prefix(p1, 6);
    var shortq = WordClusters.prefix(q1, 6);
    into[n++] = Features.hash(44, p);
    into[n++] = Features.hash(45, WordClusters.prefix(p, 4));
    into[n++] = Features.hash(46, short0);
    into[n++] = Features.hash(47, WordClusters.prefix(p, 9));
    into[n++] = Features.hash(48, p1);
    into[n++] = Features.hash(49, short1);
    into[n++] = Features.hash(50, q1);
    into[n++] = Features.hash(51, shortq);
    into[n++] = Features.hash(52, short1, short0);
    into[n++] = Features.hash(53, short0, shortq);
    into[n++] = Features.hash(54, WordClusters.prefix(Columns.at(path, i - 2, first, end), 6));
    into[n++] = Features.hash(55, WordClusters.prefix(Columns.at(path, i + 2, first, end), 6));
    into[n++] = Features.hash(56, p1, columns.shape[i]);
    into[n++] = Features.hash(57, q1, columns.shape[i]);
    return n;
  }

  private int meanings(int i, int first, int end, int[] into, int n) {
    var m = meaning[i];
    var left = i > first ? meaning[i - 1] : 0;
    var right = i + 1 < end ? meaning[i + 1] : 0;
    var wide = WordMeanings.wide(m);
    var s = columns.shape[i];
    if (m != 0) {
      into[n++] = Features.hash(100, m, s);
      into[n++] = Features.hash(101, wide, s);
    }
    if (left != 0) {
      into[n++] = Features.hash(102, left);
      into[n++] = Features.hash(104, WordMeanings.wide(left), s);
      into[n++] = Features.hash(106, WordMeanings.wide(left), wide);
    }
    if (right != 0) {
      into[n++] = Features.hash(103, right);
      into[n++] = Features.hash(105, WordMeanings.wide(right), s);
      into[n++] = Features.hash(107, wide, WordMeanings.wide(right));
    }
    return n;
  }

  /** Whether the text shortens these words to an acronym, or says what this acronym is for. */
  private int expansion(int i, int[] into, int n) {
    var c = columns;
    var from = c.expansions.first[i];
    var place = from < 0 ? 0 : i == from ? 1 : 2;
    if (from >= 0) {
      into[n++] = Features.hash(110, place, c.shape[i]);
      into[n++] = Features.hash(111, place, c.shape[from]);
      into[n++] = Features.hash(112, place, c.word[from]);
      into[n++] = Features.hash(113, place, meaning[from]);
    } else if (i > 0 && c.expansions.first[i - 1] >= 0) {
      into[n++] = Features.hash(114, 0);
    }
    var of = c.expansions.of[i];
    if (of >= 0) {
      into[n++] = Features.hash(115, c.word[of]);
      into[n++] = Features.hash(116, meaning[of]);
      into[n++] = Features.hash(117, c.shape[i]);
    }
    return n;
  }

  /** What stands around a capitalised word here and elsewhere in the document. */
  private int around(int i, int first, int end, int[] into, int n) {
    var c = columns;
    n = run(i, first, end, into, near(i, into, n));
    if (saidToBe[i] >= 0) {
      var noun = saidToBe[i];
      into[n++] = Features.hash(80, c.word[noun]);
      into[n++] = Features.hash(81, path[noun]);
      into[n++] = Features.hash(82, WordClusters.prefix(path[noun], 6));
      if (meaning[noun] != 0) {
        into[n++] = Features.hash(83, meaning[noun]);
      }
    }
    var j = i;
    for (var k = 0; k < 2; k++) {
      j = again[j];
      if (j == i || j < 0) {
        break;
      }
      into[n++] = Features.hash(60, j > 0 ? c.word[j - 1] : Columns.NONE);
      into[n++] = Features.hash(61, j + 1 < c.size ? c.word[j + 1] : Columns.NONE);
      if (j > 0) {
        into[n++] = Features.hash(62, WordClusters.prefix(path[j - 1], 6));
      }
      if (j + 1 < c.size) {
        into[n++] = Features.hash(63, WordClusters.prefix(path[j + 1], 6));
      }
    }
    return n;
  }

  /** A longer run of capitals is looked at in part. */
  private static final int LONGEST_RUN = 8;

  /**
   * What begins and ends the capitalised words that a word stands among, and what is beside them.
   */
  private int run(int i, int first, int end, int[] into, int n) {
    var c = columns;
    var from = i;
    while (from > first && i - from < LONGEST_RUN && c.capital[from - 1]) {
      from--;
    }
    var to = i + 1;
    while (to < end && to - i < LONGEST_RUN && c.capital[to]) {
      to++;
    }
    if (to - 1 > i) {
      into[n++] = Features.hash(90, c.word[to - 1]);
      into[n++] = Features.hash(91, path[to - 1]);
      into[n++] = Features.hash(92, WordClusters.prefix(path[to - 1], 6), to - i);
      if (meaning[to - 1] != 0) {
        into[n++] = Features.hash(108, meaning[to - 1]);
      }
    }
    if (from < i) {
      into[n++] = Features.hash(93, c.word[from]);
      into[n++] = Features.hash(94, path[from]);
      if (meaning[from] != 0) {
        into[n++] = Features.hash(109, meaning[from]);
      }
    }
    var place = Math.min(3, i - from) * 4 + Math.min(3, to - i);
    var left = WordClusters.prefix(Columns.at(path, from - 1, first, end), 6);
    var right = WordClusters.prefix(Columns.at(path, to, first, end), 6);
    into[n++] = Features.hash(95, Columns.at(c.word, from - 1, first, end), place);
    into[n++] = Features.hash(96, Columns.at(c.word, to, first, end), place);
    into[n++] = Features.hash(97, to - from, i - from);
    into[n++] = Features.hash(98, left, right);
    return n;
  }

  /** A word in small letters between two capitals may be inside a name. */
  private int between(int i, int[] into, int n) {
    return before[i] >= 0 && after[i] >= 0 ? near(i, into, n) : n;
  }

  private int near(int i, int[] into, int n) {
    if (before[i] >= 0 && before[i] < i - 1) {
      into[n++] = Features.hash(64, columns.word[before[i]]);
      into[n++] = Features.hash(65, columns.word[before[i]], columns.word[i - 1]);
      into[n++] = Features.hash(66, path[before[i]], i - before[i]);
    }
    if (after[i] >= 0 && after[i] > i + 1) {
      into[n++] = Features.hash(67, columns.word[after[i]]);
      into[n++] = Features.hash(68, columns.word[after[i]], columns.word[i + 1]);
      into[n++] = Features.hash(69, path[after[i]], after[i] - i);
    }
    return n;
  }
}
