package org.athena.engine.athena;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.athena.error.EngineFailedException;
import org.athena.model.Column;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.BatchCreatePartitionResponse;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.PartitionError;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * Tables and partitions put into the Glue catalog directly, without statements that queue and count
 * towards the engine's limits; needs the library {@code software.amazon.awssdk:glue}.
 */
public final class GlueTables {

  private final GlueClient glue;

  /** Over a client that the caller closes. */
  public GlueTables(GlueClient glue) {
    this.glue = glue;
  }

  /**
   * Makes a table, or makes it what it is to be.
   *
   * @throws EngineFailedException when the catalog refuses it
   */
  public void put(ExternalTable table) {
    String database = database(table);
    TableInput input = input(table);
    try {
      glue.createTable(r -> r.databaseName(database).tableInput(input));
    } catch (AlreadyExistsException e) {
      try {
        glue.updateTable(r -> r.databaseName(database).tableInput(input));
      } catch (GlueException refused) {
        throw failed("change table " + table.table().name(), refused);
      }
    } catch (GlueException e) {
      throw failed("make table " + table.table().name(), e);
    }
  }

  private static TableInput input(ExternalTable table) {
    Map<String, String> parameters = new HashMap<>(table.properties());
    parameters.put("EXTERNAL", "TRUE");
    return TableInput.builder()
        .name(table.table().name())
        .tableType("EXTERNAL_TABLE")
        .parameters(parameters)
        .partitionKeys(columns(table.partitions()))
        .storageDescriptor(storage(table, table.location()))
        .build();
  }

  private static List<software.amazon.awssdk.services.glue.model.Column> columns(
      List<Column<?>> columns) {
    return columns.stream()
        .map(column ->
            software.amazon.awssdk.services.glue.model.Column.builder()
                .name(column.name())
                .type(HiveType.of(column.type()))
                .build())
        .toList();
  }

  private static StorageDescriptor storage(ExternalTable table, String location) {
    HiveFormat format = table.format();
    return StorageDescriptor.builder()
        .location(location)
        .columns(columns(table.columns()))
        .inputFormat(format.input())
        .outputFormat(format.output())
        .serdeInfo(s -> s.serializationLibrary(format.serde()))
        .build();
  }

  /**
   * Registers partitions, a hundred at once; those that are there already stay as they are.
   *
   * @throws EngineFailedException when the catalog refuses one; those before it stay
   */
  public void addPartitions(ExternalTable table, List<Partition> partitions) {
    for (List<Partition> some : ExternalTable.chunks(partitions, ExternalTable.MOST_PARTITIONS)) {
      List<PartitionInput> inputs = some.stream().map(p -> input(table, p)).toList();
      try {
        BatchCreatePartitionResponse response =
            glue.batchCreatePartition(r ->
                r.databaseName(database(table))
                    .tableName(table.table().name())
                    .partitionInputList(inputs));
        response.errors().stream()
            .filter(error -> !"AlreadyExistsException".equals(error.errorDetail().errorCode()))
            .findFirst()
            .ifPresent(error -> {
              throw refused(table, error);
            });
      } catch (GlueException e) {
        throw failed("add partitions to " + table.table().name(), e);
      }
    }
  }

  private static PartitionInput input(ExternalTable table, Partition partition) {
    List<String> values = table.valuesOf(partition);
    String location = partition.location();
    if (location == null) {
      List<String> folders = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        folders.add(table.partitions().get(i).name() + "=" + values.get(i));
      }
      location = table.location() + String.join("/", folders) + "/";
    }
    return PartitionInput.builder()
        .values(values)
        .storageDescriptor(storage(table, location))
        .build();
  }

  private static String database(ExternalTable table) {
    String database = table.table().database();
    return database == null ? "default" : database;
  }

  private static EngineFailedException refused(ExternalTable table, PartitionError error) {
    String message =
        "partition %s: %s: %s"
            .formatted(
                error.partitionValues(),
                error.errorDetail().errorCode(),
                error.errorDetail().errorMessage());
    return failed(
        "add partitions to " + table.table().name(),
        (GlueException) GlueException.builder().message(message).build());
  }

  private static EngineFailedException failed(String what, GlueException error) {
    String code = error.awsErrorDetails() == null ? "" : error.awsErrorDetails().errorCode();
    EngineFailedException.Kind kind =
        switch (String.valueOf(code)) {
          case "EntityNotFoundException" -> EngineFailedException.Kind.NOT_FOUND;
          case "AccessDeniedException" -> EngineFailedException.Kind.NOT_ALLOWED;
          case "ConcurrentModificationException", "AlreadyExistsException" ->
              EngineFailedException.Kind.CONFLICT;
          default -> EngineFailedException.Kind.OTHER;
        };
    return new EngineFailedException(
        kind,
        ServiceErrors.ENGINE,
        "Cannot %s in the Glue catalog: %s. Check the database and the caller's rights."
            .formatted(what, error.getMessage()),
        null,
        error);
  }
}
