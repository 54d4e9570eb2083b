package org.athena.engine.athena;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.athena.engine.athena.Backend.Status;
import org.athena.engine.athena.Backend.Work;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An endpoint on the loop-back address that speaks the protocol of Amazon Athena, and gives the
 * files of results as S3 does. It runs nothing by itself: a {@link Backend} does.
 */
final class Endpoint implements AutoCloseable {

  private static final String RESULTS = "/results/";

  /** A small answer would else wait for the acknowledgement of its head. */
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** A request as it came. */
  record Request(String operation, JsonNode body) {
    String text(String name) {
      return body.field(name).map(JsonNode::asString).orElse(null);
    }
  }

  /** A statement that was started. */
  private static final class Started {
    final Work work;
    final List<List<String>> firstRows = new ArrayList<>();
    String type = "DML";
    boolean first = true;

    Started(Work work) {
      this.work = work;
    }
  }

  private record Refusal(String type, String message) {}

  private final Backend backend;
  private final HttpServer server;
  private final Map<String, Started> started = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, List<Refusal>> refusals = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Object> workgroup = new HashMap<>();
  private final AthenaClient athena;
  private final S3Client s3;

  Endpoint(Backend backend) {
    this.backend = backend;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
    workgroup.put("Name", "analyses");
    workgroup.put("State", "ENABLED");
    athena = prepared(AthenaClient.builder()).build();
    s3 = prepared(S3Client.builder()).forcePathStyle(true).build();
  }

  /** The client tries once: what is sent again is sent again by the engine. */
  <B extends AwsClientBuilder<B, ?>> B prepared(B builder) {
    if (builder
        instanceof software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder<?, ?> s) {
      s.httpClientBuilder(UrlConnectionHttpClient.builder());
    }
    return builder
        .endpointOverride(uri())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "testtest")))
        .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The engine over this endpoint, without a client for S3. */
  AmazonAthena paged(String options) {
    return AmazonAthena.at("athena://eu-west-1/analyses?output=s3://results/&" + options)
        .client(athena);
  }

  /** The engine over this endpoint. */
  AmazonAthena engine(String options) {
    return paged(options).s3(s3);
  }

  AthenaClient athena() {
    return athena;
  }

  /** Sets what is told of the workgroup. */
  Endpoint workgroup(String name, Object value) {
    workgroup.put(name, value);
    return this;
  }

  /** Refuses the next so many requests of an operation. */
  void refuse(String operation, int times, String type, String message) {
    refusals.computeIfAbsent(operation, o -> new CopyOnWriteArrayList<>());
    for (int i = 0; i < times; i++) {
      refusals.get(operation).add(new Refusal(type, message));
    }
  }

  /** Sets what requests of an operation that this endpoint does not know are answered by. */
  void reply(String operation, Map<String, Object> answer) {
    replies.put(operation, answer);
  }

  /** The requests of an operation. */
  List<Request> requests(String operation) {
    return requests.stream().filter(r -> r.operation().equals(operation)).toList();
  }

  /** The statements that were started, in order. */
  List<String> statements() {
    return requests("StartQueryExecution").stream().map(r -> r.text("QueryString")).toList();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("GET")) {
        file(exchange, path);
        return;
      }
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      byte[] body = exchange.getRequestBody().readAllBytes();
      Request request =
          new Request(
              target.substring(target.indexOf('.') + 1),
              JsonNode.parser().parse(new String(body, StandardCharsets.UTF_8)));
      requests.add(request);
      List<Refusal> due = refusals.getOrDefault(request.operation(), List.of());
      if (due.isEmpty()) {
        send(exchange, 200, answer(request));
      } else {
        Refusal refusal = due.remove(0);
        send(exchange, 400, Map.of("__type", refusal.type(), "message", refusal.message()));
      }
    } catch (RuntimeException e) {
      send(exchange, 500, Map.of("__type", "InternalServerException", "message", "" + e));
    }
  }

  private static void send(HttpExchange exchange, int status, Map<String, ?> answer)
      throws IOException {
    byte[] body = Json.of(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private Map<String, ?> answer(Request request) {
    return switch (request.operation()) {
      case "GetWorkGroup" -> Map.of("WorkGroup", workgroup);
      case "StartQueryExecution" -> Map.of("QueryExecutionId", start(request));
      case "GetQueryExecution" -> Map.of("QueryExecution", execution(id(request)));
      case "GetQueryResults" -> page(request);
      case "StopQueryExecution" -> {
        started.get(id(request)).work.stop();
        yield Map.of();
      }
      case "ListTableMetadata" ->
          Map.of(
              "TableMetadataList",
              backend.tables(request.text("DatabaseName")).stream()
                  .filter(name -> name.matches(request.text("Expression")))
                  .map(name -> Map.of("Name", name))
                  .toList());
      default -> replies.getOrDefault(request.operation(), Map.of());
    };
  }

  private static String id(Request request) {
    return request.text("QueryExecutionId");
  }

  private String start(Request request) {
    return tokens.computeIfAbsent(
        request.text("ClientRequestToken"),
        token -> {
          String id = UUID.randomUUID().toString();
          String sql = request.text("QueryString");
          String database =
              request
                  .body()
                  .field("QueryExecutionContext")
                  .orElseThrow()
                  .asObject()
                  .get("Database")
                  .asString();
          Started now = new Started(backend.start(sql, database));
          now.type = type(sql);
          started.put(id, now);
          return id;
        });
  }

  private static String type(String sql) {
    if (sql.matches("(?is)(create|drop|alter|msck)\\b(?!.*\\bas\\b).*")) {
      return "DDL";
    }
    return sql.matches("(?is)show\\b.*") ? "UTILITY" : "DML";
  }

  private Map<String, Object> execution(String id) {
    Started one = started.get(id);
    Status status = one.work.status();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("State", status.state());
    told.put("StateChangeReason", status.reason());
    if (status.retryable()) {
      told.put("AthenaError", Map.of("Retryable", true, "ErrorCategory", 1));
    }
    Map<String, Object> execution = new LinkedHashMap<>();
    execution.put("QueryExecutionId", id);
    execution.put("StatementType", one.type);
    execution.put("Status", told);
    execution.put("Statistics", status.statistics());
    execution.put("ResultConfiguration", Map.of("OutputLocation", "s3://results/" + id + ".csv"));
    return execution;
  }

  /** Pages follow one upon the other: a token is the number of rows given before. */
  private Map<String, Object> page(Request request) {
    Started one = started.get(id(request));
    synchronized (one) {
      int most = Integer.parseInt(request.body().field("MaxResults").orElseThrow().asNumber());
      List<Object> rows = new ArrayList<>();
      boolean first = request.text("NextToken") == null;
      if (first && one.type.equals("DML")) {
        rows.add(data(one.work.columns()));
      }
      List<String> row = null;
      while (rows.size() < most && (row = one.work.next()) != null) {
        if (first) {
          one.firstRows.add(row);
        }
        rows.add(data(row));
      }
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("NextToken", row == null && rows.size() < most ? null : "more");
      result.put(
          "ResultSet",
          Map.of(
              "Rows",
              rows,
              "ResultSetMetadata",
              Map.of(
                  "ColumnInfo",
                  one.work.columns().stream()
                      .map(name -> Map.of("Name", name, "Type", "varchar"))
                      .toList())));
      return result;
    }
  }

  private static Map<String, Object> data(List<String> values) {
    return Map.of(
        "Data",
        values.stream()
            .map(value -> value == null ? Map.of() : Map.of("VarCharValue", value))
            .toList());
  }

  /** The rows of the first page were read before; the others are read as they are written. */
  private void file(HttpExchange exchange, String path) throws IOException {
    requests.add(new Request("GetObject", JsonNode.parser().parse("{}")));
    String id = path.replace(RESULTS, "").replace(".csv", "");
    Started one = started.get(id);
    if (one == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    synchronized (one) {
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8),
              1 << 16)) {
        out.write(line(one.work.columns()));
        for (List<String> row : one.firstRows) {
          out.write(line(row));
        }
        for (List<String> row = one.work.next(); row != null; row = one.work.next()) {
          out.write(line(row));
        }
      } catch (IOException e) {
        one.work.stop();
      }
    }
  }

  private static String line(List<String> values) {
    return values.stream()
        .map(value -> value == null ? "" : '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\n"));
  }

  @Override
  public void close() {
    athena.close();
    s3.close();
    server.stop(0);
    started.values().forEach(one -> one.work.stop());
  }
}
