package org.athena.engine.trino;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.athena.spi.EngineSettings;
import org.junit.jupiter.api.Test;

/** What a URL says about a server, and what it must not say. */
final class TrinoConfigTest {

  private static TrinoConfig config(String url) {
    return TrinoConfig.of(EngineSettings.parse(url), Map.of("SECRET", "hidden"));
  }

  private static String wrong(String url) {
    return assertThrows(IllegalArgumentException.class, () -> config(url)).getMessage();
  }

  @Test
  void namesAddressCatalogAndSchema() {
    TrinoConfig config = config("trino://example.org:8080/Hive/raw");
    assertEquals("jdbc:trino://example.org:8080/hive/raw?explicitPrepare=false", config.jdbcUrl());
    assertEquals(Map.of("user", "athena", "source", "athena"), config.driverProperties());
    assertNull(config.lake());
    assertEquals("default", config("trino://h/hive").schema());
    assertEquals("hive", config("trino://h/iceberg/x?files=hive&lake=s3://b/f/").files());
    assertEquals("s3://b/f", config("trino://h/iceberg/x?files=hive&lake=s3://b/f/").lake());
  }

  @Test
  void givesTheDriverItsPropertiesAndKeepsThemToItself() {
    TrinoConfig config =
        config(
            "trino://h:443/hive/raw?user=ann&password_env=SECRET&session=query_max_run_time:2s&client_tags=a,b&source=report&trust_store=/t.jks");
    assertEquals(
        Map.of(
            "user", "ann",
            "password", "hidden",
            "SSL", "true",
            "SSLTrustStorePath", "/t.jks",
            "sessionProperties", "query_max_run_time:2s",
            "clientTags", "a,b",
            "source", "report"),
        config.driverProperties());
    assertFalse(config.toString().contains("hidden"), config.toString());
    assertEquals(
        "hidden",
        config("trino://h/hive?access_token_env=SECRET").driverProperties().get("accessToken"));
    assertEquals(
        "true",
        config("trino://h/hive?oauth=true").driverProperties().get("externalAuthentication"));
    assertEquals(
        "NONE", config("trino://h/hive?ssl=unverified").driverProperties().get("SSLVerification"));
  }

  @Test
  void allWrongSettingsAreToldAtOnce() {
    assertEquals(
        "Cannot open trino: '//host:99' is not //host:port/catalog/schema; option 'tags' is not known; connections '0' is not a count from 1 to 9999; lake '/tmp' is not a URL such as s3://bucket/folder. The options are [access_token, access_token_env, client_tags, connections, files, lake, oauth, password, password_env, session, source, ssl, trust_store, trust_store_password, trust_store_password_env, user].",
        wrong("trino://host:99?tags=a&connections=0&lake=/tmp"));
  }

  @Test
  void secretsAreNotSentInTheOpenNorShown() {
    String open = wrong("trino://h/hive?user=ann&password=hidden&ssl=false");
    assertEquals(
        "Cannot open trino: a password, token or oauth needs ssl: nothing secret is sent in the open",
        open.substring(0, open.indexOf(". The")));
    assertFalse(open.contains("hidden"), open);
    assertFalse(wrong("trino://ann:hidden@h/hive").contains("hidden"));
    assertFalse(wrong("trino://h/hive?password=hidden").contains("hidden"));
    assertFalse(
        wrong("trino://h/hive?user=a&password=hidden&access_token=hidden").contains("hidden"));
    assertEquals(
        "Cannot open trino: password_env names variable 'NONE', which is not set",
        wrong("trino://h/hive?user=a&password_env=NONE").split("\\. The")[0]);
  }
}
