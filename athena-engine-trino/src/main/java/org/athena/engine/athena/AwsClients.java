package org.athena.engine.athena;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The clients by which the service is reached. The library of S3 may not be there, so its client is
 * named only where it is known to be.
 */
final class AwsClients implements AutoCloseable {

  private final AthenaClient athena;
  private final @Nullable Object s3;
  private final List<AutoCloseable> own;

  private AwsClients(AthenaClient athena, @Nullable Object s3, List<AutoCloseable> own) {
    this.athena = athena;
    this.s3 = s3;
    this.own = own;
  }

  /** The caller's clients, and those made for what the caller did not give. */
  static AwsClients of(
      String region,
      @Nullable AthenaClient athena,
      @Nullable Object s3,
      @Nullable AwsCredentialsProvider credentials) {
    List<AutoCloseable> own = new ArrayList<>();
    if (athena != null) {
      return new AwsClients(athena, s3, own);
    }
    AthenaClient made =
        AthenaClient.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    own.add(made);
    Object files = s3;
    if (files == null
        && AthenaEngineProvider.isThere("software.amazon.awssdk.services.s3.S3Client")) {
      files = S3.make(region, credentials, own);
    }
    return new AwsClients(made, files, own);
  }

  AthenaClient athena() {
    return athena;
  }

  boolean hasS3() {
    return s3 != null;
  }

  /** The result in a file of S3; only if there is {@link #hasS3 a client} for it. */
  RawResult file(String url) {
    return FileResult.open((S3Client) java.util.Objects.requireNonNull(s3), url);
  }

  @Override
  public void close() {
    for (AutoCloseable client : own) {
      try {
        client.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Loaded only where the library is there. */
  private static final class S3 {

    static Object make(
        String region, @Nullable AwsCredentialsProvider credentials, List<AutoCloseable> own) {
      S3Client made =
          S3Client.builder()
              .region(Region.of(region))
              .credentialsProvider(credentials)
              .httpClientBuilder(UrlConnectionHttpClient.builder())
              .build();
      own.add(made);
      return made;
    }
  }
}
