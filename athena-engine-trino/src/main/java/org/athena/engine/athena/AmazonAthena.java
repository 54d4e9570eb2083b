package org.athena.engine.athena;

import java.util.function.Consumer;
import org.athena.spi.Engine;
import org.athena.spi.EngineSettings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Amazon Athena, about to be opened with clients or credentials of the caller; unchangeable. Hand
 * the open engine to {@code Athena.over}.
 *
 * <p>The URL is {@code athena://region/workgroup?option=value}. The options: {@code catalog} (by
 * default {@code AwsDataCatalog}), {@code database} ({@code default}), {@code output} (an S3 URL
 * for results; by default the workgroup's), {@code tables} (an S3 URL below which published tables
 * lie, as Iceberg tables; without it the engine lacks tables), {@code reuse} (up to which age the
 * result of the same statement is used again, as {@code PT30M}; by default never, since the service
 * does not look whether the data changed) and {@code price_per_tb} (for estimates of cost).
 */
public final class AmazonAthena {

  private final AthenaConfig config;
  private final @Nullable AthenaClient client;
  private final @Nullable Object s3;
  private final @Nullable AwsCredentialsProvider credentials;
  private final Consumer<QueryReport> reports;

  private AmazonAthena(
      AthenaConfig config,
      @Nullable AthenaClient client,
      @Nullable Object s3,
      @Nullable AwsCredentialsProvider credentials,
      Consumer<QueryReport> reports) {
    this.config = config;
    this.client = client;
    this.s3 = s3;
    this.credentials = credentials;
    this.reports = reports;
  }

  static AmazonAthena of(AthenaConfig config) {
    return new AmazonAthena(config, null, null, null, report -> {});
  }

  /**
   * Amazon Athena at a URL, with clients and credentials that the AWS SDK finds.
   *
   * @throws IllegalArgumentException when a setting is wrong; the message lists all that are
   */
  public static AmazonAthena at(String url) {
    EngineSettings settings = EngineSettings.parse(url);
    if (!settings.scheme().equals("athena")) {
      throw new IllegalArgumentException(
          "Cannot open Amazon Athena at %s:...: the URL does not start with athena:."
              .formatted(settings.scheme()));
    }
    return of(AthenaConfig.of(settings));
  }

  /** The same over a client that the caller closes. */
  public AmazonAthena client(AthenaClient athena) {
    return new AmazonAthena(config, athena, s3, credentials, reports);
  }

  /**
   * The same over a client, which the caller closes, by which large results are read from their
   * file. Without one results are read page by page if the client for Amazon Athena is the
   * caller's, or if the library {@code software.amazon.awssdk:s3} is not there.
   */
  public AmazonAthena s3(S3Client s3) {
    return new AmazonAthena(config, client, s3, credentials, reports);
  }

  /** The same with the credentials for the clients that the engine makes for itself. */
  public AmazonAthena credentials(AwsCredentialsProvider provider) {
    return new AmazonAthena(config, client, s3, provider, reports);
  }

  /** The same, telling what each statement scanned and may cost; told before its rows are read. */
  public AmazonAthena reporting(Consumer<QueryReport> listener) {
    return new AmazonAthena(config, client, s3, credentials, listener);
  }

  /**
   * Opens the engine.
   *
   * @throws org.athena.error.EngineUnavailableException when the service cannot be reached, or the
   *     workgroup is not there, is disabled, or has no place for results
   */
  public Engine open() {
    AwsClients clients = AwsClients.of(config.region(), client, s3, credentials);
    try {
      return AthenaEngine.open(config, clients, reports);
    } catch (RuntimeException e) {
      clients.close();
      throw e;
    }
  }
}
