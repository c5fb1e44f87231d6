package org.hearsay.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.article.ByteRange;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every reading, whatever the input, as {@code docs/reading-format.md} promises: the
 * spans lie inside the text, the blocks are in order and apart, the byte ranges lie inside the
 * original, ids are unique, every id that is referred to exists, and nothing unknown is given as an
 * empty string.
 *
 * <p>A problem reads {@code a3.content[1] 120..480 leaves the text of 412}.
 */
public final class ReadingInvariants {
  private final int length;
  private final long bytes;
  private final List<String> problems = new ArrayList<>();
  private int spans;

  private ReadingInvariants(Reading reading) {
    length = reading.article().text().length();
    bytes = reading.source().bytes();
  }

  /** What is wrong with this reading, one line each, in the order of its fields; empty if sound. */
  public static List<String> problems(Reading reading) {
    var check = new ReadingInvariants(reading);
    check.run(reading);
    return List.copyOf(check.problems);
  }

  /** How many spans and byte ranges {@link #problems} looks at in this reading. */
  public static int spans(Reading reading) {
    var check = new ReadingInvariants(reading);
    check.run(reading);
    return check.spans;
  }

  private void run(Reading reading) {
    if (reading.format() != Reading.FORMAT) {
      problems.add("format is " + reading.format() + ", not " + Reading.FORMAT);
    }
    source(reading);
    article(reading);
    var entities = new HashSet<String>();
    reading.entities().forEach(e -> unique(e.id(), entities));
    reading.entities().forEach(e -> entity(e, entities));
    spans("times", reading.times());
    attributions(reading, entities);
    spans("hedges", reading.hedges());
    for (var event : reading.events()) {
      span("event", event);
      event.participants().forEach(p -> exists("event.participants", p, entities));
    }
    for (var conflict : reading.conflicts()) {
      spans(conflict.kind() + ".evidence", conflict.evidence());
      exists(conflict.kind() + ".entity", conflict.entity(), entities);
    }
  }

  private void source(Reading reading) {
    var source = reading.source();
    notEmpty("source.mediaType", source.mediaType());
    notEmpty("source.charset", source.charset());
    if (!source.sha256().matches("[0-9a-f]{64}")) {
      problems.add("source.sha256 is not 64 hexadecimal digits: " + source.sha256());
    }
  }

  private void article(Reading reading) {
    var article = reading.article();
    notEmpty("article.url", article.url());
    notEmpty("article.site", article.site());
    notEmpty("article.title", article.title());
    notEmpty("article.standfirst", article.standfirst());
    notEmpty("article.published", article.published());
    notEmpty("article.modified", article.modified());
    notEmpty("article.language", article.language());
    article.bylines().forEach(b -> notEmpty("article.bylines", b));
    var last = 0;
    for (var block : article.blocks()) {
      span("block", block);
      range("block", block.html());
      if (block.start() < last) {
        problems.add("block " + show(block) + " begins before the one before it ends");
      }
      last = Math.max(last, block.end());
    }
    article.furniture().forEach(f -> range("furniture", f.html()));
    spans("links", article.links());
    if (article.reuse() != null) {
      article.reuse().evidence().forEach(e -> range("reuse.evidence", e.html()));
    }
  }

  private void entity(Entity entity, Set<String> entities) {
    notEmpty(entity.id() + ".name", entity.name());
    spans(entity.id() + ".mentions", entity.mentions());
    ordered(entity.id() + ".mentions", entity.mentions());
    spans(entity.id() + ".roles", entity.roles());
    for (var role : entity.roles()) {
      notEmpty(entity.id() + ".roles.title", role.title());
      exists(entity.id() + ".roles.organisation", role.organisation(), entities);
    }
  }

  private void attributions(Reading reading, Set<String> entities) {
    var ids = new HashSet<String>();
    var parents = new HashMap<String, @Nullable String>();
    for (var said : reading.attributions()) {
      unique(said.id(), ids);
      parents.put(said.id(), said.within());
    }
    for (var said : reading.attributions()) {
      spans(said.id() + ".source", said.source());
      spans(said.id() + ".cue", said.cue());
      spans(said.id() + ".content", said.content());
      ordered(said.id() + ".content", said.content());
      exists(said.id() + ".speaker", said.speaker(), entities);
      exists(said.id() + ".within", said.within(), ids);
      if (within(said, parents)) {
        problems.add(said.id() + ".within leads back to itself");
      }
    }
  }

  /** Whether the chain above this attribution comes back to it. */
  private static boolean within(Attribution said, Map<String, @Nullable String> parents) {
    var up = said.within();
    for (var steps = 0; up != null && steps <= parents.size(); steps++) {
      if (up.equals(said.id())) {
        return true;
      }
      up = parents.get(up);
    }
    return false;
  }

  private void spans(String what, List<? extends Spanned> spans) {
    for (var i = 0; i < spans.size(); i++) {
      span(what + "[" + i + "]", spans.get(i));
    }
  }

  private void span(String what, Spanned span) {
    spans++;
    if (span.end() > length) {
      problems.add(what + " " + show(span) + " leaves the text of " + length);
    }
  }

  private void range(String what, @Nullable ByteRange range) {
    if (range == null) {
      return;
    }
    spans++;
    if (range.end() > bytes) {
      problems.add(
          "%s.html %d..%d leaves the original of %d bytes"
              .formatted(what, range.start(), range.end(), bytes));
    }
  }

  private void ordered(String what, List<Span> spans) {
    for (var i = 1; i < spans.size(); i++) {
      if (spans.get(i).start() < spans.get(i - 1).start()) {
        problems.add(what + " is not in order at " + show(spans.get(i)));
      }
    }
  }

  private void unique(String id, Set<String> ids) {
    if (!ids.add(id)) {
      problems.add("two things have the id " + id);
    }
  }

  private void exists(String what, @Nullable String id, Set<String> ids) {
    if (id != null && !ids.contains(id)) {
      problems.add(what + " refers to " + id + ", which does not exist");
    }
  }

  private void notEmpty(String what, @Nullable String value) {
    if (value != null && value.isEmpty()) {
      problems.add(what + " is an empty string; what is not known is left out");
    }
  }

  private static String show(Spanned span) {
    return span.start() + ".." + span.end();
  }
}
