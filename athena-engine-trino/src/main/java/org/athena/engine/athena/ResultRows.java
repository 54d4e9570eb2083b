package org.athena.engine.athena;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.athena.error.EngineFailedException;
import org.athena.error.UnexpectedShapeException;
import org.athena.model.Column;
import org.athena.model.Row;
import org.athena.spi.Rows;
import org.athena.spi.SqlStatement;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.StatementType;

/** The rows of a statement that has succeeded, each value in its column's Java type. */
final class ResultRows implements Rows {

  private final StatementRun run;
  private final SqlStatement statement;
  private final RawResult result;
  private final List<Column<?>> columns;
  private boolean closed;

  private ResultRows(
      StatementRun run, SqlStatement statement, RawResult result, List<Column<?>> columns) {
    this.run = run;
    this.statement = statement;
    this.result = result;
    this.columns = columns;
  }

  /**
   * The rows, read from the result's file where there are more than one page of them and a client
   * for it.
   */
  static ResultRows of(
      Service service,
      StatementRun run,
      SqlStatement statement,
      QueryExecution ended,
      List<Column<?>> columns) {
    try {
      boolean query = ended.statementType() == StatementType.DML;
      PagedResult pages = new PagedResult(service.athena(), ended.queryExecutionId(), query);
      if (pages.width() != columns.size()) {
        throw new UnexpectedShapeException(
            "The engine's rows have %d columns, the plan has %d: %s."
                .formatted(pages.width(), columns.size(), columns));
      }
      RawResult result = pages;
      if (query && pages.hasFurtherPages() && service.clients().hasS3()) {
        String file = file(ended);
        result = file.endsWith(".csv") ? service.clients().file(file) : pages;
      }
      return new ResultRows(run, statement, result, columns);
    } catch (SdkException e) {
      throw run.failure(e);
    } catch (UncheckedIOException e) {
      throw unreadable(statement, e);
    }
  }

  /** Where the result is; empty where the service keeps it for itself. */
  private static String file(QueryExecution ended) {
    String file =
        ended.resultConfiguration() == null ? null : ended.resultConfiguration().outputLocation();
    return file == null ? "" : file;
  }

  @Override
  public @Nullable Row next() {
    if (closed) {
      return null;
    }
    try {
      run.check();
      List<@Nullable String> texts = result.next();
      if (texts == null) {
        close();
        return null;
      }
      return row(texts);
    } catch (SdkException e) {
      close();
      throw run.failure(e);
    } catch (UncheckedIOException e) {
      close();
      throw unreadable(statement, e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Row row(List<@Nullable String> texts) {
    if (texts.size() != columns.size()) {
      throw new UnexpectedShapeException(
          "A row of the engine has %d values, the plan has %d columns: %s."
              .formatted(texts.size(), columns.size(), columns));
    }
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(Values.read(texts.get(i), columns.get(i)));
    }
    return new Row(columns, values);
  }

  private static EngineFailedException unreadable(SqlStatement statement, UncheckedIOException e) {
    return new EngineFailedException(
        EngineFailedException.Kind.STORAGE,
        ServiceErrors.ENGINE,
        "Engine athena failed (STORAGE): the result's file cannot be read: %s. Ask again."
            .formatted(e.getMessage()),
        statement.text(),
        e);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      result.close();
    }
  }
}
