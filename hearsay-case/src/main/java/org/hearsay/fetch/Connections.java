package org.hearsay.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens connections to addresses that were looked up and checked before. {@code java.net.http}
 * would look the name up again by itself, which is why it is not used. Whatever a server does, the
 * connection is closed at the deadline.
 */
final class Connections implements AutoCloseable {

  /** An open connection. */
  record Connection(Socket socket, InputStream in, OutputStream out, Future<?> closing)
      implements Closeable {
    @Override
    public void close() throws IOException {
      closing.cancel(false);
      socket.close();
    }
  }

  private final Fetcher.Limits limits;
  private final SSLSocketFactory tls;
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            var thread = new Thread(task, "fetch-deadline");
            thread.setDaemon(true);
            return thread;
          });

  Connections(Fetcher.Limits limits, SSLSocketFactory tls) {
    this.limits = limits;
    this.tls = tls;
    watch.setRemoveOnCancelPolicy(true);
  }

  /**
   * @param hosts tried one after the other
   * @param deadline by {@link System#nanoTime}
   */
  Connection open(URI address, List<InetAddress> hosts, long deadline) throws IOException {
    var secure = address.getScheme().equals("https");
    var port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
    var plain = connect(hosts, port, deadline);
    var closing =
        watch.schedule(
            () -> closeQuietly(plain), deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    try {
      var socket = secure ? secured(plain, WebAddress.host(address), port) : plain;
      return new Connection(socket, socket.getInputStream(), socket.getOutputStream(), closing);
    } catch (IOException | RuntimeException e) {
      closing.cancel(false);
      closeQuietly(plain);
      throw e;
    }
  }

  private Socket connect(List<InetAddress> hosts, int port, long deadline) throws IOException {
    IOException failure = new IOException("no address");
    for (var host : hosts) {
      var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new Fetcher.DeadlineReached();
      }
      var socket = new Socket(java.net.Proxy.NO_PROXY);
      try {
        socket.setSoTimeout((int) limits.silence().toMillis());
        socket.connect(
            new InetSocketAddress(host, port), (int) Math.min(left, limits.connect().toMillis()));
        return socket;
      } catch (IOException e) {
        closeQuietly(socket);
        failure = e;
      }
    }
    throw failure;
  }

  private Socket secured(Socket plain, String host, int port) throws IOException {
    var socket = (SSLSocket) tls.createSocket(plain, host, port, true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate is for this name
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is given up anyway.
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
