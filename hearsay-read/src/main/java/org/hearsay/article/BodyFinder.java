package org.hearsay.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which pieces are the article. Several finders that err in different ways each make a
 * proposal; the one that agrees best with the others is taken, the model's own having the first
 * word and the casting vote.
 */
final class BodyFinder {

  /** Above a half: a paragraph too many costs a reader more than a doubtful one left out. */
  private static final double LIKELY = 0.6;

  private final HtmlTree tree;
  private final PageElements elements;
  private final List<Piece> pieces;
  private final int[] words;
  private final float[] scores;
  private final BitSet gravity;
  private final float[] inData;

  /**
   * @param inData how much of each piece is in the article body that the page carries as data;
   *     below zero where that cannot be told
   */
  BodyFinder(
      HtmlTree tree,
      PageElements elements,
      List<Piece> pieces,
      float[] scores,
      BitSet gravity,
      float[] inData) {
    this.tree = tree;
    this.elements = elements;
    this.pieces = pieces;
    this.words = pieces.stream().mapToInt(Piece::words).toArray();
    this.scores = scores;
    this.gravity = gravity;
    this.inData = inData;
  }

  /** The pieces of the article, captions among them. */
  BitSet find() {
    var proposals = proposals();
    var body = filled(proposals.get(chosen(proposals)));
    addAlike(body);
    new OutOfSight(tree, elements, pieces).takeOut(body);
    dropCopies(body);
    dropTeasers(body);
    new Asides(tree, elements, pieces, inData).takeOut(body);
    trim(body);
    addCaptions(body);
    CodeBlocks.add(tree, pieces, body);
    return body;
  }

  private static final double FIRST_WORD = 0.6;

  /** The number of the proposal that agrees best with the others. */
  private int chosen(List<BitSet> proposals) {
    var n = proposals.size();
    // words of the pieces that are in the same proposals
    var together = new int[1 << n];
    var in = new byte[words.length];
    for (var p = 0; p < n; p++) {
      var proposal = proposals.get(p);
      for (var i = proposal.nextSetBit(0); i >= 0; i = proposal.nextSetBit(i + 1)) {
        in[i] |= (byte) (1 << p);
      }
    }
    for (var i = 0; i < words.length; i++) {
      together[in[i]] += words[i];
    }
    var chosen = 0;
    var best = -1.0;
    for (var one = 0; one < n; one++) {
      var agreement = one == 0 ? FIRST_WORD : 0;
      for (var other = 0; other < n; other++) {
        agreement += one == other ? 0 : agreement(together, 1 << one, 1 << other);
      }
      if (agreement > best) {
        best = agreement;
        chosen = one;
      }
    }
    return chosen;
  }

  /** F1 of two proposals, in words. */
  private static double agreement(int[] together, int one, int other) {
    var sum = 0;
    var both = 0;
    for (var in = 0; in < together.length; in++) {
      sum += ((in & one) != 0 ? together[in] : 0) + ((in & other) != 0 ? together[in] : 0);
      both += (in & one) != 0 && (in & other) != 0 ? together[in] : 0;
    }
    return sum == 0 ? 1 : 2.0 * both / sum;
  }

  /** The model's proposal first. */
  List<BitSet> proposals() {
    var proposals = new ArrayList<BitSet>();
    proposals.add(filled(above(LIKELY)));
    proposals.add(filled(above(0.3)));
    proposals.add(above(0.7));
    proposals.add(inBestContainer(above(0.4)));
    proposals.add(gravity);
    var data = new BitSet();
    for (var i = 0; i < inData.length; i++) {
      if (inData[i] > 0.8) {
        data.set(i);
      }
    }
    if (weight(data) > 40) {
      proposals.add(data);
    }
    return proposals;
  }

  private BitSet above(double threshold) {
    var found = new BitSet();
    for (var i = 0; i < scores.length; i++) {
      if (scores[i] > threshold) {
        found.set(i);
      }
    }
    return found;
  }

  /** With the short doubtful pieces that stand between two likely ones. */
  private BitSet filled(BitSet from) {
    var found = (BitSet) from.clone();
    for (var next = from.nextSetBit(2); next >= 0; next = from.nextSetBit(next + 1)) {
      var i = next - 1;
      var led = from.get(i - 1) || i > 1 && from.get(i - 2);
      if (!from.get(i) && led) {
        found.set(
            i,
            from.get(i - 1) && scores[i] > 0.25 || scores[i] > 0.35 && together(i) || subhead(i));
      }
    }
    return found;
  }

  /** A heading beside the paragraph that follows it, in one container with it. */
  private boolean subhead(int i) {
    var piece = pieces.get(i);
    return piece.kind() == Block.Kind.HEADING
        && piece.linkDensity() < 0.5
        && scores[i] > 0.02
        && together(i);
  }

  /** Whether a piece shares its container with the next, be it in a box of its own there. */
  private boolean together(int i) {
    var box = SecondLook.container(tree, pieces.get(i));
    var next = SecondLook.container(tree, pieces.get(i + 1));
    return box == next || tree.parent(box) == next || tree.parent(box) == tree.parent(next);
  }

  /** Only what the smallest element holds that has nine tenths of it all. */
  private BitSet inBestContainer(BitSet from) {
    var weights = new int[from.isEmpty() ? 0 : pieces.get(from.length() - 1).first() + 1];
    for (var i = from.nextSetBit(0); i >= 0; i = from.nextSetBit(i + 1)) {
      var up = 0;
      for (var node = pieces.get(i).box(); node >= 0 && up < 100; node = tree.parent(node), up++) {
        weights[node] += words[i];
      }
    }
    var least = Math.max(1, 0.85 * weight(from));
    // nodes are numbered outer before inner
    var best = weights.length - 1;
    while (best >= 0 && (weights[best] < least || tree.tag(best) == Tag.P)) {
      best--;
    }
    var found = new BitSet();
    for (var i = from.nextSetBit(0); i >= 0 && best >= 0; i = from.nextSetBit(i + 1)) {
      found.set(i, pieces.get(i).first() >= best && pieces.get(i).first() <= tree.last(best));
    }
    return found;
  }

  private int weight(BitSet set) {
    var sum = 0;
    for (var i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      sum += words[i];
    }
    return sum;
  }

  /**
   * Pages carry hidden copies of their text: the one among more of the article counts, else the
   * first. No copy is what stands beside the other, and what stands in an element that starts with
   * other words or has a heading of its own.
   */
  private void dropCopies(BitSet body) {
    var company = new HashMap<Integer, Integer>();
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      company.merge(SecondLook.container(tree, pieces.get(i)), words[i], Integer::sum);
    }
    var seen = new HashMap<String, Integer>();
    var own = new HashSet<Integer>();
    var begun = new HashSet<Integer>();
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      if (words[i] < 5) {
        continue;
      }
      var box = SecondLook.container(tree, pieces.get(i));
      var at = seen.putIfAbsent(pieces.get(i).text(), i);
      if (begun.add(box)
          && (at == null || i > 0 && pieces.get(i - 1).kind() == Block.Kind.HEADING)) {
        own.add(box);
      }
      var other = at == null ? box : SecondLook.container(tree, pieces.get(at));
      if (at == null || other == box || own.contains(box) || likeBoxes(box, other)) {
        continue;
      }
      if (company.getOrDefault(box, 0) > 2 * company.getOrDefault(other, 0)) {
        body.clear(at);
        seen.put(pieces.get(i).text(), i);
      } else {
        body.clear(i);
      }
    }
  }

  /** What a piece has to score to belong to the text for standing among it. */
  private static final double ALIKE = 0.15;

  /** How much of the text has to stand in one place for that. */
  private static final double MAIN = 0.5;

  private static final int LEAST_WORDS = 5;

  /** Whether two boxes stand beside each other under one name: two paragraphs, not two layouts. */
  private boolean likeBoxes(int box, int other) {
    return tree.parent(box) == tree.parent(other)
        && tree.tag(box) == tree.tag(other)
        && elements.nameHash(box) == elements.nameHash(other);
  }

  /** Where a piece stands, and in elements of which names. */
  private record Place(int container, int kind) {}

  private Place place(int i) {
    var piece = pieces.get(i);
    return new Place(
        SecondLook.container(tree, piece), PieceFeatures.signature(tree, elements, piece));
  }

  /**
   * Adds what stands where most of the article stands, in elements of the same names: a text does
   * not end in the middle of its paragraphs.
   */
  private void addAlike(BitSet body) {
    var weights = new HashMap<Place, Integer>();
    @Nullable Place main = null;
    var most = 0;
    var all = 0;
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      if (pieces.get(i).kind() != Block.Kind.CAPTION) {
        var place = place(i);
        var weight = weights.merge(place, words[i], Integer::sum);
        all += words[i];
        if (weight > most) {
          most = weight;
          main = place;
        }
      }
    }
    if (main == null || most < MAIN * all) {
      return;
    }
    // what stands before the text may be its date or its standfirst
    for (var i = body.nextSetBit(0) + 1; i < words.length; i++) {
      if (!body.get(i)
          && scores[i] > ALIKE
          && words[i] >= LEAST_WORDS
          && pieces.get(i).linkDensity() < 0.3
          && pieces.get(i).first() > main.container()
          && pieces.get(i).first() <= tree.last(main.container())
          && place(i).equals(main)) {
        body.set(i);
      }
    }
  }

  private static final int TEASER_WORDS = 40;

  /** So many teasers in a row are a list of them. */
  private static final int TEASERS = 3;

  /**
   * Headings that are links, each with one short text under it, lead to other articles: where
   * several follow one another outside the element that holds most of the text, they are left out.
   */
  private void dropTeasers(BitSet body) {
    var company = new HashMap<Integer, Integer>();
    var main = -1;
    var most = 0;
    for (var i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      var box = SecondLook.container(tree, pieces.get(i));
      var weight = company.merge(box, words[i], Integer::sum);
      if (weight > most) {
        most = weight;
        main = box;
      }
    }
    for (var i = 0; i < words.length; ) {
      var end = i;
      while (end + 1 < words.length && teaser(end, main)) {
        end += 2;
      }
      if (end - i >= 2 * TEASERS) {
        body.clear(i, end);
      }
      i = Math.max(end, i + 1);
    }
  }

  private boolean teaser(int i, int main) {
    return pieces.get(i).kind() == Block.Kind.HEADING
        && pieces.get(i).linkDensity() > 0.9
        && pieces.get(i + 1).kind() == Block.Kind.PARAGRAPH
        && words[i + 1] <= TEASER_WORDS
        && SecondLook.container(tree, pieces.get(i + 1)) != main;
  }

  /** A heading with nothing under it is no heading of the article; a sentence set as one is. */
  private void trim(BitSet body) {
    var last = body.length() - 1;
    while (last >= 0 && emptyHeading(last)) {
      last = body.previousSetBit(last - 1);
    }
    if (last >= 0) {
      body.clear(last + 1, pieces.size());
    }
  }

  private boolean emptyHeading(int i) {
    var piece = pieces.get(i);
    return piece.kind() == Block.Kind.HEADING
        && (words[i] < 16 && !piece.sentence() || piece.linkDensity() > 0.5);
  }

  private void addCaptions(BitSet body) {
    if (body.isEmpty()) {
      return;
    }
    // a picture may stand right under the last paragraph
    var end = body.length();
    while (end < pieces.size() && pieces.get(end).kind() == Block.Kind.CAPTION) {
      end++;
    }
    Captions.join(tree, pieces, body, body.nextSetBit(0), end);
  }
}
