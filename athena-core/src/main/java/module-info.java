/** The machine of Athena: plans questions, sends them to engines, and forecasts. */
module org.athena.core {
  requires transitive org.athena.api;
  requires static hipparchus.core;
  requires static hipparchus.optim;
  requires static org.jspecify;
  requires static software.amazon.awssdk.auth;
  requires static software.amazon.awssdk.awscore;
  requires static software.amazon.awssdk.core;
  requires static software.amazon.awssdk.regions;
  requires static software.amazon.awssdk.services.s3;
  requires static software.amazon.awssdk.utils;
  requires org.jooq;
  requires com.zaxxer.hikari;
  requires org.slf4j;
  requires java.sql;

  exports org.athena;
  exports org.athena.forecast;
  exports org.athena.jdbc;
  exports org.athena.sql;
  exports org.athena.lake;

  uses org.athena.spi.EngineProvider;
  uses org.athena.sql.OwnSql;
}
