package org.hearsay.fetch;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.hearsay.capture.HttpReply;

/** Why a page could not be fetched, in one line for people. */
final class Reasons {
  private Reasons() {}

  static String reason(Exception e, Fetcher.Limits limits) {
    if (e instanceof Fetcher.DeadlineReached) {
      return "took longer than " + limits.total().toSeconds() + " seconds; try again later";
    } else if (e instanceof UnknownHostException) {
      return "the server's name could not be found; check the address and the network";
    } else if (e instanceof SocketTimeoutException) {
      return "the server did not answer in time; try again later";
    } else if (e instanceof ConnectException) {
      return "no server answers at this address (" + text(e) + ")";
    } else if (e instanceof NoRouteToHostException) {
      return "the server cannot be reached from this network";
    } else if (e instanceof SSLException) {
      return "no secure connection: the server's certificate or encryption is not trusted ("
          + text(e)
          + ")";
    } else if (e instanceof EOFException) {
      return "the server closed the connection without an answer";
    } else if (e instanceof SocketException) {
      return "the connection broke (" + text(e) + ")";
    }
    return text(e);
  }

  static String status(int status) {
    var means =
        switch (status) {
          case 401, 407 -> "a login is needed";
          case 403 -> "access refused";
          case 404, 410 -> "there is no such page";
          case 429 -> "too many requests; try again later";
          case 451 -> "withheld for legal reasons";
          default -> status >= 500 ? "the server has a problem; try again later" : "no page";
        };
    return "the server answered " + status + ": " + means;
  }

  static String noPage(HttpReply reply) {
    var type = reply.mediaType().filter(t -> !t.equals("text/html")).orElse("");
    return type.isEmpty()
        ? "the server sent no page: it is empty or binary data"
        : "the server sent no page that can be read (" + type + "): only HTML, text and PDF are";
  }

  private static String text(Exception e) {
    var message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ").strip();
  }
}
