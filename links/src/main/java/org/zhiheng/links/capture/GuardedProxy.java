package org.zhiheng.links.capture;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;

/// A proxy on this machine that asks only where [Addresses] allows; it lives as long as one look.
///
/// Lines under TLS are passed through unread (`CONNECT`), a plain request goes to the host that its
/// address names, one for each line. Whoever else has an account on this machine could use it while
/// it lives, within the same reach.
///
/// Source: RFC 9110 (2022-06), section 9.3.6; RFC 9112, section 3.2.2.
final class GuardedProxy implements Closeable {

  private static final int LINES_MAX = 64;
  private static final int REQUESTS_MAX = 1_000;
  private static final long BYTES_MAX = 200_000_000;
  private static final int REFUSED_MAX = 100;
  private static final int CONNECT_MILLIS_MAX = 10_000;
  private static final int SILENCE_MILLIS_MAX = 60_000;
  private static final int STEP = 16_384;
  private static final String OVER_TLS = "CONNECT ";

  private final ServerSocket door;
  private final Addresses addresses;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final Semaphore lines = new Semaphore(LINES_MAX);

  private GuardedProxy(ServerSocket door, Addresses addresses) {
    this.door = door;
    this.addresses = addresses;
  }

  /// Opens one on a free port of the loopback address.
  static GuardedProxy open(Addresses addresses) throws IOException {
    GuardedProxy proxy =
        new GuardedProxy(
            new ServerSocket(0, LINES_MAX, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})),
            addresses);
    Thread.ofVirtual().name("capture-proxy").start(proxy::serve);
    return proxy;
  }

  int port() {
    return door.getLocalPort();
  }

  /// How many requests reached somebody.
  int answered() {
    return answered.get();
  }

  /// The hosts that were wanted and not asked, in order of the alphabet.
  List<String> refused() {
    return List.copyOf(refused);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        if (requests.incrementAndGet() > REQUESTS_MAX || !lines.tryAcquire()) {
          drop(client);
        } else {
          Thread.ofVirtual()
              .start(() -> {
                pass(client);
                lines.release();
              });
        }
      } catch (IOException closed) {
        return; // the door is shut when the look is over
      }
    }
  }

  private void pass(Socket client) {
    try (client) {
      client.setSoTimeout(SILENCE_MILLIS_MAX);
      InputStream in = new BufferedInputStream(client.getInputStream());
      HttpHead head = HttpHead.read(in);
      String first = head.lines().getFirst();
      String[] words = first.split(" ", -1);
      if (words.length != 3) {
        return;
      }
      boolean tunnel = first.startsWith(OVER_TLS);
      switch (WebAddress.parse(tunnel ? "https://" + words[1] : words[1])) {
        case Parsed.Ok<WebAddress>(WebAddress address) -> {
          if (tunnel || !address.secure()) {
            reach(client, in, head, address, tunnel ? Way.TUNNEL : Way.REQUEST);
          }
        }
        case Parsed.Refused<WebAddress> _ -> answer(client, "400 Bad Request");
      }
    } catch (IOException broken) {
      // a line that broke is one that the page goes without
    } finally {
      open.remove(client);
    }
  }

  private enum Way {
    TUNNEL,
    REQUEST
  }

  private void reach(Socket client, InputStream in, HttpHead head, WebAddress address, Way way)
      throws IOException {
    List<InetAddress> found;
    try {
      found = addresses.of(address.host());
    } catch (ProblemsException notThere) {
      if (refused.size() < REFUSED_MAX) {
        refused.add(address.host());
      }
      answer(client, "403 Forbidden");
      return;
    } catch (IOException unknown) {
      answer(client, "502 Bad Gateway");
      return;
    }
    try (Socket server = new Socket(java.net.Proxy.NO_PROXY)) {
      open.add(server);
      try {
        server.connect(new InetSocketAddress(found.getFirst(), address.port()), CONNECT_MILLIS_MAX);
      } catch (IOException silent) {
        answer(client, "502 Bad Gateway");
        return;
      }
      server.setSoTimeout(SILENCE_MILLIS_MAX);
      answered.incrementAndGet();
      switch (way) {
        case TUNNEL -> {
          answer(client, "200 OK");
          Thread up = Thread.ofVirtual().start(() -> copied(in, server, Long.MAX_VALUE));
          copied(server.getInputStream(), client, Long.MAX_VALUE);
          drop(server);
          join(up);
        }
        case REQUEST -> {
          server.getOutputStream().write(rewritten(head, address));
          copied(in, server, length(head));
          copied(server.getInputStream(), client, Long.MAX_VALUE);
        }
      }
      open.remove(server);
    }
  }

  /// To the host itself, and one request for each line: a second one could name another host.
  private static byte[] rewritten(HttpHead head, WebAddress address) {
    List<String> lines = new ArrayList<>();
    String query = address.uri().getRawQuery() == null ? "" : "?" + address.uri().getRawQuery();
    lines.add(
        head.lines().getFirst().split(" ", -1)[0]
            + " "
            + address.uri().getRawPath()
            + query
            + " HTTP/1.1");
    for (String line : head.lines().subList(1, head.lines().size())) {
      String name = line.substring(0, line.indexOf(':')).toLowerCase(java.util.Locale.ROOT);
      if (!List.of("connection", "proxy-connection", "keep-alive", "upgrade").contains(name)) {
        lines.add(line);
      }
    }
    lines.add("Connection: close");
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static long length(HttpHead head) {
    return head.first("Content-Length")
        .filter(text -> text.matches("[0-9]{1,12}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  /// Copies until the end, the limit or the first failure; what is missing is missing in the
  /// picture.
  private void copied(InputStream from, Socket to, long lengthMax) {
    byte[] step = new byte[STEP];
    long left = lengthMax;
    try {
      OutputStream out = to.getOutputStream();
      while (left > 0) {
        int count = from.read(step, 0, (int) Math.min(left, STEP));
        if (count < 0 || bytes.addAndGet(count) > BYTES_MAX) {
          return;
        }
        out.write(step, 0, count);
        out.flush();
        left -= count;
      }
    } catch (IOException broken) {
      return;
    }
  }

  private static void answer(Socket client, String status) throws IOException {
    client
        .getOutputStream()
        .write(
            ("HTTP/1.1 "
                    + status
                    + (status.startsWith("200") ? "" : "\r\nContent-Length: 0")
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static void join(Thread up) {
    try {
      up.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      return;
    }
  }

  /// Shuts the door and every line.
  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(GuardedProxy::drop);
  }
}
