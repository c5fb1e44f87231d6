package org.hearsay.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTest {

  /** Each stage may use those before it. {@code org.hearsay} itself strings the first four up. */
  private static final List<String> FLOW =
      List.of(
          "capture",
          "article",
          "language",
          "reading",
          "hearsay",
          "lineage",
          "fetch",
          "casefile",
          "serve",
          "cli");

  /** Side by side: neither knows the other. */
  private static final List<String> APART = List.of("lineage", "fetch");

  @Test
  void goesOneWay() {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.hearsay");
    var flow = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (var stage : FLOW) {
      flow =
          stage.equals("hearsay")
              ? flow.layer(stage).definedBy("org.hearsay")
              : flow.layer(stage).definedBy("org.hearsay." + stage + "..");
    }
    for (var i = 0; i < FLOW.size(); i++) {
      var stage = FLOW.get(i);
      var users =
          FLOW.subList(i + 1, FLOW.size()).stream()
              .filter(user -> !(APART.contains(stage) && APART.contains(user)))
              .toArray(String[]::new);
      flow =
          users.length == 0
              ? flow.whereLayer(stage).mayNotBeAccessedByAnyLayer()
              : flow.whereLayer(stage).mayOnlyBeAccessedByLayers(users);
    }
    flow.check(classes);
  }
}
