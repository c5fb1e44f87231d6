package org.hearsay.serve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.article.Block;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;
import org.hearsay.reading.Reading;
import org.hearsay.reading.TimeExpression;

/**
 * The article cut into pieces that each belong to the same findings, so that a page can show them
 * however they nest or overlap. One sweep over the text, with the findings that are open.
 */
final class LitText {
  private LitText() {}

  private static final String CLOSING = ".,;:!?…”’\"')»";

  /**
   * @param kind the element it is shown as
   */
  record Paragraph(Block.Kind kind, List<Piece> pieces) {}

  /**
   * @param classes space-separated
   * @param said {@code a1:content a3:source}, outermost first
   * @param entities ids, space-separated
   * @param title told when the pointer rests on it; empty for nothing
   * @param ending the statements whose last word this is: their numbers follow it
   */
  record Piece(
      String text,
      String classes,
      String said,
      String entities,
      String title,
      List<Statement> ending) {}

  private record Finding(Span span, int order, String name, String role) {}

  static List<Paragraph> of(Reading reading, List<Statement> statements) {
    var findings = findings(reading, statements);
    var text = reading.article().text();
    var endings = endings(statements, text);
    var paragraphs = new ArrayList<Paragraph>();
    var waiting = new PriorityQueue<Finding>(LitText::byStart);
    waiting.addAll(findings);
    var open = new ArrayList<Finding>();
    for (var block : reading.article().blocks()) {
      paragraphs.add(new Paragraph(block.kind(), pieces(block, text, waiting, open, endings)));
    }
    return paragraphs;
  }

  private static final String UNRESOLVED = "A time that the text does not let one work out.";

  private static int byStart(Finding a, Finding b) {
    var start = Integer.compare(a.span.start(), b.span.start());
    return start != 0 ? start : Integer.compare(a.order, b.order);
  }

  private static List<Finding> findings(Reading reading, List<Statement> statements) {
    var findings = new ArrayList<Finding>();
    for (var statement : statements) {
      for (var light : Light.of(statement.said())) {
        var name = statement.id();
        findings.add(new Finding(light.span(), statement.number(), name, light.tone().toString()));
      }
    }
    var last = Integer.MAX_VALUE;
    for (var entity : reading.entities()) {
      entity.mentions().forEach(m -> findings.add(new Finding(m, last, entity.id(), "who")));
    }
    for (var time : reading.times()) {
      findings.add(new Finding(time.span(), last, told(time), "when"));
    }
    reading.hedges().forEach(h -> findings.add(new Finding(h, last, "", "hedge")));
    return findings;
  }

  /** The value of a time and what it was counted from, for the tooltip. */
  private static String told(TimeExpression time) {
    var value = time.edtf() != null ? time.edtf() : time.value();
    var anchor = time.anchor();
    if (value == null) {
      return UNRESOLVED;
    }
    if (anchor == null) {
      return value + ", of a year or day that is not known";
    }
    return switch (anchor) {
      case ABSOLUTE -> value;
      case PUBLISHED -> value + ", counted from the day of publication";
      case PREVIOUS -> value + ", counted from the date mentioned before";
    };
  }

  private static TreeMap<Integer, List<Statement>> endings(
      List<Statement> statements, String text) {
    var endings = new TreeMap<Integer, List<Statement>>();
    for (var statement : statements) {
      Light.of(statement.said()).stream()
          .mapToInt(light -> light.span().end())
          .max()
          .ifPresent(
              end ->
                  endings
                      .computeIfAbsent(afterMarks(end, text), e -> new ArrayList<>())
                      .add(statement));
    }
    return endings;
  }

  /** Past the marks that close a sentence or quotation: a number before a full stop looks torn. */
  private static int afterMarks(int end, String text) {
    var at = end;
    while (at < text.length()) {
      if (CLOSING.indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (at + 1 < text.length()
          && Character.isSpaceChar(text.charAt(at))
          && text.charAt(at + 1) == '»') {
        at += 2;
      } else {
        break;
      }
    }
    return at;
  }

  private static List<Piece> pieces(
      Block block,
      String text,
      PriorityQueue<Finding> waiting,
      List<Finding> open,
      TreeMap<Integer, List<Statement>> endings) {
    var pieces = new ArrayList<Piece>();
    var at = block.start();
    while (at < block.end()) {
      open(waiting, open, at);
      var from = at;
      open.removeIf(f -> f.span.end() <= from);
      var to = block.end();
      for (var finding : open) {
        to = Math.min(to, finding.span.end());
      }
      var next = waiting.peek();
      if (next != null) {
        to = Math.min(to, next.span.start());
      }
      var ending = endings.higherKey(at);
      if (ending != null) {
        to = Math.min(to, ending);
      }
      pieces.add(piece(text.substring(at, to), open, endings.getOrDefault(to, List.of())));
      at = to;
    }
    return pieces;
  }

  private static void open(PriorityQueue<Finding> waiting, List<Finding> open, int at) {
    for (var next = waiting.peek();
        next != null && next.span.start() <= at;
        next = waiting.peek()) {
      open.add(waiting.remove());
    }
    open.removeIf(finding -> finding.span.end() <= at);
  }

  private static Piece piece(String text, List<Finding> open, List<Statement> ending) {
    var classes = new LinkedHashSet<String>();
    var said = new TreeMap<Integer, String>();
    var who = new TreeSet<String>();
    var title = "";
    var depth = 0;
    for (var finding : open) {
      switch (finding.role) {
        case "who" -> who.add(finding.name);
        case "when" -> {
          classes.add("when");
          if (finding.name.equals(UNRESOLVED)) {
            classes.add("unresolved");
          }
          title = finding.name;
        }
        case "hedge" -> {
          classes.add("hedge");
          title = "The writer keeps a distance here.";
        }
        default -> {
          depth += finding.role.equals("content") ? 1 : 0;
          said.merge(finding.order, finding.name + ":" + finding.role, (a, b) -> a + " " + b);
        }
      }
    }
    classes.addAll(tones(said, depth));
    return new Piece(
        text,
        String.join(" ", classes),
        String.join(" ", said.values()),
        String.join(" ", who),
        title,
        ending);
  }

  private static Set<String> tones(TreeMap<Integer, String> said, int depth) {
    var tones = new LinkedHashSet<String>();
    if (!said.isEmpty()) {
      var roles = said.lastEntry().getValue();
      for (var tone : List.of("source", "cue", "content")) {
        if (roles.contains(":" + tone)) {
          tones.add(tone);
          break;
        }
      }
      if (depth > 0) {
        tones.add("in" + Math.min(depth, 3));
      }
    }
    return tones;
  }

  /** Where a stretch of text stands, for the links that point at it. */
  static String place(Spanned spanned) {
    return spanned.start() + "-" + spanned.end();
  }
}
