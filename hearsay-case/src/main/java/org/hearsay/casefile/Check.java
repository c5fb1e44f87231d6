package org.hearsay.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.article.Span;
import org.hearsay.casefile.Finding.Evidence;
import org.hearsay.lineage.Copies;
import org.hearsay.lineage.CopyFinder;
import org.hearsay.lineage.CopyPair;

/** Copies and conflicts over all documents of a case. */
final class Check {
  /** Evidence of one finding; the rest is in the texts for everybody to see. */
  private static final int MOST_PASSAGES = 20;

  private static final List<String> KINDS =
      List.of("exact-copy", "near-copy", "shared-passage", "exclusive-roles", "two-titles");

  private final Records records;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, DocumentRecord> documents = new LinkedHashMap<>();
  private final Set<String> dismissed = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  Check(Records records, List<Judgement> judgements) {
    this.records = records;
    for (var judgement : judgements) { // a later one takes an earlier one back
      switch (judgement.kind()) {
        case "dismiss-finding" -> dismissed.add(judgement.subject());
        case "restore-finding" -> dismissed.remove(judgement.subject());
        default -> {}
      }
    }
  }

  CheckReport report() {
    for (var row : records.documentsFrom(1)) {
      documents.put(row.document().id(), row.document());
    }
    var all = records.texts();
    all.forEach(text -> texts.put(text.id(), text.text()));
    var copies = CopyFinder.find(all);
    exact(copies);
    copies.pairs().forEach(this::pair);
    new TitleConflicts(records.people(People::titles)).findings().forEach(this::titles);
    findings.sort(
        Comparator.comparing((Finding f) -> KINDS.indexOf(f.kind())).thenComparing(Finding::key));
    return new CheckReport(documents.size(), copies.texts(documents.size()), findings);
  }

  /** One finding for all documents with the same words, whose key names the first one added. */
  private void exact(Copies copies) {
    for (var set : copies.same()) {
      var evidence = new ArrayList<Evidence>();
      for (var id : set.subList(0, Math.min(set.size(), MOST_PASSAGES))) {
        evidence.add(evidence(id, whole(texts.getOrDefault(id, ""))));
      }
      var summary =
          "%s have the same text: %s and %s"
              .formatted(
                  set.size() == 2 ? "Two documents" : set.size() + " documents",
                  name(set.get(0)),
                  set.size() == 2 ? name(set.get(1)) : (set.size() - 1) + " more");
      add("exact-copy:" + set.get(0), "exact-copy", summary, evidence);
    }
  }

  private static Span whole(String text) {
    var start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return new Span(start, start + text.strip().length());
  }

  private void pair(CopyPair pair) {
    if (pair.kind() == CopyPair.Kind.EXACT) {
      return;
    }
    var evidence = new ArrayList<Evidence>();
    var words = 0;
    for (var passage : pair.passages()) {
      words += passage.words();
      if (evidence.size() < 2 * MOST_PASSAGES) {
        evidence.add(evidence(pair.first(), passage.first()));
        evidence.add(evidence(pair.second(), passage.second()));
      }
    }
    var near = pair.kind() == CopyPair.Kind.NEAR;
    var kind = near ? "near-copy" : "shared-passage";
    var names = name(pair.first()) + " and " + name(pair.second());
    var summary =
        near
            ? "%s are nearly the same text (%d words shared)".formatted(names, words)
            : "%s share %s, %d words in all"
                .formatted(names, passages(pair.passages().size()), words);
    add(kind + ":" + pair.first() + ":" + pair.second(), kind, summary, evidence);
  }

  private static String passages(int count) {
    return count == 1 ? "a passage" : count + " passages";
  }

  private void titles(TitleConflicts.Conflict conflict) {
    var evidence =
        conflict.titles().stream().map(title -> evidence(title.document(), title.span())).toList();
    add(conflict.key(), conflict.kind(), conflict.summary(), evidence);
  }

  private Evidence evidence(String document, Span span) {
    return new Evidence(document, span, span.in(texts.getOrDefault(document, "")));
  }

  private String name(String id) {
    var document = documents.get(id);
    var title = document == null ? null : document.title();
    return "“" + (title == null ? document == null ? id : document.uri() : title) + "”";
  }

  private void add(String key, String kind, String summary, List<Evidence> evidence) {
    findings.add(new Finding(key, kind, summary, evidence, dismissed.contains(key)));
  }
}
