package org.zhiheng.links.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Fetches pages by HTTP/1.1 over sockets of its own.
///
/// Not by the JDK's client: that resolves names itself, so that an address that was found good is
/// not the one it connects to, and it gives headers back sorted and in lower case. Here the socket
/// goes to the very address that was judged, the certificate is checked against the name all the
/// same, and headers stay as they came. The price: no HTTP/2, no proxy. Each answer closes its
/// line.
///
/// Safe for many threads; a capture may hold twice [PageCapture#BODY_BYTES_MAX] in memory.
public final class SocketPages implements PageCapture {

  /// The whole fetch with all its redirections, without the browser.
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final int CONNECT_MILLIS_MAX = 10_000;

  /// Interim answers (1xx) that are read over before the answer.
  private static final int INTERIM_MAX = 5;

  private static final int SWITCHING = 101;
  private static final int OK = 200;

  private final Addresses.Names names;
  private final SSLSocketFactory secured;
  private final BrowserLook browser;
  private final InstantSource clock;
  private final Duration limit;

  SocketPages(
      Addresses.Names names,
      SSLSocketFactory secured,
      BrowserLook browser,
      InstantSource clock,
      Duration limit) {
    this.names = names;
    this.secured = secured;
    this.browser = browser;
    this.clock = clock;
    this.limit = limit;
  }

  /// With the machine's names and certificates, and a browser where one is installed.
  ///
  /// @param searchPath the folders of programs, as the variable `PATH` lists them
  public static SocketPages on(String searchPath, InstantSource clock) {
    return new SocketPages(
        Addresses.SYSTEM,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        BrowserLook.on(searchPath, Addresses.SYSTEM, clock),
        clock,
        LIMIT);
  }

  /// The socket that is open, so that whoever waits can close it.
  private static final class Line {
    private final AtomicReference<Optional<Socket>> open = new AtomicReference<>(Optional.empty());

    private void is(Socket socket) {
      open.set(Optional.of(socket));
    }

    private void cut() throws IOException {
      Optional<Socket> socket = open.get();
      if (socket.isPresent()) {
        socket.get().close();
      }
    }
  }

  private record Fetched(List<Hop> hops, Bytes body) {}

  @Override
  public Page capture(WebAddress address, Reach reach, Look look) throws IOException {
    Fetched fetched = inTime(address, reach);
    Hop last = fetched.hops().getLast();
    Picture picture =
        switch (look) {
          case WITHOUT -> new Picture.NotTaken("none was asked for");
          case WITH_BROWSER -> browser.look(last.address(), last.fields().type(), reach);
        };
    return new Page(fetched.hops(), fetched.body(), picture);
  }

  /// A socket's own limit is for each read and begins anew with each byte; this one is for the
  /// whole.
  private Fetched inTime(WebAddress address, Reach reach) throws IOException {
    Line line = new Line();
    FutureTask<Fetched> task = new FutureTask<>(() -> follow(address, reach, line));
    Thread.ofVirtual().name("capture").start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new IOException(
          address + " could not be captured: it took over " + limit.toSeconds() + " s", slow);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(address + " was not waited for", stopped);
    } catch (ExecutionException failed) {
      throw thrown(address, failed);
    } finally {
      task.cancel(true);
      line.cut();
    }
  }

  private static IOException thrown(WebAddress address, ExecutionException failed) {
    return switch (failed.getCause()) {
      case ProblemsException refused -> throw refused;
      case IOException world ->
          new IOException(address + " could not be captured: " + said(world), world);
      case RuntimeException bug -> throw bug;
      case null, default -> throw new IllegalStateException(failed);
    };
  }

  private static String said(IOException world) {
    String message = world.getMessage();
    return switch (world) {
      case java.net.UnknownHostException _ -> "no such host: " + message;
      default -> message == null ? world.getClass().getSimpleName() : message;
    };
  }

  private Fetched follow(WebAddress asked, Reach reach, Line line) throws IOException {
    Addresses addresses = new Addresses(names, reach);
    List<Hop> hops = new ArrayList<>();
    WebAddress next = asked;
    while (true) {
      Answer answer = ask(next, addresses, line);
      hops.add(answer.hop());
      Optional<String> location =
          switch (answer.hop().status()) {
            case 301, 302, 303, 307, 308 -> answer.head().text("Location");
            default -> Optional.empty();
          };
      if (location.isEmpty()) {
        return new Fetched(hops, answer.body());
      }
      if (hops.size() > REDIRECTS_MAX) {
        throw new ProblemsException(
            Problem.of(
                "capture-redirects",
                "",
                asked.toString(),
                "It leads on more than " + REDIRECTS_MAX + " times."));
      }
      next =
          switch (next.resolve(location.get())) {
            case Parsed.Ok<WebAddress>(WebAddress there) -> there;
            case Parsed.Refused<WebAddress>(Problem problem) ->
                throw new ProblemsException(problem.at("hop " + hops.size()));
          };
    }
  }

  private record Answer(Hop hop, HttpHead head, Bytes body) {}

  private Answer ask(WebAddress address, Addresses addresses, Line line) throws IOException {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<InetAddress> found = addresses.of(address.host());
    try (Socket plain = connected(found, address.port(), line);
        Socket socket = address.secure() ? secured(plain, address, line) : plain) {
      String request = request(address);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      HttpHead head = HttpHead.read(in);
      StringBuilder response = new StringBuilder(head.written());
      for (int i = 0; head.status() < OK; i++) {
        if (i == INTERIM_MAX || head.status() == SWITCHING) {
          throw new IOException("the answer does not come to an end");
        }
        head = HttpHead.read(in);
        response.append(head.written());
      }
      byte[] body = HttpBody.read(head, in, BODY_BYTES_MAX);
      return new Answer(
          new Hop(
              at,
              address,
              plain.getInetAddress().getHostAddress() + " port " + address.port(),
              head.status(),
              request,
              response.toString(),
              new Fields(head.first("Content-Type").orElse(""), String.join(",", encodings(head))),
              socket instanceof SSLSocket tls
                  ? Optional.of(tls(tls.getSession()))
                  : Optional.empty()),
          head,
          Bytes.of(body));
    }
  }

  private static List<String> encodings(HttpHead head) {
    return head.words("Content-Encoding").stream()
        .filter(coding -> !coding.equals("identity"))
        .map(coding -> coding.toLowerCase(Locale.ROOT))
        .toList();
  }

  /// The first address that answers, in the order in which they were found.
  private static Socket connected(List<InetAddress> found, int port, Line line) throws IOException {
    IOException last = new IOException("it has no address");
    for (InetAddress address : found) {
      Socket socket = new Socket(java.net.Proxy.NO_PROXY);
      line.is(socket);
      try {
        socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS_MAX);
        return socket;
      } catch (IOException silent) {
        socket.close();
        last = silent;
      }
    }
    throw last;
  }

  /// Over the line that is there, with the name asked for (SNI) and checked (RFC 9110, 4.3.4).
  private SSLSocket secured(Socket plain, WebAddress address, Line line) throws IOException {
    SSLSocket socket =
        (SSLSocket) secured.createSocket(plain, address.host(), address.port(), true);
    line.is(socket);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static String request(WebAddress address) {
    String query = address.uri().getRawQuery() == null ? "" : "?" + address.uri().getRawQuery();
    int port = address.uri().getPort();
    return "GET "
        + address.uri().getRawPath()
        + query
        + " HTTP/1.1\r\nHost: "
        + address.uri().getHost()
        + (port < 0 ? "" : ":" + port)
        + "\r\nUser-Agent: zhiheng\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
        + "Connection: close\r\n\r\n";
  }

  private static Tls tls(SSLSession session) throws IOException {
    try {
      List<Bytes> chain = new ArrayList<>();
      for (java.security.cert.Certificate one : session.getPeerCertificates()) {
        chain.add(Bytes.of(one.getEncoded()));
      }
      return new Tls(session.getProtocol(), session.getCipherSuite(), chain);
    } catch (SSLPeerUnverifiedException | CertificateEncodingException none) {
      throw new IOException("the other side showed no certificate", none);
    }
  }
}
