/**
 * Trino over JDBC, and Amazon Athena over the AWS SDK, which only those need who open the latter.
 */
module org.athena.engine.trino {
  requires org.athena.core;
  requires parquet.format.structures;
  requires static org.jspecify;
  requires static software.amazon.awssdk.auth;
  requires static software.amazon.awssdk.awscore;
  requires static software.amazon.awssdk.core;
  requires static software.amazon.awssdk.http;
  requires static software.amazon.awssdk.http.urlconnection;
  requires static software.amazon.awssdk.identity.spi;
  requires static software.amazon.awssdk.regions;
  requires static software.amazon.awssdk.services.athena;
  requires static software.amazon.awssdk.services.glue;
  requires static software.amazon.awssdk.services.s3;
  requires static software.amazon.awssdk.utils;

  exports org.athena.engine.athena;

  provides org.athena.spi.EngineProvider with
      org.athena.engine.athena.AthenaEngineProvider,
      org.athena.engine.trino.TrinoEngineProvider;
}
