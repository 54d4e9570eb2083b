package org.athena.engine.athena;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.athena.spi.Cancellation;
import org.athena.spi.Execution;
import org.athena.spi.Progress;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/** What all statements of an open engine share. */
final class Service implements AutoCloseable {

  private static final long IDLE_SECONDS = 10;

  private final AthenaConfig config;
  private final AwsClients clients;
  private final ServiceErrors errors;
  private final Consumer<QueryReport> reports;
  private final Cancellation closing = new Cancellation();
  private final ExecutorService teller = teller();

  Service(
      AthenaConfig config,
      AwsClients clients,
      ServiceErrors errors,
      Consumer<QueryReport> reports) {
    this.config = config;
    this.clients = clients;
    this.errors = errors;
    this.reports = reports;
  }

  /** One thread, so that news come in their order; none while there are no news. */
  private static ExecutorService teller() {
    var teller =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon(true).name("athena-progress").factory());
    teller.allowCoreThreadTimeOut(true);
    return teller;
  }

  AthenaConfig config() {
    return config;
  }

  AwsClients clients() {
    return clients;
  }

  AthenaClient athena() {
    return clients.athena();
  }

  ServiceErrors errors() {
    return errors;
  }

  /** Switched when the engine is closed. */
  Cancellation closing() {
    return closing;
  }

  void report(QueryExecution execution) {
    reports.accept(QueryReport.of(execution, config.pricePerTerabyte()));
  }

  /** Tells the caller's listener from another thread: a slow one does not hold up the statement. */
  void tell(Execution execution, Progress progress) {
    Consumer<Progress> listener = execution.progress();
    if (listener != null) {
      try {
        teller.execute(() -> listener.accept(progress));
      } catch (RejectedExecutionException e) {
        // The engine is being closed: nobody needs to know any more.
      }
    }
  }

  @Override
  public void close() {
    closing.cancel();
    teller.shutdown();
    clients.close();
  }
}
