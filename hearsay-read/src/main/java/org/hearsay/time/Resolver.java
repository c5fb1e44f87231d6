package org.hearsay.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.time.TimeMention.Anchor;
import org.hearsay.time.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/** Gives the matches of one text their meanings, from left to right, and joins ranges. */
final class Resolver {

  private static final int LONGEST_HEADING = 150;

  /** How far the day of an event stands behind what counts from it. */
  private static final int LONGEST_EVENT = 60;

  /** How many expressions below a heading are looked at. */
  private static final int FURTHER_ON = 6;

  private final TextTenses tenses;
  private final Finder finder;
  private final String text;
  private final int[] sentences;
  private final Context context;
  private int sentence;

  Resolver(
      RuleBook book, Finder finder, String text, int[] sentences, @Nullable LocalDate published) {
    this.tenses = new TextTenses(book.tenses, text, finder.words);
    this.finder = finder;
    this.text = text;
    this.sentences = sentences;
    this.context = new Context(published);
  }

  List<Resolved> resolve(List<Match> matches) {
    carry(matches);
    borrow(matches);
    matches.forEach(this::noteYear);
    var found = new ArrayList<Resolved>();
    for (var i = 0; i < matches.size(); i++) {
      var match = matches.get(i);
      enter(matches, i);
      var next = i + 1 < matches.size() ? matches.get(i + 1) : null;
      var meaning = meaning(matches, i);
      if (meaning == null) {
        continue;
      }
      var joined = next == null ? null : join(match, meaning, next);
      if (next != null && joined != null) {
        match.end = next.end;
        match.beside.addAll(next.beside);
        meaning = joined;
        i++;
      }
      meaning = onward(found, match, meaning);
      if (!match.fields.has("event")) {
        context.mention(meaning, match.fields.has("compare"));
      }
      found.add(Resolved.of(match, meaning, context.published));
    }
    return ranges(found);
  }

  /** From left to right: what a day that is no more than a number takes from the one before it. */
  private void carry(List<Match> matches) {
    for (var i = 1; i < matches.size(); i++) {
      var first = matches.get(i - 1);
      var second = matches.get(i);
      if (second.fields.has("carry") && linked(first, second)) {
        second.fields.carry(first.fields);
      }
    }
  }

  /** From right to left: what an expression leaves to the one after it. */
  private void borrow(List<Match> matches) {
    for (var i = matches.size() - 2; i >= 0; i--) {
      var first = matches.get(i);
      var second = matches.get(i + 1);
      if (first.rule.sense() == second.rule.sense() && linked(first, second)) {
        first.fields.borrow(second.fields);
      }
    }
  }

  private boolean linked(Match first, Match second) {
    return isRange(first, second) || takes(first, second, Sense.AND, false);
  }

  private boolean isRange(Match first, Match second) {
    return takes(first, second, Sense.TO, false)
        || first.beside(Sense.FROM) && takes(first, second, Sense.TO, true);
  }

  /** Whether a link of this sense is all that stands between; notes it beside the first. */
  private boolean takes(Match first, Match second, Sense sense, boolean between) {
    var link = finder.link(first.end, second.start, sense, between);
    if (link == null) {
      return false;
    }
    first.beside.add(link);
    return true;
  }

  /** Moves to the sentence of a match and reads its tense. */
  private void enter(List<Match> matches, int i) {
    var match = matches.get(i);
    var from = 0;
    var to = text.length();
    if (sentences.length > 0) {
      while (sentence + 1 < sentences.length && sentences[sentence + 1] <= match.start()) {
        sentence++;
      }
      from = Math.min(sentences[sentence], match.start());
      to =
          sentence + 1 < sentences.length
              ? Math.max(sentences[sentence + 1], match.end())
              : text.length();
    }
    var first = from;
    var last = to;
    var lean = match.beside("lean").isEmpty() ? match.fields.text("lean") : match.beside("lean");
    context.enter(
        lean.isEmpty() ? null : Context.Lean.named(lean),
        () -> {
          var tense =
              context.lean == Context.Lean.RATHER_AHEAD
                  ? tenses.until(match.start(), match.end(), first, last)
                  : tenses.around(match.start(), match.end(), first, last);
          return tense == Context.Tense.UNKNOWN && isWeekday(match) && isHeading(match)
              ? tenseFurtherOn(matches, i)
              : tense;
        });
  }

  /** A day that the text gives with its year somewhere tells that of the same day without it. */
  private void noteYear(Match match) {
    var fields = match.fields;
    if (fields.has("day") && fields.has("month") && fields.has("year") && !fields.has("event")) {
      fields
          .whole("year")
          .filter(year -> year > 999)
          .ifPresent(year -> context.noteYear(fields, year));
    }
  }

  /** Whether a match stands in a line that ends without a full stop: it often has no verb. */
  private boolean isHeading(Match match) {
    var end = match.end();
    while (end < text.length() && text.charAt(end) != '\n' && end - match.end() < LONGEST_HEADING) {
      end++;
    }
    return end - match.end() < LONGEST_HEADING
        && end > 0
        && end < text.length()
        && ".!?…:;»”\"".indexOf(text.charAt(end - 1)) < 0;
  }

  /** Where the text below a heading speaks of the same weekday, its tense there. */
  private Context.Tense tenseFurtherOn(List<Match> matches, int i) {
    var weekday = matches.get(i).fields.text("weekday");
    for (var j = i + 1; j < matches.size() && j <= i + FURTHER_ON; j++) {
      var match = matches.get(j);
      if (isWeekday(match) && match.fields.is("weekday", weekday)) {
        var line = Math.max(0, text.lastIndexOf('\n', match.start()));
        var next = text.indexOf('\n', match.end());
        return tenses.around(match.start(), match.end(), line, next < 0 ? text.length() : next);
      }
    }
    return Context.Tense.UNKNOWN;
  }

  private @Nullable Meaning meaning(List<Match> matches, int i) {
    var match = matches.get(i);
    // A bare number is only what its neighbour makes of it.
    if ((match.fields.has("borrow") || match.fields.has("carry"))
        && !match.fields.has("month")
        && !match.fields.has("monthshift")
        && !match.fields.has("half")) {
      return null;
    }
    if (match.fields.is("from", "event")) {
      var beside = inApposition(matches, i);
      if (beside != null) {
        return beside;
      }
      context.event = dayOfEvent(matches, i);
    }
    var meaning = match.rule.sense().meaning(match.fields, context).orElse(null);
    if (meaning == null || match.rule.sense() != Sense.TIME) {
      return meaning;
    }
    var next = i + 1 < matches.size() ? matches.get(i + 1) : null;
    var afterNext = i + 2 < matches.size() ? matches.get(i + 2) : null;
    // "3 p.m. to 4 p.m. on Friday": both on that day.
    return next != null
            && afterNext != null
            && next.rule.sense() == Sense.TIME
            && isRange(match, next)
        ? withDay(meaning, next, afterNext)
        : withDay(meaning, match, next);
  }

  /** "On Oct. 12, the day before the crash": that day, which was worked out before; or null. */
  private @Nullable Meaning inApposition(List<Match> matches, int i) {
    var first = i == 0 ? null : matches.get(i - 1);
    return first != null
            && first.rule.sense() == Sense.DATE
            && text.substring(first.end(), Math.max(first.end(), matches.get(i).start()))
                .equals(", ")
            && matches.get(i).fields.is("unit", "D")
            && context.lastDay != null
        ? Meaning.of(new Period(context.lastDay, Grain.DAY), Anchor.PREVIOUS)
        : null;
  }

  /**
   * "The day after the vote of 3 March": the day that stands behind the event, with no verb and no
   * mark between them; null when there is none.
   */
  private @Nullable LocalDate dayOfEvent(List<Match> matches, int i) {
    var from = matches.get(i).end();
    var next = i + 1 < matches.size() ? matches.get(i + 1) : null;
    if (next == null
        || next.start() - from > LONGEST_EVENT
        || next.rule.sense() != Sense.DATE && next.rule.sense() != Sense.FEAST
        || !tenses.isPhrase(from, next.start())) {
      return null;
    }
    var day = next.rule.sense().meaning(next.fields, context).orElse(null);
    return day != null && isDay(day) && day.period() != null ? day.period().start() : null;
  }

  /** A time of day and its day: the one beside it, the last one mentioned, or publication's. */
  private Meaning withDay(Meaning time, Match match, @Nullable Match next) {
    if (next != null && takes(match, next, Sense.JOIN, false)) {
      var day = next.rule.sense().meaning(next.fields, context).orElse(null);
      if (day != null && isDay(day)) {
        return new Meaning(Type.TIME, day.period(), time.clock(), null, day.anchor());
      }
    }
    // The hours that begin the lines of a live report are those of its day.
    var begins = match.start() == 0 || text.charAt(match.start() - 1) == '\n';
    var previous = context.lastDay != null && !(begins && context.published != null);
    var day = previous ? context.lastDay : context.published;
    if (day == null) {
      return time;
    }
    return new Meaning(
        Type.TIME,
        new Period(day, Grain.DAY),
        time.clock(),
        null,
        previous ? Anchor.PREVIOUS : Anchor.PUBLISHED);
  }

  private static boolean isDay(Meaning meaning) {
    return meaning.period() != null
        && meaning.period().grain() == Grain.DAY
        && (meaning.clock().isEmpty() || !Character.isDigit(meaning.clock().charAt(1)));
  }

  /** "From Monday to Wednesday": the Wednesday after that Monday. */
  private Meaning onward(List<Resolved> found, Match match, Meaning meaning) {
    var before = found.isEmpty() ? null : found.get(found.size() - 1);
    if (before == null || !isDay(meaning) || !isDay(before.meaning()) || !isWeekday(match)) {
      return meaning;
    }
    var start = before.meaning().period();
    var end = meaning.period();
    return start != null
            && end != null
            && isWeekday(before.match())
            && end.start().isBefore(start.start())
            && isRange(before.match(), match)
        ? new Meaning(meaning.type(), end.plus(7), meaning.clock(), null, meaning.anchor())
        : meaning;
  }

  private static boolean isWeekday(Match match) {
    return match.fields.has("weekday") && !match.fields.has("day") && !match.fields.has("month");
  }

  /** One meaning for a time and its day when they stand together; null when they do not. */
  private @Nullable Meaning join(Match first, Meaning meaning, Match second) {
    var timeFirst = first.rule.sense() == Sense.TIME;
    var timeSecond = second.rule.sense() == Sense.TIME;
    if (timeFirst == timeSecond) {
      return null;
    }
    var link = finder.link(first.end, second.start, Sense.JOIN, false, timeFirst ? "time" : "day");
    if (link == null) {
      return null;
    }
    var other = second.rule.sense().meaning(second.fields, context).orElse(null);
    if (other == null) {
      return null;
    }
    var set = timeFirst ? other : meaning;
    if (set.type() == Type.SET) {
      first.beside.add(link);
      return everyDay(set, timeFirst ? meaning : other);
    }
    if (link.fields.is("only", "set")) {
      return null;
    }
    first.beside.add(link);
    var day = timeFirst ? other : meaning;
    var time = timeFirst ? meaning : other;
    return isDay(day) && time.clock().length() > 1
        ? new Meaning(Type.TIME, day.period(), time.clock(), null, day.anchor())
        : null;
  }

  /** "Every Monday at 4 p.m.": a set with the time of it; null for what is not of days. */
  private static @Nullable Meaning everyDay(Meaning set, Meaning time) {
    var days = String.valueOf(set.value()).replaceFirst("T[A-Z]{2}$", "");
    if (days.equals("P1D")) {
      days = "XXXX-XX-XX";
    }
    return days.matches("XXXX-(?:WXX-\\d|XX-XX|\\d\\d-\\d\\d)")
        ? Meaning.of(Type.SET, days + time.clock())
        : null;
  }

  /** The two ends of a range both get its interval. */
  private List<Resolved> ranges(List<Resolved> found) {
    for (var i = 0; i + 1 < found.size(); i++) {
      var first = found.get(i);
      var second = found.get(i + 1);
      if (first.meaning().type() == second.meaning().type()
          && isRange(first.match(), second.match())
          && isInterval(Edtf.of(first.meaning(), ""), Edtf.of(second.meaning(), ""))) {
        var interval = Edtf.interval(first.edtf(), second.edtf());
        if (!interval.contains("..")) {
          found.set(i, first.withEdtf(interval));
          found.set(i + 1, second.withEdtf(interval));
          i++; // Its end begins no other one.
        }
      }
    }
    return found;
  }

  /** Whether two values are the ends of an interval, which in EDTF is one of days. */
  private static boolean isInterval(@Nullable String from, @Nullable String to) {
    return from != null
        && to != null
        && from.compareTo(to) < 0
        && from.indexOf('T') < 0
        && to.indexOf('T') < 0;
  }
}
