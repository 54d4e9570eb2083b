package org.athena.engine.athena;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.athena.spi.EngineSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where Amazon Athena is and how it is asked: {@code athena://region/workgroup?option=value}.
 *
 * <p>The options: {@code catalog} (by default {@code AwsDataCatalog}), {@code database} ({@code
 * default}), {@code output} (an S3 URL for results; by default the workgroup's), {@code tables} (an
 * S3 URL below which published tables lie; without it no tables are published), {@code reuse} (up
 * to which age results of the same statement are used again, as {@code PT30M}; by default never)
 * and {@code price_per_tb} (for estimates of cost, in the currency of the caller).
 *
 * @param region the AWS region
 * @param workgroup the workgroup
 * @param catalog the catalog of names without one
 * @param database the database of names without one
 * @param output where results are put; null for where the workgroup says
 * @param tables the folder of published tables, without a slash at its end; null for none
 * @param reuseMinutes up to which age results are used again, in minutes; 0 for never
 * @param pricePerTerabyte the price of a scanned terabyte; null where cost is not estimated
 */
record AthenaConfig(
    String region,
    String workgroup,
    String catalog,
    String database,
    @Nullable String output,
    @Nullable String tables,
    int reuseMinutes,
    @Nullable BigDecimal pricePerTerabyte) {

  private static final Pattern TARGET =
      Pattern.compile("//([a-z]{2}(?:-[a-z]+)+-\\d)(?:/([A-Za-z0-9._-]{1,128}))?/?");
  private static final Set<String> KNOWN =
      new TreeSet<>(Set.of("catalog", "database", "output", "tables", "reuse", "price_per_tb"));
  private static final String S3 = "s3://[a-z0-9][a-z0-9.-]*(/[^'\\s]*)?";
  private static final Duration LONGEST_REUSE = Duration.ofDays(7);

  static AthenaConfig of(EngineSettings settings) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> options = settings.options();
    Matcher target = TARGET.matcher(settings.target());
    if (!target.matches()) {
      wrong.add("'%s' is not //region/workgroup".formatted(settings.target()));
    }
    options.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> wrong.add("option '" + name + "' is not known"));
    String catalog = name(options, "catalog", "AwsDataCatalog", wrong);
    String database = name(options, "database", "default", wrong);
    String output = s3(options, "output", wrong);
    String tables = s3(options, "tables", wrong);
    int reuse = reuse(options, wrong);
    BigDecimal price = price(options, wrong);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot open athena: %s. The options are %s.".formatted(String.join("; ", wrong), KNOWN));
    }
    return new AthenaConfig(
        target.group(1),
        target.group(2) == null ? "primary" : target.group(2),
        catalog,
        database,
        output,
        tables,
        reuse,
        price);
  }

  private static String name(
      Map<String, String> options, String option, String otherwise, List<String> wrong) {
    String name = options.getOrDefault(option, otherwise);
    if (!name.matches("[A-Za-z0-9_@./-]{1,255}")) {
      wrong.add("%s '%s' is no name".formatted(option, name));
    }
    return name;
  }

  private static @Nullable String s3(
      Map<String, String> options, String option, List<String> wrong) {
    String url = options.get(option);
    if (url == null) {
      return null;
    }
    if (!url.matches(S3)) {
      wrong.add("%s '%s' is not a URL such as s3://bucket/folder".formatted(option, url));
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static int reuse(Map<String, String> options, List<String> wrong) {
    String text = options.get("reuse");
    if (text == null) {
      return 0;
    }
    try {
      Duration age = Duration.parse(text);
      if (age.toMinutes() >= 1 && age.compareTo(LONGEST_REUSE) <= 0) {
        return (int) age.toMinutes();
      }
    } catch (DateTimeParseException e) {
      // Told below, as any other wrong age.
    }
    wrong.add("reuse '%s' is not a duration from PT1M to P7D".formatted(text));
    return 0;
  }

  private static @Nullable BigDecimal price(Map<String, String> options, List<String> wrong) {
    String text = options.get("price_per_tb");
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      wrong.add("price_per_tb '%s' is not a price such as 5.00".formatted(text));
      return null;
    }
    return new BigDecimal(text);
  }

  /** The URL without its options. */
  @Override
  public String toString() {
    return "athena://%s/%s".formatted(region, workgroup);
  }
}
