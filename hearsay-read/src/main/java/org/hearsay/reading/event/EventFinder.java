package org.hearsay.reading.event;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.language.AnnotatedText;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Event;
import org.hearsay.reading.TimeExpression;

/**
 * Takes each sentence that tells one resolved date and names somebody as an event: "Mme Diallo a
 * rencontré M. Rey le 9 juin 2020" is the event of 2020-06-09 with both. A sentence with two dates
 * is left alone: which of them dates what is not known here. Thread-safe.
 */
public final class EventFinder {

  /** Both lists in order of their start; the result too. Linear in the length of all three. */
  public List<Event> find(AnnotatedText text, List<TimeExpression> times, List<Entity> entities) {
    var dates = times.stream().filter(EventFinder::isDay).toList();
    var mentions = mentions(entities);
    var events = new ArrayList<Event>();
    var date = 0;
    var mention = 0;
    for (var sentence : text.sentences()) {
      while (date < dates.size() && dates.get(date).start() < sentence.start()) {
        date++;
      }
      var first = date;
      while (date < dates.size() && dates.get(date).end() <= sentence.end()) {
        date++;
      }
      while (mention < mentions.size() && mentions.get(mention).span().start() < sentence.start()) {
        mention++;
      }
      var participants = new LinkedHashSet<String>();
      while (mention < mentions.size() && mentions.get(mention).span().end() <= sentence.end()) {
        participants.add(mentions.get(mention++).entity());
      }
      if (date == first + 1 && !participants.isEmpty()) {
        events.add(
            new Event(
                sentence.start(),
                sentence.end(),
                dates.get(first).edtf(),
                List.copyOf(participants)));
      }
    }
    return events;
  }

  private static boolean isDay(TimeExpression time) {
    return time.edtf() != null
        && (time.type() == TimeExpression.Type.DATE || time.type() == TimeExpression.Type.TIME);
  }

  private record Mention(Span span, String entity) {}

  /** The mentions of all people and organisations, in the order of the text. */
  private static List<Mention> mentions(List<Entity> entities) {
    return entities.stream()
        .filter(entity -> entity.kind() != Entity.Kind.PLACE)
        .flatMap(entity -> entity.mentions().stream().map(m -> new Mention(m, entity.id())))
        .sorted(comparingInt(mention -> mention.span().start()))
        .toList();
  }
}
