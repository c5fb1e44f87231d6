package org.hearsay.reading.attribution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearsay.article.Block;

/**
 * Finds the stretches in quotation marks: {@code « »}, {@code “ ”}, {@code " "}, {@code ‘ ’},
 * {@code `` ''}.
 *
 * <p>Marks are matched inside one block. An opening mark that is never closed ends with its block
 * when the next block opens with the same mark (each paragraph of a long quotation reopens it), and
 * otherwise with its sentence: a lost mark never swallows what follows. A closing mark that nothing
 * opened counts only at the end of a block after one that was left open.
 */
final class Quotations {

  private static final int LONGEST = 6000;
  private static final int DEEPEST = 8;

  private final String text;
  private final List<Quotation> found = new ArrayList<>();

  private record Open(char mark, int at) {}

  private Quotations(String text) {
    this.text = text;
  }

  /** In order of start, outer before inner. */
  static List<Quotation> find(String text, List<Block> blocks) {
    var quotations = new Quotations(text);
    var open = ' ';
    for (var i = 0; i < blocks.size(); i++) {
      var next = i + 1 < blocks.size() ? firstOf(text, blocks.get(i + 1)) : ' ';
      open = quotations.scan(blocks.get(i), open, next);
    }
    return quotations.nested();
  }

  private static char firstOf(String text, Block block) {
    var at = block.start();
    while (at < block.end() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < block.end() ? text.charAt(at) : ' ';
  }

  /** Returns the mark that the block leaves open for the next one; a space when none. */
  private char scan(Block block, char continued, char nextFirst) {
    var stack = new ArrayDeque<Open>();
    var from = found.size();
    for (var at = block.start(); at < block.end(); at++) {
      var c = text.charAt(at);
      if (c == '»' && at == start(block) && continued == '«') {
        stack.push(new Open('«', at));
        continue;
      }
      switch (role(c, at, block, stack)) {
        case OPENS -> {
          stack.push(new Open(c, at));
          if (stack.size() > DEEPEST) {
            stack.removeLast();
          }
        }
        case CLOSES -> close(stack, opener(c, stack), at, width(c, at), block, continued);
        default -> {}
      }
      if (width(c, at) == 2) {
        at++;
      }
    }
    if (stack.isEmpty()) {
      return ' ';
    }
    var first = stack.getLast();
    if (nextFirst == first.mark() || (first.mark() == '«' && nextFirst == '»')) {
      if (block.end() - first.at() < LONGEST) {
        found.removeIf(q -> q.start() == first.at());
        add(first.at(), trimmedEnd(block), true, continues(first.at(), block, continued));
        return first.mark();
      }
    }
    for (var lost : stack) {
      var end = sentenceEnd(lost.at() + 1, block.end());
      if (found.subList(from, found.size()).stream()
          .noneMatch(q -> q.start() < end && lost.at() < q.end() && q.end() > end)) {
        add(lost.at(), end, false, continues(lost.at(), block, continued));
      }
    }
    return ' ';
  }

  private enum Mark {
    OPENS,
    CLOSES,
    NEITHER
  }

  private Mark role(char c, int at, Block block, ArrayDeque<Open> stack) {
    var before = at > block.start() ? text.charAt(at - 1) : ' ';
    var after = at + 1 < block.end() ? text.charAt(at + 1) : ' ';
    return switch (c) {
      case '«', '„' -> Mark.OPENS;
      case '»', '”' -> Mark.CLOSES;
      // some write it at both ends; and it closes what „ opened
      case '“' ->
          holds(stack, '„') || (holds(stack, '“') && !space(before) && !Character.isLetter(after))
              ? Mark.CLOSES
              : Mark.OPENS;
      case '"' -> {
        if (!holds(stack, '"')) {
          yield space(after) && !space(before) ? Mark.NEITHER : Mark.OPENS;
        }
        yield space(before) && !space(after) && Character.isLetterOrDigit(after)
            ? Mark.OPENS
            : Mark.CLOSES;
      }
      case '‘' ->
          (space(before) || "([“\"«—–-".indexOf(before) >= 0) && !space(after)
              ? Mark.OPENS
              : Mark.NEITHER;
      case '’' ->
          !Character.isLetterOrDigit(after) && holds(stack, '‘') ? Mark.CLOSES : Mark.NEITHER;
      case '`' -> after == '`' ? Mark.OPENS : Mark.NEITHER;
      case '\'' -> after == '\'' && holds(stack, '`') ? Mark.CLOSES : Mark.NEITHER;
      default -> Mark.NEITHER;
    };
  }

  /** Two for {@code ``} and {@code ''}. */
  private int width(char c, int at) {
    return (c == '`' || c == '\'') && at + 1 < text.length() && text.charAt(at + 1) == c ? 2 : 1;
  }

  private static char opener(char closer, ArrayDeque<Open> stack) {
    return switch (closer) {
      case '»' -> '«';
      case '”' -> holds(stack, '“') || !holds(stack, '„') ? '“' : '„';
      case '“' -> holds(stack, '„') ? '„' : '“';
      case '’' -> '‘';
      case '\'' -> '`';
      default -> closer;
    };
  }

  private void close(
      ArrayDeque<Open> stack, char opener, int at, int width, Block block, char continued) {
    if (!holds(stack, opener)) {
      if (stack.isEmpty() && continued == opener && at - block.start() < LONGEST) {
        add(start(block), at + width, true, true);
      }
      return;
    }
    // marks left open inside are lost ones
    while (stack.element().mark() != opener) {
      stack.pop();
    }
    var open = stack.pop();
    if (at - open.at() < LONGEST) {
      add(open.at(), at + width, true, continues(open.at(), block, continued));
    }
  }

  private boolean continues(int at, Block block, char continued) {
    return continued != ' ' && at == start(block);
  }

  private void add(int start, int end, boolean closed, boolean continues) {
    if (end - start > 1) {
      found.add(new Quotation(start, end, 0, closed, continues));
    }
  }

  private List<Quotation> nested() {
    found.sort(Comparator.comparingInt(Quotation::start).thenComparing(q -> -q.end()));
    var result = new ArrayList<Quotation>(found.size());
    var outer = new ArrayDeque<Quotation>();
    for (var quotation : found) {
      while (!outer.isEmpty() && outer.element().end() < quotation.end()) {
        outer.pop();
      }
      result.add(
          new Quotation(
              quotation.start(),
              quotation.end(),
              outer.size(),
              quotation.closed(),
              quotation.continues()));
      outer.push(quotation);
    }
    return result;
  }

  private int start(Block block) {
    var at = block.start();
    while (at < block.end() && space(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int trimmedEnd(Block block) {
    var end = block.end();
    while (end > block.start() && space(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** After the first full stop that a space follows, or the limit. */
  private int sentenceEnd(int from, int limit) {
    for (var at = from; at < limit; at++) {
      var c = text.charAt(at);
      if ((c == '.' || c == '!' || c == '?' || c == '…')
          && (at + 1 >= limit || space(text.charAt(at + 1)))
          && at > from + 3) {
        return at + 1;
      }
    }
    return limit;
  }

  private static boolean holds(ArrayDeque<Open> stack, char mark) {
    for (var open : stack) {
      if (open.mark() == mark) {
        return true;
      }
    }
    return false;
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\u2009';
  }
}
