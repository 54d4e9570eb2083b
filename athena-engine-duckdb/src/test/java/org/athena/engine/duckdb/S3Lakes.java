package org.athena.engine.duckdb;

import java.net.URI;
import java.util.function.Consumer;
import org.athena.fixture.S3Service;
import org.athena.lake.S3Store;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients and stores of the S3 service of the tests. */
final class S3Lakes {

  /** A client, closed with this JVM. */
  static final S3Client CLIENT = client();

  private S3Lakes() {}

  private static Consumer<S3ClientBuilder> service() {
    return S3Store.endpoint(
        URI.create(S3Service.running().endpoint()),
        "us-east-1",
        S3Service.ACCESS_KEY,
        S3Service.SECRET_KEY);
  }

  private static S3Client client() {
    S3ClientBuilder builder = S3Client.builder();
    service().accept(builder);
    return builder.build();
  }

  static S3Store store(String location) {
    return S3Store.at(location, service());
  }
}
