package org.athena.engine.athena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.athena.model.Lake;
import org.athena.spi.EngineProvider;
import org.athena.spi.EngineSettings;
import org.junit.jupiter.api.Test;

/** The module on a class path without the AWS SDK, or without those parts that few need. */
class MissingSdkTest {

  private static final String MESSAGE =
      "Cannot open engine athena: class %s is not there; only Amazon Athena needs it. Add software.amazon.awssdk:athena and software.amazon.awssdk:url-connection-client to the run time.";

  @Test
  void theEngineIsFoundAndSaysWhatIsMissing() throws Exception {
    try (URLClassLoader without = without("awssdk", "")) {
      assertEquals(
          MESSAGE.formatted("software.amazon.awssdk.services.athena.AthenaClient"),
          failure(without));
    }
    try (URLClassLoader without = without("awssdk", "url-connection-client")) {
      assertEquals(
          MESSAGE.formatted("software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient"),
          failure(without));
    }
  }

  private static String failure(ClassLoader loader) throws Exception {
    Class<?> run = loader.loadClass(Run.class.getName());
    assertFalse(run == Run.class);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      var e =
          assertThrows(InvocationTargetException.class, () -> run.getMethod("open").invoke(null));
      return e.getCause().getMessage();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void resultsAreReadWithoutTheClientForFiles() throws Exception {
    try (URLClassLoader without = without("awssdk", "s3-")) {
      assertEquals("false", without.loadClass(Run.class.getName()).getMethod("hasS3").invoke(null));
    }
    assertEquals("true", Run.hasS3());
  }

  /** The class path of the tests without the files whose path and name contain these. */
  private static URLClassLoader without(String path, String name) throws Exception {
    List<URL> rest = new ArrayList<>();
    int left = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      File file = new File(entry);
      if (entry.contains(path) && file.getName().startsWith(name)) {
        left++;
      } else {
        rest.add(file.toURI().toURL());
      }
    }
    assertFalse(left == 0, "the class path of the tests has it");
    return new URLClassLoader(rest.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** What is run on that class path. */
  public static final class Run {

    private Run() {}

    /** Opens the engine as its URL does. */
    public static void open() {
      Thread.currentThread().setContextClassLoader(Run.class.getClassLoader());
      EngineProvider provider =
          ServiceLoader.load(EngineProvider.class, Run.class.getClassLoader()).stream()
              .map(ServiceLoader.Provider::get)
              .filter(p -> p.name().equals("athena"))
              .findFirst()
              .orElseThrow();
      provider
          .open(
              EngineSettings.parse("athena://eu-west-1/analyses"),
              Lake.at(java.nio.file.Path.of("lake")))
          .close();
    }

    /** Whether the clients that the engine makes for itself have one for files. */
    public static String hasS3() {
      try (AwsClients clients = AwsClients.of("eu-west-1", null, null, null)) {
        return String.valueOf(clients.hasS3());
      }
    }
  }
}
