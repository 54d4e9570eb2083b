package org.athena.engine.athena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.athena.spi.EngineSettings;
import org.junit.jupiter.api.Test;

/** The URL of the engine. */
class AthenaConfigTest {

  private static AthenaConfig of(String url) {
    return AthenaConfig.of(EngineSettings.parse(url));
  }

  @Test
  void readsEveryOption() {
    AthenaConfig config =
        of(
            "athena://us-gov-west-1/team.a_b?catalog=lake&database=sales&output=s3://out/a/&tables=s3://lake&reuse=PT2H&price_per_tb=5.50");
    assertEquals("us-gov-west-1", config.region());
    assertEquals("team.a_b", config.workgroup());
    assertEquals("lake", config.catalog());
    assertEquals("sales", config.database());
    assertEquals("s3://out/a", config.output());
    assertEquals("s3://lake", config.tables());
    assertEquals(120, config.reuseMinutes());
    assertEquals(new BigDecimal("5.50"), config.pricePerTerabyte());
    assertEquals("athena://us-gov-west-1/team.a_b", config.toString());
  }

  @Test
  void hasDefaults() {
    AthenaConfig config = of("athena://eu-central-1");
    assertEquals("primary", config.workgroup());
    assertEquals("AwsDataCatalog", config.catalog());
    assertEquals("default", config.database());
    assertNull(config.output());
    assertNull(config.tables());
    assertEquals(0, config.reuseMinutes());
    assertNull(config.pricePerTerabyte());
  }

  @Test
  void tellsAllThatIsWrong() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                of(
                    "athena://nowhere/w?database=a b&output=/tmp&tables=s3://a/'x&reuse=P8D&price_per_tb=-1&color=red"));
    assertEquals(
        "Cannot open athena: '//nowhere/w' is not //region/workgroup; option 'color' is not known; database 'a b' is no name; output '/tmp' is not a URL such as s3://bucket/folder; tables 's3://a/'x' is not a URL such as s3://bucket/folder; reuse 'P8D' is not a duration from PT1M to P7D; price_per_tb '-1' is not a price such as 5.00. The options are [catalog, database, output, price_per_tb, reuse, tables].",
        e.getMessage());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> AmazonAthena.at("trino://a/b"))
            .getMessage()
            .contains("does not start with athena:"));
  }
}
