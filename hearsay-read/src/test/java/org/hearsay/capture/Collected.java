package org.hearsay.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a sink was told. */
final class Collected implements Captures.Sink {

  final List<Capture> captures = new ArrayList<>();
  final List<String> problems = new ArrayList<>();

  static Collected from(Path input) {
    return from(input, Captures.DEFAULT_LIMIT);
  }

  static Collected from(Path input, int limit) {
    var collected = new Collected();
    Captures.read(input, limit, collected);
    return collected;
  }

  @Override
  public void capture(Capture capture) {
    captures.add(capture);
  }

  @Override
  public void unreadable(String where, String why) {
    problems.add(where + ": " + why);
  }

  List<String> uris() {
    return captures.stream().map(Capture::uri).toList();
  }
}
