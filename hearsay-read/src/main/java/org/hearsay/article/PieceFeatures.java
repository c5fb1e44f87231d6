package org.hearsay.article;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each piece before a model looks at it: its text in counts that hold in any
 * language, the elements it stands in, its neighbours, the company its kind keeps on the page, and
 * how it agrees with what the page says of itself. Class words and the words of the text are given
 * as hashes, which {@link TokenOdds} turns into figures.
 */
final class PieceFeatures {

  /** How many figures {@link #of} gives for each piece. */
  static final int COUNT = 86;

  /**
   * The figure that says by which convention to judge: 1 for the newsroom's, which is always so in
   * reading. Corpora that keep boxes and lists that newsrooms leave out are learnt from with 0.
   */
  static final int NEWSROOM = COUNT - 1;

  private static final int LEVELS = 14;

  /** How many of these levels are near. */
  private static final int NEAR = 2;

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;
  private final Metadata data;
  private final BitSet gravity;

  private final int[] words;
  private final double[] density;
  private final boolean[] sentence;
  private final int[] boxWords;
  private final int[] boxLinks;
  private final int[] boxParagraphs;
  private final float[] inData;
  private final int[] kinds;

  /** What the class words of an element and those around it say, once it was asked. */
  private final @Nullable float[][] farOdds;

  PieceFeatures(
      HtmlTree tree, PageElements elements, List<Piece> pieces, Metadata data, BitSet gravity) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
    this.data = data;
    this.gravity = gravity;
    var n = pieces.size();
    inData = new float[n];
    farOdds = new float[tree.size()][];
    var given = grams(data.body());
    words = new int[n];
    density = new double[n];
    sentence = new boolean[n];
    kinds = new int[n];
    boxWords = new int[tree.size() + 1];
    boxLinks = new int[tree.size() + 1];
    boxParagraphs = new int[tree.size() + 1];
    for (var i = 0; i < n; i++) {
      var piece = pieces.get(i);
      words[i] = piece.words();
      kinds[i] = signature(tree, elements, piece);
      density[i] = piece.linkDensity();
      sentence[i] = piece.sentence();
      var linked = (int) Math.round(words[i] * density[i]);
      var paragraph = words[i] >= 12 && density[i] < 0.4 && sentence[i] ? 1 : 0;
      inData[i] = given.isEmpty() ? -1 : gramShare(piece.text(), given);
      var up = 0;
      for (var node = piece.box(); node >= 0 && up < 100; node = tree.parent(node), up++) {
        boxWords[node] += words[i];
        boxLinks[node] += linked;
        boxParagraphs[node] += paragraph;
      }
    }
  }

  /** Words of each piece. */
  int[] words() {
    return words;
  }

  /** How much of each piece is in the body given as data; below zero where that cannot be told. */
  float[] inData() {
    return inData;
  }

  /** Pieces that are a short link and no more, or hundreds of links: never worth a look. */
  boolean hopeless(int i) {
    return density[i] >= 0.85 && words[i] < 10 || density[i] >= 0.6 && pieces.get(i).links() > 300;
  }

  /**
   * One row for each piece with {@link #COUNT} figures at its start; null for the hopeless.
   *
   * @param width how long the rows are
   */
  @Nullable float[][] rows(int width) {
    var n = pieces.size();
    var rows = new float[n][];
    var total = Math.max(1, sum(words));
    var company = company();
    var told = new SharedWords(data.title(), data.standfirst());
    var titleAt = titleAt();
    var firstHeavy = gravity.nextSetBit(0);
    var lastHeavy = gravity.length() - 1;
    var layout = layout(titleAt);
    var seen = new HashMap<String, Integer>(2 * n);
    var totalLog = log(total);
    var numberLog = log(n);
    var before = 0;
    for (var i = 0; i < n; i++) {
      var piece = pieces.get(i);
      var earlier = seen.merge(piece.text(), 1, Integer::sum);
      if (hopeless(i)) {
        before += words[i];
        continue;
      }
      var row = new float[width];
      rows[i] = row;
      index = i;
      characters(piece.text());
      var k = text(row, 0, piece, i);
      k = place(row, k, piece);
      for (var d : new int[] {-2, -1, 1, 2}) {
        var j = i + d;
        row[k++] = j < 0 || j >= n ? -1 : log(words[j]);
        row[k++] = j < 0 || j >= n ? -1 : (float) density[j];
        row[k++] = j < 0 || j >= n ? -1 : sentence[j] ? 1 : 0;
      }
      row[k++] = i > 0 && pieces.get(i - 1).kind() == piece.kind() ? 1 : 0;
      row[k++] = i + 1 < n ? pieces.get(i + 1).kind().ordinal() : -1;
      row[k++] = (float) before / total;
      row[k++] = titleAt < 0 ? -99 : clip(i - titleAt, 60);
      row[k++] = gravity.get(i) ? 1 : 0;
      row[k++] = firstHeavy < 0 ? -99 : clip(i - firstHeavy, 60);
      row[k++] = lastHeavy < 0 ? -99 : clip(lastHeavy - i, 60);
      row[k++] = (float) gravityWords() / total;
      row[k++] = totalLog;
      row[k++] = numberLog;
      var own = company[i];
      row[k++] = log(own[0]);
      row[k++] = log(own[1]);
      row[k++] = (float) own[2] / Math.max(1, own[1]);
      row[k++] = (float) own[1] / total;
      row[k++] = (float) own[1] / Math.max(1, own[0]);
      row[k++] = log(own[3]);
      row[k++] = earlier - 1;
      told.shares(chars, piece.text().length(), row, k);
      k += 2;
      row[k++] = inData[i];
      row[k++] = data.liveBlog() ? 1 : 0;
      k = layout(row, k, piece, layout);
      before += words[i];
      if (k != COUNT) {
        throw new IllegalStateException(k + " features");
      }
    }
    return rows;
  }

  /**
   * Where the bulk of the page's heavy text stands, and the headline above it.
   *
   * @param box the element that holds most of it directly
   * @param outer the element that holds most of it, a wrapper around each piece left aside
   * @param times how many {@code time} elements and main headings are before each node, at every
   *     piece's first node
   */
  private record Layout(int box, int outer, int depth, int title, int[] times, int[] headings) {}

  private Layout layout(int titleAt) {
    var inner = new HashMap<Integer, Integer>();
    var outer = new HashMap<Integer, Integer>();
    for (var i = gravity.nextSetBit(0); i >= 0; i = gravity.nextSetBit(i + 1)) {
      var box = SecondLook.container(tree, pieces.get(i));
      inner.merge(box, words[i], Integer::sum);
      outer.merge(Math.max(0, tree.parent(box)), words[i], Integer::sum);
    }
    var n = pieces.size();
    var times = new int[n];
    var headings = new int[n];
    var node = 0;
    var seenTimes = 0;
    var seenHeadings = 0;
    for (var i = 0; i < n; i++) {
      for (; node <= pieces.get(i).first(); node++) {
        seenTimes += tree.tag(node) == Tag.TIME ? 1 : 0;
        seenHeadings += tree.tag(node) == Tag.H1 ? 1 : 0;
      }
      times[i] = seenTimes;
      headings[i] = seenHeadings;
    }
    var box = heaviest(inner);
    return new Layout(box, heaviest(outer), depth(box), titleAt, times, headings);
  }

  /** The key with the most; the first of several. */
  private static int heaviest(HashMap<Integer, Integer> weights) {
    var best = -1;
    var most = 0;
    for (var entry : weights.entrySet()) {
      if (entry.getValue() > most || entry.getValue() == most && entry.getKey() < best) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  private int depth(int node) {
    var depth = 0;
    for (var at = node; at >= 0 && depth < 100; at = tree.parent(at)) {
      depth++;
    }
    return depth;
  }

  private int layout(float[] row, int k, Piece piece, Layout layout) {
    var box = SecondLook.container(tree, piece);
    row[k++] = layout.box < 0 ? -1 : box == layout.box ? 1 : 0;
    row[k++] = layout.box < 0 ? -1 : tree.parent(box) == layout.outer ? 1 : 0;
    row[k++] = layout.box < 0 ? -1 : stepsToCommon(box, layout.box);
    row[k++] = layout.box < 0 ? -1 : stepsToCommon(layout.box, box);
    row[k++] = layout.box < 0 ? 0 : clip(depth(box) - layout.depth, 15);
    var at = index;
    row[k++] = layout.title < 0 ? -9 : clip(layout.headings[at] - layout.headings[layout.title], 5);
    row[k++] = layout.title < 0 ? -9 : clip(layout.times[at] - layout.times[layout.title], 9);
    row[k++] = articleOfTitle(piece, layout.title);
    emphasis(row, k, piece);
    k += 3;
    row[k++] = 1;
    return k;
  }

  private int index;

  /** The characters of the piece that is being looked at. */
  private char[] chars = new char[256];

  private void characters(String text) {
    if (chars.length < text.length()) {
      chars = new char[2 * text.length()];
    }
    text.getChars(0, text.length(), chars, 0);
  }

  /** How far up from an element the first one is that holds another too. */
  private int stepsToCommon(int from, int other) {
    var steps = 0;
    for (var node = from; node >= 0 && steps < 12; node = tree.parent(node), steps++) {
      if (node <= other && other <= tree.last(node)) {
        return steps;
      }
    }
    return 12;
  }

  /** Whether the {@code article} element around the piece holds the headline; -1 without one. */
  private int articleOfTitle(Piece piece, int title) {
    var up = 0;
    for (var node = piece.box(); node >= 0 && up < 40; node = tree.parent(node), up++) {
      if (tree.tag(node) == Tag.ARTICLE) {
        var at = title < 0 ? -1 : pieces.get(title).first();
        return node <= at && at <= tree.last(node) ? 1 : 0;
      }
    }
    return -1;
  }

  /** How much of the piece is bold, italic, and bold from its start on. */
  private void emphasis(float[] row, int k, Piece piece) {
    var all = 1;
    var bold = 0;
    var italic = 0;
    var leading = -1;
    for (var node = piece.first(); node <= piece.last() && node < piece.first() + 400; node++) {
      if (tree.tag(node) != Tag.TEXT) {
        continue;
      }
      var size = tree.openEnd(node) - tree.start(node);
      all += size;
      var up = 0;
      var strong = false;
      for (var at = tree.parent(node); at > piece.box() && up < 8; at = tree.parent(at), up++) {
        strong |= tree.tag(at) == Tag.B || tree.tag(at) == Tag.STRONG;
        italic += tree.tag(at) == Tag.I || tree.tag(at) == Tag.EM ? size : 0;
      }
      bold += strong ? size : 0;
      leading = leading < 0 ? (strong ? 1 : 0) : leading;
    }
    row[k] = (float) bold / all;
    row[k + 1] = (float) Math.min(all, italic) / all;
    row[k + 2] = leading;
  }

  private int gravityWords = -1;

  private int gravityWords() {
    if (gravityWords < 0) {
      gravityWords = 0;
      for (var i = gravity.nextSetBit(0); i >= 0; i = gravity.nextSetBit(i + 1)) {
        gravityWords += words[i];
      }
    }
    return gravityWords;
  }

  private int text(float[] row, int k, Piece piece, int i) {
    var text = piece.text();
    var upper = 0;
    var digits = 0;
    var commas = 0;
    var stops = 0;
    var quotes = 0;
    var signs = 0;
    var length = text.length();
    for (var j = 0; j < length; j++) {
      var c = chars[j];
      if (c >= 'a' && c <= 'z' || c == ' ') {
        continue;
      }
      if (Letters.upper(c)) {
        upper++;
      } else if (c >= '0' && c <= '9') {
        digits++;
      } else {
        switch (c) {
          case ',', '，', '、', ';', '،' -> commas++;
          case '.', '!', '?', '。', '।' -> stops++;
          case '"', '“', '”', '«', '»', '„', '「' -> quotes++;
          case '|', '©', '@', '#', '•', '›', '→', '·' -> signs++;
          default -> {}
        }
      }
    }
    row[k++] = log(words[i]);
    row[k++] = (float) length / Math.max(1, words[i]);
    row[k++] = (float) upper / length;
    row[k++] = (float) digits / length;
    row[k++] = (float) commas / Math.max(1, words[i]);
    row[k++] = stops;
    row[k++] = quotes;
    row[k++] = signs;
    row[k++] = sentence[i] ? 1 : 0;
    row[k++] = text.charAt(length - 1) == ':' ? 1 : 0;
    row[k++] = Character.isLowerCase(text.charAt(0)) ? 1 : 0;
    row[k++] = (float) density[i];
    row[k++] = piece.links();
    row[k++] = piece.kind().ordinal();
    return k;
  }

  /** The elements around the piece. */
  private int place(float[] row, int k, Piece piece) {
    var article = 0;
    var main = 0;
    var aside = 0;
    var nav = 0;
    var foot = 0;
    var form = 0;
    var figure = 0;
    var list = 0;
    var table = 0;
    var body = 0;
    var hidden = 0;
    var unlikely = 0;
    var likely = 0;
    var depth = 0;
    var up = 0;
    for (var node = tree.parent(piece.first());
        node >= 0 && up < 60;
        node = tree.parent(node), up++) {
      depth++;
      switch (tree.tag(node)) {
        case ARTICLE -> article++;
        case MAIN -> main = 1;
        case ASIDE -> aside = aside == 0 ? depth : aside;
        case NAV, MENU -> nav = 1;
        case FOOTER -> foot = 1;
        case FORM -> form = 1;
        case FIGURE -> figure = 1;
        case UL, OL, DL -> list++;
        case TABLE -> table++;
        default -> {}
      }
      if (tree.tag(node) == Tag.BODY || tree.tag(node) == Tag.HTML || !elements.placed(node)) {
        continue;
      }
      body |= elements.articleBody(node) ? 1 : 0;
      hidden |= elements.hidden(node) ? 1 : 0;
      unlikely = unlikely == 0 && elements.unlikely(node) ? depth : unlikely;
      likely = likely == 0 && elements.likely(node) ? depth : likely;
    }
    row[k++] = tree.tag(piece.box()).ordinal();
    row[k++] = article;
    row[k++] = main;
    row[k++] = aside;
    row[k++] = nav;
    row[k++] = foot;
    row[k++] = form;
    row[k++] = figure;
    row[k++] = list;
    row[k++] = table;
    row[k++] = body;
    row[k++] = hidden;
    row[k++] = unlikely;
    row[k++] = likely;
    row[k++] = depth;
    var node = piece.box();
    if (tree.tag(node) == Tag.P || tree.tag(node) == Tag.LI || tree.tag(node).heading()) {
      node = Math.max(0, tree.parent(node));
    }
    for (var level = 0; level < 4; level++) {
      row[k++] = log(boxWords[node]);
      row[k++] = (float) boxLinks[node] / Math.max(1, boxWords[node]);
      row[k++] = boxParagraphs[node];
      if (tree.parent(node) >= 0) {
        node = tree.parent(node);
      }
    }
    return k;
  }

  /** Pieces in the same kind of place: how many, their words, their words in links, paragraphs. */
  private int[][] company() {
    var byKind = new HashMap<Integer, int[]>();
    var company = new int[pieces.size()][];
    for (var i = 0; i < company.length; i++) {
      var own = byKind.computeIfAbsent(kinds[i], k -> new int[4]);
      company[i] = own;
      own[0]++;
      own[1] += words[i];
      own[2] += (int) Math.round(words[i] * density[i]);
      own[3] += words[i] >= 12 && sentence[i] ? 1 : 0;
    }
    return company;
  }

  /** The signature of each piece. */
  int[] kinds() {
    return kinds;
  }

  /** The tags of the three boxes around it, and their class words. */
  static int signature(HtmlTree tree, PageElements elements, Piece piece) {
    var hash = 17;
    var node = piece.box();
    for (var up = 0; node >= 0 && up < 3; node = tree.parent(node), up++) {
      hash = hash * 31 + tree.tag(node).ordinal();
      hash = hash * 31 + elements.nameHash(node);
    }
    return hash;
  }

  /** Hashes of the class words around a piece: those of its own elements, then those further up. */
  int[][] classTokens(Piece piece) {
    var node = tree.parent(piece.first());
    var n = gather(node, NEAR);
    var near = Arrays.copyOf(gathered, n);
    n = gather(beyond(node), LEVELS - NEAR);
    return new int[][] {near, Arrays.copyOf(gathered, n)};
  }

  /** Writes what the words of a piece and of the elements around it say in figures. */
  void fill(float[] row, int at, Piece piece, TokenOdds odds) {
    var node = tree.parent(piece.first());
    var beyond = beyond(node);
    var n = gather(node, NEAR);
    odds.fill(row, at, 0, gathered, n);
    var far = beyond < 0 ? null : farOdds[beyond];
    if (far == null) {
      far = new float[3];
      n = gather(beyond, LEVELS - NEAR);
      odds.fill(far, 0, 1, gathered, n);
      if (beyond >= 0) {
        farOdds[beyond] = far;
      }
    }
    System.arraycopy(far, 0, row, at + 3, 3);
    n = gatherWords(piece);
    odds.fill(row, at + 6, 2, gathered, n);
  }

  /** The element two up, where the words further up begin; -1 where the body comes before. */
  private int beyond(int node) {
    for (var up = 0; up < NEAR && node >= 0; up++) {
      if (tree.tag(node) == Tag.BODY || tree.tag(node) == Tag.HTML) {
        return -1;
      }
      node = tree.parent(node);
    }
    return node;
  }

  private int[] gathered = new int[256];

  /** Gathers the words of an element and those around it, up to the body; how many they are. */
  private int gather(int from, int levels) {
    var n = 0;
    var up = 0;
    for (var node = from; node >= 0 && up < levels; node = tree.parent(node), up++) {
      if (tree.tag(node) == Tag.BODY || tree.tag(node) == Tag.HTML) {
        break;
      }
      var own = elements.tokens(node);
      if (n + own.length > gathered.length) {
        gathered = Arrays.copyOf(gathered, 2 * (n + own.length));
      }
      System.arraycopy(own, 0, gathered, n, own.length);
      n += own.length;
    }
    return unite(gathered, n);
  }

  /** How many words and pairs of a text are looked at. */
  private static final int FIRST_WORDS = 60;

  /** Hashes of the first words of its text and of pairs of them. */
  int[] wordTokens(Piece piece) {
    var n = gatherWords(piece);
    return Arrays.copyOf(gathered, n);
  }

  private int gatherWords(Piece piece) {
    var found = gathered;
    var n = 0;
    var length = piece.text().length();
    characters(piece.text());
    var hash = 7;
    var last = 0;
    var in = false;
    for (var i = 0; i <= length && n < FIRST_WORDS; i++) {
      var c = i < length ? chars[i] : ' ';
      if (Letters.letter(c) || c == '©') {
        hash = hash * 31 + Letters.lower(c);
        in = true;
      } else if (in) {
        found[n++] = hash;
        if (last != 0) {
          found[n++] = last * 131 + hash;
        }
        last = hash;
        hash = 7;
        in = false;
      }
    }
    return unite(found, n);
  }

  /** By a value's hash, who sits there: the value, and above it the call in which it was met. */
  private final long[] seats = new long[SEATS];

  private long calls;
  private static final int SEATS = 1 << 11;

  /** As few seats are used as do, for they stay in the nearest memory. */
  private static final int FEW_SEATS = 1 << 8;

  /** Puts the first {@code size} values, each once, at the start, in the order they come in. */
  private int unite(int[] tokens, int size) {
    if (size > SEATS / 2) {
      var distinct = Arrays.stream(tokens, 0, size).distinct().toArray();
      System.arraycopy(distinct, 0, tokens, 0, distinct.length);
      return distinct.length;
    }
    calls++;
    var last = (size > FEW_SEATS / 2 ? SEATS : FEW_SEATS) - 1;
    var n = 0;
    for (var i = 0; i < size; i++) {
      var token = tokens[i];
      var seat = token * 0x9E3779B1 >>> 21 & last;
      var here = calls << 32 | token & 0xFFFFFFFFL;
      while (seats[seat] != here && seats[seat] >> 32 == calls) {
        seat = (seat + 1) & last;
      }
      if (seats[seat] != here) {
        seats[seat] = here;
        tokens[n++] = token;
      }
    }
    return n;
  }

  private int titleAt() {
    var title = data.title() == null ? "" : Words.folded(data.title());
    var heading = -1;
    for (var i = 0; i < pieces.size(); i++) {
      var piece = pieces.get(i);
      if (tree.tag(piece.box()) == Tag.H1) {
        if (!title.isEmpty() && Words.folded(piece.text()).equals(title)) {
          return i;
        }
        heading = heading < 0 ? i : heading;
      }
    }
    return heading;
  }

  /** Letters and digits in a run whose hash is kept. */
  private static final int GRAM = 12;

  /** 31 to the power of {@link #GRAM}, to take the first character out of a hash. */
  private static final int OUT = power(GRAM);

  private static int power(int n) {
    return n == 0 ? 1 : 31 * power(n - 1);
  }

  private char[] letters = new char[256];

  /** Hashes of all runs of twelve letters or digits: works without word borders. */
  private IntSet grams(@Nullable String text) {
    var found = new IntSet(text == null ? 0 : text.length());
    if (text != null && text.length() > 100) {
      var n = letters(text);
      var hash = 0;
      for (var i = 0; i < n; i++) {
        hash = hash * 31 + letters[i] - (i < GRAM ? 0 : OUT * letters[i - GRAM]);
        if (i >= GRAM - 1) {
          found.add(hash);
        }
      }
    }
    return found;
  }

  /** How many of a text's runs, each third of them, are among those given. */
  private float gramShare(String text, IntSet grams) {
    var count = letters(text);
    if (count < GRAM) {
      return -0.5f;
    }
    var n = 0;
    var all = 0;
    var hash = 0;
    for (var i = 0; i < count; i++) {
      hash = hash * 31 + letters[i] - (i < GRAM ? 0 : OUT * letters[i - GRAM]);
      if (i >= GRAM - 1 && (i - GRAM + 1) % 3 == 0) {
        n += grams.contains(hash) ? 1 : 0;
        all++;
      }
    }
    return (float) n / all;
  }

  /** Puts the letters and digits of a text into {@link #letters}, in lower case; how many. */
  private int letters(String text) {
    if (letters.length < text.length()) {
      letters = new char[2 * text.length()];
    }
    var n = 0;
    text.getChars(0, text.length(), letters, 0);
    for (var i = 0; i < text.length(); i++) {
      var c = letters[i];
      if (Letters.letterOrDigit(c)) {
        letters[n++] = Letters.lower(c);
      }
    }
    return n;
  }

  private static int sum(int[] values) {
    return Arrays.stream(values).sum();
  }

  private static final float[] LOGS = new float[1 << 14];

  static {
    for (var i = 0; i < LOGS.length; i++) {
      LOGS[i] = (float) Math.log1p(i);
    }
  }

  /** The logarithm of one more. */
  private static float log(int value) {
    return value >= 0 && value < LOGS.length ? LOGS[value] : (float) Math.log1p(value);
  }

  private static float clip(int value, int most) {
    return Math.max(-most, Math.min(most, value));
  }
}
