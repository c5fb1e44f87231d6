package org.hearsay.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.hearsay.casefile.CaseFolder;
import org.hearsay.serve.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code hearsay serve}: the desk over a case, until the process is ended. */
@Command(
    name = "serve",
    description = "Opens the desk: a case in the browser, on this machine only.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @ParentCommand Main main;
  @Mixin CaseArgument cases = new CaseArgument();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Default: ${DEFAULT-VALUE}; 0 takes any that is free.")
  int port = 8080;

  @Option(names = "--allow-private", description = "Fetch from private and loopback addresses too.")
  boolean allowPrivate;

  @Override
  public Integer call() throws InterruptedException {
    var opened = cases.openOrCreate(main.console);
    Desk desk;
    try {
      desk = Desk.start(opened, new Desk.Options(port, allowPrivate));
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
    serve(main.console, opened, desk);
    return Main.DONE;
  }

  /** Says where the desk is, and stays until the process is told to end. */
  static void serve(Console console, CaseFolder opened, Desk desk) throws InterruptedException {
    console.print("The desk is open at " + desk.address() + " (Ctrl-C closes it)\n");
    console.flush();
    var end =
        new Thread(
            () -> {
              desk.close();
              opened.close();
            },
            "close-desk");
    Runtime.getRuntime().addShutdownHook(end);
    new CountDownLatch(1).await();
  }
}
