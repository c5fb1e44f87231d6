package org.hearsay.train.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.Hearsay;
import org.hearsay.capture.Capture;
import org.hearsay.reading.Entity;
import org.hearsay.train.GoldFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Roles with the right person, and whose mention each marked source is, on texts marked as the
 * corpus's GUIDELINES.md says. The names in the texts are found, not given.
 */
@Command(
    name = "people",
    description = "Roles with their holders, and mentions by person, on annotated texts.",
    mixinStandardHelpOptions = true)
public final class EvaluatePeople implements Callable<Integer> {

  @Option(names = "--mistakes", description = "Print what was wrong: roles or mentions.")
  private String mistakes = "";

  @Option(names = "--corpus", defaultValue = "gold", description = "gold or meantime.")
  private String corpus = "gold";

  @Parameters(paramLabel = "FOLDER", description = "Folders of .gold files, or of MEANTIME.")
  private List<Path> folders = List.of();

  @Override
  public Integer call() throws IOException {
    for (var folder : folders) {
      if (corpus.equals("meantime")) {
        meantime(folder);
        continue;
      }
      var roles = new RoleScore();
      var mentions = new MentionScore();
      for (var gold : GoldFile.readAll(folder)) {
        var text = new GoldPeople(gold);
        var entities = entities(gold.id(), gold.text());
        roles.count(text, entities);
        mentions.count(text, entities);
      }
      System.out.println(folder);
      print(roles.lines());
      print(mentions.lines());
      if (mistakes.equals("roles")) {
        print(roles.mistakes());
      } else if (mistakes.equals("mentions")) {
        print(mentions.mistakes());
      }
    }
    return 0;
  }

  private void meantime(Path folder) throws IOException {
    var score = new ClusterScore();
    for (var article : Meantime.read(folder)) {
      score.count(article, entities(article.id(), article.text()));
    }
    System.out.println(folder);
    print(score.lines());
    if (!mistakes.isEmpty()) {
      print(score.mistakes());
    }
  }

  /** The people, organisations and places that a text names. */
  private static List<Entity> entities(String id, String text) {
    // A text file begins with its text, so the offsets of both are the same.
    var reading = Hearsay.read(Capture.of(id + ".txt", text.getBytes(StandardCharsets.UTF_8)));
    return reading.entities().stream().filter(e -> e.id().startsWith("e")).toList();
  }

  private static void print(List<String> lines) {
    new ArrayList<>(lines).forEach(System.out::println);
  }
}
