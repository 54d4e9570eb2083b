package org.athena.engine.athena;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.athena.error.AthenaException;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineUnavailableException;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.spi.Capability;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.Execution;
import org.athena.spi.Rows;
import org.athena.spi.SqlFamily;
import org.athena.spi.SqlStatement;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/** Amazon Athena over its API; safe for several threads. */
final class AthenaEngine implements Engine {

  private final Service service;
  private final EngineProfile profile;
  private final Replacement replacement;

  private AthenaEngine(Service service) {
    this.service = service;
    this.profile = profile(service.config());
    this.replacement = new Replacement(service.config(), service.athena());
  }

  /** Files become tables by definitions, which the caller writes; tables need a folder. */
  static EngineProfile profile(AthenaConfig config) {
    Set<Capability> lacks = EnumSet.of(Capability.FILES, Capability.MATERIALIZED_VIEWS);
    if (config.tables() == null) {
      lacks.add(Capability.TABLES);
    }
    return new EngineProfile(ServiceErrors.ENGINE, SqlFamily.TRINO, lacks);
  }

  /** Looks at the workgroup before anything is asked of it. */
  static AthenaEngine open(AthenaConfig config, AwsClients clients, Consumer<QueryReport> reports) {
    ServiceErrors errors = new ServiceErrors(config, null);
    Long cutoff = null;
    try {
      WorkGroup workgroup =
          clients.athena().getWorkGroup(r -> r.workGroup(config.workgroup())).workGroup();
      check(workgroup, config);
      cutoff =
          workgroup.configuration() == null
              ? null
              : workgroup.configuration().bytesScannedCutoffPerQuery();
    } catch (SdkException e) {
      AthenaException told = errors.of(e, SqlStatement.of(""));
      if (!isNotAllowed(told)) {
        throw told instanceof EngineUnavailableException
            ? told
            : new EngineUnavailableException(
                "Cannot open engine athena: %s. Check its settings.".formatted(e.getMessage()), e);
      }
    }
    return new AthenaEngine(
        new Service(config, clients, new ServiceErrors(config, cutoff), reports));
  }

  /** Who may ask questions may still not be allowed to look at the workgroup. */
  private static boolean isNotAllowed(AthenaException told) {
    return told instanceof EngineFailedException failed
        && failed.kind() == EngineFailedException.Kind.NOT_ALLOWED;
  }

  private static void check(WorkGroup workgroup, AthenaConfig config) {
    if (workgroup.state() == WorkGroupState.DISABLED) {
      throw new EngineUnavailableException(
          "Cannot open engine athena: workgroup '%s' is disabled. Enable it, or name another."
              .formatted(config.workgroup()));
    }
    WorkGroupConfiguration own = workgroup.configuration();
    if (config.output() == null && own != null && !hasPlaceForResults(own)) {
      throw new EngineUnavailableException(
          "Cannot open engine athena: workgroup '%s' has no place for results. Give it one, or add output=s3://bucket/folder to the URL."
              .formatted(config.workgroup()));
    }
  }

  private static boolean hasPlaceForResults(WorkGroupConfiguration configuration) {
    boolean managed =
        configuration.managedQueryResultsConfiguration() != null
            && Boolean.TRUE.equals(configuration.managedQueryResultsConfiguration().enabled());
    @Nullable String place =
        configuration.resultConfiguration() == null
            ? null
            : configuration.resultConfiguration().outputLocation();
    return managed || (place != null && !place.isEmpty());
  }

  @Override
  public EngineProfile profile() {
    return profile;
  }

  @Override
  public void mount(Dataset dataset) {
    throw new UnsupportedByEngineException(
        "Cannot show the files of data set %s on athena: it lacks FILES. Make a table of them by ExternalTable, and name that."
            .formatted(dataset.name()));
  }

  @Override
  public Rows query(SqlStatement statement, List<Column<?>> columns, Execution execution) {
    StatementRun run = new StatementRun(service, statement, execution);
    return ResultRows.of(service, run, statement, run.await(true), columns);
  }

  /** One after the other: the service has no transactions. What has run before a failure stays. */
  @Override
  public void run(List<SqlStatement> statements, Execution execution) {
    statements.forEach(statement -> end(statement, execution));
  }

  private QueryExecution end(SqlStatement statement, Execution execution) {
    return new StatementRun(service, statement, execution).await(false);
  }

  @Override
  public void replace(
      String schema, String name, boolean view, SqlStatement query, Execution execution) {
    if (!view) {
      profile.require(
          Capability.TABLES,
          "publish " + name,
          "Add tables=s3://bucket/folder to the URL, or publish a view.");
    }
    for (String statement : replacement.statements(schema, name, view, query.text())) {
      end(SqlStatement.of(statement), execution);
    }
    try {
      replacement.sweep(schema, name).forEach(old -> end(SqlStatement.of(old), execution));
    } catch (SdkException e) {
      throw service.errors().of(e, query);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
