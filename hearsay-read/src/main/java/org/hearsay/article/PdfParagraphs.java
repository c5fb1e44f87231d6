package org.hearsay.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.article.PdfLines.Line;

/**
 * Joins lines to paragraphs. A new one starts where the gap between lines grows, the size of the
 * letters changes, a line is indented, or a short line ended a sentence; over a column or page
 * break a sentence that is not finished goes on. Lines that stand in the same place on three pages
 * or more are running heads and left out.
 *
 * <p>A hyphen at the end of a line is dropped when the next line goes on in lower case, unless the
 * document has the word with its hyphen elsewhere; how often, {@link #joined} says.
 */
final class PdfParagraphs {

  private static final Pattern FINISHED = Pattern.compile("(?s).*[.!?:…»”\"][)\\]]?");
  private static final int RUNNING = 3;

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Furniture> furniture = new ArrayList<>();
  private final Set<String> hyphenated = new HashSet<>();
  private float bodySize;
  private float gap;
  private float column;
  private int joined;

  private PdfParagraphs() {}

  static PdfParagraphs of(List<Line> lines) {
    var paragraphs = new PdfParagraphs();
    paragraphs.read(lines);
    return paragraphs;
  }

  String text() {
    return text.toString();
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Furniture> furniture() {
    return furniture;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** How many words lost a hyphen at the end of a line. */
  int joined() {
    return joined;
  }

  private void read(List<Line> all) {
    var lines = withoutRunningHeads(all);
    if (lines.isEmpty()) {
      return;
    }
    measure(lines);
    var paragraph = new StringBuilder();
    Line first = lines.get(0);
    Line before = null;
    for (var line : lines) {
      if (before != null && starts(first, before, line)) {
        end(paragraph, first);
        first = line;
      }
      join(paragraph, line.text());
      before = line;
    }
    end(paragraph, first);
  }

  private void measure(List<Line> lines) {
    var sizes = new HashMap<Float, Integer>();
    var gaps = new HashMap<Float, Integer>();
    var widths = new ArrayList<Float>();
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      sizes.merge(rounded(line.size()), line.text().length(), Integer::sum);
      widths.add(line.right() - line.left());
      if (i > 0 && below(lines.get(i - 1), line)) {
        gaps.merge(rounded(line.bottom() - lines.get(i - 1).bottom()), 1, Integer::sum);
      }
      for (var word : line.text().split("[^\\p{L}-]+")) {
        if (word.indexOf('-') > 0 && !word.endsWith("-")) {
          hyphenated.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    bodySize = commonest(sizes);
    gap = gaps.isEmpty() ? bodySize * 1.2f : commonest(gaps);
    widths.sort(null);
    column = widths.get(widths.size() * 9 / 10);
  }

  private static float rounded(float points) {
    return Math.round(points * 2) / 2f;
  }

  /** Of two that are equally common the smaller, so that the order of a map plays no part. */
  private static float commonest(Map<Float, Integer> counts) {
    var best = counts.entrySet().iterator().next();
    for (var entry : counts.entrySet()) {
      var more = entry.getValue() - best.getValue();
      if (more > 0 || more == 0 && entry.getKey() < best.getKey()) {
        best = entry;
      }
    }
    return best.getKey();
  }

  private static boolean below(Line before, Line line) {
    return line.page() == before.page() && line.bottom() > before.bottom();
  }

  /**
   * @param first line of the paragraph that {@code before} ends for now
   */
  private boolean starts(Line first, Line before, Line line) {
    if (Math.abs(line.size() - before.size()) > 0.1f * before.size()) {
      return true;
    }
    var finished = FINISHED.matcher(before.text()).matches();
    if (!below(before, line)) { // the next column or page
      return finished || !Character.isLowerCase(line.text().codePointAt(0));
    }
    var em = line.size();
    var gapHere = line.bottom() - before.bottom();
    var indented = line.left() > before.left() + 0.8f * em && before != first;
    var shortBefore = before.right() < before.left() + 0.75f * column;
    return gapHere > Math.max(gap * 1.3f, em * 1.05f)
        || indented && finished
        || shortBefore && finished;
  }

  private void join(StringBuilder paragraph, String line) {
    var length = paragraph.length();
    if (length == 0) {
      paragraph.append(line);
      return;
    }
    var last = paragraph.charAt(length - 1);
    var hyphen = last == '-' || last == '\u2010' || last == '\u00ad';
    var goesOn = length > 1 && Character.isLetter(paragraph.charAt(length - 2));
    if (!hyphen || !goesOn) {
      paragraph.append(' ').append(line);
    } else if (last == '\u00ad' || drops(paragraph, line)) {
      paragraph.setLength(length - 1);
      paragraph.append(line);
      joined++;
    } else {
      paragraph.append(line);
    }
  }

  private boolean drops(StringBuilder paragraph, String line) {
    if (!Character.isLowerCase(line.codePointAt(0))) {
      return false;
    }
    var from = paragraph.length() - 1;
    while (from > 0 && isOfWord(paragraph.charAt(from - 1))) {
      from--;
    }
    var to = 0;
    while (to < line.length() && isOfWord(line.charAt(to))) {
      to++;
    }
    var word = paragraph.substring(from) + line.substring(0, to);
    return !hyphenated.contains(word.toLowerCase(Locale.ROOT).replace('\u2010', '-'));
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || c == '-';
  }

  private void end(StringBuilder paragraph, Line first) {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    var heading = first.size() > 1.15f * bodySize && paragraph.length() < 300;
    var start = text.length();
    text.append(paragraph);
    blocks.add(
        new Block(heading ? Block.Kind.HEADING : Block.Kind.PARAGRAPH, start, text.length(), null));
    paragraph.setLength(0);
  }

  private List<Line> withoutRunningHeads(List<Line> lines) {
    var places = new HashMap<String, Set<Integer>>();
    for (var line : lines) {
      places.computeIfAbsent(place(line), key -> new HashSet<>()).add(line.page());
    }
    var body = new ArrayList<Line>();
    var told = new HashSet<String>();
    for (var line : lines) {
      if (places.getOrDefault(place(line), Set.of()).size() < RUNNING) {
        body.add(line);
      } else if (told.add(place(line))) {
        furniture.add(new Furniture(Furniture.Kind.OTHER, line.text(), null));
      }
    }
    return body;
  }

  /** Where it stands and what it says, page numbers aside. */
  private static String place(Line line) {
    return Math.round(line.bottom()) + " " + line.text().replaceAll("\\d+", "#");
  }
}
