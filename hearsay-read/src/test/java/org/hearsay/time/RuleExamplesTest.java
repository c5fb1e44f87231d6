package org.hearsay.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every example of every rule, read as published on 2013-02-12. */
class RuleExamplesTest {

  private static final LocalDate PUBLISHED = LocalDate.of(2013, 2, 12);

  @TestFactory
  Stream<DynamicNode> examples() {
    return Stream.of("all", "und", "fr", "en", "es")
        .map(
            language ->
                dynamicContainer(
                    language,
                    RuleBook.of(language).rules.stream()
                        .filter(rule -> rule.file().startsWith(language))
                        .flatMap(rule -> examples(rule, language))));
  }

  private static Stream<DynamicNode> examples(Rule rule, String language) {
    var tests = new ArrayList<DynamicNode>();
    for (var yes : rule.yes()) {
      tests.add(dynamicTest(rule.where() + " " + yes, () -> finds(rule, language, yes)));
    }
    for (var no : rule.no()) {
      tests.add(
          dynamicTest(
              rule.where() + " not " + no,
              () -> assertThat(read(no, language)).noneMatch(r -> uses(r, rule))));
    }
    return tests.stream();
  }

  /** The marked expression, with its value; for rules that keep times away, that there is none. */
  private static void finds(Rule rule, String language, String example) {
    var arrow = example.lastIndexOf("=>");
    if (rule.sense() == Sense.NONE) {
      assertThat(matches(rule, example)).as(example).isTrue();
      return;
    }
    assertThat(arrow).as("example without '=> value': " + example).isPositive();
    var marked = example.substring(0, arrow).strip();
    var expected = example.substring(arrow + 2).strip();
    var start = marked.indexOf('[');
    var end = marked.indexOf(']') - 1;
    var text = marked.replace("[", "").replace("]", "");
    var found = read(text, language);
    assertThat(found.stream().flatMap(r -> Stream.ofNullable(r.edtf())))
        .as("EDTF of " + example)
        .allMatch(EdtfSyntax::isValid);
    assertThat(found.stream().map(r -> describe(r, text)))
        .as(example)
        .contains(text.substring(start, end) + " => " + expected);
    assertThat(found)
        .as(rule.where() + " took no part in: " + example)
        .anyMatch(r -> uses(r, rule));
  }

  private static boolean matches(Rule rule, String text) {
    var matcher = rule.match().pattern().matcher(text);
    return matcher.find();
  }

  private static String describe(Resolved resolved, String text) {
    var time = resolved.mention();
    return text.substring(time.start(), time.end())
        + " => "
        + (time.value() == null ? "unresolved" : time.value())
        + (time.mod() == null ? "" : " " + time.mod());
  }

  private static boolean uses(Resolved resolved, Rule rule) {
    var match = resolved.match();
    return match.rule == rule || match.beside.stream().anyMatch(m -> m.rule == rule);
  }

  private static List<Resolved> read(String text, String language) {
    return TimeGrammar.resolve(text, new int[0], language, PUBLISHED);
  }
}
