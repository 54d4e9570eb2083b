package org.athena.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The core on a class path without the library that fits by search. */
class OptionalLibraryTest {

  @Test
  void whatIsFittedBySearchNamesTheArtifactThatIsMissing() throws Exception {
    try (URLClassLoader without = without("hipparchus")) {
      Class<?> run = without.loadClass(Run.class.getName());

      assertEquals(missing("fit a growth curve"), failure(run, "growth"));
      assertEquals(missing("fit a cure model"), failure(run, "cure"));
      assertEquals(missing("fit a shifted beta-geometric"), failure(run, "retention"));
    }
  }

  @Test
  void theOtherMethodsDoWithoutIt() throws Exception {
    try (URLClassLoader without = without("hipparchus")) {
      Object total = without.loadClass(Run.class.getName()).getMethod("others").invoke(null);

      assertTrue((Double) total > 0);
    }
  }

  private static String missing(String task) {
    return "Cannot "
        + task
        + ": the library org.hipparchus:hipparchus-optim is not there; "
        + "only what is fitted by search needs it. Add that artifact to the run time.";
  }

  private static String failure(Class<?> run, String method) {
    var e =
        assertThrows(
            InvocationTargetException.class, () -> run.getMethod(method).invoke(null), method);
    assertEquals(IllegalStateException.class, e.getCause().getClass(), () -> "" + e.getCause());
    return e.getCause().getMessage();
  }

  private static URLClassLoader without(String name) throws Exception {
    List<URL> rest = new ArrayList<>();
    boolean left = false;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (new File(entry).getName().contains(name)) {
        left = true;
      } else {
        rest.add(new File(entry).toURI().toURL());
      }
    }
    assertTrue(left, "the class path of the tests has it");
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    URLClassLoader loader = new URLClassLoader(rest.toArray(URL[]::new), platform);
    assertFalse(loader.loadClass(Numerics.class.getName()) == Numerics.class);
    return loader;
  }

  /** What is run on that class path. */
  public static final class Run {

    private Run() {}

    /** A growth curve. */
    public static void growth() {
      GrowthCurve.lognormal().estimate(FurtherMethodsTest.random(1, 6));
    }

    /** A cure model. */
    public static void cure() {
      CureModel.fit(CureModel.Delay.WEIBULL, new double[] {1, 2}, new boolean[] {true, true});
    }

    /** A model of retention. */
    public static void retention() {
      ShiftedBetaGeometric.fit(10, 7, 6);
    }

    /** All methods that are not fitted by search. */
    public static double others() {
      double sum = 0;
      for (var method :
          List.of(
              BornhuetterFerguson.of(0.8).tail(Tail.bondy()),
              Benktander.of(0.8),
              CapeCod.plain().tail(Tail.weibull()),
              Additive.all(),
              Hazard.all().tail(Tail.inversePower()),
              Mack.volumeWeighted())) {
        sum += method.forecast(FurtherMethodsTest.random(1, 6)).total().ultimate();
      }
      return sum;
    }
  }
}
