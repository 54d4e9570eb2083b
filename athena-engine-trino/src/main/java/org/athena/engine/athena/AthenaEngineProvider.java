package org.athena.engine.athena;

import org.athena.error.EngineUnavailableException;
import org.athena.model.Lake;
import org.athena.spi.Engine;
import org.athena.spi.EngineProfile;
import org.athena.spi.EngineProvider;
import org.athena.spi.EngineSettings;

/**
 * Opens Amazon Athena: {@code athena://region/workgroup}; options as in {@link AmazonAthena}.
 *
 * <p>Credentials are found where the AWS SDK looks for them. Who has clients or credentials of his
 * own opens the engine by {@link AmazonAthena}.
 */
public final class AthenaEngineProvider implements EngineProvider {

  private static final String[] NEEDED = {
    "software.amazon.awssdk.services.athena.AthenaClient",
    "software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient"
  };

  /** Used by the service loader. */
  public AthenaEngineProvider() {}

  @Override
  public String name() {
    return "athena";
  }

  @Override
  public EngineProfile profile(EngineSettings settings) {
    return AthenaEngine.profile(AthenaConfig.of(settings));
  }

  @Override
  public Engine open(EngineSettings settings, Lake lake) {
    AthenaConfig config = AthenaConfig.of(settings);
    for (String needed : NEEDED) {
      if (!isThere(needed)) {
        throw new EngineUnavailableException(
            "Cannot open engine athena: class %s is not there; only Amazon Athena needs it. Add software.amazon.awssdk:athena and software.amazon.awssdk:url-connection-client to the run time."
                .formatted(needed));
      }
    }
    return AmazonAthena.of(config).open();
  }

  static boolean isThere(String className) {
    try {
      Class.forName(className, false, AthenaEngineProvider.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
