package org.hearsay.serve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.article.Span;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.casefile.Hit;
import org.jspecify.annotations.Nullable;

/** How the desk puts dates, sizes and names in words. */
final class Words {
  private Words() {}

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  /** {@code 2022-05-31} or a longer ISO time as {@code 31 May 2022}; anything else unchanged. */
  static String day(@Nullable String iso) {
    if (iso == null) {
      return "no date";
    }
    try {
      return LocalDate.parse(iso.substring(0, Math.min(10, iso.length()))).format(DAY);
    } catch (DateTimeException e) {
      return iso;
    }
  }

  static String moment(Instant time) {
    return MINUTE.format(time.atOffset(ZoneOffset.UTC));
  }

  static String size(long bytes) {
    return bytes < 1000
        ? bytes + " bytes"
        : bytes < 1_000_000
            ? Math.round(bytes / 1000.0) + " kB"
            : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** {@code 1 statement}, {@code 3 statements}. */
  static String count(long n, String one) {
    return n + " " + (n == 1 ? one : one + "s");
  }

  /** The title, or else the last part of the address. */
  static String name(DocumentRecord document) {
    if (document.title() != null) {
      return document.title();
    }
    var uri = document.uri().replaceAll("[?#].*$", "").replaceAll("/+$", "");
    var last = uri.substring(uri.lastIndexOf('/') + 1);
    return last.isBlank() ? "Untitled" : last;
  }

  /** At most so many characters, cut between words. */
  static String cut(String text, int most) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= most) {
      return line;
    }
    var space = line.lastIndexOf(' ', most - 1);
    return line.substring(0, space > most / 2 ? space : most - 1) + "…";
  }

  /**
   * @param lit whether it is one of the words that were searched for
   */
  record Piece(String text, boolean lit) {}

  /** A hit's snippet cut at its highlights. */
  static List<Piece> pieces(Hit hit) {
    var pieces = new ArrayList<Piece>();
    var at = 0;
    for (Span lit : hit.highlights().stream().sorted().toList()) {
      if (lit.start() >= at && lit.end() <= hit.snippet().length()) {
        pieces.add(new Piece(hit.snippet().substring(at, lit.start()), false));
        pieces.add(new Piece(lit.in(hit.snippet()), true));
        at = lit.end();
      }
    }
    pieces.add(new Piece(hit.snippet().substring(at), false));
    return pieces;
  }
}
