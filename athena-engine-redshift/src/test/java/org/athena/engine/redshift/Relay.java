package org.athena.engine.redshift;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Lets the Redshift driver speak to a PostgreSQL server: leaves out the start-up parameters and the
 * few words that PostgreSQL does not know, and records what was sent.
 *
 * <p>The messages are those of the frontend/backend protocol 3.0.
 */
final class Relay implements AutoCloseable {

  private static final int SSL_REQUEST = 80877103;
  private static final int CANCEL_REQUEST = 80877102;

  /** Start-up parameters that both servers know. */
  private static final Set<String> KNOWN =
      Set.of(
          "user",
          "database",
          "client_encoding",
          "DateStyle",
          "TimeZone",
          "extra_float_digits",
          "application_name",
          "options");

  private static final String NAME = "\"(?:[^\"]|\"\")+\"";

  /** How a new table or view is laid out, which means nothing to its rows. */
  private static final Pattern LAID_OUT =
      Pattern.compile(
          "^(CREATE (?:TABLE|MATERIALIZED VIEW) NAME\\.NAME)(?: DISTKEY \\(NAME\\))?(?: SORTKEY \\(NAME(?:, NAME)*\\))? AS "
              .replace("NAME", NAME));

  private final ServerSocket listening;
  private final int server;
  private final List<Map<String, String>> startUps = new CopyOnWriteArrayList<>();
  private final List<String> statements = new CopyOnWriteArrayList<>();
  private final List<String> cancels = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean recording;

  Relay(int serverPort) {
    this.server = serverPort;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("relay").start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What each connection said of itself. */
  List<Map<String, String>> startUps() {
    return startUps;
  }

  /** Starts to keep the text of every statement but the empty one, by which the pool looks. */
  Relay recording() {
    recording = true;
    return this;
  }

  List<String> statements() {
    return statements;
  }

  int cancels() {
    return cancels.size();
  }

  /** Cuts every connection at once. */
  void cut() {
    open.forEach(Relay::closeQuietly);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofPlatform().daemon().name("relay-to-server").start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
      client.setTcpNoDelay(true);
      upstream.setTcpNoDelay(true);
      open.add(client);
      open.add(upstream);
      Thread.ofPlatform().daemon().name("relay-to-driver").start(() -> answer(upstream, client));
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(client.getInputStream(), 1 << 16));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(upstream.getOutputStream(), 1 << 16));
      if (startUp(in, out, client.getOutputStream())) {
        messages(in, out);
      } else {
        upstream.getInputStream().read();
      }
      open.remove(client);
      open.remove(upstream);
    } catch (IOException e) {
      // One of the two has hung up.
    }
  }

  private boolean startUp(DataInputStream in, DataOutputStream out, OutputStream client)
      throws IOException {
    byte[] body = new byte[in.readInt() - 4];
    in.readFully(body);
    int code = java.nio.ByteBuffer.wrap(body).getInt();
    if (code == SSL_REQUEST) {
      client.write('N');
      client.flush();
      return startUp(in, out, client);
    }
    if (code == CANCEL_REQUEST) {
      cancels.add("cancel");
      out.writeInt(body.length + 4);
      out.write(body);
      out.flush();
      return false;
    }
    String[] words = new String(body, 4, body.length - 4, StandardCharsets.UTF_8).split("\0", -1);
    Map<String, String> told = new LinkedHashMap<>();
    for (int i = 0; i + 1 < words.length && !words[i].isEmpty(); i += 2) {
      told.put(words[i], words[i + 1]);
    }
    startUps.add(told);
    StringBuilder kept = new StringBuilder();
    told.forEach((name, value) -> {
      if (KNOWN.contains(name)) {
        kept.append(name).append('\0').append(value).append('\0');
      }
    });
    byte[] parameters = kept.append('\0').toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(parameters.length + 8);
    out.writeInt(code);
    out.write(parameters);
    out.flush();
    return true;
  }

  private void messages(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      int type = in.read();
      if (type < 0) {
        throw new EOFException();
      }
      byte[] body = new byte[in.readInt() - 4];
      in.readFully(body);
      byte[] sent =
          switch (type) {
            case 'Q' -> statement(body, 0);
            case 'P' -> statement(body, endOf(body, 0));
            default -> body;
          };
      out.writeByte(type);
      out.writeInt(sent.length + 4);
      out.write(sent);
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private static int endOf(byte[] body, int from) {
    int end = from;
    while (body[end] != 0) {
      end++;
    }
    return end + 1;
  }

  private byte[] statement(byte[] body, int from) {
    int end = endOf(body, from);
    String text = new String(body, from, end - from - 1, StandardCharsets.UTF_8);
    if (recording && !text.isEmpty()) {
      statements.add(text);
    }
    byte[] known = known(text).getBytes(StandardCharsets.UTF_8);
    if (known.length == end - from - 1) {
      return body;
    }
    byte[] sent = new byte[from + known.length + body.length - end + 1];
    System.arraycopy(body, 0, sent, 0, from);
    System.arraycopy(known, 0, sent, from, known.length);
    System.arraycopy(body, end - 1, sent, from + known.length, body.length - end + 1);
    return sent;
  }

  /** Settings of Redshift's own become settings of a name with a prefix, which anybody may make. */
  private static String known(String text) {
    return LAID_OUT
        .matcher(text)
        .replaceFirst("$1 AS ")
        .replace("\nWITH NO SCHEMA BINDING", "")
        .replace("SET query_group TO", "SET athena.query_group TO");
  }

  private static void answer(Socket upstream, Socket client) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One of the two has hung up.
    }
    closeQuietly(client);
    closeQuietly(upstream);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
