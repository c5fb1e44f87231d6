package org.hearsay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Captures;
import org.hearsay.casefile.Added;
import org.hearsay.casefile.CaseException;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.serve.Desk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hearsay demo}: a case made from the example pages, checked, and opened in the desk. */
@Command(
    name = "demo",
    description = "Makes a case from the example pages, checks it and opens the desk.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @ParentCommand Main main;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Where the case is made (default: a new temporary folder).")
  @Nullable Path folder;

  @Option(names = "--port", paramLabel = "PORT", description = "Default: 8080, or any free one.")
  @Nullable Integer port;

  @Option(names = "--no-serve", description = "Do not open the desk.")
  boolean noServe;

  private boolean troubled;

  @Override
  public Integer call() throws InterruptedException {
    var pages = pages();
    var place = folder != null ? folder : temporary();
    main.console.print("Making a case of the example pages in " + place + "\n\n");
    CaseArgument.quietLibraries();
    var opened = CaseFolder.openOrCreate(place);
    Desk desk;
    try {
      add(pages, opened);
      main.console.print("\n" + CheckCommand.report(opened) + "\n");
      main.console.flush();
      if (noServe) {
        opened.close();
        return troubled ? Main.SOME_UNREAD : Main.DONE;
      }
      desk = desk(opened);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
    ServeCommand.serve(main.console, opened, desk);
    return Main.DONE;
  }

  private void add(Path pages, CaseFolder opened) {
    var listener =
        new Adding.Listener() {
          @Override
          public void added(Added added) {
            var document = added.document();
            var title = document.title() == null ? document.uri() : document.title();
            main.console.print((added.fresh() ? "added " : "there ") + title + "\n");
          }

          @Override
          public void trouble(String where, String why) {
            main.console.problem(where, why);
            troubled = true;
          }
        };
    try (var adding = new Adding(opened, listener)) {
      Captures.read(pages, named(pages, adding));
      adding.finish();
    }
  }

  /** The pages go by their names in the distribution, wherever that is. */
  private static Captures.Sink named(Path pages, Captures.Sink sink) {
    return new Captures.Sink() {
      @Override
      public void capture(Capture capture) {
        var name = "examples/" + pages.relativize(Path.of(capture.uri())).toString();
        sink.capture(
            new Capture(
                name.replace('\\', '/'),
                capture.bytes(),
                capture.mediaType(),
                capture.charset(),
                capture.fetched()));
      }

      @Override
      public void unreadable(String where, String why) {
        sink.unreadable(where, why);
      }
    };
  }

  private Desk desk(CaseFolder opened) {
    try {
      return Desk.start(opened, new Desk.Options(port != null ? port : 8080, false));
    } catch (CaseException e) {
      if (port != null) {
        throw e;
      }
      return Desk.start(opened, new Desk.Options(0, false)); // somebody else has 8080
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("hearsay-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of example pages: in the distribution, or in the clone that this was built from. */
  private static Path pages() {
    return Stream.iterate(here(), above -> above != null, Path::getParent)
        .map(above -> above.resolve("examples/pages"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                new CaseException("the example pages are missing: no examples/pages in " + here()));
  }

  private static Path here() {
    try {
      var code = DemoCommand.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(code.toURI());
    } catch (URISyntaxException e) {
      throw new CaseException("cannot tell where Hearsay is installed: " + e.getMessage(), e);
    }
  }
}
