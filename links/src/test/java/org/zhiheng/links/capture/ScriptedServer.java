package org.zhiheng.links.capture;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on the loopback address that answers with the very bytes it was told to, by path.
final class ScriptedServer implements Closeable {

  /// Writes an answer.
  interface Answer {
    void to(Socket client) throws IOException;
  }

  private final ServerSocket door;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  ScriptedServer() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  ScriptedServer(ServerSocket door) {
    this.door = door;
    Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> one(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void one(Socket client) {
    try (client) {
      HttpHead head = HttpHead.read(client.getInputStream());
      asked.add(head.written());
      String path = head.lines().getFirst().split(" ", -1)[1];
      Answer answer = answers.get(path);
      if (answer != null) {
        answer.to(client);
      }
    } catch (IOException gone) {
      // who asked has gone
    }
  }

  ScriptedServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  /// Answers with these lines and this body; `\n` becomes the line's end of HTTP.
  ScriptedServer says(String path, String head, byte[] body) {
    return on(
        path,
        client -> {
          client
              .getOutputStream()
              .write((head.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
          client.getOutputStream().write(body);
        });
  }

  ScriptedServer says(String path, String head, String body) {
    return says(path, head, body.getBytes(StandardCharsets.UTF_8));
  }

  List<String> asked() {
    return asked;
  }

  int port() {
    return door.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
