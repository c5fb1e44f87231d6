package org.hearsay.cli;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.casefile.CheckReport;
import org.hearsay.casefile.DocumentRecord;
import org.hearsay.casefile.Finding;
import org.hearsay.casefile.Hit;

/** What is found in a case, as text for people. */
final class CaseText {
  private CaseText() {}

  private static final int LONGEST_QUOTE = 400;

  /**
   * @param documents by id
   */
  static String report(CheckReport report, Map<String, DocumentRecord> documents) {
    var page = new TextPage();
    page.line(
        0,
        "%s; %s when copies are counted once"
            .formatted(count(report.documents(), "document"), count(report.texts(), "text")));
    var open = report.findings().stream().filter(finding -> !finding.dismissed()).toList();
    var dismissed = report.findings().size() - open.size();
    for (var finding : open) {
      finding(page, finding, documents);
    }
    if (open.isEmpty()) {
      page.line(0, "nothing to check across documents");
    }
    if (dismissed > 0) {
      page.heading(count(dismissed, "finding") + " set aside by a judgement");
    }
    return page.toString();
  }

  private static void finding(
      TextPage page, Finding finding, Map<String, DocumentRecord> documents) {
    page.heading(finding.kind().toUpperCase(java.util.Locale.ROOT).replace('-', ' '));
    page.line(2, finding.summary());
    for (var evidence : finding.evidence()) {
      var document = documents.get(evidence.document());
      page.line(2, "- ", document == null ? evidence.document() : name(document));
      page.line(6, shortened(evidence.quote()));
    }
  }

  static String hit(Hit hit) {
    var page = new TextPage();
    page.line(0, name(hit.document()));
    page.line(2, hit.document().id() + "  " + hit.document().uri());
    var marked = new StringBuilder(hit.snippet());
    for (var i = hit.highlights().size() - 1; i >= 0; i--) {
      var highlight = hit.highlights().get(i);
      marked.insert(highlight.end(), ']').insert(highlight.start(), '[');
    }
    return page.line(2, marked.toString()).toString();
  }

  private static String name(DocumentRecord document) {
    var words = new ArrayList<String>();
    words.add(document.title() == null ? document.uri() : document.title());
    if (document.site() != null) {
      words.add(document.site());
    }
    if (document.published() != null) {
      words.add(document.published());
    }
    return words.stream().collect(Collectors.joining(" · "));
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String shortened(String quote) {
    return quote.length() <= LONGEST_QUOTE
        ? quote
        : quote.substring(0, quote.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + " …";
  }
}
