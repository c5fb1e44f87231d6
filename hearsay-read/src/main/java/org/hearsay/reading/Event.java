package org.hearsay.reading;

import java.io.Serializable;
import java.util.List;
import org.hearsay.article.Span;
import org.hearsay.article.Spanned;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a stated time: the sentence that tells it.
 *
 * @param time EDTF
 * @param participants ids of the entities the sentence names
 */
public record Event(int start, int end, @Nullable String time, List<String> participants)
    implements Spanned, Serializable {
  public Event {
    Span.check(start, end);
    participants = List.copyOf(participants);
  }
}
