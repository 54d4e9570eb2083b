package org.athena.engine.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.athena.Athena;
import org.athena.error.EngineUnavailableException;
import org.athena.model.Lake;
import org.athena.spi.EngineSettings;
import org.junit.jupiter.api.Test;

/** The settings of the URL, all that is wrong with them told at once. */
final class RedshiftConfigTest {

  private static RedshiftConfig config(String url) {
    return RedshiftConfig.of(EngineSettings.parse(url), Map.of("RS_PASSWORD", "sesame"));
  }

  private static String wrong(String url) {
    return assertThrows(IllegalArgumentException.class, () -> config(url)).getMessage();
  }

  @Test
  void aClusterIsReachedByUserAndPassword() {
    RedshiftConfig config =
        config("redshift://c.eu-west-1.redshift.amazonaws.com/dev?user=a&password_env=RS_PASSWORD");
    assertEquals("jdbc:redshift://c.eu-west-1.redshift.amazonaws.com:5439/dev", config.jdbcUrl());
    Map<String, String> properties = config.driverProperties();
    assertEquals("sesame", properties.get("password"));
    assertEquals("verify-full", properties.get("sslmode"));
    assertEquals("16M", properties.get("fetchRingBufferSize"));
    assertFalse(config.toString().contains("sesame"));
  }

  @Test
  void serverlessIsReachedByIam() {
    RedshiftConfig config =
        config(
            "redshift://w.1.eu-west-1.redshift-serverless.amazonaws.com/dev?iam=true&serverless=true&workgroup=w&region=eu-west-1");
    assertEquals(
        "jdbc:redshift:iam://w.1.eu-west-1.redshift-serverless.amazonaws.com:5439/dev",
        config.jdbcUrl());
    assertEquals("true", config.driverProperties().get("isServerless"));
    assertEquals("w", config.driverProperties().get("serverlessWorkGroup"));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertEquals(
        "Cannot open redshift: '//host' is not //host:port/database; option 'pasword' is not known; buffer '0' is not a count from 1 to 999999; ssl 'maybe' is none of true, false and unverified; region is for iam=true only; password is not given, nor is iam=true. The options are [buffer, catalog_database, cluster, connections, db_user, external_schema, iam, iam_role, lake, password, password_env, profile, query_group, region, serverless, ssl, statement_timeout, user, workgroup].",
        wrong("redshift://host?user=a&pasword=b&buffer=0&ssl=maybe&region=x"));
    assertEquals(
        "Cannot open redshift: password_env names variable 'NO', which is not set; a password and iam are both given; iam needs ssl; cluster is for provisioned Redshift, workgroup for serverless.",
        wrong(
                "redshift://h/d?password=b&password_env=NO&iam=true&ssl=false&serverless=true&cluster=c")
            .split(" The options")[0]);
    assertEquals(
        "Cannot open redshift: query_group may have letters, digits, blanks and _ . : - only.",
        wrong("redshift://h/d?user=a&password=b&query_group=a'b").split(" The options")[0]);
  }

  @Test
  void filesAreThereWithALakeInS3() {
    assertEquals(
        "Cannot open redshift: lake '/data' is not a folder such as s3://bucket/folder; external_schema is not a name of letters, digits and underscores; iam_role is neither default nor the arn of a role.",
        wrong("redshift://h/d?user=a&password=b&lake=/data&external_schema=a-b&iam_role=me")
            .split(" The options")[0]);
    Lake lake = Lake.at(Path.of("lake"));
    assertEquals(Optional.empty(), config("redshift://h/d?user=a&password=b").files(lake));
    assertEquals(
        Optional.of(new SpectrumFiles(lake, "s3://b/l", "spectrum", "athena", "default")),
        config("redshift://h/d?user=a&password=b&lake=s3://b/l/").files(lake));
  }

  @Test
  void iamNeedsClassesThatAreNamed() {
    EngineUnavailableException e =
        assertThrows(
            EngineUnavailableException.class,
            () ->
                Athena.open(
                    "redshift://h/d?iam=true&serverless=true&region=eu-west-1", Path.of("lake")));
    assertTrue(
        e.getMessage()
            .matches(
                "Cannot open engine redshift by iam: of software.amazon.awssdk these are not on the class path: \\[.*redshift, redshiftserverless.*]. Add them, or sign in by user and password."),
        e.getMessage());
  }
}
