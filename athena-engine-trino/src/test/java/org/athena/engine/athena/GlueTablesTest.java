package org.athena.engine.athena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.athena.error.EngineFailedException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Zone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.glue.GlueClient;

/** Tables and partitions put into the catalog by the real client, over its own protocol. */
class GlueTablesTest {

  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Column<String> CARD = Column.string("card_id");
  private static final ExternalTable SALES =
      ExternalTable.of(
          Dataset.of("Sales", CARD, DAY)
              .in(Zone.CURATED)
              .layout(Layout.parquet().partitionedBy(DAY)),
          "s3://lake/sales");

  private Endpoint endpoint;
  private GlueClient client;
  private GlueTables glue;

  @BeforeEach
  void open() {
    endpoint = new Endpoint(new Script());
    client = endpoint.prepared(GlueClient.builder()).build();
    glue = new GlueTables(client);
  }

  @AfterEach
  void close() {
    client.close();
    endpoint.close();
  }

  @Test
  void makesATable() {
    glue.put(SALES.projecting(new Projection.Days(DAY, LocalDate.of(2024, 1, 1), null)));
    JsonNode sent = endpoint.requests("CreateTable").get(0).body();
    assertEquals("curated", sent.field("DatabaseName").orElseThrow().text());
    var table = sent.field("TableInput").orElseThrow().asObject();
    assertEquals("sales", table.get("Name").text());
    assertEquals("EXTERNAL_TABLE", table.get("TableType").text());
    assertEquals("[{\"Name\": \"day\",\"Type\": \"date\"}]", table.get("PartitionKeys") + "");
    String storage = table.get("StorageDescriptor").toString();
    assertTrue(storage.contains("\"Location\": \"s3://lake/sales/\""), storage);
    assertTrue(storage.contains("{\"Name\": \"card_id\",\"Type\": \"string\"}"), storage);
    assertTrue(storage.contains("ParquetHiveSerDe"), storage);
    assertEquals(
        "2024-01-01,NOW", table.get("Parameters").asObject().get("projection.day.range").text());
  }

  @Test
  void changesATableThatIsThere() {
    endpoint.refuse("CreateTable", 1, "AlreadyExistsException", "it is there");
    glue.put(SALES);
    assertEquals(1, endpoint.requests("UpdateTable").size());
  }

  @Test
  void tellsARefusalByItsKind() {
    endpoint.refuse("CreateTable", 1, "EntityNotFoundException", "Database curated not found.");
    var e = assertThrows(EngineFailedException.class, () -> glue.put(SALES));
    assertEquals(EngineFailedException.Kind.NOT_FOUND, e.kind());
    assertTrue(
        e.getMessage().startsWith("Cannot make table sales in the Glue catalog: Database curated"),
        e.getMessage());
  }

  @Test
  void addsPartitionsAHundredAtOnce() {
    List<Partition> days =
        Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(1))
            .limit(150)
            .map(day -> Partition.of(day))
            .toList();
    glue.addPartitions(SALES, days);
    List<Endpoint.Request> sent = endpoint.requests("BatchCreatePartition");
    assertEquals(List.of(100, 50), sent.stream().map(r -> inputs(r).size()).toList());
    String first = inputs(sent.get(0)).get(0).toString();
    assertTrue(first.contains("[\"2024-01-01\"]"), first);
    assertTrue(first.contains("\"s3://lake/sales/day=2024-01-01/\""), first);
  }

  @Test
  void aPartitionThatIsThereStaysAndOneThatIsRefusedIsTold() {
    List<Partition> days = List.of(Partition.of(LocalDate.of(2024, 1, 1)));
    endpoint.reply("BatchCreatePartition", errors("AlreadyExistsException"));
    glue.addPartitions(SALES, days);
    endpoint.reply("BatchCreatePartition", errors("InvalidInputException"));
    var e = assertThrows(EngineFailedException.class, () -> glue.addPartitions(SALES, days));
    assertEquals(
        "Cannot add partitions to sales in the Glue catalog: partition [2024-01-01]: InvalidInputException: said so. Check the database and the caller's rights.",
        e.getMessage());
  }

  private static Map<String, Object> errors(String code) {
    return Map.of(
        "Errors",
        List.of(
            Map.of(
                "PartitionValues",
                List.of("2024-01-01"),
                "ErrorDetail",
                Map.of("ErrorCode", code, "ErrorMessage", "said so"))));
  }

  private static List<JsonNode> inputs(Endpoint.Request request) {
    return request.body().field("PartitionInputList").orElseThrow().asArray();
  }
}
