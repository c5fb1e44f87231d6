package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Attribution.Form;
import org.hearsay.reading.Entity;

/** Turns drafts into attributions: cut at paragraphs, with speaker, form, flags and chain. */
final class Assembly {

  private final Words words;
  private final Flags flags;

  Assembly(Words words) {
    this.words = words;
    this.flags = new Flags(words);
  }

  /** Drafts must be in order of their content, outer before inner. */
  Attributions assemble(List<Draft> drafts, List<Span> hedges, List<Entity> entities) {
    var speakers = new Speakers(words, entities);
    var attributions = new ArrayList<Attribution>();
    for (var i = 0; i < drafts.size(); i++) {
      var draft = drafts.get(i);
      var outer = outer(drafts, i);
      var speaker = speakers.of(draft, outer < 0 ? null : attributions.get(outer).speaker());
      attributions.add(
          new Attribution(
              "a" + (i + 1),
              spans(draft.source()),
              spans(draft.cue()),
              spans(draft.content()),
              speaker,
              form(draft),
              flags.of(draft, speaker),
              outer < 0 ? null : "a" + (outer + 1),
              Math.round(draft.confidence() * 1000) / 1000.0,
              null));
    }
    return new Attributions(attributions, hedges, speakers.entities());
  }

  /** The smallest attribution whose content holds the cue and content of this one; -1 when none. */
  private int outer(List<Draft> drafts, int of) {
    var draft = drafts.get(of);
    for (var i = of - 1; i >= 0 && of - i < 40; i--) {
      if (drafts.get(i).holds(draft)) {
        return i;
      }
    }
    return -1;
  }

  private Form form(Draft draft) {
    var quoted = 0;
    var plain = 0;
    // What is told inside a quotation is no quotation of its own.
    var around =
        draft.head() < 0 || Borders.incise(words, draft) ? -1 : words.quotation[draft.head()];
    for (var piece : draft.content()) {
      for (var i = piece.first(); i < piece.end(); i++) {
        if (words.punctuation[i]) {
          continue;
        }
        if (words.quotation[i] >= 0 && words.quotation[i] != around) {
          quoted++;
        } else {
          plain++;
        }
      }
    }
    return quoted == 0 ? Form.INDIRECT : plain == 0 ? Form.DIRECT : Form.MIXED;
  }

  private List<Span> spans(List<Range> ranges) {
    var spans = new ArrayList<Span>();
    for (var range : ranges) {
      var first = range.first();
      for (var i = first + 1; i <= range.end(); i++) {
        if (i == range.end() || words.block[i] != words.block[first]) {
          spans.add(words.span(new Range(first, i)));
          first = i;
        }
      }
    }
    spans.sort(null);
    return spans;
  }
}
