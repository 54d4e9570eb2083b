package org.athena.engine.athena;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.athena.Athena;
import org.athena.kit.EngineConformance;
import org.athena.model.Lake;
import org.junit.jupiter.api.Assumptions;

/**
 * The contract of engines on a live account, if variables of the environment name one: {@code
 * ATHENA_IT_ATHENA_REGION}, {@code ATHENA_IT_ATHENA_WORKGROUP}, {@code ATHENA_IT_ATHENA_DATABASE},
 * {@code ATHENA_IT_ATHENA_TABLES} (an S3 URL for the tables of the tests) and, where the workgroup
 * has no place for results, {@code ATHENA_IT_ATHENA_OUTPUT}. Credentials are found where the AWS
 * SDK looks for them. The statements are paid for.
 */
final class AthenaLiveTest extends EngineConformance {

  private static final String PREFIX = "ATHENA_IT_ATHENA_";

  @Override
  protected Athena open(Lake lake) {
    Map<String, String> environment = System.getenv();
    for (String needed : List.of("REGION", "WORKGROUP", "DATABASE", "TABLES")) {
      if (!environment.containsKey(PREFIX + needed)) {
        String message =
            "%s%s is not set: nothing is proven on a live account of Amazon Athena."
                .formatted(PREFIX, needed);
        System.err.println("!!! " + message);
        Assumptions.abort(message);
      }
    }
    List<String> options = new ArrayList<>();
    for (String option : List.of("DATABASE", "TABLES", "OUTPUT")) {
      String value = environment.get(PREFIX + option);
      if (value != null) {
        options.add(
            option.toLowerCase(java.util.Locale.ROOT)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return Athena.open(
        "athena://%s/%s?%s"
            .formatted(
                environment.get(PREFIX + "REGION"),
                environment.get(PREFIX + "WORKGROUP"),
                String.join("&", options)),
        lake);
  }

  @Override
  protected int seeds() {
    return 5;
  }

  @Override
  protected int rounds() {
    return 1;
  }
}
